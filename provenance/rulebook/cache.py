"""Keeps compiled rules in the user's cache folder, so that a command starts quickly.

A kept file is named by everything it depends on: the content of the rules, the version of this package and of Python's
expression engine. It is read only if it is the user's own and whole. Where anything goes wrong (no folder, no space, a
file cut short, two processes at once) the rules are compiled, and nobody is told: it is only slower.
"""

import hashlib
import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from provenance.__about__ import __version__
from provenance.collector import no_collections
from provenance.rulebook.regexes import magic

FOLDER_VARIABLE = "PROVENANCE_CACHE"
"""The environment variable that names another cache folder; empty: nothing is kept."""

_LAYOUT = 4
"""Counts up when what is kept changes shape."""
_KEPT = 24
_Kept = TypeVar("_Kept")


def keep(digest: str, kind: type[_Kept], make: Callable[[], _Kept]) -> _Kept:
    """What `make` made of the rules with that digest, from the cache if it is there."""
    with no_collections():
        file = _file(digest)
        found = _read(file) if file else None
        if isinstance(found, kind):
            return found
        made = make()
        if file:
            _write(file, made)
        return made


def cache_folder() -> Path | None:
    """Where compiled rules are kept; None if the user wants none or has no home."""
    named = os.environ.get(FOLDER_VARIABLE)
    if named is not None:
        return Path(named) if named else None
    with suppress(RuntimeError):
        if sys.platform == "win32":
            return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "provenance"
        if sys.platform == "darwin":
            return Path.home() / "Library" / "Caches" / "provenance"
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "provenance"
    return None


def _file(digest: str) -> Path | None:
    folder = cache_folder()
    parts = (digest, __version__, _LAYOUT, _code_stamp(), sys.implementation.name, sys.version, magic())
    name = hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()
    return folder / f"rulebook-{name[:32]}.bin" if folder else None


def _code_stamp() -> str:
    """What tells apart states of this package's own code: the sizes and times of the modules that compile rules."""
    modules = sorted([*Path(__file__).parent.glob("*.py"), *(Path(__file__).parents[1] / "tokens").glob("*.py")])
    return ",".join(f"{m.name}:{m.stat().st_size}:{m.stat().st_mtime_ns}" for m in modules)


def _read(file: Path) -> object:
    """What a file keeps; None if it cannot be trusted or read."""
    try:
        with file.open("rb") as opened:
            status = os.fstat(opened.fileno())
            if hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & 0o022):
                return None
            content = opened.read()
        digest, payload = content[:32], content[32:]
        return pickle.loads(payload) if hashlib.sha256(payload).digest() == digest else None  # noqa: S301  our own file
    except Exception:  # noqa: BLE001  whatever a damaged file raises, the rules are compiled anew
        return None


def _write(file: Path, made: object) -> None:
    """Keep something in a file, all of it or nothing."""
    with suppress(Exception):
        payload = pickle.dumps(made, protocol=5)
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        import tempfile  # noqa: PLC0415  what is kept is seldom written

        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as opened:
                opened.write(hashlib.sha256(payload).digest() + payload)
            Path(name).replace(file)
        except OSError:
            Path(name).unlink(missing_ok=True)
            return
        kept = sorted(file.parent.glob("rulebook-*.bin"), key=lambda old: old.stat().st_mtime, reverse=True)
        for old in kept[_KEPT:]:
            old.unlink(missing_ok=True)
