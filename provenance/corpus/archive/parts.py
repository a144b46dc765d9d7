"""The parts on disk: a Parquet file a table and shard; a shard is done when its mark is written, and not before."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
from attrs import frozen

from provenance.corpus.archive.tables import SCHEMAS, Row
from provenance.corpus.archive.whole import write_table, write_text

_DONE, _AT_WORK = "done", "at-work"


@frozen
class Parts:
    """The folder of an archive."""

    folder: Path

    def prepare(self) -> None:
        """Make the folders."""
        for name in (*SCHEMAS, _DONE, _AT_WORK):
            (self.folder / name).mkdir(parents=True, exist_ok=True)

    def write(self, shard: str, rows: Mapping[str, list[Row]], summary: Mapping[str, Any]) -> None:
        """Write the parts of a shard, each whole or not at all, then its mark; writing them again changes nothing."""
        for table, schema in SCHEMAS.items():
            write_table(self.folder / table / f"{shard}.parquet", _table_of(rows.get(table, []), schema))
        write_text(self.folder / _DONE / f"{shard}.json", json.dumps(summary))
        self._at_work(shard).unlink(missing_ok=True)

    def done(self) -> set[str]:
        """The ids of the shards that are done."""
        return {path.stem for path in (self.folder / _DONE).glob("*.json")}

    def summaries(self) -> Iterable[dict[str, Any]]:
        """What every shard that is done came to."""
        for path in sorted((self.folder / _DONE).glob("*.json")):
            yield json.loads(path.read_bytes())

    def note_place(self, shard: str, place: int) -> None:
        """Note which document of a shard is in work, so that it is known if the worker dies."""
        self._at_work(shard).write_text(str(place), encoding="ascii")

    def last_place(self, shard: str) -> int | None:
        """The document that was in work when a worker died; None if none was."""
        try:
            return int(self._at_work(shard).read_text(encoding="ascii"))
        except (OSError, ValueError):
            return None

    def clear(self) -> None:
        """Drop what dead workers left half written."""
        for table in SCHEMAS:
            for path in (self.folder / table).glob("*.tmp"):
                path.unlink(missing_ok=True)

    def _at_work(self, shard: str) -> Path:
        return self.folder / _AT_WORK / shard


def _table_of(rows: list[Row], schema: pa.Schema) -> pa.Table:
    """Make a table; what is no character, as odd bytes in the name of a file are not, is written as its number."""
    try:
        return pa.Table.from_pylist(rows, schema)
    except UnicodeEncodeError:
        return pa.Table.from_pylist(_spell_odd(rows), schema)


def _spell_odd(value: Any) -> Any:  # noqa: ANN401 - whatever a row holds
    if isinstance(value, str):
        return value.encode(errors="backslashreplace").decode()
    if isinstance(value, dict):
        return {name: _spell_odd(one) for name, one in value.items()}
    return [_spell_odd(one) for one in value] if isinstance(value, list | tuple) else value
