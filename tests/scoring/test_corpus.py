"""Patterns against annotated articles: what counts as right."""

from provenance.model import Span
from provenance.rulebook import Rulebook
from provenance.scoring.corpus import score_patterns
from provenance.scoring.gold import GoldArticle, Marked

FIRST = (
    '"We will stay where we are until the last of the passengers has left the harbour and gone home for the winter,"'
)
TEXT = f'{FIRST} the captain said.\n\n"The ship is our home and it will not be sold to anybody here."\n'


def test_a_quotation_joined_to_the_claim_before_is_right() -> None:
    """A quotation without a cue is right where annotators joined it to what the same source said before."""
    assert _precision(TEXT.index("the captain")) == 1.0


def test_the_source_must_be_the_same() -> None:
    """A quotation without a cue is wrong where annotators gave the words to somebody else."""
    assert _precision(TEXT.index("passengers")) == 0.0


def _precision(source: int) -> float | None:
    said = Span(TEXT.index("said"), TEXT.index("said") + 4)
    contents = (Span(0, len(FIRST)), Span(TEXT.index('"The'), len(TEXT) - 1))
    gold = Marked((Span(source, source + len("the captain")),), (said,), contents, "speech")
    scores = score_patterns([GoldArticle("a", TEXT, (gold,))], Rulebook.load())
    return next(score.precision for score in scores if score.pattern == "en/continued")
