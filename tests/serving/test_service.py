"""The other addresses, the guard around all of them, and what leaves no trace."""

import logging
import re

import pytest
from lxml import html
from starlette.testclient import TestClient

from provenance.serving.app import build_app
from provenance.serving.settings import Limits, ServerSettings, is_loopback
from tests.serving.conftest import ARTICLE, RULES, TOKEN

TEXT = {"content-type": "text/plain"}
PATHS = ("/", "/static/live.js", "/healthz", "/metrics", "/openapi.json", "/v1/rules", "/nowhere")


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_guarded(client: TestClient, path: str) -> None:
    """Every answer forbids framing, guessing of types, keeping, and scripts that are not the service's own."""
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert headers["content-security-policy"].startswith("default-src 'none';")
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]


def test_a_report_as_html_allows_its_own_style_and_script(client: TestClient) -> None:
    """The policy of a report is that of the page it is, and nobody may frame it."""
    answer = client.post("/v1/audit", content=ARTICLE, headers=TEXT | {"accept": "text/html"})
    metas = html.document_fromstring(answer.content).iter("meta")
    inner = [meta.get("content") for meta in metas if meta.get("http-equiv") == "Content-Security-Policy"]
    assert answer.headers["content-security-policy"] == f"{inner[0]}; frame-ancestors 'none'"


def test_health_and_rules(client: TestClient) -> None:
    """`/healthz` counts the workers, `/v1/rules` lists the rules."""
    assert client.get("/healthz").json()["workers"] == 1
    assert client.get("/v1/rules").content == RULES


def test_a_service_without_workers_is_not_well(guarded: TestClient) -> None:
    """`/healthz` answers 503 where no worker runs, and needs no token."""
    assert guarded.get("/healthz").status_code == 503


@pytest.mark.parametrize(("path", "status"), [("/nowhere", 404), ("/static/app.py", 404), ("/v1/audit", 405)])
def test_what_is_not_served(client: TestClient, path: str, status: int) -> None:
    """An unknown address, a file that is no part of the page and a wrong method are refused as problems."""
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.json()["status"] == status


@pytest.mark.parametrize("given", [{}, {"authorization": "Bearer wrong"}, {"authorization": f"Basic {TOKEN}"}])
@pytest.mark.parametrize("path", ["/v1/rules", "/metrics"])
def test_a_token_is_needed(guarded: TestClient, path: str, given: dict[str, str]) -> None:
    """Without the token, or with another one, the interface is closed."""
    answer = guarded.get(path, headers=given)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    assert guarded.get("/v1/rules", headers={"authorization": f"bearer {TOKEN}"}).status_code == 200


def test_the_page_asks_for_the_token(guarded: TestClient, client: TestClient) -> None:
    """The page has a field for the token where one is needed, and only there."""
    assert "token" in guarded.get("/").text
    assert "token" not in client.get("/").text


def test_the_page_holds_no_script_of_its_own(client: TestClient) -> None:
    """Scripts and styles of the page are files of the service, all of which are served."""
    page = html.document_fromstring(client.get("/").text)
    assert not page.xpath("//style | //script[not(@src)] | //@style | //@*[starts-with(name(), 'on')]")
    addresses = [str(found.get("src") or found.get("href")) for found in page.iter("script", "link")]
    assert len(addresses) == 4
    for address in addresses:
        assert client.get(address).status_code == 200


def test_too_many_audits_at_a_time() -> None:
    """An audit beyond the places is refused with 429 and the advice to come again."""
    busy = TestClient(build_app(ServerSettings(limits=Limits(workers=0, waiting=0)), RULES))
    answer = busy.post("/v1/audit", content=ARTICLE, headers=TEXT)
    assert answer.status_code == 429
    assert answer.headers["retry-after"] == "1"


def test_nothing_is_logged_but_sizes_and_timings(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    """A line of the log holds route, status, sizes and time: no word of the request, its address or its answer."""
    with caplog.at_level(logging.DEBUG):
        client.post("/v1/audit?profile=harbour", content=ARTICLE, headers=TEXT)
        client.post("/v1/audit", content=ARTICLE, headers=TEXT)
        client.get("/harbour")
    lines = [record.getMessage() for record in caplog.records if record.name.startswith(("provenance", "uvicorn"))]
    shape = re.compile(r"(audit|other) \d{3} in=\d+ out=\d+ ms=[\d.]+")
    assert len(lines) == 3
    assert all(shape.fullmatch(line) for line in lines)


def test_metrics_count(client: TestClient) -> None:
    """`/metrics` counts requests by route and status, and the bytes and the time of audits."""
    client.post("/v1/audit", content=ARTICLE, headers=TEXT)
    text = client.get("/metrics").text
    (count,) = re.findall(r'^provenance_requests_total\{route="audit",status="200"\} (\d+)$', text, re.MULTILINE)
    (timed,) = re.findall(r"^provenance_audit_seconds_count (\d+)$", text, re.MULTILINE)
    assert 0 < int(timed) <= int(count) + 99
    assert "provenance_workers 1\n" in text


@pytest.mark.parametrize(("host", "alone"), [("::1", True), ("0.0.0.0", False), ("newsroom.example", False)])  # noqa: S104
def test_loopback(host: str, alone: bool) -> None:  # noqa: FBT001
    """Only addresses of the loopback interface count as unreachable for others."""
    assert is_loopback(host) is alone
