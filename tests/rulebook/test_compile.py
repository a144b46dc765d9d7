"""Patterns as expressions over class strings, and how they are run."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.mentions.fold import Folded, fold_groups
from provenance.pipeline import default_rulebook
from provenance.rulebook import CompiledPattern
from provenance.text.marks import lower_openings, mark_structure
from provenance.text.structure import find_blocks
from provenance.tokens import read_tokens

NEWS = (
    "Harbour to close, council says\n\n"
    "The council, which met on Monday, said that the harbour of the town will close. “We are not happy,” Ana Reyes said. “It is late.”\n\n"
    "According to the mayor, the union accused the company of lying. It was reported that talks, with the envoy saying they go on, had\n"
    "stalled; “Nobody leaves,” she told reporters, adding that he vowed to strike. In a statement, the ministry asked whether it was true.\n\n"
    "As the minister has claimed, the offer is “a joke.” The paper wrote about this, citing two aides. Details\n\nHe rejected the plan.\n"
)


def fold(text: str) -> Folded:
    """A text as units."""
    rules = default_rulebook()
    blocks = find_blocks(text)
    tokens = read_tokens(text, rules.classifier)
    marks = mark_structure(text, tokens, blocks, rules.words)
    lower_openings(tokens, marks, rules.classifier, blocks)
    return fold_groups("".join(marks.classes), tokens, rules.nouns)


SYMBOLS = fold(NEWS).symbols
STRINGS = st.one_of(
    st.text(alphabet=sorted(set(SYMBOLS)), max_size=60),
    st.lists(st.tuples(st.integers(0, len(SYMBOLS)), st.integers(0, 25)), max_size=6).map(
        lambda cuts: "".join(SYMBOLS[start : start + length] for start, length in cuts)
    ),
)


@pytest.mark.parametrize("compiled", default_rulebook().patterns, ids=lambda compiled: str(compiled.pattern.id))
@given(symbols=STRINGS)
def test_anchors_change_no_match(compiled: CompiledPattern, symbols: str) -> None:
    """A pattern that is run from its anchors finds what `finditer` finds with the whole expression."""
    expression = compiled.expression
    found = [match.span() for match in expression.matches(symbols)]
    assert found == [match.span() for match in expression.regex.finditer(symbols)]


@pytest.mark.parametrize("compiled", default_rulebook().patterns, ids=lambda compiled: str(compiled.pattern.id))
def test_every_match_knows_every_group(compiled: CompiledPattern) -> None:
    """Whichever alternative matched, the groups of all of them can be asked for."""
    for match in compiled.expression.matches(SYMBOLS):
        for groups in compiled.expression.groups.values():
            assert all(match.span(group) for group in groups)


@given(STRINGS)
def test_matches_of_a_pattern_never_overlap(symbols: str) -> None:
    """The matches of one pattern stand one after the other."""
    for compiled in default_rulebook().patterns[:10]:
        spans = [match.span() for match in compiled.expression.matches(symbols)]
        assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_units_cover_the_tokens() -> None:
    """Every token belongs to exactly one unit, and units stand in order."""
    folded = fold(NEWS)
    assert folded.first[0] == 0
    assert folded.first[-1] == len(folded.tokens.surfaces)
    assert len(folded.first) == len(folded.symbols) + 1
    assert all(one < other for one, other in pairwise(folded.first))
