"""`provenance serve`: audits over HTTP, on this machine alone unless told otherwise."""

import json
import logging
import os
import sys
from argparse import Namespace
from contextlib import suppress
from pathlib import Path
from socket import AF_INET, AF_INET6, create_server
from socket import socket as Socket  # noqa: N812  the class is called like a variable
from typing import TYPE_CHECKING

from provenance.cli.complaints import complain, require_packages
from provenance.cli.house import open_house
from provenance.errors import SettingsError
from provenance.exporters.rules_v1 import export_rules
from provenance.policy.house import House

if TYPE_CHECKING:
    from provenance.serving.settings import ServerSettings

TOKEN_VARIABLE = "PROVENANCE_TOKEN"  # noqa: S105  the name of a variable, no token
DONE = 0
_NEEDED = ("starlette", "uvicorn")


def run(args: Namespace) -> int:
    """Serve until interrupted; return 2 if the service cannot start."""
    require_packages(_NEEDED, "server")
    house = open_house(args)
    return _serve(args, house, _read_settings(args, house))


def _read_settings(args: Namespace, house: House) -> "ServerSettings":
    from provenance.serving.settings import LOOPBACK, Limits, Rules, ServerSettings, is_loopback  # noqa: PLC0415

    args.host = args.host or LOOPBACK
    token = _read_token(args.token_file)
    if token is None and not is_loopback(args.host):
        msg = f"other machines can reach {args.host}: give a token (--token-file FILE or ${TOKEN_VARIABLE})"
        raise SettingsError(msg)
    chosen = {
        "body": args.max_body,
        "seconds": args.time_limit,
        "workers": args.workers,
        "waiting": args.waiting,
    }
    limits = Limits(**{name: value for name, value in chosen.items() if value is not None})
    profiles = tuple(profile.id for profile in house.rulebook.pack.profiles)
    return ServerSettings(Rules(house.settings.path, args.profile), limits, token, profiles)


def _read_token(path: str | None) -> str | None:
    """Take the token from its file, else from the environment; never from the command line, which others can see."""
    written = Path(path).read_text(encoding="utf-8") if path else os.environ.get(TOKEN_VARIABLE, "")
    token = written.strip()
    if path and not token:
        msg = f"{path}: holds no token"
        raise SettingsError(msg)
    return token or None


def _serve(args: Namespace, house: House, settings: "ServerSettings") -> int:
    import uvicorn  # noqa: PLC0415  only this command needs uvicorn and Starlette

    from provenance.serving.app import build_app  # noqa: PLC0415

    logging.basicConfig(stream=sys.stderr, format="%(message)s")
    logging.getLogger("provenance.serving").setLevel(logging.WARNING if args.quiet else logging.INFO)
    app = build_app(settings, json.dumps(export_rules(house.rulebook.pack)).encode())
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=int(settings.limits.seconds) + 1,
        h11_max_incomplete_event_size=16 * 1024,
        limit_concurrency=8 * settings.limits.places,
    )
    try:
        socket = _open_socket(args.host, args.port)
    except OSError as error:
        return complain(f"cannot listen on {args.host}, port {args.port}: {error.strerror}")
    print(f"provenance: listening on {_address_of(socket)}", file=sys.stderr, flush=True)
    server = uvicorn.Server(config)
    with suppress(KeyboardInterrupt):  # the way to stop it, no accident
        server.run(sockets=[socket])
    return DONE if server.started else complain("the service could not start")


def _open_socket(host: str, port: int) -> Socket:
    family = AF_INET6 if ":" in host else AF_INET
    return create_server((host, port), family=family, backlog=256)


def _address_of(socket: Socket) -> str:
    host, port = socket.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
