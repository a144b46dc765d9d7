"""One audit on one article, claim by claim: what it asked, what it was told, and where each claim's way ended."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from provenance.audits.conditions import weigh
from provenance.audits.engine import find_hits, find_raw_hits, one_a_claim, run_audits
from provenance.audits.once import ONCE
from provenance.audits.quoting import quote_spans
from provenance.audits.registry import AUDITS
from provenance.audits.subject import Context, Hit, Subject, claims_something
from provenance.audits.table_audit import subjects_of
from provenance.model import Attribution, Finding, Parse, Span, Spans
from provenance.rulebook.schema import AuditCard, AuditSoften
from provenance.rulebook.word_lists import WordLists
from provenance.tracing.fact_words import words_of
from provenance.tracing.weighed import AuditTrace, Circumstance, End, LeftOut, Weighed, WeighedClaim

Touches = Callable[[Span], bool]
"""Whether words stand where somebody looks."""
_Key = tuple[str | None, Spans]
"""What tells one claim from another, however often they are looked up: its attribution and its words."""
_SILENT = "keeps the audit silent"


@frozen(eq=False)
class _Run:
    """What an audit made of an article: its objections before exceptions, those that are left, and what became of them."""

    context: Context
    card: AuditCard
    raw: Mapping[_Key, Hit]
    left: Mapping[_Key, Hit]
    kept: Mapping[_Key, Hit]
    findings: tuple[Finding, ...]

    @property
    def subjects(self) -> list[Subject]:
        """Everything the audit looks at, and whatever else it objects to."""
        looked_at = list(subjects_of(self.context, self.card.on))
        known = set(map(_key, looked_at))
        return [*(hit.subject for key, hit in self.raw.items() if key not in known), *looked_at]


def trace_audit(parse: Parse, card: AuditCard, touches: Touches, words: WordLists) -> AuditTrace:
    """Give the way of each claim through an audit, where its words or those that say whose it is stand at the place asked for."""
    run = _open_run(parse, card, words)
    here = [one for one in run.subjects if any(map(touches, (*one.claim, *one.evidence)))]
    function = AUDITS.get(card.id)
    decides = (function.__doc__ or "").strip().removeprefix("Object to ").rstrip(".") if function else ""
    return AuditTrace(card, tuple(_weigh_claim(one, run) for one in here), tuple(_find_left_out(run, touches)), decides)


def _open_run(parse: Parse, card: AuditCard, words: WordLists) -> _Run:
    context = Context(parse, words)
    left = list(find_hits(context, card))
    raw, kept = find_raw_hits(context, card), one_a_claim(left)
    return _Run(context, card, _by_key(raw), _by_key(left), _by_key(kept), run_audits(parse, (card,), words))


def _by_key(hits: Iterable[Hit]) -> dict[_Key, Hit]:
    found: dict[_Key, Hit] = {}
    for hit in hits:
        found.setdefault(_key(hit.subject), hit)
    return found


def _key(subject: Subject) -> _Key:
    return subject.attribution.id if subject.attribution else None, subject.claim


def _weigh_claim(subject: Subject, run: _Run) -> WeighedClaim:
    card = run.card
    conditions = _weigh_all(card.when, subject)
    excepts = tuple(Circumstance(x.id, x.reason, _SILENT, _weigh_all(x.when, subject)) for x in card.excepts)
    softens = tuple(Circumstance(x.id, x.reason, _effect(x), _weigh_all(x.when, subject)) for x in card.softens)
    finding = _finding_of(run.kept.get(_key(subject)), run)
    return WeighedClaim(
        subject.claim,
        subject.evidence,
        subject.attribution,
        subject.record,
        conditions,
        excepts,
        softens,
        *_end(subject, run, conditions, excepts),
        finding=finding,
    )


def _weigh_all(when: Mapping[str, Any], subject: Subject) -> tuple[Weighed, ...]:
    weighed = weigh(when, subject)
    return tuple(
        Weighed(name, when[name], value, held, words_of(name, subject, value)) for name, value, held in weighed
    )


def _effect(soften: AuditSoften) -> str:
    unsure = f" of confidence {soften.confidence}" if soften.confidence else ""
    return f"makes it a {soften.severity}{unsure}"


def _finding_of(hit: Hit | None, run: _Run) -> Finding | None:
    """Give the finding that was made of an objection."""
    if hit is None:
        return None
    subject = hit.subject
    wanted = (subject.attribution and subject.attribution.id, subject.record and subject.record.id, hit.spans)
    return next((one for one in run.findings if (one.attribution, one.record, one.spans) == wanted), None)


def _end(
    subject: Subject, run: _Run, conditions: tuple[Weighed, ...], excepts: tuple[Circumstance, ...]
) -> tuple[End, str]:
    """Give where a claim's way ends, and why."""
    key = _key(subject)
    failed = [one.fact for one in conditions if not one.held]
    if key not in run.raw:
        if failed:
            told = "its only condition" if not conditions[1:] else f"{len(failed)} of {len(conditions)} conditions"
            return End.CONDITIONS, f"{told} {'do' if failed[1:] else 'does'} not hold: {', '.join(failed)}"
        return End.MODULE, "its conditions hold, but not what else it asks for"
    held = [one.id for one in excepts if one.held]
    if held:
        return End.EXCEPTION, f"excepted by {' and '.join(held)}"
    if key not in run.left:
        return End.ONCE, _explain_once(subject, run)
    if key not in run.kept:
        return End.FOLDED, _explain_fold(subject, run)
    return End.HEARD, ""


def _explain_once(subject: Subject, run: _Run) -> str:
    """Say of what the audit has spoken already; what has no name it leaves out."""
    wanted = run.card.options["once"]
    name = ONCE[wanted](subject)
    if name is None:
        return f"the audit speaks once of each {wanted}, and it is not known which {wanted} this is"
    earlier = next((hit for hit in run.left.values() if ONCE[wanted](hit.subject) == name), None)
    where = _number(earlier.subject) if earlier else ""
    return f"the audit speaks once of each {wanted}, and it has spoken of this one{where and f' at {where}'}"


def _explain_fold(subject: Subject, run: _Run) -> str:
    own = subject.record.id if subject.record else ""
    others = (hit.subject for hit in run.kept.values() if hit.subject.record)
    same = next((one for one in others if one.record and own in (one.record.id, *one.record.supported_by)), None)
    where = _number(same) if same else ""
    return f"the finding about the same claim{where and f', {where},'} speaks for this one too"


def _number(subject: Subject) -> str:
    return f"claim {subject.record.id.lstrip('r')}" if subject.record else ""


def _find_left_out(run: _Run, touches: Touches) -> Iterator[LeftOut]:
    """Give the attributions at the place asked for at which audits of claims do not look."""
    if run.card.on == "bare":
        return
    known = {subject.attribution.id for subject in run.subjects if subject.attribution}
    for one in run.context.parse.attributions:
        source = one.source.spans if one.source else ()
        if one.id not in known and any(map(touches, (*one.content, *one.cue, *source))):
            yield LeftOut(one, _why_left_out(one, run.context, run.card.on))


def _why_left_out(attribution: Attribution, context: Context, scope: str) -> str:
    if scope == "orphan":
        source = attribution.source
        who = f"'{quote_spans(source.spans, context.text)}'" if source and source.spans else "somebody"
        return f"is taken for what {who} says or thinks"
    if not claims_something(attribution):
        return "what somebody thinks, wants or does, as the article has it; audits look at what is said"
    outer = context.record_of.get(attribution.nested_in or "")
    return f"stands within claim {outer.id.lstrip('r')} and comes the same way" if outer else "has no words of its own"
