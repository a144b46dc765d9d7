"""Text as XML 1.0 can hold it."""

import re

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document can hold, not even escaped: control characters, lone surrogates."""


def clean_text(text: str) -> str:
    """Return text with U+FFFD for what XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)
