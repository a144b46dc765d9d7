"""From what a user names on the command line to the files it stands for."""

import glob
import os
import stat
from collections.abc import Iterable, Iterator

from provenance.errors import ReadingError
from provenance.reading.detection import find_format
from provenance.reading.item import RawFile
from provenance.reading.raw import load_bytes
from provenance.reading.registry import SHARED, SUFFIXES

STDIN = "-"
_ENDINGS = (*SUFFIXES, *(suffix + ".gz" for suffix in SUFFIXES))
_SHARED = (*SHARED, *(suffix + ".gz" for suffix in SHARED))


def find_files(arguments: Iterable[str]) -> list[str]:
    """List the files that `arguments` stand for: files, folders (searched, in sorted order), patterns and `-`.

    Nothing is lost: an argument that stands for no file is kept as it is, so that reading it says what is wrong with
    it. A file named twice is listed once, where it was named first.
    """
    return list(dict.fromkeys(path for argument in arguments for path in _expand(argument)))


def _expand(argument: str) -> Iterable[str]:
    """List the files of one argument, at least one."""
    if argument == STDIN or _is_file(argument):
        return [argument]
    if _is_folder(argument):
        return list(_walk(argument)) or [argument]
    if not glob.has_magic(argument):
        return [argument]
    found = [path for match in sorted(_matches(argument)) for path in _of_match(match)]
    return found or [argument]


def _of_match(match: str) -> Iterable[str]:
    """List the files of something that a pattern matched."""
    return list(_walk(match)) if _is_folder(match) else [match]


def _matches(pattern: str) -> list[str]:
    """List what `pattern` matches (`**` reaches into folders); nothing if it is no path at all."""
    try:
        return glob.glob(pattern, recursive=True)  # noqa: PTH207 - the user's own spelling of the path is kept
    except (ValueError, OSError):
        return []


def _walk(folder: str) -> Iterator[str]:
    """Yield the articles below `folder` in sorted order, hidden ones left out, and sub-folders that cannot be read."""
    closed: list[str] = []
    for parent, folders, names in os.walk(folder, onerror=lambda error: closed.append(str(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = os.path.join(parent, name)  # noqa: PTH118 - as above
            if not name.startswith(".") and (name.lower().endswith(_ENDINGS) or _is_article(path)) and not _waits(path):
                yield path
    yield from closed


def _waits(path: str) -> bool:
    """Whether a file of a folder is a pipe, at which a run would wait for ever."""
    try:
        return stat.S_ISFIFO(os.stat(path).st_mode)  # noqa: PTH116 - for each of many thousands
    except OSError:
        return False


def _is_article(path: str) -> bool:
    """Whether a file that may be anything, by its name, is an article by its content."""
    if not path.lower().endswith(_SHARED):
        return False
    try:
        return find_format(RawFile(path, load_bytes(path))) != "text"
    except ReadingError:
        return False


def _is_file(path: str) -> bool:
    """Whether `path` is there and is no folder; false for what can be no path."""
    try:
        return os.path.lexists(path) and not os.path.isdir(path)  # noqa: PTH112
    except ValueError:
        return False


def _is_folder(path: str) -> bool:
    """Whether `path` is a folder; false for what can be no path."""
    try:
        return os.path.isdir(path)  # noqa: PTH112
    except ValueError:
        return False
