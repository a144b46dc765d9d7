"""What all JSON formats have in common: how they are written, and spans."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from provenance.model import Span, text_of

Json = dict[str, Any]


def dump_json(data: Json | list[Json]) -> bytes:
    """Return indented UTF-8; a lone surrogate, which UTF-8 cannot hold, comes out as its JSON escape."""
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode(errors="backslashreplace")


def dump_line(data: Json) -> bytes:
    """Return one line in ASCII, so that no reader can mistake U+2028 and its kind in a text for the end of a line."""
    return f"{json.dumps(data, separators=(',', ':'))}\n".encode("ascii")


def export_spans(spans: Iterable[Span]) -> list[list[int]]:
    """Return spans as pairs of start and end."""
    return [[span.start, span.end] for span in spans]


def export_words(spans: Sequence[Span], text: str) -> Json:
    """Return spans with the words of the text that they stand for."""
    return {"spans": export_spans(spans), "text": text_of(spans, text)}
