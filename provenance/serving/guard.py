"""Around every request: who may ask, what every answer's head says, and the one line that is logged."""

import hmac
import logging
import time
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from attrs import define
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from provenance.serving.counters import Counters
from provenance.serving.problems import problem

LOG = logging.getLogger("provenance.serving")

STRICT = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""The policy of every answer that brings none of its own."""

_HEADERS: Mapping[str, str] = {
    "cache-control": "no-store",
    "content-security-policy": STRICT,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
_OPEN = ("/", "/healthz", "/openapi.json")
_OPEN_FOLDER = "/static/"


@define
class _Seen:
    """What is known of an answer once its head has been sent."""

    status: int = 500
    size: int = 0
    taken: int = 0


@define
class Guard:
    """An application around the application. `token` None lets everybody in."""

    app: ASGIApp
    counters: Counters
    token: str | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on unless it is refused; count and log it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        seen, begin = _Seen(), time.perf_counter()
        refused = self._refuse(scope["path"], scope["method"], Headers(scope=scope))
        try:
            await (refused or self.app)(scope, _counting(receive, seen), _with_headers(send, seen))
        finally:
            route = getattr(scope.get("endpoint"), "__name__", "other").lstrip("_")
            self.counters.count_request(route, seen.status)
            spent = (time.perf_counter() - begin) * 1000
            # neither addresses nor paths nor parameters, which could hold words of a draft
            LOG.info("%s %d in=%d out=%d ms=%.1f", route, seen.status, seen.taken, seen.size, spent)

    def _refuse(self, path: str, method: str, headers: Headers) -> Response | None:
        """Return the refusal of a request, None for one that may pass."""
        if method == "POST" and _is_foreign(headers):
            return problem(403, "the request comes from a page of another origin")
        if self.token is None or path in _OPEN or path.startswith(_OPEN_FOLDER):
            return None
        kind, _, token = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and hmac.compare_digest(token.strip().encode(), self.token.encode()):
            return None
        return problem(401, "a bearer token is needed", {"www-authenticate": "Bearer"})


def _is_foreign(headers: Headers) -> bool:
    """Whether a browser sends the request for a page that this service has not served."""
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


def _counting(receive: Receive, seen: _Seen) -> Receive:
    async def receive_on() -> Message:
        message = await receive()
        seen.taken += len(message.get("body", b""))
        return message

    return receive_on


def _with_headers(send: Send, seen: _Seen) -> Send:
    async def send_on(message: Message) -> None:
        if message["type"] == "http.response.start":
            seen.status = message["status"]
            headers = MutableHeaders(raw=message.setdefault("headers", []))
            for name, value in _missing(headers):
                headers[name] = value
        else:
            seen.size += len(message.get("body", b""))
        await send(message)

    return send_on


def _missing(headers: MutableHeaders) -> Iterator[tuple[str, str]]:
    present = set(headers.keys())
    return ((name, value) for name, value in _HEADERS.items() if name not in present)
