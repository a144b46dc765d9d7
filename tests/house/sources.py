"""The files of the repository, for the tests of its structure."""

import ast
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
_LEFT_OUT = frozenset({".git", ".venv", "dist", "build", "__pycache__"})
_GIT = shutil.which("git") or "git"

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


class Defined(NamedTuple):
    """A function or class, the file it stands in, and whether it can be reached by public names alone."""

    path: Path
    node: Definition
    public: bool

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.node.lineno} {self.node.name}"


@cache
def repository_files() -> tuple[Path, ...]:
    """Every file under version control, or every file at all where there is no git."""
    listed = subprocess.run([_GIT, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        found = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    else:
        found = [path for path in ROOT.rglob("*") if not _LEFT_OUT & set(path.relative_to(ROOT).parts)]
    return tuple(sorted(path for path in found if path.is_file()))


def text_of_file(path: Path) -> str:
    """The text of a file; '' for a binary one."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def modules(folder: str) -> tuple[Path, ...]:
    """The Python files of a folder of the repository."""
    return tuple(sorted((ROOT / folder).rglob("*.py")))


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def definitions(folder: str) -> Iterator[Defined]:
    """Every function and class of a folder, nested ones included."""
    for path in modules(folder):
        yield from _defined_in(path, tree_of(path), public=True)


def _defined_in(path: Path, parent: ast.AST, *, public: bool) -> Iterator[Defined]:
    for node in ast.iter_child_nodes(parent):
        if isinstance(node, Definition):
            reachable = public and not node.name.startswith("_")
            yield Defined(path, node, reachable)
            yield from _defined_in(path, node, public=reachable and isinstance(node, ast.ClassDef))
        else:
            yield from _defined_in(path, node, public=public)
