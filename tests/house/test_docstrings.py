"""What must be explained where it stands."""

import ast

from tests.house.sources import ROOT, definitions, modules, tree_of


def test_everything_public_is_explained() -> None:
    """Every public function, method and class of the package has a docstring."""
    silent = [str(found) for found in definitions("provenance") if found.public and not ast.get_docstring(found.node)]
    assert not silent


def test_every_module_says_what_it_is_for() -> None:
    """Every module of the package has a docstring."""
    assert not [str(path.relative_to(ROOT)) for path in modules("provenance") if not ast.get_docstring(tree_of(path))]


def test_every_test_says_what_must_be_true() -> None:
    """Every test has a docstring of one sentence."""
    tests = [found for found in definitions("tests") if found.node.name.startswith("test_")]
    wrong = [str(found) for found in tests if not is_one_sentence(ast.get_docstring(found.node) or "")]
    assert len(tests) > 100
    assert not wrong


def is_one_sentence(words: str) -> bool:
    """Whether a docstring is one sentence: one paragraph, one final stop."""
    flat = " ".join(words.split())
    return flat.endswith(".") and "\n\n" not in words and ". " not in flat.replace("e.g. ", "").replace("... ", "")
