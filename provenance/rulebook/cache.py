"""Keeps compiled rules in the user's cache folder.

They are named by everything they depend on: the content of the rules, the version of this package and of Python's
expression engine.
"""

import os
import pickle
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from provenance.__about__ import __version__
from provenance.cache import read_kept, write_kept
from provenance.collector import no_collections
from provenance.expressions import magic

_RULEBOOK = "rulebook"
_LAYOUT = 6
"""Counts up when what is kept changes shape."""
_PACKAGE = Path(__file__).parents[1]
_Kept = TypeVar("_Kept")


def keep(digest: str, kind: type[_Kept], make: Callable[[], _Kept]) -> _Kept:
    """What `make` made of the rules with that digest, from the cache if it is there."""
    found = find(digest, kind)
    if found is not None:
        return found
    with no_collections():
        made = make()
        _write(digest, made)
    return made


def find(digest: str, kind: type[_Kept]) -> _Kept | None:
    """What was made of the rules with that digest, if it is kept."""
    with no_collections():
        found = _read(digest)
    return found if isinstance(found, kind) else None


def _read(digest: str) -> object:
    content = read_kept(_RULEBOOK, _name(digest))
    try:
        return pickle.loads(content) if content else None  # noqa: S301  our own file
    except Exception:  # noqa: BLE001  whatever a file of other code raises, the rules are compiled anew
        return None


def _write(digest: str, made: object) -> None:
    try:
        content = pickle.dumps(made, protocol=5)
    except Exception:  # noqa: BLE001  what cannot be kept is only slower
        return
    write_kept(_RULEBOOK, _name(digest), content)


def _name(digest: str) -> str:
    parts = (digest, __version__, _LAYOUT, *_code_stamps(), sys.implementation.name, sys.version, magic())
    return "\0".join(map(str, parts))


def _code_stamps() -> Iterator[str]:
    """What tells apart states of this package's own code: the sizes and times of the modules that compile rules."""
    for folder in ("rulebook", "tokens"):
        with os.scandir(_PACKAGE / folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.endswith(".py"):
                    status = entry.stat()
                    yield f"{entry.name}:{status.st_size}:{status.st_mtime_ns}"
