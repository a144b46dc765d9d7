"""Of many objections alike the first: a card with the option `once` wants one a source, an outlet or an article."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from provenance.audits.chain_facts import outlet_of
from provenance.audits.source_facts import source_of
from provenance.audits.subject import Hit, Subject


def _entity_of(subject: Subject) -> str | None:
    source = source_of(subject)
    return source.entity if source else None


ONCE: Mapping[str, Callable[[Subject], str | None]] = {
    "source": _entity_of,
    "outlet": outlet_of,
    "article": lambda _: "article",
}
"""What a card may want only one of, and the name by which two are the same."""


def first_of_each(hits: Iterable[Hit], wanted: str | None) -> Iterator[Hit]:
    """Give the first hit of each name, all of them where `wanted` is nothing; what has no name is left out."""
    name_of = ONCE.get(wanted or "")
    if name_of is None:
        yield from hits
        return
    seen: set[str | None] = {None}
    for hit in hits:
        name = name_of(hit.subject)
        if name not in seen:
            seen.add(name)
            yield hit
