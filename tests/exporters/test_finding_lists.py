"""The formats that list findings: exact output for one small article, and that nothing in a name or a text breaks them.

`lists/made.FORMAT` holds what comes out of the report made by hand; `PROVENANCE_UPDATE=1` writes it anew.
"""

import csv
import json
import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from importlib import import_module
from io import StringIO
from pathlib import Path
from urllib.parse import unquote

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from provenance import audit_text
from provenance.listing.entries import Entry, Listing, Position, Region, Run, list_item
from provenance.model import AuditResult, Confidence, Finding, Report, RulesUsed, Severity, Span
from tests.factories import PACK

FOLDER = Path(__file__).parent
WRITERS: dict[str, Callable[[Run], bytes]] = {
    name: import_module(f"provenance.{module}").write_run
    for name, module in {
        "sarif": "exporters.sarif",
        "github": "exporters.github",
        "gitlab": "exporters.gitlab",
        "junit": "exporters.junit",
        "csv": "exporters.csv_table",
        "rdjson": "exporters.rdjson",
        "markdown": "reports.markdown",
        "concise": "reports.concise",
    }.items()
}
CARDS = tuple(card for card in PACK.audits if card.id in {"anon-only-claim", "anon-no-reason", "quote-orphan"})
CARDS_BY_ID = {card.id: card for card in PACK.audits}
TEXT = (
    "Zorvan bridge shut for good\n\n"
    "The Zorvan bridge will stay shut, an aide to Mirabel Quast told the Ostrava Ledger.\n\n"
    "“Nobody warned the ferrymen,” Quast said. “It will crumble by winter.”\n"
)
hostile = st.text(st.sampled_from("a\n\r\t%,:;\"'<&>|`*@#\\ \x00\x1b\x85\u2028\ufffe\U0001d537é="), max_size=12)
"""What no format may stumble over."""
paths = st.text(st.sampled_from("a\n%,:;\"'<&>|`*@# \x1béß="), min_size=1, max_size=12)


def run_of(path: str, message: str, excuse: str | None = None) -> Run:
    """Make a run with one finding and one file that could not be read."""
    region = Region(Position(2, 3, 4), Position(2, 9, 12))
    finding = Finding(
        "f1", "anon-only-claim", "A01", Severity.ERROR, Confidence.HIGH, message, (Span(0, 1),), (), None, None, "ab" * 16,
        excuse=excuse,
    )  # fmt: skip
    listings = (Listing(path, (Entry(finding, region),), fail_on=Severity.ERROR), Listing(path, error=message))
    return Run(listings, CARDS, RulesUsed())


def one_of_each(report: Report) -> Run:
    """Make a run of the report made by hand, with one finding waived."""
    result = report.results[0]
    assert isinstance(result, AuditResult)
    waived = evolve(result.findings[-1], excuse="the duty editor: agreed")
    items = (evolve(result, findings=result.findings[:-1], waived=(waived,)), report.results[1])
    listings = tuple(evolve(list_item(item), fail_on=Severity.ERROR) for item in items)
    return Run(listings, CARDS, report.rules)


@pytest.mark.parametrize("name", WRITERS)
def test_the_output_is_exactly_this(name: str, made_report: Report) -> None:
    """Every byte of the output for the report made by hand is the expected one."""
    expected, found = FOLDER / f"lists/made.{name}", WRITERS[name](one_of_each(made_report))
    if "PROVENANCE_UPDATE" in os.environ:
        expected.write_bytes(found)
    assert found == expected.read_bytes()


@pytest.mark.parametrize("name", WRITERS)
def test_no_word_of_the_article_leaves(name: str) -> None:
    """Without text, the output holds no word of the article that is not one of the rules."""
    result = audit_text(TEXT)
    assert {finding.rule for finding in result.findings} >= {"anon-only-claim"}
    run = Run((list_item(result, CARDS_BY_ID),), PACK.audits, RulesUsed())
    own = WRITERS[name](evolve(run, listings=())).decode() + " ".join(
        f"{card.title} {card.general_remedy}" for card in PACK.audits
    )
    words = {word for word in re.findall(r"\w{5,}", TEXT) if word.casefold() not in own.casefold()}
    assert words >= {"Zorvan", "Mirabel", "Ledger"}
    found = WRITERS[name](run).decode()
    assert not [word for word in words if word in found]


def test_sarif_validates(made_report: Report) -> None:
    """SARIF output is valid against the schema of OASIS, with findings that stand, waived ones and a failure."""
    schema = json.loads((FOLDER / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))
    for run in (one_of_each(made_report), run_of("a b.txt", "'x'"), Run((), (), RulesUsed())):
        Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER).validate(
            json.loads(WRITERS["sarif"](run))
        )


