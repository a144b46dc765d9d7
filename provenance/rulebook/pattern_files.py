"""Patterns: one construction of English a file."""

from collections.abc import Mapping
from typing import Any

from provenance.rulebook.examples import check_examples, check_guards, load_counters, load_examples
from provenance.rulebook.file_head import read_id
from provenance.rulebook.schema import Emits, Pattern, PatternExcept
from provenance.rulebook.table import Table
from provenance.rulebook.toml_file import RuleFile


def load_pattern(file: RuleFile, ranks: Mapping[str, int]) -> Pattern:
    """Load the pattern in one file; `ranks` holds the precedence that the pack declares."""
    table = Table(file, file.data)
    pattern = _load_body(table, ranks, read_id(table, "pattern"))
    if pattern.id and pattern.id not in ranks:
        table.fault(f"the precedence in pack.toml does not list '{pattern.id}'", "id")
    check_examples(table, pattern.examples)
    check_guards(table, pattern.excepts, pattern.counters)
    return pattern


def _load_body(table: Table, ranks: Mapping[str, int], pattern_id: str) -> Pattern:
    return Pattern(
        id=pattern_id,
        emits=table.choice("emits", Emits),
        match=table.text("match"),
        reason=table.text("reason"),
        source=table.text("source"),
        rank=ranks.get(pattern_id, len(ranks)),
        excepts=tuple(map(_load_except, table.tables("except"))),
        examples=load_examples(table.tables("example")),
        counters=load_counters(table.tables("counter")),
        place=table.place,
        fields=_load_fields(table),
    )


def _load_fields(table: Table) -> Mapping[str, Any]:
    """Take the further settings of a pattern: every key nobody asked for that holds a plain value or a list of them."""
    fields = table.rest()
    for key, value in fields.items():
        if any(isinstance(part, dict | list) for part in (value if isinstance(value, list) else [value])):
            table.fault(f"unknown table '{key}'", key)
    return fields


def _load_except(table: Table) -> PatternExcept:
    exception = PatternExcept(table.text("id"), table.text("reason"), table.text("match"), table.place)
    table.close()
    return exception
