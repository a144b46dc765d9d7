"""Bytes from disk or standard input, with one clear reason where there are none."""

import os
import stat
import sys
import zlib
from io import BytesIO

from provenance.errors import ReadingError
from provenance.reading.registry import SUFFIXES

LARGEST = 64 * 1024 * 1024
"""No news text is larger, compressed or not; what is larger is refused before it fills the memory."""
_MEGABYTE = 1024 * 1024
_GZIP_MAGIC = b"\x1f\x8b"


def load_bytes(path: str, largest: int = LARGEST) -> bytes:
    """Read the file at `path`, unpacked if it is gzipped; raise ReadingError if there is nothing to read."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - a path may be no path at all
        if stat.S_ISDIR(mode):
            raise ReadingError(path, f"is a folder without articles ({', '.join(SUFFIXES)})")
        if stat.S_ISBLK(mode) or stat.S_ISCHR(mode) or stat.S_ISSOCK(mode):
            raise ReadingError(path, "is a device, not a file")
        with open(path, "rb") as file:  # noqa: PTH123
            data = file.read(largest + 1)
    except OSError as error:
        raise ReadingError(path, _reason_of(error, path)) from error
    except ValueError as error:
        raise ReadingError(path, "is not a valid path") from error
    return unpack(data, path, largest)


def load_stdin(path: str, largest: int = LARGEST) -> bytes:
    """Read standard input to its end; `path` is what the errors call it."""
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise ReadingError(path, "standard input is closed")
    try:
        data: bytes = stream.read(largest + 1)
    except (OSError, ValueError) as error:
        raise ReadingError(path, "standard input cannot be read") from error
    return unpack(data, path, largest)


def unpack(data: bytes, path: str, largest: int = LARGEST) -> bytes:
    """Unpack `data` if it is gzipped; raise ReadingError if it is damaged or larger than `largest` bytes."""
    if data.startswith(_GZIP_MAGIC):
        import gzip  # noqa: PLC0415  few files are

        try:
            with gzip.open(BytesIO(data)) as file:
                data = file.read(largest + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise ReadingError(path, "is a damaged gzip file") from error
    if len(data) > largest:
        size = f"{largest // _MEGABYTE} MB" if largest >= _MEGABYTE else f"{largest:,} bytes"
        raise ReadingError(path, f"is larger than {size}")
    return data


def _reason_of(error: OSError, path: str) -> str:
    """Say in one clause why a file could not be opened."""
    if not path:
        return "an empty name stands for no file"
    if isinstance(error, FileNotFoundError):
        pattern = any(mark in path for mark in "*?[")
        return "matches no file" if pattern else "does not exist"
    if isinstance(error, PermissionError):
        return "cannot be read: permission denied"
    return f"cannot be read: {(error.strerror or 'unknown error').lower()}"
