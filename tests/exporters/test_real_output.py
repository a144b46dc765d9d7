"""The JSON contract, held by what the pipeline really puts out."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from provenance.exporters.json_text import dump_json
from provenance.exporters.json_v1 import export_report
from provenance.model import AuditResult, Report, text_of
from provenance.pipeline import audit_text

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "docs/reference/report.schema.json"
SHORT = (
    "",
    "Nothing is said here.",
    "The fund will be cut, an EU official told Bloomberg on condition of anonymity.",
    "“We are ready,” said Ana Reyes, the commissioner. It was reportedly late. “It will never pass at all.”",
)


def _texts() -> Iterator[str]:
    yield from SHORT
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        yield path.read_bytes().decode("utf-8")


@pytest.fixture(scope="module", params=list(_texts()), ids=lambda text: text[:30])
def result(request: pytest.FixtureRequest) -> AuditResult:
    """Audit one text: short ones, and every sample article."""
    return audit_text(request.param)


def test_real_output_validates(result: AuditResult) -> None:
    """What the pipeline finds is a valid report once exported."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    report = json.loads(dump_json(export_report(Report((result,)), include_text=True)))
    Draft202012Validator(schema).validate(report)


def test_ids_count_and_resolve(result: AuditResult) -> None:
    """Ids count from one in text order, and every id that is referred to exists."""
    parse = result.parse
    attributions = [attribution.id for attribution in parse.attributions]
    records = [record.id for record in parse.records]
    assert attributions == [f"a{number}" for number in range(1, len(attributions) + 1)]
    assert records == [f"r{number}" for number in range(1, len(records) + 1)]
    assert [finding.id for finding in result.findings] == [f"f{n}" for n in range(1, len(result.findings) + 1)]
    held = [name for record in parse.records for name in record.attributions]
    assert sorted(held) == sorted(attributions)
    assert {finding.record for finding in result.findings} <= {None, *records}
    assert {finding.attribution for finding in result.findings} <= {None, *attributions}


def test_spans_are_words_of_the_article(result: AuditResult) -> None:
    """Every claim and every finding's evidence is a stretch of the article that is not empty."""
    text = result.article.text
    assert all(text_of(record.claim, text).strip() for record in result.parse.records)
    assert all(span.of(text) for finding in result.findings for span in (*finding.spans, *finding.related))


def test_same_text_same_bytes(result: AuditResult) -> None:
    """The same text gives the same bytes, whatever was audited in between."""
    again = audit_text(result.article.text)
    assert dump_json(export_report(Report((again,)))) == dump_json(export_report(Report((result,))))
