"""What the terminal can show: width, colour, characters."""

import os
import shutil
import sys
from typing import TextIO

from provenance.cli.argument_types import LEAST_WIDTH
from provenance.model import Severity
from provenance.reports.style import Style

WIDTH_WITHOUT_TERMINAL = 100


def read_width(given: int | None) -> int:
    """Return the width that was asked for, else COLUMNS, else that of the terminal, else 100."""
    return given or max(LEAST_WIDTH, shutil.get_terminal_size((WIDTH_WITHOUT_TERMINAL, 24)).columns)


def read_style(width: int | None = None, show: Severity = Severity.NOTE, *, everything: bool = False) -> Style:
    """Return the style that suits standard output."""
    return Style(read_width(width), wants_colour(sys.stdout), sys.stdout.encoding or "ascii", show, everything)


def wants_colour(stream: TextIO) -> bool:
    """Whether a person looks at the stream and has not asked for NO_COLOR."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
