"""The examples of a rule, and its exceptions, each held by a counter-example."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from provenance.rulebook.schema import AuditExcept, Counter, Example, PatternExcept, TaggedText
from provenance.rulebook.table import Table
from provenance.rulebook.tagged import parse_tagged

_METADATA = {"publisher": str, "credit": str, "info_sources": list, "waived": str, "until": str}
"""What an example may say about its article: what its file says, which audit is waived in it, and until when."""


def load_examples(tables: Iterable[Table]) -> tuple[Example, ...]:
    """Load the texts on which the rule must fire; every further key of theirs is a fact of the result."""
    return tuple(map(_load_example, tables))


def load_counters(tables: Iterable[Table]) -> tuple[Counter, ...]:
    """Load the texts on which the rule must not fire; they hold no tags."""
    return tuple(map(_load_counter, tables))


def load_tagged(table: Table) -> TaggedText:
    """Load the tagged text of an example; the text as it stands, with no tags, after a fault."""
    marked = table.text("text")
    try:
        return parse_tagged(marked)
    except ValueError as error:
        table.fault(str(error), "text")
        return TaggedText(marked, ())


def check_examples(table: Table, examples: Sequence[Example], tag: str | None = None, *, tagged: bool = True) -> None:
    """Check that a rule has an example, and every example a tag (`tag`, if it must be that one; or none if not `tagged`)."""
    if not examples:
        table.fault("the rule has no example on which it fires")
    for example in examples:
        tags = {name for name, _ in example.tagged.spans}
        if (tagged and not tags) or (tag and tags - {tag}):
            table.file.fault(example.place.line, f"the example must tag {f'{{{tag}:...}}' if tag else 'something'}")


def check_guards(
    table: Table, excepts: Sequence[PatternExcept] | Sequence[AuditExcept], counters: Sequence[Counter]
) -> None:
    """Check that counter-examples guard all exceptions and nothing else, and that no exception stands here twice."""
    guards = {counter.guards for counter in counters}
    known: set[str] = set()
    for exception in excepts:
        if exception.id in known:
            table.file.fault(exception.place.line, f"there are two exceptions '{exception.id}'")
        if exception.id not in guards:
            table.file.fault(exception.place.line, f"no counter-example guards the exception '{exception.id}'")
        known.add(exception.id)
    for counter in counters:
        if counter.guards is not None and counter.guards not in known:
            table.file.fault(counter.place.line, f"guards '{counter.guards}', which is no exception of this rule")


def _load_example(table: Table) -> Example:
    tagged, metadata = load_tagged(table), _load_metadata(table)
    return Example(tagged, table.rest(), table.place, metadata)


def _load_metadata(table: Table) -> Mapping[str, Any]:
    """Load what the file of an example says about the article."""
    metadata = table.mapping("metadata")
    for key, value in metadata.items():
        if key not in _METADATA or not isinstance(value, _METADATA[key]):
            table.fault(f"'metadata' holds {', '.join(_METADATA)}, not {key} = {value!r}", "metadata")
    return metadata


def _load_counter(table: Table) -> Counter:
    tagged = load_tagged(table)
    if tagged.spans:
        table.fault("a text on which the rule must not fire holds no tags", "text")
    counter = Counter(tagged.text, table.optional_text("guards"), table.place, _load_metadata(table))
    table.close()
    return counter
