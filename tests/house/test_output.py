"""Who may talk to the user, and who may end the run."""

import ast
from pathlib import Path

from tests.house.sources import ROOT, modules, tree_of

ENDINGS = frozenset({"exit", "quit", "_exit"})
COMMAND_LINE = ROOT / "provenance" / "cli"


def calls_outside_the_command_line() -> list[tuple[str, str]]:
    """(place, name of what is called) for every call outside `provenance/cli`."""
    return [
        (f"{path.relative_to(ROOT)}:{node.lineno}", ast.unparse(node.func))
        for path in modules("provenance")
        if COMMAND_LINE not in path.parents
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
    ]


def test_only_the_command_line_prints() -> None:
    """`print` and the standard streams are used in `provenance/cli` alone."""
    written = ("print", "sys.stdout.write", "sys.stderr.write")
    assert not [place for place, name in calls_outside_the_command_line() if name in written]


def test_only_the_command_line_ends_the_run() -> None:
    """`sys.exit` and its like are called in `provenance/cli` alone."""
    assert not [place for place, name in calls_outside_the_command_line() if Path(name).suffix.lstrip(".") in ENDINGS]
    assert not [place for place, name in calls_outside_the_command_line() if name in ENDINGS]


def test_the_command_line_does_print() -> None:
    """The check looks at the right folder: the command line prints."""
    trees = [tree_of(path) for path in modules("provenance/cli")]
    names = {ast.unparse(node.func) for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)}
    assert "print" in names
