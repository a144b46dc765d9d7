"""What a command says when it cannot do what it was asked for."""

import sys
from collections.abc import Sequence
from importlib.util import find_spec

from provenance.errors import SettingsError

INCOMPLETE = 2


def complain(reason: str) -> int:
    """Say on stderr why the command cannot go on, a line for each fault; return the exit code for that."""
    for line in reason.splitlines() or [""]:
        print(f"provenance: {line}", file=sys.stderr)
    return INCOMPLETE


def require_packages(needed: Sequence[str], extra: str) -> None:
    """Raise SettingsError where packages of an extra are missing; it says how to install them."""
    missing = [name for name in needed if find_spec(name) is None]
    if missing:
        msg = f"{' and '.join(missing)} missing: pip install 'provenance[{extra}]'"
        raise SettingsError(msg)
