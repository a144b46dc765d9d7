"""English words stand in lexicons, where an editor can read and change them, not in the code that looks for them."""

import ast
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from functools import cache
from pathlib import Path

from provenance import model
from provenance.audits.conditions import FACTS
from provenance.rulebook.forms import forms_of
from provenance.rulebook.list_words import list_words
from provenance.rulebook.load import load_pack
from provenance.rulebook.locate import default_rules
from provenance.rulebook.schema import Pack, PartOfSpeech
from provenance.rulebook.vocabulary import tags_of
from provenance.tokens.symbols import Symbol
from tests.house.sources import ROOT, modules, tree_of

LAYERS = ("mentions", "resolution", "chains", "records", "audits", "attribution", "text", "comparing")
LAYOUT = frozenset({"furniture", "furniture_openings", "headlines", "places", "prefixes", "structure"})
"""Modules of expressions for the layout of pages, which readers of files use before any rules are loaded."""
SOUNDS = "spellings"
"""A module of letters for sounds."""
ALLOWED: Mapping[str, str] = {
    "and": "joins the names that the code itself puts together",
    "the": "the code puts it before what a message calls by a description",
    "who": "stands for people, where *which* stands for things",
    "which": "stands for things, where *who* stands for people",
    "former": "the mark by which stages tell one another that a role is over",
    "er or man woman": "endings of nouns, not words",
    "us is news": "endings by which a noun is no plural, not words",
    "can not": "the code writes short forms out: *can't*, *can not*",
    "words waiver headline lead hedged nothing official told counted quotation stated equal": "what facts, options, findings and evidence are called",
    "a number": "how the kinds of values are called",
    "bare": "a public name of the package",
}
_LETTERS = re.compile(r"[A-Za-z][A-Za-z'’. -]*")
_LIST = re.compile(r"[a-z][a-z-]*\.[a-z][a-z-]*")
_METHODS = frozenset({"startswith", "endswith", "removeprefix", "removesuffix", "split"})


@cache
def shipped() -> Pack:
    """The shipped rules."""
    return load_pack(default_rules())


@cache
def known_words() -> frozenset[str]:
    """Every form of every word that a lexicon lists, names aside."""
    lexicons = (lexicon for lexicon in shipped().lexicons if lexicon.pos is not PartOfSpeech.NAME)
    forms = (form for lexicon in lexicons for entry in lexicon.entries for form, _ in forms_of(entry, lexicon.pos))
    return frozenset(form.lower() for form in forms)


@cache
def own_names() -> frozenset[str]:
    """What the tool calls things: lexicons and their tags, values of records, facts, settings of patterns and cards."""
    pack = shipped()
    lexicons = [lexicon for lexicon in pack.lexicons if lexicon.pos is not PartOfSpeech.LIST]
    entries = [(entry, lexicon.pos) for lexicon in lexicons for entry in lexicon.entries]
    tags = {tag for entry, pos in entries for tag in (*tags_of(entry), *(form for _, form in forms_of(entry, pos)))}
    keys = {key for entry, _ in entries for key in entry.fields}
    kinds = [kind for kind in vars(model).values() if isinstance(kind, type) and issubclass(kind, Enum)]
    values = {str(one.value) for kind in kinds for one in kind}
    patterns = {name for pattern in pack.patterns for name in (*pattern.fields, *map(str, pattern.fields.values()))}
    cards = {name for card in pack.audits for name in (card.id, *card.options, *map(str, card.options.values()))}
    names = {lexicon.id.rpartition("/")[2] for lexicon in pack.lexicons}
    symbols = {*Symbol.__members__, *(fragment.name for fragment in pack.fragments)}
    return frozenset({*tags, *keys, *values, *patterns, *cards, *names, *symbols, *FACTS})


def stages(layer: str) -> list[Path]:
    """The modules of a layer that must not compare text with words of their own."""
    left_out = {*LAYOUT, SOUNDS}
    return [path for path in modules(f"provenance/{layer}") if path.stem not in left_out]


def compared(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The literals of letters that a module compares with something, or holds in a collection, with their lines."""
    counts = {id(part) for node in ast.walk(tree) if _is_count(node) for part in ast.walk(node)}
    for node in ast.walk(tree):
        for held in _held(node) if id(node) not in counts else ():
            if isinstance(held, ast.Constant) and isinstance(held.value, str):
                parts = held.value.split() if isinstance(node, ast.Call) else [held.value.strip()]
                yield from ((held.lineno, part) for part in parts if _LETTERS.fullmatch(part))


def _is_count(node: ast.AST) -> bool:
    """Whether it is *len(("given", "last"))*, a number that says what it counts."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "len"


def _held(node: ast.AST) -> list[ast.expr]:
    match node:
        case ast.Compare(left=left, comparators=others):
            return [left, *others]
        case ast.Set(elts=members) | ast.Tuple(elts=members) | ast.List(elts=members):
            return members
        case ast.Call(func=ast.Attribute(value=value, attr=name), args=args) if name in _METHODS:
            return [value, *args]
        case ast.MatchValue(value=value):
            return [value]
    return []


def is_english(literal: str) -> bool:
    """Whether a literal is words that the lexicons know, and not what the tool calls something of its own."""
    allowed = {word for words in ALLOWED for word in words.split()}
    words = literal.lower().split()
    own = literal in own_names() or len(words) > 2  # a sentence of a message, no words of a text
    return not own and any(word in known_words() and word not in allowed for word in words)


def test_english_words_stand_in_lexicons() -> None:
    """No stage compares text with English words of its own."""
    found = [
        f"{path.relative_to(ROOT)}:{line}: {literal!r} belongs into a lexicon"
        for layer in LAYERS
        for path in stages(layer)
        for line, literal in compared(tree_of(path))
        if is_english(literal)
    ]
    assert not found


def test_every_allowed_word_is_in_the_code() -> None:
    """No word is allowed that no stage has any more."""
    literals = {
        word
        for layer in LAYERS
        for path in stages(layer)
        for _, literal in compared(tree_of(path))
        for word in literal.lower().split()
    }
    assert {word for words in ALLOWED for word in words.split()} <= literals


def test_lists_that_stages_ask_for_exist() -> None:
    """Every list of words that a stage asks for by name has words in the shipped rules."""
    lists = list_words(shipped().lexicons)
    lexicons = {name.partition(".")[0] for name in lists}
    literals = (
        node.value
        for path in modules("provenance")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _LIST.fullmatch(node.value)
    )
    asked = {name for name in literals if name.partition(".")[0] in lexicons}
    assert asked
    assert asked <= set(lists)
