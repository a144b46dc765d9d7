"""The service in the words of OpenAPI 3.1."""

from collections.abc import Mapping
from typing import Any

from provenance.__about__ import __version__
from provenance.exporters.json_v1 import REPORT_SCHEMA
from provenance.exporters.rules_v1 import RULES_SCHEMA
from provenance.serving.media import HTML, JSON, PROBLEM, READ, SARIF
from provenance.serving.settings import ServerSettings

Json = dict[str, Any]

_REFUSALS: Mapping[int, str] = {
    400: "An option that does not exist",
    401: "The token is missing or wrong",
    403: "A browser sends it for a page of another origin",
    406: "None of the media types that are accepted can be written",
    408: "The body did not arrive in time",
    413: "The body is too large",
    415: "A body that is not read",
    422: "No article that can be audited: empty, damaged, not English",
    429: "Too many audits at a time",
    503: "No worker became free in time",
    504: "The audit took longer than it may",
}
_PROBLEM: Json = {
    "type": "object",
    "required": ["title", "status", "detail"],
    "properties": {"title": {"type": "string"}, "status": {"type": "integer"}, "detail": {"type": "string"}},
}


def describe_service(settings: ServerSettings) -> Json:
    """Return the description; tokens stand in it only where the service wants them."""
    secured = settings.token is not None
    rules = {JSON: {"schema": _schema("rules", "schema", RULES_SCHEMA)}}
    counts = {"text/plain": {"schema": {"type": "string"}}}
    described: Json = {
        "openapi": "3.1.0",
        "info": {"title": "provenance", "version": __version__, "description": "Who says so, and through whom."},
        "paths": {
            "/v1/audit": {"post": _audit(settings)},
            "/v1/rules": {"get": _get("rules", "All rules", rules, secured=secured)},
            "/metrics": {"get": _get("metrics", "Counts since the start", counts, secured=secured)},
            "/healthz": {"get": _health()},
        },
        "components": {"schemas": {"Problem": _PROBLEM}},
    }
    if secured:
        described["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    return described


def _audit(settings: ServerSettings) -> Json:
    written = {
        JSON: {"schema": _schema("articles", "schema", REPORT_SCHEMA)},
        SARIF: {"schema": _schema("runs")},
        HTML: {"schema": {"type": "string"}},
    }
    return {
        "operationId": "audit",
        "summary": "Audit the article in the body",
        "parameters": [
            _option("profile", "The house profile", {"type": "string", "enum": list(settings.profiles)}),
            _option("include_text", "Put the text into the JSON report", {"type": "boolean"}),
        ],
        "requestBody": {"required": True, "content": {media: {"schema": _body(media)} for media in READ}},
        "responses": {"200": {"description": "What was found", "content": written}, **_refusals(_REFUSALS)},
        **_security(secured=settings.token is not None),
    }


def _body(media: str) -> Json:
    return {"type": ["object", "array"]} if media == JSON else {"type": "string"}


def _get(name: str, about: str, content: Json, *, secured: bool) -> Json:
    """Return an address that is asked without a body; `content` is its answer, by media type."""
    refusals = _refusals({401: _REFUSALS[401]} if secured else {})
    responses = {"200": {"description": about, "content": content}, **refusals}
    return {"operationId": name, "summary": about, "responses": responses, **_security(secured=secured)}


def _health() -> Json:
    """Return the address that tells whether there are workers; it needs no token."""
    about, content = "Whether there are workers", {JSON: {"schema": _schema("version")}}
    alive, down = {"description": about, "content": content}, {"description": "There are none", "content": content}
    return {"operationId": "health", "summary": about, "responses": {"200": alive, "503": down}}


def _refusals(statuses: Mapping[int, str]) -> Json:
    content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {str(status): {"description": words, "content": content} for status, words in statuses.items()}


def _security(*, secured: bool) -> Json:
    return {"security": [{"token": []}]} if secured else {}


def _option(name: str, about: str, schema: Json) -> Json:
    return {"name": name, "in": "query", "required": False, "description": about, "schema": schema}


def _schema(key: str, name: str | None = None, value: str | None = None) -> Json:
    """Return the schema of an object that has a key, and under another one a value that never changes."""
    fixed = {name: {"const": value}} if name else {}
    return {"type": "object", "required": [key, *fixed], "properties": fixed}
