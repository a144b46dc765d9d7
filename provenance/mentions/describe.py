"""Who or what a source's words refer to: kind, naming, number, name, role, on whose behalf.

The head decides: the last word of the noun group (*two aides to the minister*: aides), unless a name follows an office
or a role (*Foreign Minister Ana Reyes*: the name).
"""

from collections.abc import Callable, Sequence

from attrs import evolve

from provenance.mentions.anonymity import describe_anonymity
from provenance.mentions.bodies import (
    describe_body,
    describe_body_head,
    describe_document,
    describe_outlet,
    describe_place,
)
from provenance.mentions.coordination import split_members, without_quantity
from provenance.mentions.fold import Folded
from provenance.mentions.groups import Groups, group_of, is_function
from provenance.mentions.number import number_of
from provenance.mentions.people import describe_members_of_party, describe_people, describe_person
from provenance.mentions.pronouns import describe_pronoun
from provenance.mentions.words import Word, describe_words, read_words
from provenance.model import Kind, Mention, Naming, Number
from provenance.rulebook import Rulebook

Holds = Callable[[Groups, Word], bool]

_BODIES = ("state-bodies", "organisations", "metonyms")
_PERSONS = ("offices", "unnamed-heads", "spokespeople")
PERSONAL_ENDINGS = ("er", "or", "ist", "ian", "ee", "man", "woman", "ant")
"""What nouns for people end in, where no list knows them."""


def describe_source(folded: Folded, first: int, last: int, rulebook: Rulebook) -> Mention:
    """The mention made by the tokens `[first, last)`; its spans are left to the caller."""
    words = read_words(folded, first, last, rulebook)
    if not any(w.text[:1].isalnum() or w.text[:1] in "@#" for w in words):
        return Mention((), Kind.UNKNOWN, Naming.UNNAMED, Number.UNSPECIFIED)
    return describe_pronoun(words) or describe_words_of(words, rulebook)


def describe_words_of(words: Sequence[Word], rulebook: Rulebook) -> Mention:
    """The mention made by words that are no pronoun."""
    quantity, held = without_quantity(words, rulebook)
    members = split_members(held)
    mention = _describe(group_of(held)) if len(members) == 1 else _joined(members)
    return mention if quantity is None else _quantified(mention, quantity, words)


def _quantified(mention: Mention, quantity: Number, words: Sequence[Word]) -> Mention:
    """Some of a group: nobody in particular, one or several."""
    people = mention.kind in (Kind.PERSON, Kind.GROUP, Kind.UNKNOWN)
    kind = (Kind.PERSON if quantity is Number.ONE else Kind.GROUP) if people else mention.kind
    whole = group_of(words)
    anonymity = mention.anonymity or describe_anonymity(whole)
    return evolve(
        mention,
        kind=kind,
        naming=Naming.UNNAMED,
        number=quantity,
        name=None,
        definite=False,
        anonymity=evolve(anonymity, descriptor=describe_words(words)),
    )


def _joined(members: Sequence[Sequence[Word]]) -> Mention:
    """Several members as one mention: of their common kind, or a group; named as soon as one of them is."""
    mentions = [_describe(group_of(m)) for m in members if m]
    kinds = {m.kind for m in mentions}
    named = [m for m in mentions if m.naming is Naming.NAMED]
    alike = len(kinds) == 1 and (len(named) == len(mentions) or not kinds & {Kind.PERSON})
    kind = kinds.pop() if alike else Kind.GROUP
    texts = tuple(m.name or describe_words(w) for m, w in zip(mentions, members, strict=True))
    listed = ", ".join(texts[:-1]) + " and " + texts[-1]
    anonymity = None if named else evolve(describe_anonymity(group_of(members[-1])), descriptor=listed)
    return Mention(
        (),
        kind,
        Naming.NAMED if named else Naming.UNNAMED,
        Number.SEVERAL,
        name=listed if named else None,
        head=mentions[-1].head,
        members=texts,
        anonymity=anonymity,
    )


def _describe(groups: Groups) -> Mention:
    head, number = groups.head[-1], number_of(groups)
    if groups.name:
        return describe_person(groups, groups)
    joined = _name_behind(groups)
    if joined is not None:
        return joined
    apposed = group_of(groups.apposed) if groups.apposed else None
    if apposed is not None and apposed.name and head.is_in("offices", "unnamed-heads", "spokespeople", "vague-heads"):
        return describe_person(groups, apposed)
    return _by_head(groups, head, number)


def _name_behind(groups: Groups) -> Mention | None:
    """The person named behind a title with a field, place or body of its own (*Minister for Sea Trade Ana Reyes*)."""
    if groups.definite is not None or not groups.after or not groups.head[-1].is_in(*_PERSONS, "vague-heads"):
        return None
    last = next(
        at for at in reversed(range(len(groups.after))) if at == 0 or groups.after[at].is_on("group-words.field")
    )
    named = group_of(groups.after[last + 1 :]) if groups.after[last + 1 :] else None
    if named is None or named.after or len(named.name) < len(("given", "last")):
        return None
    before = named.head[: len(named.head) - len(named.name)]
    if not before or not (_tells_field(before[-1]) or _tells_master(before)):
        return None
    title = evolve(groups, after=(*groups.after[: last + 1], *before))
    return describe_person(title, evolve(named, head=named.name))


