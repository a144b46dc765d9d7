"""How large a module and a function may grow."""

import ast

import pytest

from tests.house.sources import ROOT, Defined, definitions, modules

MODULE_LINES = 400
FUNCTION_LINES = 50
PARAMETERS = 5
FOLDERS = ("provenance", "tests", "docs")


def functions(folder: str) -> list[Defined]:
    """The functions and methods of a folder."""
    return [defined for defined in definitions(folder) if not isinstance(defined.node, ast.ClassDef)]


def parameters_of(function: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    """How many parameters callers see."""
    if isinstance(function, ast.ClassDef):
        return 0
    held = function.args
    named = [*held.posonlyargs, *held.args, *held.kwonlyargs]
    return len(named) - (1 if named and named[0].arg in ("self", "cls") else 0)


@pytest.mark.parametrize("folder", FOLDERS)
def test_modules_stay_short(folder: str) -> None:
    """No module has more than 400 lines."""
    lengths = {str(path.relative_to(ROOT)): len(path.read_bytes().splitlines()) for path in modules(folder)}
    assert not {path: lines for path, lines in lengths.items() if lines > MODULE_LINES}


@pytest.mark.parametrize("folder", FOLDERS)
def test_functions_stay_short(folder: str) -> None:
    """No function has more than 50 lines."""
    lengths = {str(found): (found.node.end_lineno or 0) - found.node.lineno + 1 for found in functions(folder)}
    assert not {place: lines for place, lines in lengths.items() if lines > FUNCTION_LINES}


def test_functions_have_few_parameters() -> None:
    """No function of the package has more than 5 parameters."""
    counts = {str(found): parameters_of(found.node) for found in functions("provenance")}
    assert not {place: count for place, count in counts.items() if count > PARAMETERS}


def test_the_table_of_contents_stays_one() -> None:
    """The pipeline module, which everybody reads first, has fewer than 120 lines."""
    assert len((ROOT / "provenance/pipeline.py").read_bytes().splitlines()) < 120
