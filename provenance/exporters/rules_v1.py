"""The list of rules, for machines: audits, patterns and lexicons of a pack."""

from collections.abc import Iterator

from provenance.exporters.json_text import Json
from provenance.rulebook.schema import Pack, Pattern, Status

RULES_SCHEMA = "provenance/rules/v1"


def export_rules(pack: Pack) -> Json:
    """Return every rule with id, code, kind, severity and status; code and severity are null where a kind has none."""
    return {
        "schema": RULES_SCHEMA,
        "pack": {"id": pack.id, "version": pack.version, "sha256": pack.sha256},
        "packs": [{"id": name.id, "version": name.version, "sha256": name.sha256} for name in pack.names],
        "rules": list(_list_rules(pack)),
    }


def _list_rules(pack: Pack) -> Iterator[Json]:
    """Yield the rows, by kind and id; audits by code."""
    for card in sorted(pack.audits, key=lambda card: card.code):
        yield _row((card.id, card.code, "audit"), card.severity.value, card.status.value, card.title)
    for pattern in sorted(pack.patterns, key=lambda pattern: pattern.id):
        yield _row((pattern.id, None, "pattern"), None, _status_of(pattern), pattern.reason)
    for lexicon in sorted(pack.lexicons, key=lambda lexicon: lexicon.id):
        about = f"{len(lexicon.entries)} entries ({lexicon.pos.value})"
        yield _row((lexicon.id, None, "lexicon"), None, Status.STABLE.value, about)


def _row(name: tuple[str, str | None, str], severity: str | None, status: str, about: str) -> Json:
    rule, code, kind = name
    return {"id": rule, "code": code, "kind": kind, "severity": severity, "status": status, "about": about}


def _status_of(pattern: Pattern) -> str:
    return str(pattern.fields.get("status", Status.STABLE.value))
