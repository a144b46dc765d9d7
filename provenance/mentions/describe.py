"""Who or what a source's words refer to: kind, naming, number, name, on whose behalf.

The head decides: the last word of the first noun group (*two aides to the minister*: aides), unless a name follows an
office or a role (*Foreign Minister Ana Reyes*: the name).
"""

from collections.abc import Sequence

from provenance.mentions.anonymity import describe_anonymity
from provenance.mentions.fold import Folded
from provenance.mentions.groups import Groups, number_of, split_groups
from provenance.mentions.words import Word, read_words, text_of_words
from provenance.model import Gender, Kind, Mention, Naming, Number, Span
from provenance.rulebook import Rulebook

_BODIES = ("state-bodies", "organisations", "metonyms")
_BODY_HEADS = ("government-heads", "organisation-heads")
_PEOPLE = ("unnamed-heads", "vague-heads", "spokespeople", "offices", "titles")
_PRONOUN_KINDS = {"it": Kind.UNKNOWN, "they": Kind.GROUP, "we": Kind.PERSON, "i": Kind.PERSON}


def describe_source(folded: Folded, first: int, last: int, rulebook: Rulebook) -> Mention:
    """The mention made by the tokens `[first, last)`."""
    words = read_words(folded, first, last, rulebook)
    span = (Span(folded.tokens.starts[first], folded.tokens.end(last - 1)),)
    groups = split_groups(words)
    if not groups.head:
        return Mention(span, Kind.UNKNOWN, Naming.UNNAMED, Number.UNSPECIFIED)
    pronoun = _pronoun(words, span)
    return pronoun or _describe(groups, span)


def _pronoun(words: Sequence[Word], span: tuple[Span, ...]) -> Mention | None:
    first = words[0].reading("function-words")
    if len(words) > 1 or first is None or not {"pronoun", "possessive"} & first.tags:
        return None
    lower = words[0].text.lower()
    number = Number.SEVERAL if lower in ("they", "them", "their", "we", "us", "our") else Number.ONE
    male, female = lower in ("he", "him", "his"), lower in ("she", "her")
    gender = Gender.MALE if male else Gender.FEMALE if female else Gender.UNKNOWN
    kind = Kind.PERSON if male or female else Kind.GROUP if number is Number.SEVERAL else Kind.UNKNOWN
    if lower in ("i", "me", "my", "we", "us", "our"):
        return Mention(span, Kind.PERSON, Naming.AUTHOR, number, head=lower, pronoun=True)
    return Mention(span, kind, Naming.UNNAMED, number, head=lower, gender=gender, pronoun=True)


def _describe(groups: Groups, span: tuple[Span, ...]) -> Mention:
    head, number = groups.head[-1], number_of(groups)
    if groups.name:
        return _named_person(groups, span, number)
    for lexicons, build in _BY_HEAD:
        if head.is_in(*lexicons):
            return build(groups, span, number)
    return _other(groups, span, number)


def _named_person(groups: Groups, span: tuple[Span, ...], number: Number) -> Mention:
    name = text_of_words(groups.name)
    kind = Kind.PERSON
    if len(groups.members) > 1 and number is Number.SEVERAL:
        name = ", ".join(text_of_words(member) for member in groups.members)
    return Mention(span, kind, Naming.NAMED, number, name=name, head=_role(groups), gender=_gender(groups))


def _role(groups: Groups) -> str | None:
    """The office or role that stands with a name."""
    role = next((w for w in reversed(groups.head) if w.is_in(*_PEOPLE) and w not in groups.name), None)
    return role.text.lower() if role else None


def _gender(groups: Groups) -> Gender:
    for word in groups.head:
        for reading in word.readings:
            if reading.lexicon in ("titles", "offices", "spokespeople", "given-names"):
                value = reading.entry.fields.get("gender", "u")
                if value in ("m", "f"):
                    return Gender(value)
    return Gender.UNKNOWN


def _outlet(groups: Groups, span: tuple[Span, ...], number: Number) -> Mention:
    reading = groups.head[-1].reading("outlets")
    if reading is not None:
        name = text_of_words(groups.head).removeprefix("the ").removeprefix("The ")
        return Mention(span, Kind.OUTLET, Naming.NAMED, number, name=name)
    vague = groups.head[-1].reading("outlet-heads")
    named = groups.has_name or (groups.definite and number is Number.ONE and not (vague and "vague" in vague.tags))
    naming = Naming.NAMED if named else Naming.UNNAMED
    return Mention(
        span, Kind.OUTLET, naming, number, name=text_of_words(groups.bare) if groups.has_name else None,
        head=groups.head[-1].text.lower(), anonymity=None if named else describe_anonymity(groups),
    )


