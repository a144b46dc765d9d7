"""The trace of one audit for the terminal: each claim, why the audit is silent there or is not, and what it asked."""

from collections.abc import Iterable, Iterator, Sequence

from provenance.audits.fact_values import fact_of
from provenance.audits.quoting import quote_spans
from provenance.listing.places import Places
from provenance.model import Attribution, Finding, hull_of
from provenance.reports.chains import render_chain
from provenance.reports.counting import claim_number
from provenance.reports.hanging import hang
from provenance.reports.rule_facts import render_value
from provenance.reports.style import Style
from provenance.reports.width import shorten, wrap
from provenance.rulebook.audit_files import SCOPES
from provenance.rulebook.schema import AuditCard
from provenance.tracing import AuditTrace, Circumstance, End, LeftOut, Weighed, WeighedClaim

_INDENT = "  "
_LABEL = 11
_LONGEST = 60
_ENDS = {End.HEARD: "speaks", End.HIDDEN: "not heard"}
_SILENT = "silent"
_ON_CONDITIONS = frozenset({End.CONDITIONS, End.MODULE})
"""Ends to which no exception adds anything."""


def render_audit_trace(trace: AuditTrace, text: str, places: Places, style: Style, *, detail: bool) -> str:
    """Return the audit, then every claim; `detail` brings all conditions, else each claim has its reason alone."""
    blocks = [
        _render_head(trace, style),
        *(_render_claim(one, (text, places), style, detail=detail) for one in trace.claims),
        *(_render_left_out(one, (text, places), style) for one in trace.left_out),
    ]
    if not trace.claims and not trace.left_out:
        blocks.append(["nothing here that it looks at"])
    return "\n\n".join("\n".join(lines) for lines in blocks)


def _render_head(trace: AuditTrace, style: Style) -> list[str]:
    card = trace.card
    first, *others = wrap(style.plain(f"{card.code} {card.id}: {card.title}"), style.width)
    heard = f"; profiles that hear it: {', '.join(trace.profiles)}" if trace.ruling.startswith("off") else ""
    fields = [("here", trace.ruling + heard), ("looks at", SCOPES[card.on])]
    fields += [("objects to", trace.decides)] if trace.decides else []
    fields += [("options", shorten(_options_of(card), _LONGEST * 2))] if trace.decides and card.options else []
    return [style.strong(first), *others, *_render_fields(fields, style)]


def _options_of(card: AuditCard) -> str:
    return ", ".join(f"{key} {render_value(value)}" for key, value in card.options.items())


def _render_fields(fields: Iterable[tuple[str, str]], style: Style) -> Iterator[str]:
    for label, words in fields:
        yield from hang(f"{_INDENT}{label:<{_LABEL}}", words, style)


def _render_claim(claim: WeighedClaim, page: tuple[str, Places], style: Style, *, detail: bool) -> list[str]:
    text, places = page
    number = f"claim {claim_number(claim.record.id)}, " if claim.record else ""
    place = places.place_of(hull_of(claim.claim).start).spell()
    words = style.plain(f"{number}{place}: '{quote_spans(claim.claim, text)}'")
    first, *others = wrap(words, style.width)
    why = _clause(claim)
    lines = [style.strong(first), *others, *hang(_INDENT, f"{_ENDS.get(claim.end, _SILENT)}: {why}", style)]
    if not detail:
        return lines
    hidden = claim.finding if claim.end is End.HIDDEN else None
    lines += _render_fields([("it says", _say(hidden))] if hidden else [], style)
    lines += _render_fields(_fields_of(claim.attribution, text), style)
    lines += _render_conditions(claim, style)
    if claim.end not in _ON_CONDITIONS:
        lines += _render_circumstances("Exceptions", claim.excepts, [x for x in claim.excepts if x.held], style)
    if claim.end in _ENDS:
        # the first that holds weighs a finding
        lines += _render_circumstances("Softened", claim.softens, [x for x in claim.softens if x.held][:1], style)
    return lines


def _clause(claim: WeighedClaim) -> str:
    """Return why a claim ends where it ends; what is said of it where the audit speaks."""
    finding = claim.finding
    if claim.end is End.HEARD and finding is not None:
        return _say(finding)
    failed = [_told(one) for one in claim.conditions if not one.held]
    if claim.end is End.CONDITIONS and len(failed) == 1:
        return failed[0]
    held = [f"the exception '{one.id}' holds: {one.reason}" for one in claim.excepts if one.held]
    return "; ".join(held) if claim.end is End.EXCEPTION else claim.why


def _say(finding: Finding) -> str:
    return f"{finding.severity}, confidence {finding.confidence}: {finding.message}"


def _fields_of(attribution: Attribution | None, text: str) -> Iterator[tuple[str, str]]:
    if attribution is None:
        yield "source", "none is stated"
        return
    source = attribution.source
    if source is not None:
        known = f" ({source.entity})" if source.entity and not source.anonymity else ""
        yield "source", f"'{quote_spans(source.spans, text)}'{known}, {source.naming} {source.kind}"
    if attribution.cue:
        yield "cue", f"'{quote_spans(attribution.cue, text)}'"
    yield "chain", render_chain(attribution.chain, text)


def _render_conditions(claim: WeighedClaim, style: Style) -> Iterator[str]:
    if claim.conditions:
        yield f"{_INDENT}Conditions"
    for one in claim.conditions:
        yield from _render_condition(one, _INDENT * 2, style)
        if not one.held:
            yield from hang(_INDENT * 2 + " " * 5, f"({fact_of(one.fact).tells})", style)


def _render_condition(one: Weighed, indent: str, style: Style) -> Iterator[str]:
    yield from hang(f"{indent}{'yes' if one.held else 'no':<3}  ", _told(one), style)


def _told(one: Weighed) -> str:
    """Return a condition in words: what the fact is, what is wanted where it is something else, the article's words."""
    wanted, value = shorten(render_value(one.wanted), _LONGEST), render_fact(one.value)
    asked = "" if wanted == value else f" (wanted: {wanted})" if one.held else f", wanted is {wanted}"
    return f"{one.fact} is {value}{asked}{one.words and f': {one.words}'}"


def render_fact(value: object) -> str:
    """Return the value of a fact in words."""
    if isinstance(value, frozenset):
        return ", ".join(sorted(map(str, value))) or "nothing"
    return "nothing" if value is None else render_value(value)


def _render_circumstances(
    title: str, found: Sequence[Circumstance], held: Sequence[Circumstance], style: Style
) -> Iterator[str]:
    """Return those that hold and count, each with its conditions; where there are none, how many might have held."""
    if not found:
        return
    none = f": none of {len(found)} holds" if found[1:] else ": the only one does not hold"
    yield f"{_INDENT}{title}{'' if held else none}"
    for one in held:
        yield from hang(_INDENT * 2, f"'{one.id}' {one.effect}: {one.reason}", style)
        for condition in one.conditions:
            yield from _render_condition(condition, _INDENT * 3, style)


def _render_left_out(one: LeftOut, page: tuple[str, Places], style: Style) -> list[str]:
    text, places = page
    place = places.place_of(hull_of(one.attribution.content).start).spell()
    words = style.plain(f"{one.attribution.id}, {place}: '{quote_spans(one.attribution.content, text)}'")
    first, *others = wrap(words, style.width)
    return [style.strong(first), *others, *hang(_INDENT, f"not looked at: {one.why}", style)]
