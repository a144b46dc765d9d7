"""Writes a file whole or not at all, so that a full disk or an interruption costs nothing that was there."""

import os
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Put a text in the place of a file's content; raise OSError, with the file as it was, where that cannot be done."""
    target = path.resolve()
    if target.exists() and not target.is_file():
        target.write_text(text, encoding="utf-8")
        return
    written = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        written.write_text(text, encoding="utf-8")
        if target.exists():
            written.chmod(target.stat().st_mode)
        written.replace(target)
    except BaseException:
        with suppress(OSError):
            written.unlink()
        raise
