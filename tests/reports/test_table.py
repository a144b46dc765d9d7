"""The table of claims."""

import re

import pytest
from attrs import evolve

from provenance.model import NO_ORIGIN, Article, AuditResult, Parse, Record, Report, Severity, Sourcing, Span
from provenance.reports.chains import render_chain, support_counter
from provenance.reports.finding_list import render_findings
from provenance.reports.rows import read_rows
from provenance.reports.style import Style
from provenance.reports.table import render_article, render_report
from provenance.reports.width import join_lines, measure_width

EXPECTED_80 = """\
seeds/made.txt
note: the reader has a remark
  #  Claim                          Chain                 Support    Findings
---  -----------------------------  --------------------  ---------  ----------
  1  The fund will be cut           UNN < Bloomberg       0 / 1      A01 A04
                                    < EU official*
  2  “We are ready to vote on it,”  [letter] < Ana Reyes  1 / 0
  4  Łódź had claimed that the      Ana Reyes             1 / 0
     money was late
  5  ↳ the money was late           Ana Reyes < Łódź      1 / 0
  6  “It will never pass at all.”   not stated            0 / 0      Q01

error A01 anon-only-claim  ¶ 1, 3:1, claim 1
    'The fund will be cut' rests only on EU official.
  note A04 anon-no-reason
    No reason for 'an EU official'.
warning Q01 quote-orphan  ¶ 3, 6:70, claim 6
    Nobody says '“It will never pass at all.”'.
"""


def test_table_at_80(made_result: AuditResult) -> None:
    """The table at 80 columns is this one, to the character."""
    assert render_article(made_result, Style(80)) == EXPECTED_80


def test_findings_of_one_claim_have_one_head(made_result: AuditResult) -> None:
    """The worst finding of a claim heads the others, which say where they stand only if that is elsewhere."""
    worst, mild, other = made_result.findings
    beside, below = evolve(mild, spans=worst.related), evolve(other, code="A08", severity=Severity.NOTE)
    lines = render_findings(evolve(made_result, findings=(beside, below, worst, other)), Style(80)).splitlines()
    assert [line for line in lines if not line.startswith("    ")] == [
        "error A01 anon-only-claim  ¶ 1, 3:1, claim 1",
        "  note A04 anon-no-reason  3:23",
        "warning Q01 quote-orphan  ¶ 3, 6:70, claim 6",
        "  note A08 quote-orphan",
    ]


def test_a_long_claim_is_shortened_below(made_result: AuditResult) -> None:
    """What the first finding of a claim says of its words, the others say with the first of them."""
    text = "The depot at the old harbour will be closed before the summer is over."
    claim = (Span(0, len(text)),)
    worst, mild, _ = (evolve(one, spans=claim, record="r1") for one in made_result.findings)
    parse = Parse(Article(text), records=(Record("r1", claim, (), Sourcing.NONE),))
    told = text.rstrip(".")
    findings = (evolve(worst, message=f"'{told}' is bare."), evolve(mild, message=f"Nobody bears out '{told}'."))
    shown = render_findings(AuditResult(parse, findings), Style(120))
    assert f"'{told}' is bare." in shown
    assert "Nobody bears out 'The depot at the …'." in shown


@pytest.mark.parametrize("width", [62, 80, 100, 120, 160, 240])
def test_no_line_is_too_wide(made_report: Report, width: int) -> None:
    """No line of a report takes more columns than the width that was asked for."""
    assert all(measure_width(line) <= width for line in render_report(made_report, Style(width)).splitlines())


def test_claims_grow_with_the_width(made_result: AuditResult) -> None:
    """What a wide terminal adds goes to the claims: at 160 columns every chain and claim stands on one line."""
    rows = render_article(made_result, Style(160)).splitlines()
    assert "  1  The fund will be cut " in rows[4]
    assert "UNN < Bloomberg < EU official*" in rows[4]


