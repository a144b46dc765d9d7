"""XML 1.0: what it can hold, and how a document is written."""

import re
from xml.etree import ElementTree as ET

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no document can hold, not even escaped: control characters, lone surrogates."""


def clean_text(text: str) -> str:
    """Return text with U+FFFD for what XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)


def dump_xml(root: ET.Element) -> bytes:
    """Return a document, indented, in UTF-8."""
    ET.indent(root, " ")
    document: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{document}\n'.encode()
