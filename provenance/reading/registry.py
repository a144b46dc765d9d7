"""The formats that are read: which module reads each, what its files are called, and what must be installed for it."""

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec

from attrs import frozen

from provenance.errors import ReadingError
from provenance.reading.item import ReadItems

_FOLDER = "provenance.reading.formats"


@frozen(eq=False, repr=False)
class Format:
    """A format; `module` reads it: none does plain text, out of which nothing has to be taken.

    `needs` are packages of the extra `formats`, by the names under which they are imported. A file in a `binary` format
    has no text of its own.
    """

    module: str
    suffixes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    binary: bool = False


FORMATS: Mapping[str, Format] = {
    "text": Format("", (".txt", ".text")),
    "html": Format("web_page", (".html", ".htm", ".xhtml")),
    "markdown": Format("markdown", (".md", ".markdown"), ("markdown_it", "yaml")),
    "docx": Format("docx", (".docx",), ("docx",), binary=True),
    "nitf": Format("nitf", (".nitf",)),
    "newsml-g2": Format("newsml", (".newsml",)),
    "ninjs": Format("ninjs", (".ninjs",)),
    "superdesk": Format("superdesk"),
    "ans": Format("ans", (".ans",)),
    "feed": Format("feed", (".rss", ".atom")),
    "jsonl": Format("json_lines", (".jsonl", ".ndjson")),
    "warc": Format("warc", (".warc",), ("fastwarc",), binary=True),
}
"""Every format by the name that `--input` takes."""
SUFFIXES = tuple(suffix for form in FORMATS.values() for suffix in form.suffixes)
"""What a folder is searched for, also with `.gz` behind it; a file named explicitly may be called anything."""
SHARED = ".xml", ".json"
"""Endings of many kinds of files: the content decides, and a folder's files of no known kind are passed over."""


def is_installed(name: str) -> bool:
    """Tell whether everything that a format needs is there."""
    return all(find_spec(package) is not None for package in FORMATS[name].needs)


def load_reader(name: str, path: str) -> ReadItems:
    """Load the reader of a format; raise ReadingError if what it needs is not installed."""
    form = FORMATS[name]
    try:
        reader: ReadItems = import_module(f"{_FOLDER}.{form.module}").read_items
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in form.needs:
            raise
        reason = f"is {name}, which needs the package {error.name}: pip install 'provenance[formats]'"
        raise ReadingError(path, reason) from error
    return reader
