"""Words behind a head, wrapped."""

from collections.abc import Iterator

from provenance.reports.style import Style
from provenance.reports.width import measure_width, wrap

_NARROWEST = 16


def hang(head: str, words: str, style: Style) -> Iterator[str]:
    """Give the lines of words behind a head; further lines stand below where the words began."""
    start = measure_width(head)
    first, *others = wrap(style.plain(words), max(style.width - start, _NARROWEST))
    yield f"{head}{first}".rstrip()
    yield from (f"{' ' * start}{line}" for line in others)
