"""Every example of every rule through the whole pipeline, compared to the span."""

from collections.abc import Iterator

from attrs import evolve

from provenance.audits.waivers import SCOPE
from provenance.comparing.samples import audit_sample
from provenance.model import Article, AuditResult
from provenance.pipeline import audit_article, audit_text
from provenance.rulebook import Rulebook
from provenance.rulebook.schema import AuditCard, Counter, Dispute, Example, Pattern
from provenance.scoring.complaint import Complaint, complain_of
from provenance.scoring.spans import explain_miss, explain_missing_finding, has_fired
from provenance.scoring.waiver_samples import audit_waived


def test_rules(rulebook: Rulebook) -> tuple[Complaint, ...]:
    """Return every example that does not come out as written; empty if all do."""
    complaints: list[Complaint] = []
    for pattern in rulebook.pack.patterns:
        complaints += [*_test_examples(pattern, rulebook), *_test_counters(pattern, rulebook)]
    for card in rulebook.pack.audits:
        complaints += [*_test_fails(card, rulebook), *_test_passes(card, rulebook)]
    complaints += [found for dispute in rulebook.pack.disputes for found in _test_dispute(dispute, rulebook)]
    return tuple(complaints)


def lift_guard(rule: Pattern | AuditCard, except_id: str, rulebook: Rulebook) -> Rulebook:
    """Return the rulebook with one exception of a rule off."""
    if isinstance(rule, Pattern):
        return rulebook.without(rule.id, except_id)
    kept = tuple(exception for exception in rule.excepts if exception.id != except_id)
    audits = tuple(evolve(card, excepts=kept) if card.id == rule.id else card for card in rulebook.pack.audits)
    return evolve(rulebook, pack=evolve(rulebook.pack, audits=audits), memo={})


def audit_example(example: Example | Counter, rulebook: Rulebook | None = None) -> AuditResult:
    """Audit the text of an example, with the metadata that it has."""
    if not example.metadata:
        return audit_text(example.text, rulebook)
    said = dict(example.metadata)
    return audit_article(Article(example.text, info_sources=tuple(said.pop("info_sources", ())), **said), rulebook)


def audit_for(rule: Pattern | AuditCard, example: Example | Counter, rulebook: Rulebook) -> AuditResult:
    """Audit the text of an example; for an audit over groups it holds several articles, which are compared."""
    if isinstance(rule, AuditCard) and rule.on == "group":
        return audit_sample(example.text, rulebook)
    if isinstance(rule, AuditCard) and rule.on == SCOPE:
        return audit_waived(example, rulebook)
    return audit_example(example, rulebook)


def fires_on(rule: Pattern | AuditCard, example: Example | Counter, rulebook: Rulebook) -> bool:
    """Whether a rule fires on the text of an example."""
    result = audit_for(rule, example, rulebook)
    return has_fired(rule, result) if isinstance(rule, Pattern) else _has_finding(rule, result)


def _test_examples(pattern: Pattern, rulebook: Rulebook) -> Iterator[Complaint]:
    for example in pattern.examples:
        reason = explain_miss(pattern, example, audit_example(example, rulebook))
        if reason is not None:
            yield complain_of(pattern.id, example.place, f"{reason} in {example.text!r}")


def _test_counters(pattern: Pattern, rulebook: Rulebook) -> Iterator[Complaint]:
    for counter in pattern.counters:
        yield from _test_silence(pattern, counter, rulebook)


def _test_fails(card: AuditCard, rulebook: Rulebook) -> Iterator[Complaint]:
    for example in card.fails:
        reason = explain_missing_finding(card.id, example, audit_for(card, example, rulebook))
        if reason is not None:
            yield complain_of(card.id, example.place, f"{reason} in {example.text!r}")


def _test_passes(card: AuditCard, rulebook: Rulebook) -> Iterator[Complaint]:
    for counter in card.passes:
        yield from _test_silence(card, counter, rulebook)


def _test_silence(rule: Pattern | AuditCard, counter: Counter, rulebook: Rulebook) -> Iterator[Complaint]:
    """Check that a rule stays silent on a text, and that it is the guarding exception, if one is named, that does it."""
    if fires_on(rule, counter, rulebook):
        yield complain_of(rule.id, counter.place, f"must stay silent on {counter.text!r}")
    elif counter.guards is not None and not fires_on(rule, counter, lift_guard(rule, counter.guards, rulebook)):
        reason = f"stays silent even without the exception {counter.guards!r} on {counter.text!r}"
        yield complain_of(rule.id, counter.place, reason)


def _test_dispute(dispute: Dispute, rulebook: Rulebook) -> Iterator[Complaint]:
    """Check that the audit no longer objects to the words that a house holds to be right."""
    found = audit_text(dispute.tagged.text, rulebook).findings
    for _, wrong in dispute.tagged.spans:
        if any(finding.rule == dispute.audit and any(map(wrong.overlaps, finding.spans)) for finding in found):
            yield complain_of(
                dispute.audit, dispute.place, f"disputed: still objects to {wrong.of(dispute.tagged.text)!r}"
            )


def _has_finding(card: AuditCard, result: AuditResult) -> bool:
    return any(finding.rule == card.id for finding in result.findings)
