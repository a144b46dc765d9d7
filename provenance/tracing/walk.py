"""How far a pattern gets in a text: every place that its parts can reach, and where they stop.

A regular expression only says that it does not match. Here each part of a pattern gives the set of places at which it can
end, so that the first part with an empty set is where the pattern stops. What a part reaches from a place is worked out
once, whichever patterns ask for it.
"""

from collections.abc import Iterable

from attrs import frozen

from provenance.rulebook.build import Grammar
from provenance.rulebook.language import Capture, Choice, Literal, Look, Name, Node, Not, Repeat, Sequence
from provenance.rulebook.shapes import times_of


@frozen
class Reach:
    """Where a part can end; `stop` is the farthest place at which something did not fit (-1: none), `wanted` what was."""

    ends: frozenset[int]
    stop: int = -1
    wanted: tuple[Node, ...] = ()

    def with_stops_of(self, others: "Iterable[Reach]") -> "Reach":
        """The same ends, and the farthest stop of all."""
        stop, wanted = self.stop, dict.fromkeys(self.wanted)
        for other in others:
            if other.stop > stop:
                stop, wanted = other.stop, dict.fromkeys(other.wanted)
            elif other.stop == stop:
                wanted.update(dict.fromkeys(other.wanted))
        return Reach(self.ends, stop, tuple(wanted))


class Walker:
    """Walks parts of patterns over one text, given as symbols."""

    def __init__(self, grammar: Grammar, symbols: str) -> None:
        self.grammar, self.symbols = grammar, symbols
        self._known: dict[tuple[int, int], Reach] = {}
        self._sets: dict[int, frozenset[str] | None] = {}
        self._literals: dict[str, Sequence] = {}

    def walk(self, node: Node, at: int) -> Reach:
        """What a part reaches from a place."""
        key = id(node), at
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._walk(node, at)
        return found

    def walk_all(self, nodes: Iterable[Node], starts: frozenset[int]) -> Reach:
        """What parts, one after the other, reach from places."""
        reach = Reach(starts)
        for node in nodes:
            steps = [self.walk(node, at) for at in reach.ends]
            reach = Reach(_union(steps), reach.stop, reach.wanted).with_stops_of(steps)
        return reach

    def _walk(self, node: Node, at: int) -> Reach:
        members = self._members(node)
        if members is not None:
            return self._step(node, at, fits=self.symbols[at : at + 1] in members)
        if isinstance(node, Sequence):
            return self.walk_all(node.items, frozenset({at}))
        if isinstance(node, Literal):
            return self.walk(self._words(node), at)
        if isinstance(node, Choice):
            steps = [self.walk(item, at) for item in node.items]
            return Reach(_union(steps)).with_stops_of(steps)
        if isinstance(node, Name):
            return self._walk_name(node, at)
        return self._walk_marked(node, at)

    def _walk_name(self, node: Name, at: int) -> Reach:
        if node.name in self.grammar.fragments:
            reach = self.walk(self.grammar.fragments[node.name], at)
            return Reach(reach.ends, at, (node,)) if reach.stop == at else reach
        if node.name == "ANY":
            return self._step(node, at, fits=at < len(self.symbols))
        holds = at == (0 if node.name == "TEXT_START" else len(self.symbols))
        return Reach(frozenset({at})) if holds else Reach(frozenset(), at, (node,))

    def _walk_marked(self, node: Node, at: int) -> Reach:
        if isinstance(node, Capture):
            return self.walk(node.item, at)
        if isinstance(node, Repeat):
            return self._repeat(node, at)
        if isinstance(node, Look):
            return self._look(node, at)
        excluded = self._members(node.item) if isinstance(node, Not) else None
        return self._step(node, at, fits=at < len(self.symbols) and self.symbols[at] not in (excluded or ()))

    def _repeat(self, node: Repeat, at: int) -> Reach:
        fewest, most = times_of(node)
        here = frozenset({at})
        ends, steps, seen = here if not fewest else frozenset(), [], {(here, fewest == 0)}
        for count in range(1, most + 1):
            steps += (walked := [self.walk(node.item, place) for place in here])
            here = _union(walked)
            if not here or (count > fewest and (here, True) in seen):
                break
            seen.add((here, count >= fewest))
            ends |= here if count >= fewest else frozenset()
        return Reach(ends).with_stops_of(steps)

    def _look(self, node: Look, at: int) -> Reach:
        if node.how == "=":
            inner = self.walk(node.item, at)
            return Reach(frozenset({at}) if inner.ends else frozenset(), inner.stop, inner.wanted)
        if node.how == "!":
            holds = not self.walk(node.item, at).ends
        else:
            behind = at > 0 and self.symbols[at - 1] in (self._members(node.item) or ())
            holds = behind == (node.how == "<")
        return Reach(frozenset({at})) if holds else Reach(frozenset(), at, (node,))

    def _step(self, node: Node, at: int, *, fits: bool) -> Reach:
        return Reach(frozenset({at + 1})) if fits else Reach(frozenset(), at, (node,))

    def _members(self, node: Node) -> frozenset[str] | None:
        """The characters of a part that is one token long."""
        if id(node) not in self._sets:
            compiler = self.grammar.compiler
            held = compiler.held(node)
            self._sets[id(node)] = None if held is None else compiler.block_characters(held)
        return self._sets[id(node)]

    def _words(self, node: Literal) -> Sequence:
        """A literal of several words, word by word; kept, because parts are known by their identity."""
        return self._literals.setdefault(node.text, self.grammar.compiler.literal_sequence(node))


def _union(steps: Iterable[Reach]) -> frozenset[int]:
    return frozenset[int]().union(*(step.ends for step in steps))
