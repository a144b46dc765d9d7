"""Where the shipped rules lie."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def default_rules() -> Path:
    """Find the rules folder: inside the installed package, or beside it in a checkout."""
    shipped = _PACKAGE / "_rules"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "rules"
