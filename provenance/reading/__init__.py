"""From files, folders, web pages and standard input to articles."""

from provenance.reading.inputs import STDIN, find_files
from provenance.reading.json_shapes import FIELDS as JSON_FIELDS
from provenance.reading.json_shapes import find_field
from provenance.reading.language import guess_language
from provenance.reading.likeness import find_doubt
from provenance.reading.reader import (
    AS_FOUND,
    ReadingOptions,
    read_article,
    read_articles,
    read_bytes,
    read_items,
    read_text,
)
from provenance.reading.registry import FORMATS

__all__ = [
    "AS_FOUND",
    "FORMATS",
    "JSON_FIELDS",
    "STDIN",
    "ReadingOptions",
    "find_doubt",
    "find_field",
    "find_files",
    "guess_language",
    "read_article",
    "read_articles",
    "read_bytes",
    "read_items",
    "read_text",
]
