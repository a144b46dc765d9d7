"""Documentation held against the code it describes."""

import re

import pytest

from provenance.rulebook.language import Name, Node, Selector, parse_pattern
from provenance.rulebook.load import load_pack
from provenance.rulebook.locate import default_rules
from provenance.tokens.symbols import Symbol
from tests.house.sources import ROOT, repository_files, text_of_file

LANGUAGE = (ROOT / "docs/reference/pattern-language.md").read_text(encoding="utf-8")
PATTERNS = re.findall(r"```pattern\n(.*?)```", LANGUAGE, re.DOTALL)
PLACES = {"ANY", "TEXT_START", "TEXT_END"}
HIDDEN = {"CONTINUED", "MUTE"}
"""Symbols that no pattern writes."""


def names_in(node: Node) -> set[str]:
    """Every name in capitals that a pattern uses."""
    if isinstance(node, Name):
        return {node.name}
    held = getattr(node, "items", None) or ([node.item] if hasattr(node, "item") else [])
    return {name for item in held for name in names_in(item)}


def known_names() -> set[str]:
    """The symbols and the fragments of the shipped rules."""
    return {symbol.name for symbol in Symbol} | {fragment.name for fragment in load_pack(default_rules()).fragments}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_patterns_in_the_reference_can_be_read(pattern: str) -> None:
    """Every pattern that the reference shows is one, and uses nothing that the rules do not have."""
    assert names_in(parse_pattern(pattern)) - PLACES <= known_names()


def test_names_in_the_reference_exist() -> None:
    """Every name in capitals in the reference is a symbol, a fragment or a place."""
    named = set(re.findall(r"`([A-Z][A-Z_]{2,})`", LANGUAGE))
    assert named - PLACES <= known_names()


def test_the_reference_names_every_symbol() -> None:
    """Every symbol that patterns can write stands in the reference."""
    assert {symbol.name for symbol in Symbol} - HIDDEN <= set(re.findall(r"`([A-Z_]+)`", LANGUAGE))


def test_lexicons_in_the_reference_exist() -> None:
    """Every lexicon that the reference asks for is shipped."""
    asked = re.findall(r"`@([a-z-]+)|@([a-z-]+)[.\w]* content", LANGUAGE)
    lexicons = {lexicon.id.rpartition("/")[2] for lexicon in load_pack(default_rules()).lexicons}
    assert {one or other for one, other in asked} - {"shape"} <= lexicons
    assert isinstance(parse_pattern("@shape.capital"), Selector)


def test_links_between_pages_lead_somewhere() -> None:
    """Every relative link in the documentation points to a file of the repository."""
    files = set(repository_files())
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in files
        if page.suffix == ".md"
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text_of_file(page))
        if "://" not in target and not (page.parent / target).resolve().exists()
    ]
    assert not broken
