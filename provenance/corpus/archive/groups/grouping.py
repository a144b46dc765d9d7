"""The second step: the statements of one window to groups, by the same steps as `provenance compare`."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from attrs import frozen

from provenance.collector import rare_collections
from provenance.comparing.dates import day_of
from provenance.comparing.description import part_of
from provenance.comparing.grouping import Grouped, group_statements
from provenance.comparing.meanings import Meanings
from provenance.comparing.speakers import Speaker
from provenance.comparing.statements import Statement, read_all
from provenance.corpus.archive.groups.hits import find_hits
from provenance.corpus.archive.groups.kept import restore_all
from provenance.corpus.archive.groups.records import Records
from provenance.corpus.archive.groups.spells import split_spells
from provenance.corpus.archive.groups.tables import FOUND, HITS
from provenance.corpus.archive.groups.windows import Block, Window
from provenance.corpus.archive.groups.workshop import Workshop
from provenance.corpus.archive.tables import Row
from provenance.corpus.archive.whole import write_table
from provenance.model import AuditResult
from provenance.rulebook import Rulebook


@frozen
class GroupJob:
    """What all windows have in common. `open_rules` gives the rules; they are opened once in each worker."""

    folder: str
    open_rules: Callable[[], Rulebook]


def group_window(task: Window, job: GroupJob) -> dict[str, Any]:
    """Group the statements of a window and write its groups, a row a member; return how many there are."""
    workshop, meanings = Workshop(Path(job.folder)), _open_meanings(job.open_rules)
    with rare_collections():
        results, blocks = _read(task.blocks, workshop.slices)
        statements = read_all(results, meanings)
        days = [day_of(result.article.published) for result in results]
        groups = list(split_spells(group_statements(statements), statements, days))
        records = Records(results)
        rows = [
            {"group": number, **row}
            for number, group in enumerate(groups)
            for row in _rows_of(group, statements, records, blocks)
        ]
        hits = list(find_hits(groups, statements, results, meanings))
    write_table(workshop.windows / f"{task.id}.hits", pa.Table.from_pylist(hits, HITS))
    write_table(workshop.windows / f"{task.id}.parquet", pa.Table.from_pylist(rows, FOUND))
    return {"articles": len(results), "statements": len(statements), "groups": len(groups)}


def _read(blocks: Sequence[Block], folder: Path) -> tuple[list[AuditResult], list[int]]:
    """Read the articles of some blocks in the order of their days, and of which block each is."""
    found = [
        (result, number)
        for number, block in enumerate(blocks)
        for path in block
        for result in restore_all(pq.read_table(folder / path).to_pylist())
    ]
    found.sort(key=lambda one: day_of(one[0].article.published) or 0)
    return [result for result, _ in found], [number for _, number in found]


@lru_cache(maxsize=1)
def _open_meanings(open_rules: Callable[[], Rulebook]) -> Meanings:
    return Meanings(open_rules())


def _rows_of(group: Grouped, statements: Sequence[Statement], records: Records, blocks: Sequence[int]) -> Iterator[Row]:
    for number, places in group.parts.items():
        statement = statements[number]
        attribution, article = statement.attribution, records.results[statement.article].article
        spans = part_of(statement, places)
        yield {
            "block": blocks[statement.article],
            "article": article.path,
            "publisher": article.publisher,
            "published": article.published,
            "record": records.of(statement.article, attribution.id),
            "attribution": attribution.id,
            "nested_in": attribution.nested_in,
            "form": attribution.form.value,
            "occasion": attribution.occasion,
            "chain": [_speaker_row(speaker) for speaker in statement.speakers],
            "clauses": len(statement.clauses),
            "places": sorted(places),
            "parts": [{"start": span.start, "text": span.of(statement.text)} for span in spans],
            "verbatim": number in group.utterance,
        }


def _speaker_row(speaker: Speaker) -> Row:
    return {
        "entity": speaker.entity,
        "kind": speaker.kind.value,
        "naming": speaker.naming.value,
        "role": speaker.role.value,
        "sides": sorted(speaker.sides),
    }
