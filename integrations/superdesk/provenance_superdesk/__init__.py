"""Superdesk asks a provenance service about the sourcing of an item: before publishing, and from the list of macros.

Settings of the Superdesk application: PROVENANCE_SERVER (address of the service), PROVENANCE_TOKEN, PROVENANCE_PROFILE,
PROVENANCE_FAIL_ON (error), PROVENANCE_TIMEOUT (5 seconds), PROVENANCE_REQUIRED (False: publish where the service does
not answer). Nothing but the standard library is needed, on any Python that Superdesk runs on.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from provenance_superdesk.checks import note_findings, validate_item
from provenance_superdesk.service import Service

MACRO = "provenance_audit"


def init_app(app: Any) -> None:  # noqa: ANN401 - an application of Superdesk
    """Connect the check to publishing and register the macro; Superdesk calls this for every installed module."""
    from superdesk.macros import macros  # noqa: PLC0415 - there is no Superdesk where this is tested
    from superdesk.signals import item_validate  # noqa: PLC0415 - as above

    service = Service.from_settings(app.config)
    item_validate.connect(partial(validate_item, service=service), weak=False)
    macros.register(
        name=MACRO,
        label="Audit the sourcing",
        callback=partial(note_findings, service=service),
        access_type="frontend",
        action_type="direct",
    )
