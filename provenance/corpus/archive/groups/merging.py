"""The last step: the groups of all windows, those that are one put together, as tables."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from provenance.corpus.archive.groups.audited import Cards, audit_loose, audit_whole
from provenance.corpus.archive.groups.grown import make_whole, rows_of
from provenance.corpus.archive.groups.tables import SCHEMAS
from provenance.corpus.archive.groups.unions import GroupKey, Seen, Unions, claims_of, see
from provenance.corpus.archive.groups.windows import Block, Window
from provenance.corpus.archive.groups.workshop import Workshop
from provenance.corpus.archive.tables import Row
from provenance.corpus.archive.whole import write_table

_PER_PART = 20_000
_LINKING = ["group", "block", "article", "attribution", "clauses", "places"]


def merge_windows(windows: Sequence[Window], folder: Path, cards: Cards) -> dict[str, int]:
    """Write the tables of all groups; return how many rows each has. Doing it again changes nothing."""
    workshop = Workshop(folder)
    unions = _find_unions(windows, workshop)
    for table in SCHEMAS:
        for path in (folder / table).glob("*.parquet"):
            path.unlink()
    held: dict[str, list[Row]] = {table: [] for table in SCHEMAS}
    counts = dict.fromkeys(SCHEMAS, 0)
    parts = 0
    for rows in _all_rows(windows, unions, workshop, cards):
        for table, some in rows.items():
            held[table] += some
            counts[table] += len(some)
        if len(held["members"]) >= _PER_PART:
            _write(held, folder, parts)
            parts += 1
    _write(held, folder, parts)
    return counts


def _all_rows(
    windows: Sequence[Window], unions: Unions, workshop: Workshop, cards: Cards
) -> Iterator[dict[str, list[Row]]]:
    """Yield the rows of every group by table, then those of conflicts outside groups."""
    for number, (members, hits) in enumerate(_whole_groups(windows, unions, workshop), 1):
        whole = make_whole(f"g{number}", members)
        yield rows_of(whole) | audit_whole(whole, hits, cards)
    met: set[int] = set()
    for window in windows:
        for hit in _read_hits(window, workshop):
            key = hash(tuple((one["article"], one["attribution"]) for one in hit["accounts"]))
            if hit["group"] is None and key not in met:
                met.add(key)
                yield audit_loose(hit, cards)


def _find_unions(windows: Sequence[Window], workshop: Workshop) -> Unions:
    """Go through the windows; of each block what was found is kept until the last window that reads it."""
    unions = Unions()
    last = {block: number for number, window in enumerate(windows) for block in window.blocks}
    seen: dict[Block, list[Seen]] = defaultdict(list)
    for number, window in enumerate(windows):
        rows = _read(window, workshop, _LINKING)
        for at, block in enumerate(window.blocks):
            if block not in seen and last[block] == number:
                continue
            found = see(((number, row["group"]), claims_of(row)) for row in rows if row["block"] == at)
            for before in seen[block]:
                unions.join(before, found)
            seen[block].append(found)
            if last[block] == number:
                del seen[block]
    return unions


def _whole_groups(
    windows: Sequence[Window], unions: Unions, workshop: Workshop
) -> Iterator[tuple[list[Row], list[Row]]]:
    """Yield the members and the hits of every group once its last window is read, those of the same window in order."""
    last: dict[GroupKey, int] = {}
    for key in list(unions.parents):
        root = unions.find(key)
        last[root] = max(last.get(root, 0), key[0])
    open_groups: dict[GroupKey, list[Row]] = defaultdict(list)
    hits: dict[GroupKey, list[Row]] = defaultdict(list)
    for number, window in enumerate(windows):
        for row in _read(window, workshop, None):
            open_groups[unions.find((number, row["group"]))].append(row)
        for hit in _read_hits(window, workshop):
            if hit["group"] is not None:
                hits[unions.find((number, hit["group"]))].append(hit)
        for root in sorted(key for key in open_groups if last.get(key, key[0]) <= number):
            yield open_groups.pop(root), hits.pop(root, [])


def _read_hits(window: Window, workshop: Workshop) -> list[Row]:
    rows: list[Row] = pq.read_table(workshop.windows / f"{window.id}.hits").to_pylist()
    return rows


def _read(window: Window, workshop: Workshop, columns: list[str] | None) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pq.read_table(workshop.windows / f"{window.id}.parquet", columns=columns).to_pylist()
    return rows


def _write(held: dict[str, list[Row]], folder: Path, part: int) -> None:
    for table, schema in SCHEMAS.items():
        write_table(folder / table / f"{part:08d}.parquet", pa.Table.from_pylist(held[table], schema))
        held[table].clear()
