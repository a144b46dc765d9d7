"""Waivers: an editor answers for a finding."""

from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from provenance.errors import SettingsError
from provenance.model import AuditResult, Waiver
from provenance.pipeline import audit_text
from provenance.policy.names import AuditNames
from provenance.policy.waivers import apply_waivers, hush_waivers, read_waivers, write_waivers
from tests.factories import CARDS

TODAY = date(2026, 3, 14)
IN_FORCE = tuple(CARDS[name] for name in ("anon-only-claim", "waiver-ended", "waiver-unneeded"))
NAMES = AuditNames(CARDS.values())
TEXT = "The fund will be cut, an EU official said.\n"


def waiver_of(result: AuditResult, until: date | None = None) -> Waiver:
    """Answer for the unnamed-only finding of a result."""
    (finding,) = (finding for finding in result.findings if finding.rule == "anon-only-claim")
    return Waiver(finding.rule, finding.fingerprint, "The fund will be cut", "we know who it is", "duty editor", until)


def told_of(result: AuditResult) -> list[tuple[str, str]]:
    """Give what a result says about waivers."""
    return [(finding.code, finding.message) for finding in result.findings if finding.code.startswith("W")]


def rules_left(result: AuditResult) -> set[str]:
    """Give the rules of the findings that stand."""
    return {finding.rule for finding in result.findings}


def test_a_waived_finding_no_longer_stands() -> None:
    """The finding moves among the waived ones, with the reason and the role."""
    result = audit_text(TEXT)
    waived = apply_waivers(result, [waiver_of(result)], TODAY, IN_FORCE)
    assert "anon-only-claim" not in rules_left(waived)
    assert [finding.excuse for finding in waived.waived] == ["we know who it is (duty editor)"]
    assert told_of(waived) == []


def test_a_waiver_survives_edits_elsewhere() -> None:
    """Other paragraphs, other quotation marks and other line ends do not end a waiver."""
    waiver = waiver_of(audit_text(TEXT))
    edited = audit_text(f"Rain is likely on Monday, Ana Reyes said.\r\n\r\n{TEXT}\nThe mayor, Ivo Radan, said no.\n")
    assert "anon-only-claim" in rules_left(edited)
    assert "anon-only-claim" not in rules_left(apply_waivers(edited, [waiver], TODAY, IN_FORCE))


def test_a_waiver_ends_with_its_words() -> None:
    """A claim that says something else is not covered, and the waiver is reported as not needed."""
    waiver = waiver_of(audit_text(TEXT))
    edited = audit_text("The fund will be closed for good, an EU official said.\n")
    result = apply_waivers(edited, [waiver], TODAY, IN_FORCE)
    assert "anon-only-claim" in rules_left(result)
    assert told_of(result) == [
        (
            "W02",
            "The waiver of anon-only-claim for 'The fund will be cut' by duty editor is not needed: there is no such finding.",
        )
    ]


@pytest.mark.parametrize(("until", "holds"), [(date(2026, 3, 14), True), (date(2026, 3, 13), False)])
def test_a_waiver_holds_until_its_last_day(until: date, *, holds: bool) -> None:
    """On its last day a waiver holds; the day after, the finding is back and the end is reported."""
    result = audit_text(TEXT)
    waived = apply_waivers(result, [waiver_of(result, until)], TODAY, IN_FORCE)
    assert ("anon-only-claim" in rules_left(waived)) is not holds
    assert [words.endswith("ended on 2026-03-13.") for _, words in told_of(waived)] == ([] if holds else [True])


def test_waivers_of_audits_that_did_not_run_are_left_alone() -> None:
    """Nobody knows whether a waiver is needed whose audit the profile leaves out."""
    waiver = evolve(waiver_of(audit_text(TEXT)), audit="weasel")
    assert told_of(apply_waivers(audit_text(TEXT), [waiver], TODAY, IN_FORCE)) == []


