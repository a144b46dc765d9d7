"""Asks the service about one item."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

LEVELS = ("note", "warning", "error")
_SENT = ("guid", "headline", "body_html", "byline", "source", "language", "versioncreated")
_UNPROCESSABLE = 422


class NoAnswerError(Exception):
    """The service did not answer, or not as it should."""


@dataclass(frozen=True)
class Finding:
    """What the service objects to."""

    code: str
    severity: str
    message: str

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"


@dataclass(frozen=True)
class Service:
    """Where the service is and how it is asked; `required` says whether items wait for its answer."""

    address: str
    token: str | None = None
    profile: str | None = None
    fail_on: str = "error"
    timeout: float = 5.0
    required: bool = False

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any]) -> Service:
        """Read the settings of the application; raises KeyError without PROVENANCE_SERVER."""
        return cls(
            settings["PROVENANCE_SERVER"].rstrip("/"),
            settings.get("PROVENANCE_TOKEN"),
            settings.get("PROVENANCE_PROFILE"),
            settings.get("PROVENANCE_FAIL_ON", "error"),
            float(settings.get("PROVENANCE_TIMEOUT", 5)),
            bool(settings.get("PROVENANCE_REQUIRED", False)),
        )

    def find(self, item: Mapping[str, Any]) -> list[Finding]:
        """Return what the service finds in an item; raise NoAnswerError if it does not answer."""
        try:
            with urlopen(self._request(item), timeout=self.timeout) as answer:  # noqa: S310 - the address is a setting
                (article,) = json.load(answer)["articles"]
        except HTTPError as error:
            if error.code == _UNPROCESSABLE:  # nothing to audit: too short, or not English
                return []
            raise NoAnswerError(f"status {error.code}") from error  # noqa: TRY003, EM102
        except (URLError, OSError, ValueError, KeyError) as error:
            raise NoAnswerError(type(error).__name__) from error
        return [Finding(one["code"], one["severity"], one["message"]) for one in article["findings"]]

    def _request(self, item: Mapping[str, Any]) -> Request:
        body = json.dumps({name: item[name] for name in _SENT if item.get(name)}, default=str).encode()
        headers = {"content-type": "application/json", "accept": "application/json"}
        if self.token:
            headers["authorization"] = f"Bearer {self.token}"
        query = f"?profile={self.profile}" if self.profile else ""
        return Request(f"{self.address}/v1/audit{query}", body, headers)  # noqa: S310 - as above
