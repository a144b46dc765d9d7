"""Descriptions as sources: *the senator*, *the newspaper*, *the bank*, *the poll*, *the official*."""

from collections.abc import Iterator

from attrs import evolve

from provenance.model import Kind, Mention, Naming, Number, Source
from provenance.resolution.evidenced import adds_person
from provenance.resolution.floor import Floor, source_of
from provenance.resolution.roles import contradict
from provenance.rulebook.schema import Entry
from provenance.tokens.symbols import Symbol

_FARTHEST = 400
"""Units within which a document is looked for."""


def by_outlet(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """*The newspaper*, *the article*, *the authors*: the outlet that spoke or passed claims on last, else the last named."""
    head = mention.head or ""
    word = _outlet_word(head, floor)
    if not mention.definite or word is None or (mention.name and mention.kind in (Kind.OUTLET, Kind.PERSON)):
        return None
    if "piece" in word.fields and _document_named(mention, units[0], floor, onward=False):
        return None
    spoken = [(s.unit, str(s.source.entity)) for s in floor.speakers if _is_named_outlet(s.source)]
    spoken += [(unit, name) for unit, name in floor.relayed if unit < units[0] and name]
    fitting = [s for s in spoken if _can_be_called(s[1], word, floor)]
    body = floor.describer.rulebook.lists(head, "body-words")
    name = max(fitting)[1] if fitting else _last_outlet(word, units[0], floor, surely=body)
    return source_of(mention, name, naming=Naming.NAMED, kind=Kind.OUTLET) if name else None


def _outlet_word(head: str, floor: Floor) -> Entry | None:
    reading = floor.describer.rulebook.reading(head, "outlet-words")
    return reading.entry if reading else None


def _is_named_outlet(source: Source) -> bool:
    return source.kind is Kind.OUTLET and source.naming is Naming.NAMED and str(source.entity or "")[:1].isupper()


def _can_be_called(name: str, word: Entry, floor: Floor, *, surely: bool = False) -> bool:
    """Whether nothing known of an outlet forbids the word (a newspaper is no network); surely: it is known to be one."""
    types = word.fields["types"]
    held = {r.entry.fields.get("type") for r in floor.describer.rulebook.read(name) if r.lexicon == "outlets"}
    return bool(held & set(types)) or not (surely or (types and held))


def _last_outlet(word: Entry, unit: int, floor: Floor, *, surely: bool) -> str | None:
    """The outlet last named before a unit that can be called by that word."""
    at = unit
    while (at := floor.folded.symbols.rfind(Symbol.OUTLET, 0, at)) >= 0:
        known = floor.mention_at(at, at + 1)
        if _is_self_credit(at, floor) or floor.is_on(at, "reference-words.new-outlet"):
            continue
        named = known.naming is Naming.NAMED and known.name and known.name[:1].isupper()
        if named and _can_be_called(str(known.name), word, floor, surely=surely):
            return known.name
    return None


def _is_self_credit(at: int, floor: Floor) -> bool:
    """Whether an outlet credits itself at the end of a sentence (*..., the agency reports.*)."""
    symbols = floor.folded.symbols
    return at > 0 and symbols[at - 1] in floor.commas and symbols[at + 2 : at + 3] == Symbol.STOP


def by_document(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """*The poll*: the poll last spoken of by a name; in the opening of an article also *a new poll*, named later."""
    if mention.kind is not Kind.DOCUMENT or not mention.head or mention.number is not Number.ONE:
        return None
    opening = floor.is_opening(units[0])
    if mention.definite is not True and not (opening and mention.naming is Naming.UNNAMED):
        return None
    if mention.name and len(mention.name.split()) > len(("head",)) and mention.naming is Naming.NAMED:
        return None
    name = _document_named(mention, units[0], floor, onward=opening)
    if name is not None:
        return source_of(mention, name, naming=Naming.NAMED)
    return None


def _document_named(wanted: Mention, unit: int, floor: Floor, *, onward: bool) -> str | None:
    """The name of the document that a word means: one called by that word, else by a word for the same sort of text."""
    like, head = None, str(wanted.head)
    for mention, name in _documents_near(unit, floor, onward=onward):
        if _same_head(mention, head):
            return name
        if like is None and wanted.definite and _is_title(name, floor) and _same_sort(mention, head, floor):
            like = name
    return like


def _is_title(name: str, floor: Floor) -> bool:
    """Whether a name holds a word with a capital: *Herald survey*, but not *her new memoir*."""
    rulebook = floor.describer.rulebook
    return any(word[0].isupper() and not rulebook.lists(word, "function-words") for word in name.split())


def _documents_near(unit: int, floor: Floor, *, onward: bool) -> Iterator[tuple[Mention, str]]:
    """The named documents: those that have spoken, last first, then those before a unit, and behind it if asked for."""
    for speaker in reversed(floor.speakers):
        source = speaker.source
        named = source.kind is Kind.DOCUMENT and source.naming is Naming.NAMED and source.number is Number.ONE
        if speaker.unit < unit and named and source.entity and " " in source.entity:
            yield speaker.mention, source.entity
    symbols = floor.folded.symbols
    ahead = range(unit + 1, min(len(symbols), unit + _FARTHEST)) if onward else range(0)
    for at in (*range(unit - 1, max(-1, unit - _FARTHEST), -1), *ahead):
        if symbols[at] in (Symbol.DOCUMENT, Symbol.REPORT):
            known = floor.mention_at(at, at + 1)
            if known.naming is Naming.NAMED and known.name and " " in known.name and known.number is Number.ONE:
                yield known, known.name


def _same_sort(mention: Mention, head: str, floor: Floor) -> bool:
    """Whether two words can mean one text (*survey*, *study*)."""
    rulebook = floor.describer.rulebook
    readings = [rulebook.reading(word.rpartition(" ")[2], "document-families") for word in (mention.head or "", head)]
    one, other = ({*r.entry.fields["sorts"]} if r else set[str]() for r in readings)
    return bool(one & other)


def _same_head(mention: Mention, head: str) -> bool:
    return mention.head is not None and mention.head.split()[-1] == head.rsplit(maxsplit=1)[-1]


def by_earlier(mention: Mention, units: tuple[int, int], floor: Floor) -> Source | None:
    """*The official*, *the sources*: whoever was described with that word when last quoted."""
    if mention.definite is not True or mention.naming is not Naming.UNNAMED or mention.pronoun or not mention.head:
        return None
    if adds_person([word.lower() for word in floor.folded.words(*units)], floor.describer.rulebook):
        return None  # the second official is not the one who spoke before
    for speaker in reversed(floor.speakers):
        source = speaker.source
        alike = source.naming is Naming.UNNAMED and source.number is mention.number
        if (
            alike
            and _same_head(speaker.mention, mention.head)
            and not contradict(mention.modifiers, speaker.mention.modifiers)
        ):
            return evolve(source, spans=mention.spans, candidates=())
    return None
