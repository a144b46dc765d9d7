"""What took long to make, kept in the user's cache folder so that a command starts quickly.

A kept file is named by everything it depends on. It is read only if it is the user's own and whole. Where anything goes
wrong (no folder, no space, a file cut short, two processes at once) it is made anew, and nobody is told: it is only slower.
"""

import hashlib
import os
import sys
from contextlib import suppress
from pathlib import Path

FOLDER_VARIABLE = "PROVENANCE_CACHE"
"""The environment variable that names another cache folder; empty: nothing is kept."""

_KEPT = 24
"""So many files of a kind stay; the oldest go."""


def cache_folder() -> Path | None:
    """Where things are kept; None if the user wants nothing kept or has no home."""
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


def read_kept(kind: str, name: str) -> bytes | None:
    """What was kept under a name; None if there is nothing, or nothing that can be trusted."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        with _file(folder, kind, name).open("rb") as opened:
            status = os.fstat(opened.fileno())
            if hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & 0o022):
                return None
            digest, content = opened.read(32), opened.read()
    except OSError:
        return None
    return content if hashlib.sha256(content).digest() == digest else None


def write_kept(kind: str, name: str, content: bytes) -> None:
    """Keep something under a name, all of it or nothing."""
    folder = cache_folder()
    if folder is None:
        return
    with suppress(OSError):
        import tempfile  # noqa: PLC0415  little is written, seldom

        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, new = tempfile.mkstemp(dir=folder, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as opened:
                opened.write(hashlib.sha256(content).digest())
                opened.write(content)
            Path(new).replace(_file(folder, kind, name))
        except OSError:
            Path(new).unlink(missing_ok=True)
            return
        _drop_old(folder, kind)


def _drop_old(folder: Path, kind: str) -> None:
    kept = sorted(folder.glob(f"{kind}-*.bin"), key=lambda old: old.stat().st_mtime, reverse=True)
    for old in kept[_KEPT:]:
        old.unlink(missing_ok=True)


def _file(folder: Path, kind: str, name: str) -> Path:
    return folder / f"{kind}-{hashlib.sha256(name.encode()).hexdigest()[:32]}.bin"