def test_of_two_waivers_the_one_that_holds_longer_counts() -> None:
    """Of two waivers for one finding, as a merge leaves them, the longer holds whichever line it stands on; nothing is told."""
    result = audit_text(TEXT)
    over, running = waiver_of(result, date(2026, 3, 1)), evolve(waiver_of(result, date(2026, 4, 1)), by="night editor")
    for both in ([over, running], [running, over]):
        waived = apply_waivers(result, both, TODAY, IN_FORCE)
        assert [finding.excuse for finding in waived.waived] == ["we know who it is (night editor, until 2026-04-01)"]
        assert told_of(waived) == []


def test_two_waivers_that_are_over_are_told_once() -> None:
    """If no waiver of a finding holds any more, the finding is back and the last end is told, once."""
    result = audit_text(TEXT)
    both = [waiver_of(result, date(2026, 3, 2)), waiver_of(result, date(2026, 3, 1))]
    told = told_of(apply_waivers(result, both, TODAY, IN_FORCE))
    assert [words.rpartition(" ")[2] for _, words in told] == ["2026-03-02."]


def test_hushed_waivers_say_nothing_of_a_source() -> None:
    """Without what editors wrote, a waiver still says that it waives and until when."""
    (hushed,) = hush_waivers([waiver_of(audit_text(TEXT), TODAY)])
    assert hushed.excuse == "waived (reason and role stay with the article, until 2026-03-14)"


def test_a_file_of_waivers_comes_back_as_written(tmp_path: Path) -> None:
    """Writing and reading changes nothing, whatever characters the reason holds."""
    first = Waiver("weasel", "f1", "It is 5 o'clock", 'She said: "Yes\\no"\ttwice\x7f', "night editor", TODAY)
    other = Waiver("anon-bare", "f0", "Łódź", "we know", "desk")
    path = tmp_path / "a.txt.waivers.toml"
    path.write_text(write_waivers([first, other]), encoding="utf-8")
    assert read_waivers(path, NAMES) == (other, first)


def test_audits_of_waivers_are_found_by_id_or_code(tmp_path: Path) -> None:
    """A waiver may name its audit by code; one that names none is an error with its line and what may be meant."""
    path = tmp_path / "a.txt.waivers.toml"
    path.write_text(write_waivers([Waiver("A01", "f", "c", "r", "b")]))
    assert [waiver.audit for waiver in read_waivers(path, NAMES)] == ["anon-only-claim"]
    path.write_text(write_waivers([Waiver("a01", "f", "c", "r", "b"), Waiver("anon-only-clam", "f", "c", "r", "b")]))
    with pytest.raises(SettingsError) as caught:
        read_waivers(path, NAMES)
    assert str(caught.value).endswith("toml:4: there is no audit 'anon-only-clam'; did you mean 'anon-only-claim'?")


def test_faults_of_waivers_one_a_line(tmp_path: Path) -> None:
    """A fault of a waiver that stands on a line of its own is told with that line."""
    path = tmp_path / "a.txt.waivers.toml"
    row = '{audit = "A01", fingerprint = "f", claim = "c", reason = "r", by = "b"}'
    path.write_text(f'# waivers\nwaiver = [\n  {row},\n  {{audit = "A01"}},\n]\n')
    with pytest.raises(SettingsError, match=f"{path.name}:4: 'fingerprint' is missing"):
        read_waivers(path, NAMES)


def test_no_file_is_no_waiver(tmp_path: Path) -> None:
    """An article without a file of waivers has none."""
    assert read_waivers(tmp_path / "a.txt.waivers.toml", NAMES) == ()


def test_faults_of_a_file_of_waivers(tmp_path: Path) -> None:
    """A waiver without a reason, with a wrong date or with an unknown key is an error with file and line."""
    path = tmp_path / "a.txt.waivers.toml"
    path.write_text(
        '[[waiver]]\naudit = "A01"\nfingerprint = "f"\nclaim = "c"\nby = "b"\nuntil = "soon"\nname = "Ann"\n'
    )
    with pytest.raises(SettingsError) as caught:
        read_waivers(path, NAMES)
    assert [line.removeprefix(f"{path.as_posix()}:") for line in str(caught.value).splitlines()] == [
        "1: 'reason' is missing",
        "6: 'until' must be a date, such as 2026-12-31",
        "7: unknown key 'name'",
    ]
