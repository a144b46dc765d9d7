"""File names as other tools want them."""

import os
from pathlib import Path
from urllib.parse import quote


def slashed(path: str) -> str:
    """Return a path with slashes and without a leading `./`."""
    return Path(path).as_posix()


def uri_of(path: str) -> str:
    """Return a relative reference for a relative path, a file URI for an absolute one."""
    named = Path(path)
    return named.as_uri() if named.is_absolute() else quote(os.fsencode(named.as_posix()))
