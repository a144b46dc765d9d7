"""`POST /v1/audit`: what goes in, what comes out, what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from provenance.serving.settings import Limits
from tests.serving.conftest import ARTICLE, SETTINGS

ROOT = Path(__file__).parents[2]
TEXT = {"content-type": "text/plain"}


def audit(client: TestClient, body: str | bytes = ARTICLE, query: str = "", **headers: str) -> Response:
    """Ask for an audit; of the headers, names are written with underscores."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    answer: Response = client.post(f"/v1/audit{query}", content=body, headers=TEXT | given)
    return answer


def article_of(answer: Response) -> Any:  # noqa: ANN401  JSON is of every type
    """The one article of a JSON report."""
    assert answer.status_code == 200, answer.text
    (article,) = answer.json()["articles"]
    return article


def test_text_gives_the_report(client: TestClient) -> None:
    """An article in plain text is answered with the report of the contract, its spans over the very body."""
    answer = audit(client)
    schema = json.loads((ROOT / "docs/reference/report.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(answer.json())
    assert answer.headers["content-type"] == "application/json"
    entities = {one["source"]["entity"] for one in article_of(answer)["attributions"] if one["source"]}
    assert "Petra Oldham" in entities


def test_a_web_page_is_read(client: TestClient) -> None:
    """HTML is read as a page, so that the report brings its text along."""
    body = "".join(f"<p>{line}</p>" for line in ARTICLE.splitlines() if line)
    article = article_of(
        audit(client, f"<html><body><article>{body}</article></body></html>", content_type="text/html")
    )
    assert "<p>" not in article["text"]
    assert "Petra Oldham" in article["text"]


def test_the_json_of_an_agency_is_read(client: TestClient) -> None:
    """A ninjs item in JSON is read as the article it holds; JSON of another kind is refused."""
    lines = [line for line in ARTICLE.splitlines() if line]
    item = {"uri": "urn:example:1", "headline": lines[0], "body_xhtml": "".join(f"<p>{line}</p>" for line in lines[1:])}
    article = article_of(audit(client, json.dumps(item), content_type="application/json"))
    assert "Petra Oldham" in article["text"]
    assert article["path"] is None
    assert audit(client, '{"some": "thing"}', content_type="application/json").status_code == 422
    several = audit(client, json.dumps([item, item | {"uri": "urn:example:2"}]), content_type="application/json")
    assert several.json()["detail"] == "the article is not the only one in the body: send each by itself"


@pytest.mark.parametrize("media", ["application/json", "application/xml", "text/html"])
@pytest.mark.parametrize("part", ["[", "<a>", '{"a":'])
def test_deep_nesting_is_no_fault(client: TestClient, media: str, part: str) -> None:
    """However deep a body nests, it is answered or refused."""
    assert audit(client, part * 3_000, content_type=media).status_code in (200, 422)


def test_charset(client: TestClient) -> None:
    """A body in the charset that the request names is read in it, and refused where it is not."""
    assert article_of(audit(client, ARTICLE.encode("utf-16"), content_type="text/plain; charset=utf-16"))["findings"]
    assert audit(client, b"\xff\xff", content_type="text/plain; charset=utf-8").status_code == 422
    assert audit(client, content_type="text/plain; charset=nonsense").status_code == 422


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", "application/json"),
        ("application/sarif+json", "application/sarif+json"),
        ("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8"),
        ("text/*;q=0.2, application/json;q=0.1", "text/html; charset=utf-8"),
    ],
)
def test_the_answer_is_what_is_liked_best(client: TestClient, accept: str, media: str) -> None:
    """The Accept header decides between JSON, SARIF and HTML."""
    answer = audit(client, accept=accept)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media
    assert answer.headers["vary"] == "accept"


def test_sarif_holds_the_findings(client: TestClient) -> None:
    """SARIF back lists the same findings as JSON."""
    codes = [finding["code"] for finding in article_of(audit(client))["findings"]]
    (run,) = audit(client, accept="application/sarif+json").json()["runs"]
    assert [result["ruleId"] for result in run["results"]] == codes


def test_options(client: TestClient) -> None:
    """The profile and the text in the report are chosen by options of the request."""
    assert audit(client, query="?profile=everything").json()["rulebook"]["profile"] == "everything"
    assert article_of(audit(client, query="?include_text=true"))["text"] == ARTICLE
    assert "text" not in article_of(audit(client))


@pytest.mark.parametrize(
    ("status", "request_"),
    [
        (415, {"content_type": "application/pdf"}),
        (415, {"content_type": ""}),
        (415, {"content_encoding": "gzip"}),
        (406, {"accept": "image/png"}),
        (406, {"accept": "application/json;q=0"}),
        (400, {"query": "?profile=nobody"}),
        (400, {"query": "?include_text=perhaps"}),
        (400, {"query": "?format=json"}),
        (413, {"body": "x" * (SETTINGS.limits.body + 1)}),
        (422, {"body": ""}),
        (422, {"body": b"\x1f\x8b packed"}),
        (422, {"body": b"\x00\x01\x02" * 99}),
        (
            422,
            {"body": "Der Hafen wird teurer, sagte ein Sprecher der Stadt am Montag, und niemand wurde gefragt. " * 5},
        ),
        (403, {"origin": "https://elsewhere.example"}),
    ],
)
def test_refusals(client: TestClient, status: int, request_: dict[str, Any]) -> None:
    """What cannot be answered is refused with a status of its own and one clause that repeats no word of the article."""
    answer = audit(client, **request_)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == status
    assert "Hafen" not in problem["detail"]
    assert not problem["detail"].endswith(".")


def test_a_body_without_a_length_is_limited_too(client: TestClient) -> None:
    """A body that comes in chunks is refused as soon as it is larger than allowed."""
    answer = client.post("/v1/audit", content=iter([b"word " * 10_000] * 5), headers=TEXT)
    assert answer.status_code == 413


def test_an_own_page_may_ask(client: TestClient) -> None:
    """A browser that sends the request for the service's own page is let in."""
    assert audit(client, origin=str(client.base_url)).status_code == 200


def test_places() -> None:
    """As many audits are taken on as there are workers and places to wait."""
    assert Limits(workers=2, waiting=3).places == 5
