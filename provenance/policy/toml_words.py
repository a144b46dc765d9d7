"""Words as TOML writes them."""

import json


def quote(words: str) -> str:
    """Give a text as a TOML string on one line."""
    return json.dumps(words.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "\\u007f")
