"""What a command says when it cannot do what it was asked for."""

import sys
from collections.abc import Sequence
from importlib.util import find_spec

INCOMPLETE = 2


def complain(reason: str) -> int:
    """Say on stderr why the command cannot go on, a line for each fault; return the exit code for that.

    Where nobody reads its output any more, it raises that error again: this is no fault, and is answered in one place.
    """
    error = sys.exc_info()[1]
    if isinstance(error, BrokenPipeError):
        raise error
    for line in reason.splitlines() or [""]:
        print(f"provenance: {line}", file=sys.stderr)
    return INCOMPLETE


def miss_packages(needed: Sequence[str], extra: str) -> str | None:
    """Say which packages of an extra are missing, and how to install them; None if all are there."""
    missing = [name for name in needed if find_spec(name) is None]
    return f"{' and '.join(missing)} missing: pip install 'provenance[{extra}]'" if missing else None
