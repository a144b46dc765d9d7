"""What must hold of spans."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from provenance.model import Span, covers, hull_of, last_begun, overlapping, text_of

TEXT = "“Łódź said – no, warned –\nthat it was late.” 🚢 Ana Reyes left."
LIMIT = len(TEXT)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """A span of the text that holds something."""
    start = draw(st.integers(0, LIMIT - 1))
    return Span(start, draw(st.integers(start + 1, LIMIT)))


@given(spans())
def test_a_span_is_as_long_as_its_words(span: Span) -> None:
    """The length of a span is that of the words it stands for."""
    assert len(span) == len(span.of(TEXT)) == len(text_of((span,), TEXT))


@given(spans(), spans())
def test_overlap_is_mutual(one: Span, other: Span) -> None:
    """Two spans overlap each other if and only if they share a character."""
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)


@given(spans(), spans(), spans())
def test_containing_is_an_order(one: Span, other: Span, third: Span) -> None:
    """To contain is reflexive, antisymmetric and transitive, and implies overlap."""
    assert one.contains(one)
    assert not (one.contains(other) and other.contains(one)) or one == other
    assert not (one.contains(other) and other.contains(third)) or one.contains(third)
    assert not one.contains(other) or one.overlaps(other)


@given(st.lists(spans(), min_size=1, max_size=5))
def test_the_hull_is_the_smallest_that_holds_all(held: list[Span]) -> None:
    """The hull of spans contains each of them and begins and ends with one."""
    hull = hull_of(tuple(held))
    assert all(hull.contains(span) for span in held)
    assert hull.start in {span.start for span in held}
    assert hull.end in {span.end for span in held}
    assert covers((hull,), tuple(held))


@given(st.lists(st.integers(0, LIMIT), max_size=6, unique=True), spans(), st.integers(0, LIMIT))
def test_searches_find_what_a_walk_through_all_finds(cuts: list[int], span: Span, offset: int) -> None:
    """In spans side by side, those that overlap one and the last that begins before an offset are those that a walk finds."""
    side_by_side = tuple(Span(start, end) for start, end in pairwise(sorted(cuts)))
    assert overlapping(side_by_side, span) == tuple(one for one in side_by_side if one.overlaps(span))
    begun = [number for number, one in enumerate(side_by_side) if one.start <= offset]
    assert last_begun(side_by_side, offset) == max(begun, default=-1)


@given(st.lists(spans(), min_size=1, max_size=4), st.lists(spans(), min_size=1, max_size=4))
def test_covering_looks_at_hulls_alone(outer: list[Span], inner: list[Span]) -> None:
    """Spans are covered if and only if their hull is."""
    assert covers(tuple(outer), tuple(inner)) == hull_of(tuple(outer)).contains(hull_of(tuple(inner)))


@given(st.lists(spans(), max_size=6))
def test_spans_sort_by_where_they_start(held: list[Span]) -> None:
    """Spans sort by start, then by end."""
    assert sorted(held) == sorted(held, key=lambda span: (span.start, span.end))
