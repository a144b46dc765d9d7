"""HTML as values: text is escaped wherever it enters, so no template can forget to."""

from collections.abc import Iterable
from html import escape

Value = str | int | bool | None
"""Of an attribute: True writes the bare name, None and False leave it out."""

_VOID = frozenset({"meta", "link", "input", "br"})
_UNPRINTABLE = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0xD800, 0xE000)), "\ufffd")


class Markup(str):
    """HTML that goes into a page as it is; a plain string is text and gets escaped."""

    __slots__ = ()


def escape_text(text: str) -> Markup:
    """Return `text` as HTML; what no page may hold (control characters, lone surrogates) becomes U+FFFD."""
    return text if isinstance(text, Markup) else Markup(escape(text.translate(_UNPRINTABLE)))


def join_markup(*parts: str | None) -> Markup:
    """Return parts one after the other, plain strings escaped, None left out."""
    return Markup("".join(escape_text(part) for part in parts if part is not None))


def element(name: str, /, *children: str | None, **attributes: Value) -> Markup:
    """Return an element; `class_` stands for `class` and `data_code` for `data-code`; None and False leave it out."""
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    end = "" if name in _VOID else f"</{name}>"
    return Markup(f"<{name}{written}>{join_markup(*children)}{end}")


def table_head(names: Iterable[str]) -> Markup:
    """Return the head of a table, a cell a column."""
    return element("thead", element("tr", *(element("th", name, scope="col") for name in names)))


def _attribute(key: str, value: Value) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape_text(str(value))}"'
