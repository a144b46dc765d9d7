"""Why nobody hears an audit at some place: its own way through the claims there, then what the house makes of its findings."""

from collections.abc import Callable, Iterable, Sequence

from attrs import evolve, frozen

from provenance.model import AuditResult, Confidence, Finding, Parse, Severity
from provenance.policy.house import House
from provenance.policy.policy import Policy
from provenance.policy.rulings import CARD, Grounds, Ruling, grade_card, rule_on
from provenance.rulebook.schema import AuditCard, AuditSoften, Profile, Weight
from provenance.tracing import AuditTrace, End, WeighedClaim, trace_audit
from provenance.tracing.audit import Touches


@frozen(eq=False)
class Listener:
    """Who listens to an audit: its card as the rules have it, the house, the profiles there are, what findings go through."""

    card: AuditCard
    house: House
    profiles: Sequence[Profile]
    send: Callable[[AuditResult], AuditResult]

    @property
    def ruling(self) -> Ruling:
        """What the house decided about the audit."""
        return next(one for one in self.house.policy.rulings if one.card.id == self.card.id)

    @property
    def unsure(self) -> dict[str, AuditSoften]:
        """What makes findings less sure than the house wants, by id: there the audit stays silent."""
        heard = {one.id for one in self.ruling.card.softens}
        return {one.id: one for one in self.card.softens if one.id not in heard}


def trace_hearing(listener: Listener, parse: Parse, touches: Touches) -> AuditTrace:
    """Give the way of each claim at a place through an audit, and whether the house hears what comes of it."""
    ruling = listener.ruling
    card = listener.card if ruling.weight is Weight.OFF else grade_card(ruling)
    trace = trace_audit(parse, card, touches, listener.house.rulebook.words)
    result = listener.send(AuditResult(parse, tuple(one.finding for one in trace.claims if one.finding)))
    return evolve(
        trace,
        claims=tuple(_hear(one, listener, result) for one in trace.claims),
        ruling=_describe(ruling, listener.house.policy),
        profiles=tuple(_heard_in(listener)),
    )


def _describe(ruling: Ruling, policy: Policy) -> str:
    """Say how loud the audit is in the house, and who decided that."""
    if ruling.weight is Weight.OFF:
        return f"off ({ruling.origin})"
    origin = f"profile {policy.profile.id}, as its card has it" if ruling.origin == CARD else ruling.origin
    return f"on, as {'an' if ruling.weight is Weight.ERROR else 'a'} {ruling.weight} ({origin})"


def _heard_in(listener: Listener, confidence: Confidence | None = None) -> Iterable[str]:
    """Give the profiles in which the audit speaks, or its findings of a confidence do."""
    for profile in listener.profiles:
        ruling = rule_on(listener.card, Grounds(profile))
        wanted = ruling.origin != CARD or confidence is None or confidence in profile.confidence
        if ruling.weight is not Weight.OFF and wanted:
            yield profile.id


def _hear(claim: WeighedClaim, listener: Listener, result: AuditResult) -> WeighedClaim:
    """Say of a claim whether the house hears the finding about it, and if not, what keeps it from that."""
    claim = _tell_unsure(claim, listener)
    if claim.finding is None or claim.end is not End.HEARD:
        return claim
    if listener.ruling.weight is Weight.OFF:
        return evolve(claim, end=End.HIDDEN, why=f"the audit objects here, but it is {_describe_off(listener)}")
    hidden = _hidden_by(claim.finding, listener, result)
    return evolve(claim, end=End.HIDDEN, why=hidden) if hidden else claim


def _describe_off(listener: Listener) -> str:
    return _describe(listener.ruling, listener.house.policy)


def _tell_unsure(claim: WeighedClaim, listener: Listener) -> WeighedClaim:
    """Tell softened findings that a profile does not hear from what the rules except."""
    unsure = listener.unsure if listener.ruling.weight is not Weight.OFF else {}
    excepts = tuple(one for one in claim.excepts if one.id not in unsure)
    softens = tuple(evolve(one, effect=_effect(unsure[one.id])) for one in claim.excepts if one.id in unsure)
    claim = evolve(claim, excepts=excepts, softens=(*softens, *claim.softens))
    held = next((one for one in softens if one.held), None)
    if claim.end is not End.EXCEPTION or held is None or any(one.held for one in excepts):
        return claim
    confidence = unsure[held.id].confidence
    return evolve(claim, end=End.HIDDEN, why=_too_unsure(f"'{held.id}' makes", confidence, listener))


def _effect(soften: AuditSoften) -> str:
    return f"makes it a {soften.severity} of confidence {soften.confidence}"


def _too_unsure(opening: str, confidence: Confidence | None, listener: Listener) -> str:
    profile = listener.house.policy.profile
    heard = ", ".join(_heard_in(listener, confidence))
    wants = " and ".join(sorted(profile.confidence))
    where = f"; the profiles that hear it: {heard}" if heard else ""
    return f"{opening} the finding one of confidence {confidence}, and profile {profile.id} hears {wants} alone{where}"


def _hidden_by(finding: Finding, listener: Listener, result: AuditResult) -> str:
    """Say what keeps a finding of an audit that speaks from being heard; empty where nothing does."""
    waived = next((one.excuse for one in result.waived if one.id == finding.id), None)
    if waived is not None:
        return f"the finding is waived: {waived}"
    if all(one.id != finding.id for one in result.findings):
        return _too_unsure("the audit holds", finding.confidence, listener)
    show = listener.house.policy.show
    if finding.severity.rank < show.rank:
        more = "" if show is Severity.ERROR else " and errors"
        return f"the finding is a {finding.severity}, and `show` asks for {show}s{more} alone"
    return ""
