"""Where a comparison keeps what it has not finished: a folder beside the tables, gone when they are whole."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from provenance.corpus.archive.whole import write_text

_FOLDER = "compare"


@frozen
class Workshop:
    """The folder of an archive, as a comparison sees it."""

    folder: Path

    @property
    def home(self) -> Path:
        """All that the comparison keeps."""
        return self.folder / _FOLDER

    @property
    def slices(self) -> Path:
        """The records sorted by time."""
        return self.home / "slices"

    @property
    def windows(self) -> Path:
        """What was found in each window."""
        return self.home / "windows"

    def mark(self, name: str, data: Mapping[str, Any]) -> None:
        """Mark a step or one of its tasks as done, with what it came to."""
        write_text(self.home / f"{name}.json", json.dumps(data))

    def read_mark(self, name: str) -> dict[str, Any] | None:
        """What a step that is done came to; None if it is not."""
        try:
            data: dict[str, Any] = json.loads((self.home / f"{name}.json").read_bytes())
        except FileNotFoundError:
            return None
        return data

    def clear(self) -> None:
        """Forget all that was done."""
        shutil.rmtree(self.home, ignore_errors=True)

    def tidy(self) -> None:
        """Drop what is of no use once the tables are written."""
        for path in (self.slices, self.windows):
            shutil.rmtree(path, ignore_errors=True)
