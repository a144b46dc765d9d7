"""How sure attributions are, from the evidence for and against them."""

import pytest
from attrs import evolve

from provenance.errors import RulebookError
from provenance.model import Article, Attribution, Confidence
from provenance.pipeline import default_rulebook, parse_article
from provenance.rulebook.load import build_pack
from provenance.rulebook.locate import default_rules
from provenance.rulebook.pack_source import CONFIDENCE, PackSource, read_source
from provenance.rulebook.schema import Calibration

SAID = "The mayor, Ana Reyes, said that the bridge is safe and will stay open."


def first(text: str, calibration: Calibration) -> Attribution:
    """The first attribution of a text, under other odds."""
    rules = default_rulebook()
    rules = evolve(rules, pack=evolve(rules.pack, calibration=calibration))
    return parse_article(Article(text), rules).attributions[0]


def test_odds_and_evidence_multiply() -> None:
    """The chance is that of the pattern's odds times what each piece of evidence multiplies them by."""
    calibration = Calibration({"en/said-that": 6.0}, {"form-indirect": 0.5, "attitude": 0.1})
    assert first(SAID, calibration).confidence == pytest.approx(0.75)


def test_a_pattern_without_odds_has_those_of_its_file() -> None:
    """Without odds of its own a pattern has the share its file claims, and one whose file claims none those of rare patterns."""
    claimed = first("The plan was believed to be dead.", Calibration({"rare": 1.0}))
    assert "confidence" in next(p for p in default_rulebook().pack.patterns if p.id == claimed.pattern).fields
    assert claimed.confidence == pytest.approx(0.8)
    assert first(SAID, Calibration({"rare": 1.0})).confidence == pytest.approx(0.5)


def test_a_quotation_with_a_name_is_surer_than_a_guess() -> None:
    """With the shipped odds a quotation of somebody named is in the highest band, and what *it* plans is not."""
    calibration = default_rulebook().pack.calibration
    sure = first('"The bridge will stay open all winter," Ana Reyes said.', calibration)
    unsure = first("The firm sells ships. It wants to grow.", calibration)
    assert calibration.band_of(sure.confidence) is Confidence.HIGH
    assert calibration.band_of(unsure.confidence) is not Confidence.HIGH
    assert sure.confidence > unsure.confidence


def test_odds_are_of_patterns_that_exist() -> None:
    """Every pattern that the shipped odds name is in the pack."""
    pack = default_rulebook().pack
    assert set(pack.calibration.patterns) <= {"rare", *(pattern.id for pattern in pack.patterns)}
    assert 0.5 < pack.calibration.medium < pack.calibration.high < 1


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("high = 0.85", "high = 0.5", "the higher first"),
        ('"attitude" = ', '"attitude" = -', "must be a number above 0"),
        ("[evidence]", "[evidense]", "unknown key 'evidense'"),
    ],
)
def test_faults_in_the_odds_are_told(old: str, new: str, reason: str) -> None:
    """A band, number or table that makes no sense is a fault of the file."""
    source = read_source(default_rules())
    changed = source.contents[CONFIDENCE].decode().replace(old, new).encode()
    with pytest.raises(RulebookError, match=reason):
        build_pack([PackSource({**source.contents, CONFIDENCE: changed})])
