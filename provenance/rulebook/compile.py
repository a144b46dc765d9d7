"""Syntax trees to regular expressions over class strings."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Sequence as Sequence_

from attrs import frozen

from provenance.rulebook.language import (
    Capture,
    Choice,
    Literal,
    Look,
    Name,
    Node,
    Not,
    Repeat,
    Selector,
    Sequence,
    parse_pattern,
)
from provenance.rulebook.vocabulary import Atom
from provenance.tokens import CONTINUED, Classifier
from provenance.tokens.pieces import read_surfaces
from provenance.tokens.symbols import Symbol

SPECIAL = {"ANY": ".", "TEXT_END": r"\Z", "TEXT_START": r"\A"}
"""Names that stand for no set of characters."""

_FIRST_BLOCK = 0x21


@frozen
class Expression:
    """A compiled pattern. `groups` maps each capture name to the groups of the expression that hold it, in order."""

    regex: re.Pattern[str]
    groups: Mapping[str, tuple[str, ...]]


def atoms_of(node: Node, fragments: Mapping[str, Node]) -> Iterator[Atom]:
    """Every literal word and selector a pattern uses, fragments included; raises KeyError(name) for unknown ones."""
    if isinstance(node, Literal):
        yield from map(Literal, words_of(node))
    elif isinstance(node, Selector):
        yield node
    elif isinstance(node, Sequence | Choice):
        for item in node.items:
            yield from atoms_of(item, fragments)
    elif isinstance(node, Name):
        if node.name in fragments:
            yield from atoms_of(fragments[node.name], fragments)
        elif node.name not in SPECIAL and node.name not in Symbol.__members__:
            raise KeyError(node.name)
    else:
        yield from atoms_of(node.item, fragments)


def words_of(literal: Literal) -> list[str]:
    """The tokens of a literal, lower case."""
    return [surface.lower() for surface in read_surfaces(literal.text)]


class Compiler:
    """Compiles the patterns of one phase against one classifier.

    `phrases` is true for expressions over class strings in which phrases still span several characters (the
    noun-group grammar); after folding every unit is one character.

    A phase tells far fewer classes apart than the whole rulebook does: classes that stand in the same character sets of
    all its patterns are one class to it. `alphabet` maps each class character to the phase's own, so that the sets of
    its expressions stay small (and expressions compile quickly).
    """

    def __init__(
        self,
        classifier: Classifier,
        numbers: Mapping[Atom, int],
        fragments: Mapping[str, Node],
        roots: Sequence_[Node],
        *,
        phrases: bool,
    ) -> None:
        self.classifier = classifier
        self.numbers = numbers
        self.fragments = fragments
        self.tail = f"{CONTINUED}*" if phrases else ""
        self._sets: dict[Node, frozenset[str] | None] = {}
        self._groups: list[str] = []
        self.alphabet = self._partition(roots)

    def _partition(self, roots: Sequence_[Node]) -> dict[str, str]:
        """Each class character to the character of its block, by the sets in which it stands."""
        used: set[frozenset[str]] = set()
        for root in roots:
            self._collect(root, used)
        held: dict[str, list[int]] = defaultdict(list)
        for number, characters in enumerate(sorted(used, key=sorted)):
            for character in characters:
                held[character].append(number)
        blocks: dict[tuple[int, ...], str] = {(): chr(_FIRST_BLOCK)}
        alphabet = {}
        for character in self.classifier.characters_with(lambda _: True):
            key = tuple(held.get(character, ()))
            alphabet[character] = blocks.setdefault(key, chr(_FIRST_BLOCK + len(blocks)))
        return alphabet

    def _collect(self, node: Node, used: set[frozenset[str]]) -> None:
        """Add every character set that the expression for `node` will hold."""
        held = self.characters(node)
        if held is not None:
            used.add(held)
        elif isinstance(node, Literal):
            self._collect(Sequence(tuple(map(Literal, words_of(node)))), used)
        elif isinstance(node, Sequence | Choice):
            for item in node.items:
                self._collect(item, used)
        elif isinstance(node, Name):
            if node.name in self.fragments:
                self._collect(self.fragments[node.name], used)
        elif not isinstance(node, Selector):
            self._collect(node.item, used)

    def _class(self, characters: Iterable[str], *, negated: bool) -> str:
        return _character_class(frozenset(self.alphabet.get(c, c) for c in characters), negated=negated)

    def compile(self, node: Node) -> Expression:
        """The expression for a pattern; a final `content:` is looked at, not consumed, so that claims may nest."""
        self._groups = []
        source = self._render(_with_open_end(node))
        groups: dict[str, tuple[str, ...]] = {}
        for group in self._groups:
            name = group.rpartition("_")[0]
            groups[name] = (*groups.get(name, ()), group)
        return Expression(re.compile(source, re.DOTALL), groups)

    def source(self, node: Node) -> str:
        """The text of the expression for a pattern without captures."""
        return self._render(node)

    def members(self, node: Node) -> frozenset[str]:
        """The characters of this phase that a single-token pattern matches."""
        return frozenset(self.alphabet.get(c, c) for c in self.characters(node) or ())

    def characters(self, node: Node) -> frozenset[str] | None:
        """The class characters of a pattern that is one token long; None for any other pattern."""
        if node not in self._sets:
            self._sets[node] = self._characters(node)
        return self._sets[node]

    def _characters(self, node: Node) -> frozenset[str] | None:
        if isinstance(node, Literal):
            words = words_of(node)
            return self._with_atom(Literal(words[0])) if len(words) == 1 else None
        if isinstance(node, Selector):
            return self._with_atom(node)
        if isinstance(node, Name):
            return self._named(node.name)
        if isinstance(node, Choice):
            parts = [self.characters(item) for item in node.items]
            return None if None in parts else frozenset().union(*filter(None, parts))
        return self._restricted(node) if isinstance(node, Sequence) else None

    def _named(self, name: str) -> frozenset[str] | None:
        if name in self.fragments:
            return self.characters(self.fragments[name])
        return frozenset(Symbol[name]) if name in Symbol.__members__ else None

    def _restricted(self, node: Sequence) -> frozenset[str] | None:
        """`(?! X) (?= Y) Z` over single tokens is set arithmetic: Z without X and within Y."""
        *looks, last = node.items
        held = self.characters(last)
        for look in looks:
            if held is None or not isinstance(look, Look) or look.how not in "=!":
                return None
            other = self.characters(look.item)
            if other is None:
                return None
            held = held & other if look.how == "=" else held - other
        return held

    def _with_atom(self, atom: Atom) -> frozenset[str]:
        number = self.numbers[atom]
        return frozenset(self.classifier.characters_with(lambda held: number in held))

    def _render(self, node: Node) -> str:
        held = self.characters(node)
        if held is not None:
            return self._class(held, negated=False) + self.tail
        if isinstance(node, Sequence):
            return "".join(map(self._render, node.items))
        if isinstance(node, Literal):
            return self._render(Sequence(tuple(map(Literal, words_of(node)))))
        if isinstance(node, Choice):
            return f"(?:{'|'.join(map(self._render, node.items))})"
        if isinstance(node, Name):
            return self._render(self.fragments[node.name]) if node.name in self.fragments else SPECIAL[node.name]
        return self._render_unit(node) if isinstance(node, Selector | Not) else self._render_marked(node)

    def _render_unit(self, node: Selector | Not) -> str:
        """One token that is not what `node` says; selectors always are sets of characters."""
        held = self.characters(node.item) if isinstance(node, Not) else None
        if held is None:
            message = "'!' stands before something that is not one token"
            raise ValueError(message)
        return self._class(held | frozenset(self.tail[:1]), negated=True) + self.tail

    def _render_marked(self, node: Repeat | Capture | Look) -> str:
        inner = self._render(node.item)
        if isinstance(node, Repeat):
            return f"(?:{inner}){node.times}"
        if isinstance(node, Capture):
            group = f"{node.name}_{len(self._groups)}"
            self._groups.append(group)
            return f"(?P<{group}>{inner})"
        if node.how.startswith("<"):
            return f"(?{node.how.replace('<', '<=') if node.how == '<' else node.how}{self._behind(node.item)})"
        return f"(?{node.how}{inner})"

    def _behind(self, node: Node) -> str:
        """What precedes: single tokens only, without the tail that continues a phrase."""
        held = self.characters(node)
        if held is None:
            message = "only one token can be asked for behind"
            raise ValueError(message)
        return self._class(held, negated=False)


def _with_open_end(node: Node) -> Node:
    """The same pattern with a final content in a look-ahead, in every alternative."""
    if isinstance(node, Choice):
        return Choice(tuple(map(_with_open_end, node.items)))
    if isinstance(node, Capture) and node.name == "content":
        return Look("=", node)
    if isinstance(node, Sequence):
        return Sequence((*node.items[:-1], _with_open_end(node.items[-1])))
    return node


def _character_class(characters: frozenset[str], *, negated: bool) -> str:
    if not characters:
        return r"(?!)" if not negated else "."
    return f"[{'^' if negated else ''}{''.join(_ranges(characters))}]"


def _ranges(characters: Iterable[str]) -> Iterator[str]:
    codes = sorted(map(ord, characters))
    start = previous = codes[0]
    for code in [*codes[1:], -1]:
        if code != previous + 1:
            yield _escaped(start) if start == previous else f"{_escaped(start)}-{_escaped(previous)}"
            start = code
        previous = code


def _escaped(code: int) -> str:
    return "\\" + chr(code) if chr(code) in "\\]^-[&~|" else chr(code)


def parse_all(texts: Mapping[str, str]) -> dict[str, Node]:
    """Syntax trees by name."""
    return {name: parse_pattern(text) for name, text in texts.items()}
