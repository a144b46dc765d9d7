"""Bodies described: *the bank*, *the union*, *the panel* under the names they stand for."""

from collections.abc import Iterable, Mapping
from itertools import accumulate

from attrs import evolve

from provenance.model import Gender, Kind, Mention, Naming, Number, Source
from provenance.resolution.floor import Floor, source_of
from provenance.resolution.names import spelled_out
from provenance.resolution.salience import weigh_people
from provenance.rulebook.schema import Entry
from provenance.tokens.symbols import Symbol

_BODIES = (Kind.ORGANISATION, Kind.GOVERNMENT)
_NOUNS = ("common-nouns", "common-adjectives", "unnamed-heads", "function-words")
_PLAIN = ("common-adjectives", "function-words")
_LISTS = frozenset({"organisations", "state-bodies"})
_CLEARLY = 2
"""How many times as heavy as the next he must be whose campaign is meant."""
_AHEAD = 6
"""Sentences within which who opens an article by a description is named."""


def by_body(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """*The union* is the body last named that can be called so; *the Reyes team* the Reyes campaign."""
    if mention.kind not in _BODIES or mention.head is None or mention.number is not Number.ONE:
        return None
    word = _body_word(mention.head, floor)
    if word is None:
        return None
    if mention.name and _owner_of(mention.name, floor) is not Gender.UNKNOWN:
        return _owned(mention, word, units[0], floor)
    if mention.definite and mention.name and mention.name.lower() == mention.head:
        found = _last_named(word, units[0], floor)
        if found is None and mention.kind is Kind.GOVERNMENT:
            found = _named_later(mention, word, units, floor)
    elif mention.name and mention.definite is not False and _tells_campaign(word.fields["names"], floor):
        found = _campaign_of(mention, floor)
    elif mention.definite is not True and floor.is_opening(units[0]):
        found = _named_later(mention, word, units, floor)
    else:
        found = None
    return source_of(mention, found.name, naming=Naming.NAMED, kind=found.kind) if found else None


def _body_word(head: str, floor: Floor) -> Entry | None:
    reading = floor.describer.rulebook.reading(head, "body-words")
    return reading.entry if reading else None


def _last_named(word: Entry, unit: int, floor: Floor) -> Mention | None:
    """The body last named before a unit that can be called by a word; what was passed on the way is remembered."""
    at, symbols, passed, found = unit, floor.folded.symbols, list[int](), None
    known = floor.called.setdefault(word.lemma, {})
    while found is None and (at := symbols.rfind(Symbol.BODY, 0, at)) >= 0:
        if at in known:
            found = known[at]
            break
        passed.append(at)
        found = _body_called(word, at, floor)
    known.update(dict.fromkeys(passed, found))
    return found


def _body_called(word: Entry, unit: int, floor: Floor) -> Mention | None:
    """The body at a unit, if it is one by name and can be called by a word."""
    known = floor.mention_at(unit, unit + 1)
    if not _is_named_body(known) or not _is_proper(known, floor):
        return None
    whole = _with_phrase(known, unit, floor)
    return whole if _can_be_called(str(whole.name), word, floor) else None


def _named_later(mention: Mention, word: Entry, units: tuple[int, int], floor: Floor) -> Mention | None:
    """Who opens an article as *a House panel* is the body named next that can be called so (*House Budget Committee*).

    Of what is told behind it one word must stand in the name (*a union representing pilots*: the Pilots' Association).
    """
    told, behind = _telling_words(mention, floor), _words_behind(units, floor)
    here, at, symbols = floor.layout.sentence(units[0]), units[1] - 1, floor.folded.symbols
    ahead = 2 * _AHEAD if behind else _AHEAD
    while (at := symbols.find(Symbol.BODY, at + 1)) >= 0 and floor.layout.sentence(at) - here <= ahead:
        known = _body_called(word, at, floor)
        if known is not None:
            name = str(known.name).lower().replace("'", " ").replace("’", " ").split()
            if told.issubset(name) and (not behind or behind.intersection(name)):
                return known
    return None


def _words_behind(units: tuple[int, int], floor: Floor) -> set[str]:
    """The words that hang on a group, but those of the closed classes."""
    rulebook = floor.describer.rulebook
    words = (w.lower() for w in floor.folded.words(units[0] + 1, units[1])) if units[1] > units[0] + 1 else ()
    return {w for w in words if w[:1].isalpha() and not rulebook.lists(w, "function-words")}


def _telling_words(mention: Mention, floor: Floor) -> set[str]:
    """The words before the head that a name must hold: all but articles, numbers and plain adjectives."""
    words = mention.name or (mention.anonymity.descriptor if mention.anonymity else "")
    before = [w.strip("'’") for w in words.lower().split()[:-1]]
    rulebook = floor.describer.rulebook
    return {w for w in before if w and not any(rulebook.lists(w, name) for name in _PLAIN)}


def _is_named_body(known: Mention) -> bool:
    name = known.name or ""
    return known.naming is Naming.NAMED and known.kind in _BODIES and name[:1].isupper() and name.lower() != known.head


def _is_proper(known: Mention, floor: Floor) -> bool:
    """Whether the name of a body is one wherever it stands: *Harbour Union*, *Reyes campaign*, but not *Miners' union*."""
    first, last = str(known.name).split()[0], str(known.name).split()[-1]
    rulebook = floor.describer.rulebook
    return last[:1].isupper() or not any(rulebook.lists(first.strip("'’").lower(), name) for name in _NOUNS)


def _with_phrase(known: Mention, unit: int, floor: Floor) -> Mention:
    """The body with what belongs to its name behind it (*Bureau of Land Management*)."""
    end = floor.phrase_end(unit)
    whole = floor.mention_at(unit, end) if end > unit + 1 else known
    fuller = _is_named_body(whole) and str(whole.name).startswith(str(known.name))
    return evolve(known, name=whole.name) if fuller else known


def _can_be_called(name: str, word: Entry, floor: Floor) -> bool:
    """Whether the last word of a name, written out where initials are listed, or what the lists say agrees with the word."""
    readings = floor.describer.rulebook.read(name)
    listed = [r.entry.lemma for r in readings if r.lexicon in _LISTS and _are_initials(name, r.entry.lemma)]
    listed = [] if listed and spelled_out(name, floor) else listed
    joining = floor.describer.rulebook.words["name-forms.body-joint"]
    if any(_is_word_of(spelled, word, joining) for spelled in (name, *listed)):
        return True
    types = word.fields["types"]
    return bool(types) and any(r.lexicon == "organisations" and r.entry.fields.get("type") in types for r in readings)


def _are_initials(name: str, whole: str) -> bool:
    """Whether a name is made of the capitals of another (*FBI*)."""
    return len(name) > 1 and name == "".join(c for c in whole if c.isupper())


def _is_word_of(name: str, word: Entry, joining: frozenset[str]) -> bool:
    words = name.lower().split()
    joint = next((i for i, w in enumerate(words) if i and w in joining), len(words))
    return not {words[joint - 1], words[-1]}.isdisjoint((word.lemma, *word.fields["names"]))


def _owner_of(name: str, floor: Floor) -> Gender:
    """The gender of the person whom the first word of a body's name tells as its owner (*his campaign*)."""
    first, words = name.lower().partition(" ")[0], floor.describer.rulebook.words
    if first in words["pronouns.his"]:
        return Gender.MALE
    return Gender.FEMALE if first in words["pronouns.her"] else Gender.UNKNOWN


def _owned(mention: Mention, word: Entry, unit: int, floor: Floor) -> Source | None:
    """*His campaign*: that of the person who *he* would be there, under the name by which the article calls it."""
    rest = str(mention.name).lower().partition(" ")[2]
    if rest != mention.head or not _tells_campaign((word.lemma, *word.fields["names"]), floor):
        return None
    weights = weigh_people(unit, _owner_of(str(mention.name), floor), floor)
    owner, *others = sorted(weights, key=lambda key: -weights[key])[:2] or ["#"]
    if owner[0] == "#" or any(weights[owner] < _CLEARLY * weights[other] for other in others):
        return None
    called = _campaigns(floor).get(owner.rpartition(" ")[2])
    return source_of(mention, called.name if called else f"{owner} {rest}", naming=Naming.NAMED)


def _tells_campaign(words: Iterable[str], floor: Floor) -> bool:
    """Whether the supporters of somebody who runs can be called by one of these words."""
    return not floor.describer.rulebook.words["name-forms.campaign"].isdisjoint(words)


def _campaign_of(mention: Mention, floor: Floor) -> Mention | None:
    """*The Reyes team*, *Reyes's camp*: the Reyes campaign, where the article speaks of one."""
    return _campaigns(floor).get(" ".join(map(_without_possessive, str(mention.name).split()[:-1])))


def _campaigns(floor: Floor) -> Mapping[str, Mention]:
    """What the article calls campaigns, by the words before the last with which each begins; the first that does."""
    if floor.campaigns is None:
        floor.campaigns = {}
        at = -1
        while (at := floor.folded.symbols.find(Symbol.BODY, at + 1)) >= 0:
            known = floor.mention_at(at, at + 1)
            owner, _, head = str(known.name).rpartition(" ")
            if _tells_campaign((head,), floor):
                for words in accumulate(map(_without_possessive, owner.split()), "{} {}".format):
                    floor.campaigns.setdefault(words, known)
    return floor.campaigns


def _without_possessive(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s").rstrip("'’")
