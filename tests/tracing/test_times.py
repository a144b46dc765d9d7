"""Where the time of an audit goes."""

from provenance import pipeline
from provenance.pipeline import audit_text, default_rulebook
from provenance.reports.times import render_times
from provenance.tracing.times import STAGES, watch_times

TEXT = "The ferry was sold, an official said. “It is late,” Ana Reyes wrote in a letter.\n"


def test_every_stage_and_every_rule_has_a_time() -> None:
    """All stages, all patterns and all audits that ran are told, and the pipeline is as it was afterwards."""
    before = [getattr(pipeline, name) for name in STAGES]
    rules = default_rulebook()
    with watch_times() as times:
        audit_text(TEXT, rules)
    assert [getattr(pipeline, name) for name in STAGES] == before
    assert set(times.stages) == set(STAGES)
    assert {pattern.id for pattern in rules.pack.patterns} <= set(times.rules)
    assert {card.id for card in rules.pack.audits} <= set(times.rules)


def test_rules_are_left_alone_where_stages_are_enough() -> None:
    """Without rules nothing runs twice."""
    with watch_times(rules=False) as times:
        audit_text(TEXT)
    assert times.stages
    assert not times.rules
    assert times.outside == 0


def test_the_slowest_rules_are_shown() -> None:
    """The table has the stages in their order, what is left of the whole, and at most ten rules, slowest first."""
    rules = {f"rule-{number}": number / 1000 for number in range(12)}
    stages, slowest = render_times({"cut": 0.25, "fold": 0.25}, rules, 1.0).split("\n\n")
    assert [line.split() for line in stages.splitlines()[2:4]] == [
        ["cut", "250.0", "25.0%"],
        ["fold", "250.0", "25.0%"],
    ]
    assert stages.splitlines()[-1].split()[-2:] == ["500.0", "50.0%"]
    assert [line.split()[0] for line in slowest.splitlines()[2:]] == [f"rule-{number}" for number in range(11, 1, -1)]
