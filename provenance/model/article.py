"""One news text with what is known about it."""

from attrs import frozen


@frozen
class Link:
    """A hyperlink of a web page: the words that carry it and where it points."""

    start: int
    end: int
    target: str


@frozen
class Article:
    """The text exactly as read, and its metadata.

    `text` is never changed after reading; every span of every record indexes it. `path` is how the user named the
    input (None for a bare string). `extracted` is true where `text` is not the file itself but was taken out of it
    (web pages), so that reports must carry the text along. `notes` are remarks of the reader for people.
    """

    text: str
    path: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str = "en"
    encoding: str = "utf-8"
    extracted: bool = False
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
