"""The source ledger."""

from attrs import evolve

from provenance.model import AuditResult, Failure
from provenance.reports.sources import read_ledger, render_ledger
from provenance.reports.style import Style
from provenance.reports.width import measure_width


def test_ledger_counts(made_result: AuditResult) -> None:
    """Every source is there once, with how often it speaks, how often directly, and through whom."""
    voices = read_ledger(made_result, everything=False)
    assert [(voice.name, voice.speaks, voice.directly, dict(voice.through)) for voice in voices] == [
        ("Ana Reyes", 2, 2, {"[letter]": 1}),
        ("EU official*", 1, 0, {"UNN": 1, "Bloomberg": 1}),
        ("Łódź", 1, 0, {"Ana Reyes": 1}),
    ]


def test_ledger_shows_words_and_terms(made_result: AuditResult) -> None:
    """The words used for a source and the condition of its namelessness stand in the ledger."""
    shown = render_ledger(made_result, Style(160))
    assert "Ana Reyes, the commissioner; The commissioner" in shown
    assert "an EU official; on condition of anonymity" in shown


def test_attitudes_count_on_request(made_result: AuditResult) -> None:
    """Attitudes count as speaking only where everything is asked for."""
    assert read_ledger(made_result, everything=True)[0].speaks == 3


def test_ledger_fits(made_result: AuditResult) -> None:
    """No line of the ledger is wider than asked for."""
    for width in (80, 120, 160):
        assert all(measure_width(line) <= width for line in render_ledger(made_result, Style(width)).splitlines())


def test_ledger_of_nothing(made_result: AuditResult) -> None:
    """Articles without sources and files that could not be read say so."""
    silent = evolve(made_result, parse=evolve(made_result.parse, attributions=()))
    assert "No sources found." in render_ledger(silent, Style(80))
    assert "not audited: is empty" in render_ledger(Failure("a.txt", "is empty"), Style(80))
