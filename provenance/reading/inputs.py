"""From what a user names on the command line to the files it stands for."""

import glob
import os
from collections.abc import Iterable, Iterator

STDIN = "-"
SUFFIXES = (".txt", ".text", ".md", ".html", ".htm", ".xhtml")
"""What a folder is searched for, also with `.gz` behind it; a file named explicitly may be called anything."""
_ENDINGS = (*SUFFIXES, *(suffix + ".gz" for suffix in SUFFIXES))


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
            if name.lower().endswith(_ENDINGS) and not name.startswith("."):
                yield os.path.join(parent, name)  # noqa: PTH118 - as above
    yield from closed


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
