"""Expressions of modules, whose compiled form is kept from one run to the next."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from provenance.expressions import compile_regex

CODE = r"""
import re
import re._compiler
from provenance.expressions import compile_regex
made, compile_ = [], re._compiler._code
re._compiler._code = lambda parsed, flags: made.append(1) or compile_(parsed, flags)
pattern = compile_regex(r"(?P<first>[a-zà-ž]+) (\w)", re.IGNORECASE)
match = pattern.search("-- Été B")
print(match["first"], match[2], pattern.flags, len(made))
"""


def _run(folder: Path) -> str:
    environment = {**os.environ, "PROVENANCE_CACHE": str(folder)}
    return subprocess.run(
        [sys.executable, "-c", CODE], env=environment, capture_output=True, text=True, check=True
    ).stdout


def test_the_second_run_compiles_nothing(tmp_path: Path) -> None:
    """What one run compiled the next one finds, and it matches alike."""
    assert _run(tmp_path).split() == ["Été", "B", "34", "1"]
    assert _run(tmp_path).split() == ["Été", "B", "34", "0"]


def test_a_damaged_file_is_no_obstacle(tmp_path: Path) -> None:
    """Where what was kept is cut short, expressions are compiled and kept again."""
    _run(tmp_path)
    (kept,) = tmp_path.glob("expressions-*.bin")
    kept.write_bytes(kept.read_bytes()[:-1])
    assert _run(tmp_path).split()[-1] == "1"
    assert _run(tmp_path).split()[-1] == "0"


@pytest.mark.parametrize("source", [r"(?i:a)(?P<b>c)?", "(?x) a  b"])
def test_it_is_the_expression_of_the_library(source: str) -> None:
    """An expression made here is the one that `re.compile` makes, of bytes too."""
    ours, theirs = compile_regex(source), re.compile(source)
    assert (ours, ours.flags, ours.groups, ours.groupindex) == (theirs, theirs.flags, theirs.groups, theirs.groupindex)
    assert compile_regex(source.encode()) == re.compile(source.encode())


def test_a_faulty_expression_is_told_as_the_library_tells_it() -> None:
    """What is no expression raises the error of the library."""
    with pytest.raises(re.error):
        compile_regex("(")
