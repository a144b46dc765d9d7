"""Governments, organisations, outlets and documents as sources."""

from collections.abc import Sequence

from provenance.mentions.anonymity import describe_anonymity
from provenance.mentions.groups import Groups, is_function
from provenance.mentions.words import Word, describe_words
from provenance.model import Kind, Mention, Naming, Number

_BODIES = ("state-bodies", "organisations", "metonyms")
_DESCRIBING = ("common-adjectives", "adverbs")


def describe_outlet(groups: Groups, number: Number) -> Mention:
    """A news outlet by name, or *the newspaper*, *local media*."""
    head = groups.head[-1]
    if head.is_in("outlets") or head.is_site or (head.is_capital and head.is_in("outlet-endings")):
        return Mention((), Kind.OUTLET, Naming.NAMED, Number.ONE, name=describe_words(_titled(groups.bare)))
    vague = head.has_tag("vague", "outlet-heads")
    telling = groups.has_name and not _tells_only_country(groups)
    named = not vague and (telling or (groups.definite is True and number is Number.ONE))
    return Mention(
        (),
        Kind.OUTLET,
        Naming.NAMED if named else Naming.UNNAMED,
        Number.UNSPECIFIED if vague else number,
        name=describe_words(_titled(groups.bare)) if groups.has_name and named else None,
        head=head.lower,
        definite=groups.definite,
        anonymity=None if named else describe_anonymity(groups),
    )


def _tells_only_country(groups: Groups) -> bool:
    """Whether all the names in an outlet's group are countries and peoples (*a Norwegian newspaper*, *Finnish outlets*)."""
    after = () if groups.after and groups.after[0].is_on("group-words.partly") else groups.after
    names = [w for w in (*groups.head[:-1], *after) if w.is_capital and not is_function(w)]
    return bool(names) and all(w.is_in("demonyms", "places") for w in names)


def _titled(words: Sequence[Word]) -> Sequence[Word]:
    """An outlet's name without what only says what it is (*the newspaper Harbour Herald*, *Harbour Weekly magazine*)."""
    first = next((i for i, word in enumerate(words) if word.is_capital or word.is_site), 0)
    for at in range(first + 1, len(words) - 1):
        if words[at].is_in("outlet-heads") and not words[at].is_capital and words[at + 1].is_capital:
            first = at + 1
    last = len(words)
    while last - 1 > first and not words[last - 1].is_capital and words[last - 1].is_in("outlet-heads"):
        last -= 1
    return words[first:last]


def describe_body(groups: Groups, number: Number) -> Mention:
    """A listed body."""
    reading = groups.head[-1].reading(*_BODIES)
    kind = Kind(reading.entry.fields.get("kind", "organisation")) if reading else Kind.ORGANISATION
    plural = groups.head[0].is_on("group-words.some-bodies")
    listed = Number.SEVERAL if plural and number is Number.SEVERAL else Number.ONE
    return Mention((), kind, Naming.NAMED, listed, name=describe_words(_named(groups)))


def _named(groups: Groups) -> tuple[Word, ...]:
    """The listed name and what is capitalised before it, without describing words (*the nonpartisan Budget Office*)."""
    words = groups.bare
    while len(words) > 1 and words[0].is_in(*_DESCRIBING) and not words[0].is_capital:
        words = words[1:]
    return words


def describe_place(groups: Groups, number: Number) -> Mention:
    """A place that speaks is its government; a capital stands for the country's."""
    reading = groups.head[-1].reading("places")
    government = reading.entry.fields.get("government") if reading else None
    text = describe_words(groups.bare)
    country = reading.entry.lemma if reading else text
    name = str(government) if government else (country if len(text) <= len(country) else text)
    return Mention((), Kind.GOVERNMENT, Naming.NAMED, number, name=name)


def describe_body_head(groups: Groups, number: Number) -> Mention:
    """*the foreign ministry*, *Harbour Bank*: named unless indefinite and without a name."""
    head = groups.head[-1]
    kind = _kind_of_head(groups)
    indefinite = groups.definite is False or (number is Number.SEVERAL and groups.definite is None)
    if (indefinite and (not groups.is_identified or _is_of_a_region(groups))) or head.is_on("group-words.crowd"):
        return Mention(
            (),
            Kind.GROUP if head.is_on("group-words.crowd") else kind,
            Naming.UNNAMED,
            number,
            head=head.lower,
            definite=groups.definite,
            anonymity=describe_anonymity(groups),
        )
    name = describe_words(_named(groups))
    return Mention((), kind, Naming.NAMED, number, name=name, head=head.lower, definite=groups.definite)


def _is_of_a_region(groups: Groups) -> bool:
    """Whether several bodies are told only by a part of the world (*Western governments*)."""
    names = [w for w in (*groups.head[:-1], *groups.after) if w.is_capital]
    return bool(names) and all(w.has_tag("region", "demonyms") for w in names)


def _kind_of_head(groups: Groups) -> Kind:
    """By the head; of a panel or a centre by the body it belongs to."""
    head = groups.head[-1]
    owners = [w for w in (*groups.head[:-1], *groups.after) if w.is_in("state-bodies", "government-heads")]
    if head.is_in("government-heads") and not (head.is_in("organisation-heads") and not owners):
        return Kind.GOVERNMENT
    return Kind.GOVERNMENT if owners else Kind.ORGANISATION


def describe_document(groups: Groups, number: Number) -> Mention:
    """A document, named where it can be identified; *reports* without a name are what the media say."""
    head = groups.head[-1]
    if head.is_in("outlet-heads") or head.is_on("group-words.published-say"):
        named = groups.has_name or groups.definite is True
        if not named:
            return Mention(
                (),
                Kind.OUTLET,
                Naming.UNNAMED,
                Number.UNSPECIFIED,
                head=head.lower,
                definite=groups.definite,
                anonymity=describe_anonymity(groups),
            )
    one = groups.definite is True and number is Number.ONE and not head.has_tag("mass", "document-heads")
    named = groups.is_identified or one or (head.has_tag("public", "document-heads") and groups.definite is not False)
    return Mention(
        (),
        Kind.DOCUMENT,
        Naming.NAMED if named else Naming.UNNAMED,
        number,
        name=describe_words(groups.full),
        head=head.lower,
        definite=groups.definite,
        anonymity=None if named else describe_anonymity(groups),
    )