def _tells_field(word: Word) -> bool:
    """Whether a word can end a title's field, place or body (*for Trade*, *of Public Works*)."""
    if word.is_in("places", "outlets", *_BODIES, "organisation-heads", "government-heads"):
        return True
    return word.is_capital and word.is_in("common-nouns") and not word.is_in(*_PERSONS)


def _tells_master(words: Sequence[Word]) -> bool:
    """Whether a title ends with whom it serves, not named there (*counselor to the president Ana Reyes*)."""
    match words:
        case (Word(lower="the"), office):
            return office.is_in("offices") and not office.is_capital
    return False


def _by_head(groups: Groups, head: Word, number: Number) -> Mention:
    """By the first rule that holds."""
    build = next((build for holds, build in _RULES if holds(groups, head)), _unlisted)
    return build(groups, number)


def _speaks_as_person(_groups: Groups, head: Word) -> bool:
    listed = head.is_in("offices", "unnamed-heads", "spokespeople")
    return listed or (head.is_in("vague-heads") and not head.is_in("organisation-heads"))


def _only(*lexicons: str) -> Holds:
    """Whether the head stands in these lists, and no list of persons or bodies has it too."""

    def holds(_groups: Groups, head: Word) -> bool:
        return head.is_in(*lexicons) and not head.is_in(*_PERSONS, "government-heads", "organisation-heads")

    return holds


def _any(*lexicons: str) -> Holds:
    def holds(_groups: Groups, head: Word) -> bool:
        return head.is_in(*lexicons)

    return holds


def _is_party(_groups: Groups, head: Word) -> bool:
    return head.has_tag("party", "organisations") and head.lower.endswith("s")


def _is_outlet(groups: Groups, head: Word) -> bool:
    return head.is_in("outlets") or head.is_site or _is_unlisted_outlet(groups)


def _is_unlisted_outlet(groups: Groups) -> bool:
    """A name nobody lists that ends as newspapers' and broadcasters' names do, or *the Herald*."""
    head = groups.head[-1]
    if not head.is_capital or not head.is_in("outlet-endings"):
        return False
    return len(groups.core) < len(groups.head) or (len(groups.core) > 1 and groups.core[-2].is_capital)


def _demonym(groups: Groups, number: Number) -> Mention:
    """*the Russians*: a people stands for its government; any others are people."""
    if len(groups.core) == 1 and groups.definite is not False and groups.head[-1].text.endswith("s"):
        return Mention((), Kind.GROUP, Naming.NAMED, Number.SEVERAL, name=describe_words(groups.core))
    return describe_people(groups, number)


def _unlisted(groups: Groups, number: Number) -> Mention:
    """A head no list of speakers has: capitalised it is a name of something; else somebody or something undescribed."""
    head = groups.head[-1]
    name = describe_words(groups.bare)
    capitals = len(groups.core) > 1 and all(word.is_capital for word in groups.core)
    tells = head.is_acronym or not head.readings or groups.has_name or capitals
    if head.is_capital and not is_function(head) and tells:
        return Mention((), Kind.ORGANISATION, Naming.NAMED, number, name=name)
    quantity = head.is_in("vague-quantifiers") or is_function(head)
    if number is Number.SEVERAL or quantity or _is_personal(head):
        return describe_people(groups, number)
    named = groups.has_name or groups.definite is True
    return Mention(
        (),
        Kind.UNKNOWN,
        Naming.NAMED if named else Naming.UNNAMED,
        number,
        name=name,
        head=head.lower,
        definite=groups.definite,
        anonymity=None if named else describe_anonymity(groups),
    )


def _is_personal(head: Word) -> bool:
    """Whether an unlisted noun looks like somebody who does something (*announcer*, *tutor*)."""
    return not head.is_in("common-nouns", "common-verbs") and head.lower.endswith(PERSONAL_ENDINGS)


def _is_numbered_part(groups: Groups, head: Word) -> bool:
    return len(groups.head) > 1 and head.text.isdigit()


def _numbered_part(groups: Groups, _number: Number) -> Mention:
    """*Section 12 of the Ferry Act*: anybody can look it up."""
    return Mention((), Kind.DOCUMENT, Naming.NAMED, Number.ONE, name=describe_words(groups.full))


_RULES: tuple[tuple[Holds, Callable[[Groups, Number], Mention]], ...] = (
    (_is_numbered_part, _numbered_part),
    (_is_outlet, describe_outlet),
    (_is_party, describe_members_of_party),
    (_any(*_BODIES), describe_body),
    (_any("places"), describe_place),
    (_only("outlet-heads"), describe_outlet),
    (_only("document-heads"), describe_document),
    (_speaks_as_person, describe_people),
    (_any("government-heads", "organisation-heads"), describe_body_head),
    (_any("document-heads", "reporting-nouns"), describe_document),
    (_any("demonyms"), _demonym),
)
"""What the head is, first that holds."""
