"""What a request asks for: media types, options, the body within its limits. Everything else is refused."""

import asyncio

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from provenance.serving.answers import Job
from provenance.serving.media import READ, WRITTEN, choose_type, split_type
from provenance.serving.settings import Limits, ServerSettings

_OPTIONS = ("profile", "include_text")


def read_job(request: Request, settings: ServerSettings) -> Job:
    """Return the job that the head of a request describes; raise HTTPException for what is not served."""
    if request.headers.get("content-encoding", "identity") != "identity":
        raise HTTPException(415, "packed bodies are not read")
    media, charset = split_type(request.headers.get("content-type", ""))
    if media not in READ:
        raise HTTPException(415, f"the body must be one of {', '.join(READ)}", {"accept": ", ".join(READ)})
    wanted = choose_type(request.headers.get("accept", ""))
    if wanted is None:
        raise HTTPException(406, f"the answer can be {', '.join(WRITTEN)}")
    return Job(media, wanted, charset, _read_profile(request, settings), _read_flag(request, "include_text"))


async def read_body(request: Request, limits: Limits) -> bytes:
    """Return the body; raise HTTPException where it is too large, too slow or empty."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > limits.body:
        raise _too_large(limits)
    body = bytearray()
    try:
        async with asyncio.timeout(limits.seconds):
            async for chunk in request.stream():
                body += chunk
                if len(body) > limits.body:
                    raise _too_large(limits)
    except (TimeoutError, ClientDisconnect) as error:
        raise HTTPException(408, f"the body did not arrive within {limits.seconds:g} seconds") from error
    return bytes(body)


def _too_large(limits: Limits) -> HTTPException:
    return HTTPException(413, f"the body is larger than {limits.body} bytes", {"connection": "close"})


def _read_profile(request: Request, settings: ServerSettings) -> str | None:
    unknown = sorted(set(request.query_params) - set(_OPTIONS))
    if unknown:
        raise HTTPException(400, f"there are no options but {', '.join(_OPTIONS)}")
    profile = request.query_params.get("profile")
    if profile is not None and profile not in settings.profiles:
        raise HTTPException(400, f"there is no such profile (there are: {', '.join(settings.profiles)})")
    return profile


def _read_flag(request: Request, name: str) -> bool:
    written = request.query_params.get(name, "false")
    if written not in ("true", "false"):
        raise HTTPException(400, f"{name} is true or false")
    return written == "true"
