"""Looks elements of XML up by name, whatever their namespace."""

from collections.abc import Iterator

from lxml import etree

from provenance.reading.fragments import name_of
from provenance.reading.item import even, first_text


def find_all(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the elements within `root` of a name, in small letters, in order."""
    return (element for element in root.iter() if element is not root and name_of(element) == name)


def words_in(element: etree._Element) -> str | None:
    """Give all words in an element, white space evened out; None if it has none."""
    return even("".join(map(str, element.itertext())))


def words_of(root: etree._Element, name: str) -> str | None:
    """Give the words of the first element of a name that has any."""
    return next(filter(None, map(words_in, find_all(root, name))), None)


def attribute_of(root: etree._Element, element: str, name: str) -> str | None:
    """Give an attribute of the first element of a name that has it."""
    return first_text(found.get(name) for found in find_all(root, element))
