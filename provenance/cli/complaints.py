"""What a command says when it cannot do what it was asked for."""

import sys

INCOMPLETE = 2


def complain(reason: str) -> int:
    """Say on stderr why the command cannot go on; return the exit code for that."""
    print(f"provenance: {reason}", file=sys.stderr)
    return INCOMPLETE
