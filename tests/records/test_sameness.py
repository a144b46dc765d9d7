"""When two stretches of an article say the same."""

import pytest

from provenance.pipeline import default_rulebook
from provenance.records.sameness import Meanings, SameFinder, say_the_same

MEANINGS = Meanings(default_rulebook())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the harbour bridge will be sold in May", "they were selling the harbour bridge", True),
        ("the harbour bridge will be sold in May", "the harbour bridge will not be sold in May", False),
        ("the harbour bridge will be sold", "the ferry will sail in May", False),
        (
            'the ship "went down at once"',
            'It "went down at once" near the harbour of Lindar, the navy said on Sunday',
            True,
        ),
        ('the ship "went down"', 'the mayor "went down"', False),
        ("the bridge", "the bridge", False),
    ],
)
def test_stems_or_quoted_words_make_claims_one(one: str, other: str, *, same: bool) -> None:
    """Enough common stems and the same sign, or four words quoted in both, make two stretches say the same."""
    assert say_the_same(MEANINGS.of(one), MEANINGS.of(other)) is same


def test_finder_finds_what_a_comparison_of_all_finds() -> None:
    """Looking up telling stems loses no pair that says the same."""
    texts = [f"the harbour bridge {number} will be sold to a bank in May {number % 3}" for number in range(20)]
    meanings = [MEANINGS.of(text) for text in texts]
    for meaning in meanings:
        wanted = [i for i, other in enumerate(meanings) if say_the_same(meaning, other)]
        assert SameFinder(meanings).same_as(meaning) == wanted
