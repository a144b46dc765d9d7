"""The article's words as messages repeat them."""

import pytest

from provenance.audits.quoting import quote_spans, quote_words
from provenance.model import Span


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("It is over,", "It is over"),
        ('"It is\n over,"', "It is over"),
        ("that it is over", "it is over"),
        ("It was “over” for him", "It was “over” for him"),
        ("the mayor called it a ‘dead end’ twice", 'the mayor called it a "dead end" twice'),
        ("the ''death of the ferry'' began", 'the "death of the ferry" began'),
        ("the '90s and the aides' plan", "the '90s and the aides' plan"),
        ("Reyes was “quick to", "Reyes was quick to"),
        ('I was wrong," he told Reyes', "I was wrong, he told Reyes"),
        ('"one" and "two"', '"one" and "two"'),
        ("(“It is over,”", "It is over"),
        ("that, even so, it is over.", "even so, it is over"),
        ("that is over", "that is over"),
        ("they call the plan “insane.”", "they call the plan “insane”"),
    ],
)
def test_quotation_marks_come_in_pairs(words: str, quoted: str) -> None:
    """Marks around the whole go, so do marks without a partner; single ones become double inside the single ones of a message."""
    assert quote_words(words) == quoted


def test_long_words_lose_their_middle() -> None:
    """What a claim says of a minister's statement stands at its end, so the end stays."""
    words = "the minister's statement that the ferry line could be split between the two towns in spring was a trial balloon"
    quoted = quote_words(words)
    assert len(quoted) < len(words)
    assert quoted.startswith("the minister's statement that the ferry line")
    assert quoted.endswith("was a trial balloon")
    assert " … " in quoted


def test_a_cut_leaves_no_half_pair() -> None:
    """A quotation whose end is cut off loses its mark."""
    words = "this latest report is “'gossip' meant to hurt the mayor before the council can vote on the sale of the depot in May"
    quoted = quote_words(words)
    assert quoted.startswith('this latest report is "gossip" meant')
    assert "“" not in quoted


def test_the_parts_of_a_quotation_stand_side_by_side_without_their_marks() -> None:
    """A quotation that *she said* interrupts is repeated as two pieces."""
    text = '"We lost," she said. "We lost it all."'
    assert quote_spans((Span(0, 10), Span(21, len(text))), text) == "We lost … We lost it all."
