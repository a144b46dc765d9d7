"""What goes in and what comes out, by media type."""

from collections.abc import Iterator, Mapping, Sequence
from email.message import Message

JSON, SARIF, HTML, PROBLEM = "application/json", "application/sarif+json", "text/html", "application/problem+json"

READ: Mapping[str, str] = {
    "text/plain": "article.txt",
    "text/html": "article.html",
    "application/xhtml+xml": "article.xhtml",
    "application/json": "article.json",
    "application/xml": "article.xml",
    "text/xml": "article.xml",
}
"""Media types of articles; the name stands in for a file name, which readers look at where the content leaves it open."""

WRITTEN = (JSON, SARIF, HTML)
"""Media types of answers, the first where any will do."""


def name_for(media: str) -> str:
    """The file name that a body of this type would have."""
    return READ[media]


def split_type(header: str) -> tuple[str, str | None]:
    """Return media type and charset (None: not stated) of a Content-Type header."""
    message = Message()
    message["content-type"] = header
    charset = message.get_param("charset")
    return message.get_content_type() if "/" in header else "", charset if isinstance(charset, str) else None


def choose_type(header: str, offered: Sequence[str] = WRITTEN) -> str | None:
    """Return the type that an Accept header likes best, of equals the first offered; None if it likes none."""
    ranges = dict(_read_ranges(header or "*/*"))
    liked = {media: _like(media, ranges) for media in offered}
    best = max(offered, key=lambda media: liked[media])
    return best if liked[best] > 0 else None


def _like(media: str, ranges: Mapping[str, float]) -> float:
    """How much a type is liked: the most specific range decides."""
    names = (media, f"{media.partition('/')[0]}/*", "*/*")
    return next((ranges[name] for name in names if name in ranges), 0.0)


def _read_ranges(header: str) -> Iterator[tuple[str, float]]:
    for part in header.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weights = [piece.partition("=")[2] for piece in parameters if piece.startswith("q=")]
        yield name, _read_weight(weights[0]) if weights else 1.0


def _read_weight(written: str) -> float:
    try:
        return min(1.0, max(0.0, float(written)))
    except ValueError:
        return 0.0
