"""What a pattern can look like: how long its matches are, what they begin with, what they hold."""

from typing import TYPE_CHECKING

from attrs import frozen

from provenance.rulebook.language import Capture, Choice, Literal, Name, Node, Not, Repeat, Sequence

if TYPE_CHECKING:
    from provenance.rulebook.compile import Compiler

ENDLESS = 1 << 30
"""More than any match is long."""
_TIMES = {"?": (0, 1), "*": (0, ENDLESS), "+": (1, ENDLESS)}


@frozen
class Shape:
    """`least` and `most` count characters; `first` and `every` are sets: of what a match begins with and holds."""

    least: int
    most: int
    first: int
    every: int


NOTHING = Shape(0, 0, 0, 0)


class Shapes:
    """The shapes of patterns, fragments worked out once."""

    def __init__(self, compiler: "Compiler") -> None:
        self.compiler = compiler
        self.everything = compiler.sets.everything
        self._named: dict[str, Shape] = {}

    def of(self, node: Node) -> Shape:
        """The shape of a pattern."""
        held = self.compiler.held(node)
        if held is not None:
            return Shape(1, 1, held, held)
        if isinstance(node, Sequence | Literal):
            return self.of_all(self.compiler.literal_sequence(node).items if isinstance(node, Literal) else node.items)
        if isinstance(node, Choice):
            return _either([self.of(item) for item in node.items])
        if isinstance(node, Name):
            return self._of_name(node.name)
        return self._of_marked(node)

    def _of_marked(self, node: Node) -> Shape:
        if isinstance(node, Not):
            others = self.everything & ~self.compiler.excluded(node)
            return Shape(1, 1, others, others)
        if isinstance(node, Capture):
            return self.of(node.item)
        return self._repeated(node) if isinstance(node, Repeat) else NOTHING

    def of_all(self, nodes: "tuple[Node, ...] | list[Node]") -> Shape:
        """The shape of patterns one after the other."""
        least = most = first = every = 0
        for node in nodes:
            shape = self.of(node)
            first |= 0 if least else shape.first
            least, most, every = least + shape.least, min(most + shape.most, ENDLESS), every | shape.every
        return Shape(least, most, first, every)

    def _of_name(self, name: str) -> Shape:
        if name not in self._named:
            fragment = self.compiler.fragments.get(name)
            if fragment is not None:
                self._named[name] = self.of(fragment)
            else:
                self._named[name] = Shape(1, 1, self.everything, self.everything) if name == "ANY" else NOTHING
        return self._named[name]

    def _repeated(self, node: Repeat) -> Shape:
        shape = self.of(node.item)
        fewest, most = times_of(node)
        return Shape(shape.least * fewest, min(shape.most * most, ENDLESS), shape.first, shape.every)


def times_of(node: Repeat) -> tuple[int, int]:
    """How often a repetition repeats, at least and at most."""
    sign = node.times[0]
    if sign in _TIMES:
        return _TIMES[sign]
    fewest, comma, most = node.times.strip("{}?").partition(",")
    if not comma:
        return int(fewest), int(fewest)
    return int(fewest or 0), int(most) if most else ENDLESS


def _either(shapes: list[Shape]) -> Shape:
    first = every = 0
    for shape in shapes:
        first, every = first | shape.first, every | shape.every
    return Shape(min(s.least for s in shapes), max(s.most for s in shapes), first, every)
