"""Refusals, as RFC 9457 has them: what is wrong, in words for people, in a form for programs."""

import json
from collections.abc import Mapping
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from provenance.serving.media import PROBLEM


def problem(status: int, reason: str, headers: Mapping[str, str] | None = None) -> Response:
    """Return a refusal; `reason` is one clause without a final stop."""
    body = {"title": HTTPStatus(status).phrase, "status": status, "detail": reason}
    return Response(json.dumps(body), status, dict(headers or {}), PROBLEM)


async def answer_refusal(_: Request, error: Exception) -> Response:
    """Return the refusal that was raised, Starlette's own included."""
    if not isinstance(error, HTTPException):
        raise error
    reason = error.detail if error.detail != HTTPStatus(error.status_code).phrase else error.detail.lower()
    return problem(error.status_code, reason, error.headers)
