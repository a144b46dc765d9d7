"""Lexicons and fragments: the words and the named pieces that patterns are made of."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from provenance.rulebook.file_head import check_kind, read_id
from provenance.rulebook.schema import Entry, Fragment, Lexicon, PartOfSpeech
from provenance.rulebook.table import Table
from provenance.rulebook.toml_file import RuleFile

_FRAGMENT_NAME = re.compile(r"[A-Z][A-Z0-9_]*")


def load_lexicon(file: RuleFile) -> Lexicon:
    """Load the lexicon in one file; its entries carry the lexicon's defaults."""
    table = Table(file, file.data)
    written_id = read_id(table, "lexicon")
    pos = table.choice("pos", PartOfSpeech)
    lexicon = Lexicon(
        written_id, pos, table.text("source"), _load_entries(table), table.place, table.mapping("default")
    )
    table.close()
    return lexicon


def load_fragments(file: RuleFile) -> tuple[Fragment, ...]:
    """Load the fragments in one file."""
    table = Table(file, file.data)
    check_kind(table, "fragments")
    fragments = tuple(map(_load_fragment, table.tables("fragment")))
    table.close()
    return fragments


def _load_fragment(table: Table) -> Fragment:
    fragment = Fragment(table.text("name"), table.text("match"), table.text("reason"), table.place)
    if fragment.name and not _FRAGMENT_NAME.fullmatch(fragment.name):
        table.fault(f"the name '{fragment.name}' is not in CAPS", "name")
    table.close()
    return fragment


def _load_entries(table: Table) -> tuple[Entry, ...]:
    """Load the entries that have a lemma or a name, each over the lexicon's defaults."""
    default = table.mapping("default")
    entries = []
    for written in table.mappings("entries"):
        entry = read_entry(written, default)
        if entry:
            entries.append(entry)
        else:
            table.fault(f"an entry without 'lemma' or 'name': {dict(written)}", "entries")
    _report_repeated(table, entries)
    return tuple(entries)


def read_entry(written: Mapping[str, Any], default: Mapping[str, Any]) -> Entry | None:
    """Make an entry of what is written, over the defaults; None if it has neither lemma nor name."""
    key = "lemma" if "lemma" in written else "name"
    lemma = written.get(key)
    if not isinstance(lemma, str) or not lemma:
        return None
    fields = {**default, **written}
    del fields[key]
    return Entry(lemma, fields)


def _report_repeated(table: Table, entries: Sequence[Entry]) -> None:
    """Report every entry that stands in the lexicon twice, on the line of its last appearance."""
    for lemma, times in Counter(entry.lemma for entry in entries).items():
        if times > 1:
            position = max(table.file.source.rfind(f'{key} = "{lemma}"') for key in ("lemma", "name"))
            line = table.file.source.count("\n", 0, max(position, 0)) + 1
            table.file.fault(line, f"the entry '{lemma}' stands here {times} times")
