"""From files, folders, web pages and standard input to articles."""

from provenance.reading.inputs import STDIN, SUFFIXES, find_files
from provenance.reading.language import guess_language, is_english
from provenance.reading.likeness import find_doubt
from provenance.reading.reader import read_article, read_bytes, read_stdin, read_text

__all__ = [
    "STDIN",
    "SUFFIXES",
    "find_doubt",
    "find_files",
    "guess_language",
    "is_english",
    "read_article",
    "read_bytes",
    "read_stdin",
    "read_text",
]
