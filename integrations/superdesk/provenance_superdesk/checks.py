"""The handler of `item_validate`, and the macro."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from provenance_superdesk.service import LEVELS, Finding, NoAnswerError, Service

FIELD = "sourcing_findings"
"""The field of `extra` that the macro fills; a content profile with a text field of this id shows it."""

Item = MutableMapping[str, Any]


def validate_item(
    sender: Any,  # noqa: ANN401, ARG001 - what Superdesk's signal brings
    item: Item,
    response: list[str],
    error_fields: Any = None,  # noqa: ANN401, ARG001 - as above
    *,
    service: Service,
    **_: Any,  # noqa: ANN401 - as above
) -> None:
    """Add to `response` what keeps an item from being published."""
    if not _has_text(item):
        return
    try:
        found = service.find(item)
    except NoAnswerError as error:
        if service.required:
            response.append(f"The sourcing could not be audited ({error}).")
        return
    level = LEVELS.index(service.fail_on)
    response.extend(f"Sourcing, {one}" for one in found if LEVELS.index(one.severity) >= level)


def note_findings(item: Item, *, service: Service, **_: Any) -> Item:  # noqa: ANN401 - what Superdesk passes to macros
    """Write all findings into the field of the item that is kept for them; nothing else is changed."""
    if _has_text(item):
        extra = item.setdefault("extra", {})
        extra[FIELD] = _spell(item, service)
    return item


def _spell(item: Item, service: Service) -> str:
    try:
        found: list[Finding] = service.find(item)
    except NoAnswerError as error:
        return f"The sourcing could not be audited ({error})."
    return "\n".join(f"{one.severity} {one}" for one in found) or "No findings."


def _has_text(item: Item) -> bool:
    return item.get("type", "text") == "text" and bool(item.get("body_html"))
