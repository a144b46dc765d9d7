"""Syntax trees to regular expressions over class strings."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Sequence as Sequence_

from provenance.rulebook.anchors import find_anchors
from provenance.rulebook.charsets import Blocks, CharacterSets
from provenance.rulebook.expression import Alternative, Expression
from provenance.rulebook.language import (
    Atom,
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
)
from provenance.rulebook.shapes import Shapes
from provenance.tokens import read_surfaces
from provenance.tokens.symbols import Symbol

SPECIAL = {"ANY": ".", "TEXT_END": r"\Z", "TEXT_START": r"\A"}
"""Names that stand for no set of characters."""


def atoms_of(node: Node, fragments: Mapping[str, Node]) -> Iterator[Atom]:
    """Every literal word and selector that stands in a pattern or a fragment; raises KeyError(name) for unknown names."""
    if isinstance(node, Literal):
        yield from map(Literal, words_of(node))
    elif isinstance(node, Selector):
        yield node
    elif isinstance(node, Sequence | Choice):
        for item in node.items:
            yield from atoms_of(item, fragments)
    elif isinstance(node, Name):
        if node.name not in fragments and node.name not in SPECIAL and node.name not in Symbol.__members__:
            raise KeyError(node.name)
    else:
        yield from atoms_of(node.item, fragments)


def words_of(literal: Literal) -> list[str]:
    """The tokens of a literal, lower case."""
    return [surface.lower() for surface in read_surfaces(literal.text)]


class Compiler:
    """Compiles the patterns of one phase, `roots`, against one set of classes.

    `alphabet` maps each class character to the phase's own.
    """

    def __init__(self, sets: CharacterSets, fragments: Mapping[str, Node], roots: Sequence_[Node]) -> None:
        self.sets = sets
        self.fragments = fragments
        self._named: dict[str, int | None] = {}
        self._sources: dict[str, str] = {}
        self._classes: dict[tuple[int, bool], str] = {}
        self._groups: list[str] | None = None
        self._blocks = self._partition(roots)
        self.alphabet = self._blocks.alphabet
        self.shapes = Shapes(self)

    def _partition(self, roots: Sequence_[Node]) -> Blocks:
        used: Counter[int] = Counter()
        seen: set[str] = set()
        for root in roots:
            self._collect(root, used, seen)
        return Blocks(self.sets, used)

    def _collect(self, node: Node, used: Counter[int], seen: set[str]) -> None:
        """Count every character set that the expression for `node` will hold; each fragment once."""
        held = self.held(node)
        if held is not None:
            used[held] += 1
        elif isinstance(node, Literal):
            self._collect(self.literal_sequence(node), used, seen)
        elif isinstance(node, Sequence | Choice):
            for item in node.items:
                self._collect(item, used, seen)
        elif isinstance(node, Name):
            if node.name in self.fragments and node.name not in seen:
                seen.add(node.name)
                self._collect(self.fragments[node.name], used, seen)
        elif not isinstance(node, Selector):
            self._collect(node.item, used, seen)

    def compile(self, node: Node, *, anchored: bool = True) -> Expression:
        """The expression for a pattern; a final `content:` is looked at, not consumed, so that claims may nest.

        Without anchors it is one regular expression.
        """
        opened = _with_open_end(node)
        parts = opened.items if isinstance(opened, Choice) and self.held(opened) is None else (opened,)
        self._groups = []
        sources, counts = [], [0]
        for part in parts:
            sources.append(self._render(part))
            counts.append(len(self._groups))
        groups, self._groups = self._groups, None
        alone = len(parts) == 1
        alternatives = [
            Alternative(
                source,
                _absent([*groups[:first], *groups[last:]]),
                *(find_anchors(part, self, alone=alone) if anchored else ((), frozenset[str]())),
            )
            for part, source, first, last in zip(parts, sources, counts, counts[1:], strict=False)
        ]
        return Expression(alternatives, _by_name(groups))

    def source(self, node: Node) -> str:
        """The text of the expression for a pattern, its captures left out."""
        return self._render(node)

    def guarded(self, node: Node) -> str:
        """The expression for an alternative that is given up at once where its first character cannot stand."""
        source, shape = self._render(node), self.shapes.of(node)
        return source if source[0] == "[" or not shape.least else f"(?={self.charset(shape.first)}){source}"

    def first(self, nodes: Iterable[Node]) -> int:
        """What the matches of some patterns begin with."""
        return _union(self.shapes.of(node).first for node in nodes)

    def members(self, node: Node) -> frozenset[str]:
        """The characters of this phase that a single-token pattern matches."""
        return self._blocks.characters(self.held(node) or 0)

    def characters(self, node: Node) -> frozenset[str]:
        """The class characters that a single-token pattern matches."""
        return frozenset(self.sets.members(self.held(node) or 0))

    def charset(self, held: int, *, negated: bool = False) -> str:
        """The source of an expression for one character that is in a set, or is not."""
        key = held, negated
        if key not in self._classes:
            self._classes[key] = _character_class(self._blocks.characters(held), negated=negated)
        return self._classes[key]

    def block_characters(self, held: int) -> frozenset[str]:
        """The characters that stand for a set in this phase's strings."""
        return self._blocks.characters(held)

    def frequency(self, held: int) -> float:
        """About what share of the characters of an article is in a set."""
        return self.sets.frequency(held)

    def literal_sequence(self, node: Literal) -> Sequence:
        """A literal of several words, word by word."""
        return Sequence(tuple(map(Literal, words_of(node))))

    def held(self, node: Node) -> int | None:
        """The set of characters of a pattern that is one token long; None for any other pattern."""
        if isinstance(node, Literal):
            words = words_of(node)
            return self.sets.of_atom(Literal(words[0])) if len(words) == 1 else None
        if isinstance(node, Selector):
            return self.sets.of_atom(node)
        if isinstance(node, Name):
            return self._held_by_name(node.name)
        if isinstance(node, Choice):
            parts = [self.held(item) for item in node.items]
            return None if None in parts else _union(part for part in parts if part)
        return self._restricted(node) if isinstance(node, Sequence) else None

    def _held_by_name(self, name: str) -> int | None:
        if name not in self._named:
            if name in self.fragments:
                self._named[name] = self.held(self.fragments[name])
            else:
                self._named[name] = self.sets.of_symbol(Symbol[name]) if name in Symbol.__members__ else None
        return self._named[name]

    def _restricted(self, node: Sequence) -> int | None:
        """`(?! X) (?= Y) Z` over single tokens is set arithmetic: Z without X and within Y."""
        if not node.items:
            return None
        *looks, last = node.items
        held = self.held(last)
        for look in looks:
            if held is None or not isinstance(look, Look) or look.how not in "=!":
                return None
            other = self.held(look.item)
            if other is None:
                return None
            held = held & other if look.how == "=" else held & ~other
        return held

    def _render(self, node: Node) -> str:
        held = self.held(node)
        if held is not None:
            return self.charset(held)
        if isinstance(node, Sequence):
            return "".join(map(self._render, node.items))
        if isinstance(node, Literal):
            return self._render(self.literal_sequence(node))
        if isinstance(node, Choice):
            return f"(?:{'|'.join(map(self.guarded, node.items))})"
        if isinstance(node, Name):
            return self._render_name(node.name)
        return "" if isinstance(node, Selector) else self._render_marked(node)  # a selector always is a set

    def _render_name(self, name: str) -> str:
        if name not in self.fragments:
            return SPECIAL[name]
        if name not in self._sources:
            self._sources[name] = self._render(self.fragments[name])
        return self._sources[name]

    def _render_marked(self, node: Not | Repeat | Capture | Look) -> str:
        if isinstance(node, Not):
            return self.charset(self.excluded(node), negated=True)
        if isinstance(node, Look) and node.how.startswith("<"):
            return f"(?{'<=' if node.how == '<' else node.how}{self._behind(node.item)})"
        inner = self._render(node.item)
        if isinstance(node, Repeat):
            return f"(?:{inner}){node.times}"
        if isinstance(node, Look):
            return f"(?{node.how}{inner})"
        if self._groups is None:
            return f"(?:{inner})"
        group = f"{node.name}_{len(self._groups)}"
        self._groups.append(group)
        return f"(?P<{group}>{inner})"

    def excluded(self, node: Not) -> int:
        """What a negated token must not be."""
        held = self.held(node.item)
        if held is None:
            message = "'!' stands before something that is not one token"
            raise ValueError(message)
        return held

    def _behind(self, node: Node) -> str:
        """What precedes: single tokens only."""
        held = self.held(node)
        if held is None:
            message = "only one token can be asked for behind"
            raise ValueError(message)
        return self.charset(held)


def _union(parts: Iterable[int]) -> int:
    union = 0
    for part in parts:
        union |= part
    return union


def _absent(groups: Sequence_[str]) -> str:
    """Groups that never take part, for an alternative that is asked for the groups of its pattern."""
    return "".join(f"(?P<{group}>(?!))?" for group in groups)


def _by_name(groups: Sequence_[str]) -> dict[str, tuple[str, ...]]:
    named: dict[str, tuple[str, ...]] = {}
    for group in groups:
        name = group.rpartition("_")[0]
        named[name] = (*named.get(name, ()), group)
    return named


def _with_open_end(node: Node) -> Node:
    """The same pattern with a final content in a look-ahead, in every alternative."""
    if isinstance(node, Choice):
        return Choice(tuple(map(_with_open_end, node.items)))
    if isinstance(node, Capture) and node.name == "content":
        return Look("=", node)
    if isinstance(node, Sequence) and node.items:
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
