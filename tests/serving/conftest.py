"""A service with real workers, and what it is asked."""

from collections.abc import Iterator

import pytest
from attrs import evolve
from starlette.testclient import TestClient

from provenance.serving.app import build_app
from provenance.serving.settings import Limits, ServerSettings

ARTICLE = (
    "Harbour fees to rise, port says\n\n"
    "The fees for fishing boats will rise in May, an official of the port told the Gull Post on Monday.\n\n"
    "“Nobody asked us before they decided this,” said Petra Oldham, who speaks for the fishermen.\n"
)
SETTINGS = ServerSettings(limits=Limits(body=200_000, seconds=20, workers=1), profiles=("desk", "everything"))
RULES = b'{"schema": "provenance/rules/v1", "rules": []}'
TOKEN = "a token for tests"  # noqa: S105


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    """A service that lets everybody in."""
    with TestClient(build_app(SETTINGS, RULES)) as opened:
        yield opened


@pytest.fixture
def guarded() -> TestClient:
    """A service that wants a token; it has no workers, since nobody should get as far."""
    return TestClient(build_app(evolve(SETTINGS, token=TOKEN), RULES))
