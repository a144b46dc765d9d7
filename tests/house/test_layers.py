"""Which module may import which."""

import ast
import subprocess
import sys
import tomllib

from tests.house.sources import ROOT, modules, tree_of


def test_import_contracts_hold() -> None:
    """Every contract of import-linter in pyproject.toml is kept."""
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_folder_has_its_layer() -> None:
    """No module or folder of the package stands outside the declared order."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    declared = {name.strip().removeprefix("provenance.") for layer in layers for name in layer.split("|")}
    held = {path.stem for path in (ROOT / "provenance").iterdir() if path.is_dir() or path.suffix == ".py"}
    assert {name for name in held if not name.startswith("_")} <= declared


def test_inner_modules_leave_the_package_root_alone() -> None:
    """No module of the package imports names from `provenance` itself, only from its layers."""
    roots = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in modules("provenance")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom) and node.module == "provenance"
    ]
    assert not roots


def test_each_package_is_made_of_known_layers() -> None:
    """Imports of the package are absolute, so that a layer can be read off every one."""
    relative = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in modules("provenance")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert not relative
