"""What the command line and the settings file ask for, checked against the rules and applied to results."""

from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from attrs import evolve, field, frozen

from provenance.cli.parser import NEVER
from provenance.errors import SettingsError
from provenance.model import AuditResult, Finding, Severity
from provenance.rulebook.schema import AuditCard


@frozen
class Settings:
    """Resolved settings; rules stand as ids. `select` None means every audit, `fail_on` None means never."""

    show: Severity = Severity.NOTE
    fail_on: Severity | None = Severity.ERROR
    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()
    severity: Mapping[str, Severity] = field(factory=dict)


def resolve_settings(args: Namespace, config: Mapping[str, Any], cards: Sequence[AuditCard]) -> Settings:
    """Merge options over the settings file; raise SettingsError for a rule or level that does not exist."""
    ids = {name.lower(): card.id for card in cards for name in (card.id, card.code)}
    select = args.select if args.select is not None else config.get("select")
    ignore = args.ignore if args.ignore is not None else config.get("ignore", ())
    fail_on = args.fail_on or config.get("fail-on", Severity.ERROR.value)
    return Settings(
        show=_level(args.show or config.get("show", Severity.NOTE.value)),
        fail_on=None if fail_on == NEVER else _level(fail_on),
        select=None if select is None else _rule_ids(select, ids),
        ignore=_rule_ids(ignore, ids),
        severity={_rule_id(name, ids): _level(level) for name, level in config.get("severity", {}).items()},
    )


def grade_cards(cards: Iterable[AuditCard], settings: Settings) -> tuple[AuditCard, ...]:
    """Return the cards with the severities the house wants; what softens a finding softens it as before."""
    return tuple(_grade_card(card, settings.severity.get(card.id)) for card in cards)


def apply_settings(result: AuditResult, settings: Settings) -> AuditResult:
    """Drop what was not selected, and waive what is ignored."""
    findings = [finding for finding in result.findings if _is_selected(finding, settings)]
    kept = tuple(finding for finding in findings if finding.rule not in settings.ignore)
    waived = tuple(finding for finding in findings if finding.rule in settings.ignore)
    return evolve(result, findings=kept, waived=(*result.waived, *waived))


def _is_selected(finding: Finding, settings: Settings) -> bool:
    return settings.select is None or finding.rule in settings.select


def _grade_card(card: AuditCard, severity: Severity | None) -> AuditCard:
    """Return a card with another severity; none of its softer findings may weigh more than that."""
    if severity is None:
        return card
    softens = tuple(
        evolve(soften, severity=min(soften.severity, severity, key=lambda level: level.rank)) for soften in card.softens
    )
    return evolve(card, severity=severity, softens=softens)


def _rule_ids(names: Iterable[str], ids: Mapping[str, str]) -> frozenset[str]:
    return frozenset(_rule_id(name, ids) for name in names)


def _rule_id(name: str, ids: Mapping[str, str]) -> str:
    """Return the id that an id or a code, in any case, stands for."""
    if name.lower() in ids:
        return ids[name.lower()]
    near = get_close_matches(name.lower(), ids, n=1)
    raise SettingsError(f"there is no audit {name!r}" + (f"; did you mean {near[0]!r}?" if near else ""))


def _level(name: str) -> Severity:
    try:
        return Severity(name)
    except ValueError:
        levels = ", ".join(level.value for level in Severity)
        msg = f"there is no level {name!r} (there are: {levels})"
        raise SettingsError(msg) from None
