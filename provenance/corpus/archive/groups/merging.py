"""The last step: the groups of all windows, those that are one put together, as the tables `groups` and `members`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from provenance.corpus.archive.groups.grown import describe_rows
from provenance.corpus.archive.groups.tables import SCHEMAS
from provenance.corpus.archive.groups.unions import GroupKey, Seen, Unions, claims_of, see
from provenance.corpus.archive.groups.windows import Block, Window
from provenance.corpus.archive.groups.workshop import Workshop, write_table
from provenance.corpus.archive.tables import Row

_PER_PART = 20_000
_LINKING = ["group", "block", "article", "attribution", "clauses", "places"]


def merge_windows(windows: Sequence[Window], folder: Path) -> dict[str, int]:
    """Write the tables of all groups; return how many groups and members there are. Doing it again changes nothing."""
    workshop = Workshop(folder)
    unions = _find_unions(windows, workshop)
    for table in SCHEMAS:
        for path in (folder / table).glob("*.parquet"):
            path.unlink()
    held: dict[str, list[Row]] = {table: [] for table in SCHEMAS}
    counts = dict.fromkeys(SCHEMAS, 0)
    parts = 0
    for number, members in enumerate(_whole_groups(windows, unions, workshop), 1):
        for table, rows in describe_rows(f"g{number}", members).items():
            held[table] += rows
            counts[table] += len(rows)
        if len(held["members"]) >= _PER_PART:
            _write(held, folder, parts)
            parts += 1
    _write(held, folder, parts)
    return counts


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


def _whole_groups(windows: Sequence[Window], unions: Unions, workshop: Workshop) -> Iterator[list[Row]]:
    """Yield the members of every group once its last window is read, those of the same window in order."""
    last: dict[GroupKey, int] = {}
    for key in list(unions.parents):
        root = unions.find(key)
        last[root] = max(last.get(root, 0), key[0])
    open_groups: dict[GroupKey, list[Row]] = defaultdict(list)
    for number, window in enumerate(windows):
        for row in _read(window, workshop, None):
            open_groups[unions.find((number, row["group"]))].append(row)
        for root in sorted(key for key in open_groups if last.get(key, key[0]) <= number):
            yield open_groups.pop(root)


def _read(window: Window, workshop: Workshop, columns: list[str] | None) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pq.read_table(workshop.windows / f"{window.id}.parquet", columns=columns).to_pylist()
    return rows


def _write(held: dict[str, list[Row]], folder: Path, part: int) -> None:
    for table, schema in SCHEMAS.items():
        write_table(folder / table / f"{part:08d}.parquet", pa.Table.from_pylist(held[table], schema))
        held[table].clear()
