"""The service: which address does what."""

import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager

from attrs import asdict, define, field
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from provenance.__about__ import __version__
from provenance.serving.asking import read_body, read_job
from provenance.serving.counters import Counters
from provenance.serving.guard import Guard
from provenance.serving.live import ASSETS, LIVE_POLICY, REPORT_POLICY, read_live, render_live
from provenance.serving.media import HTML, JSON
from provenance.serving.openapi import describe_service
from provenance.serving.pool import BusyError, LostError, OverrunError, Pool, PoolError
from provenance.serving.problems import answer_refusal, problem
from provenance.serving.settings import ServerSettings

_FAULTS: Mapping[type[PoolError], tuple[int, str]] = {
    BusyError: (503, "no worker became free in time"),
    LostError: (503, "the worker ended before the audit did"),
    OverrunError: (504, "the audit took longer than it may"),
}
_RETRY = {"retry-after": "1"}


def build_app(settings: ServerSettings, rules: bytes) -> ASGIApp:
    """Return the service; `rules` is the list of rules as JSON. Workers start and end with the application."""
    service = Service(settings, rules)
    routes = [
        Route("/", service.page),
        Route("/static/{name}", service.static),
        Route("/healthz", service.healthz),
        Route("/metrics", service.metrics),
        Route("/openapi.json", service.openapi),
        Route("/v1/audit", service.audit, methods=["POST"]),
        Route("/v1/rules", service.rules_list),
    ]
    handlers: dict[object, Callable[..., object]] = {HTTPException: answer_refusal}
    app = Starlette(routes=routes, lifespan=service.live, exception_handlers=handlers)  # type: ignore[arg-type]
    return Guard(app, service.counters, settings.token)


@define(eq=False)
class Service:
    """What the addresses share: the workers, the counts, and answers that never change."""

    settings: ServerSettings
    rules: bytes
    counters: Counters = field(factory=Counters)
    pool: Pool = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.pool = Pool(self.settings.rules, self.settings.limits)

    @asynccontextmanager
    async def live(self, _: Starlette) -> AsyncIterator[None]:
        """Start the workers, and end them when the service is over."""
        await self.pool.open()
        try:
            yield
        finally:
            await self.pool.close()

    async def page(self, _: Request) -> Response:
        """The page, live."""
        text = render_live(self.settings)
        return Response(text, media_type=HTML, headers={"content-security-policy": LIVE_POLICY})

    async def static(self, request: Request) -> Response:
        """A style or a script of the page."""
        name = request.path_params["name"]
        if name not in ASSETS:
            raise HTTPException(404)
        return Response(read_live(name), media_type=ASSETS[name])

    async def healthz(self, _: Request) -> Response:
        """Whether there are workers."""
        alive = self.pool.alive
        state = {"status": "ok" if alive else "no workers", "version": __version__, "workers": alive}
        return JSONResponse(state, 200 if alive else 503)

    async def metrics(self, _: Request) -> Response:
        """Counts since the start."""
        text = self.counters.render(self.pool.alive, self.pool.replaced)
        return Response(text, media_type="text/plain; version=0.0.4")

    async def openapi(self, _: Request) -> Response:
        """The description of the service."""
        return JSONResponse(describe_service(self.settings))

    async def rules_list(self, _: Request) -> Response:
        """All rules."""
        return Response(self.rules, media_type=JSON)

    async def audit(self, request: Request) -> Response:
        """The audit of the article in the body."""
        if self.counters.running >= self.settings.limits.places:
            return problem(429, "too many audits at a time", _RETRY)
        self.counters.running += 1
        try:
            return await self._audit(request)
        finally:
            self.counters.running -= 1

    async def _audit(self, request: Request) -> Response:
        job = read_job(request, self.settings)
        body = await read_body(request, self.settings.limits)
        begin = time.perf_counter()
        try:
            head, answer = await self.pool.run(asdict(job), body)
        except PoolError as error:
            return problem(*_FAULTS[type(error)], _RETRY)
        self.counters.count_audit(len(body), time.perf_counter() - begin)
        if head["reason"]:
            return problem(head["status"], head["reason"])
        extra = {"content-security-policy": REPORT_POLICY} if head["media"] == HTML else {}
        return Response(answer, head["status"], {**extra, "vary": "accept"}, head["media"])