def test_nested_follows_its_parent(made_result: AuditResult) -> None:
    """A nested claim stands under the claim that holds it, one deeper."""
    assert [(row.record.id, row.depth) for row in read_rows(made_result, everything=False)] == [
        ("r1", 0), ("r2", 0), ("r4", 0), ("r5", 1), ("r6", 0),
    ]  # fmt: skip


def test_attitudes_only_on_request(made_result: AuditResult) -> None:
    """Attitudes are left out and counted, unless all is asked for or a finding names them."""
    blamed = evolve(made_result, findings=(evolve(made_result.findings[0], record="r3", attribution="a3"),))
    report = Report((made_result,))
    assert "1 attitude left out (see --all)" in render_report(report, Style(160))
    assert "attitude" not in render_report(report, Style(160, everything=True))
    assert "r3" in {row.record.id for row in read_rows(blamed, everything=False)}
    assert "r3" in {row.record.id for row in read_rows(made_result, everything=True)}


def test_parent_left_out(made_result: AuditResult) -> None:
    """A claim nested in an attitude that is left out moves up to the next claim that is shown."""
    attitude, nested = made_result.parse.attributions[2], made_result.parse.attributions[4]
    attributions = (*made_result.parse.attributions[:4], evolve(nested, nested_in=attitude.id))
    moved = evolve(made_result, parse=evolve(made_result.parse, attributions=attributions))
    assert ("r5", 0) in [(row.record.id, row.depth) for row in read_rows(moved, everything=False)]
    assert ("r5", 1) in [(row.record.id, row.depth) for row in read_rows(moved, everything=True)]


def test_show_hides_and_says_so(made_report: Report) -> None:
    """Findings below the level to show are neither listed nor in the table, and the summary counts them."""
    shown = render_report(made_report, Style(160, show=Severity.ERROR))
    assert "A04" not in shown
    assert "Q01" not in shown
    assert "2 of them below --show error" in join_lines(shown)


def test_failure_is_in_the_report(made_report: Report) -> None:
    """A file that could not be audited is named with the reason, and counted."""
    shown = render_report(made_report, Style(80))
    assert "seeds/empty.txt\nnot audited: is empty" in shown
    assert "1 input not audited" in join_lines(shown)


def test_colour_changes_nothing_else(made_report: Report) -> None:
    """Without its escape sequences a coloured table is the plain one, and the plain one has none."""
    plain, coloured = (render_article(made_report.results[0], Style(120, colour=colour)) for colour in (False, True))
    assert "\033" not in plain
    assert re.sub(r"\033\[\d+m", "", coloured) == plain


def test_ascii_output(made_report: Report) -> None:
    """An output that holds ASCII only gets ASCII only."""
    shown = render_report(made_report, Style(80, encoding="ascii"))
    assert shown.isascii()
    assert "+ the money was late" in shown


def test_no_claims() -> None:
    """An article without claims says so instead of showing an empty table."""
    assert "No attributed claims found." in render_article(AuditResult(Parse(Article("Nothing is said."))), Style(80))


def test_support_counts_supporting_claims(made_result: AuditResult) -> None:
    """Support counts each origin once, those of supporting claims included."""
    parse = made_result.parse
    record = evolve(parse.records[0], supported_by=("r2", "r3"))
    assert str(support_counter(parse)(record)) == "1 / 1"


def test_chain_without_a_source() -> None:
    """A chain whose origin is not stated says so."""
    assert render_chain((NO_ORIGIN,), "") == "not stated"


@pytest.mark.parametrize("width", [40, 50, 59, 60, 80])
def test_a_table_fits(made_report: Report, width: int) -> None:
    """No line of the table of claims is wider than the terminal, however narrow that is."""
    shown = render_report(made_report, Style(width)).partition("\n\n")[0]
    assert "error A01" not in shown
    assert max(map(measure_width, shown.splitlines())) <= width
