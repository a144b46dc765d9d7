"""The JSON contract."""

import json
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from jsonschema import Draft202012Validator

from provenance.__about__ import __version__
from provenance.exporters.json_text import dump_json, dump_line
from provenance.exporters.json_v1 import export_article, export_report
from provenance.model import Article, AuditResult, Confidence, Parse, Report, RulesUsed, Severity

SCHEMA = Path(__file__).parents[2] / "docs/reference/report.schema.json"
ARTICLE_FIELDS = [
    "id", "path", "title", "publisher", "published", "language", "encoding", "format", "text_sha256",
    "attributions", "records", "findings", "waived", "notes",
]  # fmt: skip
ATTRIBUTION_FIELDS = [
    "id", "form", "pattern", "reported_speech", "cue", "content", "source", "occasion", "nested_in", "chain",
    "confidence",
]  # fmt: skip


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """Load the published schema."""
    loaded: dict[str, Any] = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return loaded


def test_schema_is_valid(schema: dict[str, Any]) -> None:
    """The schema itself is a valid schema of its dialect."""
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("include_text", [True, False])
def test_report_validates(schema: dict[str, Any], made_report: Report, *, include_text: bool) -> None:
    """A report, with and without texts, is what the schema says."""
    Draft202012Validator(schema).validate(export_report(made_report, include_text=include_text))


def test_lines_validate(schema: dict[str, Any], made_report: Report) -> None:
    """Every line of JSON Lines, results and failures alike, is what the schema says of a line."""
    line = Draft202012Validator({**schema, "$id": "urn:line", "$ref": "#/$defs/line"} | _without_root(schema))
    for item in made_report.results:
        line.validate(json.loads(dump_line(export_article(item, made_report.rules))))


def _without_root(schema: dict[str, Any]) -> dict[str, Any]:
    """Take what describes the report out of the schema, so that its definitions alone remain."""
    return {"properties": {}, "required": [], "additionalProperties": True, "$defs": schema["$defs"]}


def test_schema_refuses_unknown_fields(schema: dict[str, Any], made_report: Report) -> None:
    """A field that the contract does not know is an error at every level."""
    validator = Draft202012Validator(schema)
    for path in ((), ("articles", 0), ("articles", 1), ("articles", 0, "attributions", 0), ("summary",)):
        data = export_report(made_report)
        place: Any = data
        for step in path:
            place = place[step]
        place["surprise"] = 1
        assert not validator.is_valid(data), path


def test_field_order(made_report: Report) -> None:
    """Fields come in the order of the contract."""
    article = export_report(made_report)["articles"][0]
    assert list(export_report(made_report)) == ["schema", "tool", "rulebook", "articles", "summary"]
    assert list(article) == ARTICLE_FIELDS
    assert list(article["attributions"][0]) == ATTRIBUTION_FIELDS


def test_spans_are_the_words(made_result: AuditResult) -> None:
    """Every text beside single spans is exactly what stands there in the article."""
    article = export_article(made_result, RulesUsed(), include_text=True)
    parts = [attribution[part] for attribution in article["attributions"] for part in ("cue", "content", "source")]
    for part in [*parts, *(record["claim"] for record in article["records"])]:
        ((start, end),) = part["spans"]
        assert article["text"][start:end] == part["text"]


def test_failure_stands_in_its_place(made_report: Report) -> None:
    """A file that could not be read has an error object where its result would stand, and no other field."""
    assert export_report(made_report)["articles"][1] == {"path": "seeds/empty.txt", "error": "is empty"}


def test_text_only_when_asked_or_extracted(made_result: AuditResult) -> None:
    """The text is left out of a plain file's object and always in that of a web page."""
    page = evolve(made_result, parse=evolve(made_result.parse, article=evolve(made_result.article, extracted=True)))
    assert "text" not in export_article(made_result, RulesUsed())
    assert export_article(made_result, RulesUsed(), include_text=True)["text"] == made_result.article.text
    assert export_article(page, RulesUsed())["text"] == made_result.article.text


def test_id_does_not_depend_on_the_path(made_result: AuditResult) -> None:
    """The same text under another path differs in its path only."""
    moved = evolve(made_result, parse=evolve(made_result.parse, article=evolve(made_result.article, path="b.txt")))
    assert {**export_article(moved, RulesUsed()), "path": "seeds/made.txt"} == export_article(made_result, RulesUsed())


def test_summary_counts(made_report: Report) -> None:
    """The summary counts articles, errors, claims by sourcing, and findings by severity and rule."""
    assert export_report(made_report)["summary"] == {
        "articles": 1,
        "errors": 1,
        "claims": 6,
        "sourcing": {"named": 4, "unnamed-only": 1, "mixed": 0, "vague": 0, "none": 1, "author": 0},
        "findings": {
            "total": 3,
            "severity": {"note": 1, "warning": 1, "error": 1},
            "rule": {"anon-no-reason": 1, "anon-only-claim": 1, "quote-orphan": 1},
        },
        "waived": 0,
    }


def test_line_stands_alone(made_report: Report) -> None:
    """A line of JSON Lines names its schema, the tool, the rules and the path, whatever it reports."""
    for item in made_report.results:
        line = export_article(item, made_report.rules)
        assert line["schema"] == "provenance/article/v1"
        assert line["tool"] == {"name": "provenance", "version": __version__}
        assert line["rulebook"]["packs"][0]["id"] == "en"
        assert line["path"]


def test_bytes_survive_any_text() -> None:
    """Lone surrogates and line separators in a text neither raise nor break a line, and come back as they were."""
    text = "One\u2028two \ud800 three\x85."
    result = AuditResult(Parse(Article(text, "odd.txt")))
    line = dump_line(export_article(result, RulesUsed(), include_text=True))
    report = dump_json(export_report(Report((result,)), include_text=True))
    assert len(line.decode().splitlines()) == 1
    assert json.loads(line)["text"] == text
    assert json.loads(report)["articles"][0]["text"] == text


def test_same_bytes_twice(made_report: Report) -> None:
    """The same report gives the same bytes."""
    assert dump_json(export_report(made_report)) == dump_json(export_report(made_report))


def test_schema_knows_the_kinds(schema: dict[str, Any]) -> None:
    """The schema's lists of values are those of the records."""
    definitions = schema["$defs"]
    assert definitions["severity"]["enum"] == [level.value for level in Severity]
    assert definitions["finding"]["properties"]["confidence"]["enum"] == [level.value for level in Confidence]