def _body(groups: Groups, span: tuple[Span, ...], number: Number) -> Mention:
    reading = groups.head[-1].reading(*_BODIES)
    name = text_of_words(groups.bare)
    kind = Kind(reading.entry.fields.get("kind", "organisation")) if reading else Kind.ORGANISATION
    return Mention(span, kind, Naming.NAMED, number, name=name)


def _place(groups: Groups, span: tuple[Span, ...], number: Number) -> Mention:
    reading = groups.head[-1].reading("places")
    government = reading.entry.fields.get("government") if reading else None
    text = text_of_words(groups.bare)
    country = reading.entry.lemma if reading else text
    name = str(government) if government else (country if len(text) <= len(country) else text)
    return Mention(span, Kind.GOVERNMENT, Naming.NAMED, number, name=name)


def _body_head(groups: Groups, span: tuple[Span, ...], number: Number) -> Mention:
    head = groups.head[-1]
    kind = Kind.GOVERNMENT if head.is_in("government-heads") else Kind.ORGANISATION
    indefinite = groups.indefinite or (number is Number.SEVERAL and not groups.has_name and not groups.definite)
    if indefinite and not groups.has_name:
        return Mention(
            span, kind, Naming.UNNAMED, number, name=None, head=head.text.lower(), anonymity=describe_anonymity(groups)
        )
    return Mention(span, kind, Naming.NAMED, number, name=text_of_words(groups.bare), head=head.text.lower())


def _document(groups: Groups, span: tuple[Span, ...], number: Number) -> Mention:
    named = groups.has_name or (groups.definite and number is Number.ONE)
    return Mention(
        span, Kind.DOCUMENT, Naming.NAMED if named else Naming.UNNAMED, number, name=text_of_words(groups.bare),
        head=groups.head[-1].text.lower(), anonymity=None if named else describe_anonymity(groups),
    )


def _people(groups: Groups, span: tuple[Span, ...], number: Number) -> Mention:
    head = groups.head[-1]
    kind = Kind.GROUP if number is not Number.ONE else Kind.PERSON
    behalf = groups.employer if head.is_in("spokespeople") else None
    return Mention(
        span, kind, Naming.UNNAMED, number, head=head.text.lower(), gender=_gender(groups), on_behalf_of=behalf,
        anonymity=describe_anonymity(groups),
    )


def _demonym(groups: Groups, span: tuple[Span, ...], number: Number) -> Mention:
    if groups.head[-1].is_capital and number is Number.SEVERAL:
        return Mention(span, Kind.GROUP, Naming.NAMED, number, name=text_of_words(groups.bare))
    return _people(groups, span, number)


def _other(groups: Groups, span: tuple[Span, ...], number: Number) -> Mention:
    """A head nobody lists: capitalised it is a name of something; else somebody or something undescribed."""
    head = groups.head[-1]
    if head.is_capital and not head.readings:
        return Mention(span, Kind.ORGANISATION, Naming.NAMED, number, name=text_of_words(groups.bare))
    if head.is_capital and groups.has_name:
        return Mention(span, Kind.ORGANISATION, Naming.NAMED, number, name=text_of_words(groups.bare))
    if number is Number.SEVERAL or head.is_in("vague-quantifiers"):
        return _people(groups, span, number)
    named = groups.has_name
    return Mention(
        span, Kind.UNKNOWN, Naming.NAMED if named else Naming.UNNAMED, number, name=text_of_words(groups.bare),
        head=head.text.lower(), anonymity=None if named else describe_anonymity(groups),
    )


_BY_HEAD = (
    (("outlets",), _outlet),
    (_BODIES, _body),
    (("places",), _place),
    (("spokespeople", "unnamed-heads", "offices", "vague-heads"), _people),
    (("outlet-heads",), _outlet),
    (_BODY_HEADS, _body_head),
    (("document-heads", "reporting-nouns"), _document),
    (("demonyms",), _demonym),
)
"""Builders by the lexicon of the head, first that holds."""