def test_sarif_flow_ends_at_the_claim(made_report: Report) -> None:
    """The code flow begins at the origin and ends at the claim; its columns count code points."""
    result = json.loads(WRITERS["sarif"](one_of_each(made_report)))["runs"][0]["results"][0]
    steps = [step["location"] for step in result["codeFlows"][0]["threadFlows"][0]["locations"]]
    labels = [step["message"]["text"].partition(" ")[0] for step in steps]
    assert labels == ["origin:", "relay:", "publisher:", "the"]
    assert steps[-1]["physicalLocation"] == result["locations"][0]["physicalLocation"]


@given(paths, hostile)
def test_sarif_keeps_every_character(path: str, message: str) -> None:
    """A message comes back as it was, and a URI holds nothing that must be escaped."""
    result = json.loads(WRITERS["sarif"](run_of(path, message)))["runs"][0]["results"][0]
    assert result["message"]["text"] == message
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[\w.~/%-]+", uri, re.ASCII)
    assert unquote(uri) == Path(path).as_posix()


@given(paths, hostile)
def test_github_keeps_every_character(path: str, message: str) -> None:
    """Each command is one line, and the runner's way to read it gives path and message back."""
    lines = WRITERS["github"](run_of(path, message)).decode().split("\n")
    assert len(lines) == 3
    properties, _, data = lines[0].removeprefix("::error ").partition("::")
    held = dict(pair.split("=", 1) for pair in properties.split(","))
    assert _read_command(held["file"]) == Path(path).as_posix()
    assert _read_command(data) == message


def _read_command(value: str) -> str:
    for escape, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        value = value.replace(escape, char)
    return value


@given(paths, hostile)
def test_gitlab_keeps_every_character(path: str, message: str) -> None:
    """Path and message come back as they were, and no two issues have the same fingerprint."""
    issues = json.loads(WRITERS["gitlab"](run_of(path, message)))
    assert issues[0]["location"] == {"path": Path(path).as_posix(), "lines": {"begin": 2}}
    assert issues[0]["description"] == f"A01 {message}"
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


@given(paths, hostile)
def test_rdjson_keeps_every_character(path: str, message: str) -> None:
    """Path and message come back as they were, and columns count bytes."""
    found = json.loads(WRITERS["rdjson"](run_of(path, message)))["diagnostics"][0]
    assert (found["location"]["path"], found["message"]) == (Path(path).as_posix(), message)
    assert found["location"]["range"] == {"start": {"line": 2, "column": 4}, "end": {"line": 2, "column": 12}}


@given(paths, hostile)
def test_csv_keeps_every_character(path: str, message: str) -> None:
    """A reader of CSV gets every cell back, and every row has all columns."""
    rows = list(csv.reader(StringIO(WRITERS["csv"](run_of(path, message, message)).decode(), newline="")))
    assert {len(row) for row in rows} == {13}
    assert (rows[1][0], rows[1][9], rows[1][10]) == (path, message, message)


@given(paths, hostile)
def test_junit_is_well_formed(path: str, message: str) -> None:
    """Any message gives XML that can be read; only characters that XML forbids are replaced."""
    root = ET.fromstring(WRITERS["junit"](run_of(path, message)))  # noqa: S314  our own output
    failure = root.find("testsuite/testcase/failure")
    assert failure is not None
    assert failure.get("message") == re.sub("[\x00\x1b\ufffe]", "\ufffd", message)
    assert [suite.get("failures") for suite in root] == ["1", "0"]


@given(paths, hostile)
def test_concise_is_one_line_a_finding(path: str, message: str) -> None:
    """Nothing breaks a line, and no control character reaches a terminal."""
    lines = WRITERS["concise"](run_of(path, message)).decode().splitlines()
    assert len(lines) == 2
    assert not re.search(r"[\x00-\x1f\x7f-\x9f]", "".join(lines))


@given(paths, hostile)
def test_markdown_stays_a_table(path: str, message: str) -> None:
    """A row has four cells, whatever the words are, and no user or issue is mentioned."""
    text = WRITERS["markdown"](run_of(path, message)).decode()
    row = next(line for line in text.split("\n") if line.startswith("| 2 |"))
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) == 5
    assert not re.search(r"[@#]\w", text.replace("&#8203;", "\u200b"))
    assert not re.search(r"(?<!\\)(?:\\\\)*<", text)


def test_a_page_has_no_lines(made_result: AuditResult) -> None:
    """Where the text was taken out of a page, findings have no region: its lines are not those of the file."""
    page = evolve(made_result, parse=evolve(made_result.parse, article=evolve(made_result.article, extracted=True)))
    assert {entry.region for entry in list_item(page).entries} == {None}
    for write in WRITERS.values():
        assert write(Run((list_item(page),), CARDS, RulesUsed()))
