"""Finds the anchors of a pattern: the rare tokens that it cannot do without.

Each alternative of a pattern gets the anchor that promises the least work: finding it costs a little for each
character, and more for each place where it stands and what must follow it does too.
"""

import math
from collections.abc import Sequence as Sequence_
from typing import TYPE_CHECKING

from attrs import frozen

from provenance.rulebook.expression import Anchor
from provenance.rulebook.language import Capture, Choice, Literal, Look, Name, Node, Sequence
from provenance.rulebook.shapes import Shape

if TYPE_CHECKING:
    from provenance.rulebook.compile import Compiler

_PASS, _SCAN, _TRY = 0.01, 0.15, 4.0
_WORTH_IT = 0.5
_MOST_WAYS = 12
_LONGEST_REST = 60
"""What follows an anchor is looked at up to the first item that can be longer."""


@frozen(eq=False)
class _Way:
    """The items of a pattern one after the other, the place of the one that makes the best anchor, and what that costs.

    The cost is for each character of a text; infinite if no item can be an anchor.
    """

    items: Sequence_[Node]
    place: int
    cost: float


def find_anchors(node: Node, compiler: "Compiler", *, alone: bool) -> tuple[tuple[Anchor, ...], frozenset[str]]:
    """An anchor for a pattern, or one for every way through it if that is cheaper; none at all if that does not pay.

    With them come the characters one of which any match holds (none: nothing in particular). A pattern that stands alone
    and begins with its anchor needs none: a regular expression searches for that as fast.
    """
    items = _flat(node, compiler, last=True)
    whole, apart = [_best_place(items, compiler)], [_best_place(way, compiler) for way in _ways(items, compiler)]
    ways = min(whole, apart, key=lambda ways: sum(way.cost for way in ways))
    if any(way.cost == math.inf for way in ways):
        return (), frozenset()
    anchors = tuple(_anchor(way.items, way.place, compiler) for way in ways)
    needs = frozenset[str]().union(*(anchor.at for anchor in anchors))
    begins_with_it = len(ways) == 1 and ways[0].place == 0
    pays = all(way.cost <= _WORTH_IT for way in ways) and not (alone and begins_with_it)
    return anchors if pays else (), needs


def _ways(items: list[Node], compiler: "Compiler") -> list[list[Node]]:
    """The items with every choice between long things taken apart, as long as that does not get out of hand."""
    ways: list[list[Node]] = [[]]
    for item in items:
        choice = _choice(item, compiler)
        parts = [_flat(part, compiler, last=False) for part in choice.items] if choice else [[item]]
        ways = [way + part for way in ways for part in (parts if len(ways) * len(parts) <= _MOST_WAYS else [[item]])]
    return ways


def _choice(item: Node, compiler: "Compiler") -> Choice | None:
    """The choice that an item is, if its alternatives are of different length."""
    while isinstance(item, Name) and item.name in compiler.fragments:
        item = compiler.fragments[item.name]
    shape = compiler.shapes.of(item)
    return item if isinstance(item, Choice) and shape.most > 1 and compiler.held(item) is None else None


def _flat(node: Node, compiler: "Compiler", *, last: bool) -> list[Node]:
    """The items of a pattern one after the other; a look-ahead that ends it is as good as an item."""
    if compiler.held(node) is None:
        if isinstance(node, Sequence):
            final = len(node.items) - 1
            return [
                part for i, item in enumerate(node.items) for part in _flat(item, compiler, last=last and i == final)
            ]
        if isinstance(node, Capture) or (isinstance(node, Look) and node.how == "=" and last):
            return _flat(node.item, compiler, last=last)
        if isinstance(node, Name) and node.name in compiler.fragments:
            inner = compiler.fragments[node.name]
            return [node] if isinstance(inner, Choice) else _flat(inner, compiler, last=last)
        if isinstance(node, Literal):
            return list(compiler.literal_sequence(node).items)
    return [node]


def _best_place(items: Sequence_[Node], compiler: "Compiler") -> _Way:
    """Find the item that makes the cheapest anchor."""
    shapes = [compiler.shapes.of(item) for item in items]
    costs = [
        (_PASS + _SCAN * compiler.frequency(shape.first) + _TRY * _hits(items[i : _rest_end(shapes, i)], compiler), i)
        for i, shape in enumerate(shapes)
        if shape.least == shape.most == 1
    ]
    cost, place = min(costs, default=(math.inf, 0))
    return _Way(items, place, cost)


def _anchor(items: Sequence_[Node], place: int, compiler: "Compiler") -> Anchor:
    """The anchor that an item makes."""
    shapes = [compiler.shapes.of(item) for item in items]
    inside = 0
    for shape in shapes[:place]:
        inside |= shape.every
    at = shapes[place].first
    hit = compiler.charset(at) + _rest(items, place + 1, _rest_end(shapes, place), compiler)
    return Anchor(compiler.block_characters(at), hit, compiler.block_characters(inside), _start(items, compiler))


def _rest_end(shapes: Sequence_[Shape], place: int) -> int:
    """Up to which item what follows an anchor is looked at."""
    end = place + 1
    while end < len(shapes) and shapes[end].most <= _LONGEST_REST:
        end += 1
    return end


def _hits(items: Sequence_[Node], compiler: "Compiler") -> float:
    """About how often these items stand one after the other, for each character of a text."""
    share = 1.0
    for item in items:
        shape = compiler.shapes.of(item.item if isinstance(item, Look) and item.how == "=" else item)
        share *= compiler.frequency(shape.first) if shape.least else 1.0
    return share


def _rest(items: Sequence_[Node], first: int, end: int, compiler: "Compiler") -> str:
    """A look-ahead for the items behind an anchor, and what the item after them begins with."""
    source = "".join(compiler.source(item) for item in items[first:end])
    following = compiler.shapes.of_all(list(items[end:]))
    source += compiler.charset(following.first) if following.least else ""
    return f"(?={source})" if source else ""


def _start(items: Sequence_[Node], compiler: "Compiler") -> str:
    """What must hold where a match begins: the look-arounds it begins with, and its first character."""
    first = 0
    while first < len(items) and compiler.shapes.of(items[first]).most == 0:
        first += 1
    shape = compiler.shapes.of_all(list(items[first:]))
    ahead = f"(?={compiler.charset(shape.first)})" if shape.least else ""
    return ahead + "".join(compiler.source(item) for item in items[:first])
