"""What a service is told when it starts."""

import os
from ipaddress import ip_address
from socket import INADDR_LOOPBACK

from attrs import field, frozen

LOOPBACK = str(ip_address(INADDR_LOOPBACK))
"""Where a service listens unless told otherwise: nobody but this machine reaches it."""

PORT = 8731
LARGEST_BODY = 4 * 1024 * 1024
SECONDS = 10.0
WAITING = 16


@frozen
class Limits:
    """What one request may cost, and how many may wait: beyond `workers` + `waiting` audits at a time are refused."""

    body: int = LARGEST_BODY
    seconds: float = SECONDS
    workers: int = field(factory=lambda: os.cpu_count() or 1)
    waiting: int = WAITING

    @property
    def places(self) -> int:
        """How many audits the service takes on at a time."""
        return self.workers + self.waiting


@frozen
class Rules:
    """Which rules and profile the workers load: a settings file (None: none) and the profile asked for."""

    config: str | None = None
    profile: str | None = None


@frozen
class ServerSettings:
    """All of it. With a `token` every audit must bring it; `profiles` are those that a request may ask for."""

    rules: Rules = field(factory=Rules)
    limits: Limits = field(factory=Limits)
    token: str | None = field(default=None, repr=False)
    profiles: tuple[str, ...] = ()


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches what listens on `host`; a name that is no address counts as reachable."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
