"""Findings -> SARIF 2.1.0: audits as rules, the chain of a claim as a code flow, waivers as suppressions."""

from provenance.__about__ import __version__
from provenance.exporters.json_text import Json, dump_json
from provenance.exporters.paths import uri_of
from provenance.listing.entries import Entry, Listing, Region, Run
from provenance.rulebook.schema import AuditCard

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def write_run(run: Run) -> bytes:
    """Return one log with one run; every result says whether it is waived, as the specification asks."""
    cards = sorted(run.cards, key=lambda card: card.code)
    places = {card.id: index for index, card in enumerate(cards)}
    packs = [{"name": name, "version": version} for name, version, _ in run.rules.packs]
    driver = {"name": "provenance", "semanticVersion": __version__, "rules": [_rule(card) for card in cards]}
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver, **({"extensions": packs} if packs else {})},
                "invocations": [_invocation(run)],
                "columnKind": "unicodeCodePoints",
                "newlineSequences": ["\r\n", "\n", "\r"],
                "results": [
                    _result(entry, uri_of(listing.file), places)
                    for listing in run.listings
                    for entry in listing.entries
                ],
            }
        ],
    }
    return dump_json(log)


def _rule(card: AuditCard) -> Json:
    help_text = f"What to do: {card.general_remedy}\nFalse alarms: {card.false_alarms}"
    if card.standards:
        help_text += f"\nStandards: {', '.join(card.standards)}"
    return {
        "id": card.code,
        "name": card.id,
        "shortDescription": {"text": card.title},
        "fullDescription": {"text": f"{card.title}. {card.general_remedy}"},
        "help": {"text": help_text},
        "defaultConfiguration": {"level": card.severity.value},
        "properties": {"precision": card.confidence.value, "tags": ["sourcing", *card.standards]},
    }


def _invocation(run: Run) -> Json:
    failed = [_notification(listing) for listing in run.listings if listing.error is not None]
    return {"executionSuccessful": not failed, "toolExecutionNotifications": failed}


def _notification(listing: Listing) -> Json:
    return {
        "level": "error",
        "message": {"text": f"not audited: {listing.error}"},
        "locations": [_location(uri_of(listing.file), None)],
    }


def _result(entry: Entry, uri: str, places: dict[str, int]) -> Json:
    finding = entry.finding
    flow = [{"location": _location(uri, step.region, step.label)} for step in entry.steps]
    flow.append({"location": _location(uri, entry.region, "the claim")})
    excuses = [] if finding.excuse is None else [finding.excuse]
    return {
        "ruleId": finding.code,
        "ruleIndex": places[finding.rule],
        "level": finding.severity.value,
        "message": {"text": finding.message},
        "locations": [_location(uri, entry.region)],
        "relatedLocations": [_location(uri, region) for region in entry.related],
        **({"codeFlows": [{"threadFlows": [{"locations": flow}]}]} if entry.steps else {}),
        "partialFingerprints": {"provenance/v1": finding.fingerprint},
        "suppressions": [{"kind": "external", "status": "accepted", "justification": excuse} for excuse in excuses],
        "properties": {"confidence": finding.confidence.value, "remedy": finding.remedy},
    }


def _location(uri: str, region: Region | None, label: str | None = None) -> Json:
    place: Json = {"artifactLocation": {"uri": uri}}
    if region is not None:
        place["region"] = {
            "startLine": region.start.line,
            "startColumn": region.start.column,
            "endLine": region.end.line,
            "endColumn": region.end.column,
        }
    return {"physicalLocation": place, **({"message": {"text": label}} if label else {})}
