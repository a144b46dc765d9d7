"""Tagged examples against what the pipeline found, span by span."""

from provenance.model import Attribution, AuditResult, Finding, Role, Spans, text_of
from provenance.rulebook.schema import Emits, Example, Pattern, TaggedText
from provenance.scoring.facts import compare_facts, compare_finding

PARTS = ("cue", "source", "content")
RELAY = "relay"
HIT = "hit"


def explain_miss(pattern: Pattern, example: Example, result: AuditResult) -> str | None:
    """Return why the result is not what the example of a pattern demands; None if it is."""
    if pattern.emits is Emits.SIGNAL:
        return _explain_signal(pattern, example, result)
    candidates = [a for a in result.parse.attributions if pattern.emits is Emits.RELAY or a.pattern == pattern.id]
    if not candidates:
        others = sorted({attribution.pattern for attribution in result.parse.attributions})
        return f"found nothing ({', '.join(others) or 'nor did any other pattern'})"
    exact = pattern.emits is Emits.ATTRIBUTION
    differences = [_compare(attribution, example, result, exact=exact) for attribution in candidates]
    closest = min(differences, key=len)
    return "; ".join(closest) or None


def explain_missing_finding(rule: str, example: Example, result: AuditResult) -> str | None:
    """Return why the findings are not what the failing text of an audit demands; None if they are.

    The hits are the spans of one finding, or each of them is a finding of its own.
    """
    found = [finding for finding in result.findings if finding.rule == rule]
    if not found:
        codes = sorted({finding.rule for finding in result.findings})
        return f"raises no finding (others: {', '.join(codes) or 'none'})"
    hits = _tagged(example.tagged, HIT)
    together = [finding for finding in found if finding.spans == hits]
    if not together and {finding.spans for finding in found} != {(hit,) for hit in hits}:
        return f"finds {_quote_all(found, result)}, not {text_of(hits, result.article.text)!r}"
    differences = [compare_finding(finding, example.facts) for finding in together or found]
    closest = min(differences, key=len)
    return "; ".join(closest) or None


def has_fired(pattern: Pattern, result: AuditResult) -> bool:
    """Whether a pattern found anything. Hops do not say which pattern found them: any hop before an origin counts."""
    if pattern.emits is Emits.ATTRIBUTION:
        return any(attribution.pattern == pattern.id for attribution in result.parse.attributions)
    if pattern.emits is Emits.SIGNAL:
        return bool(result.parse.signals.get(_signal_of(pattern)))
    return any(len(attribution.chain) > 1 for attribution in result.parse.attributions)


def _compare(attribution: Attribution, example: Example, result: AuditResult, *, exact: bool) -> list[str]:
    """Return the differences of one attribution; where not `exact`, only the parts that the example tags count."""
    text = result.article.text
    differences = []
    for part, found in zip(PARTS, _parts_of(attribution), strict=True):
        wanted = _tagged(example.tagged, part)
        if found != wanted and (exact or wanted):
            differences.append(f"{part} is {text_of(found, text)!r}, not {text_of(wanted, text)!r}")
    relay = _tagged(example.tagged, RELAY)
    hops = [span for hop in attribution.chain if hop.role is not Role.ORIGIN for span in hop.spans]
    differences += [f"no hop rests on {span.of(text)!r}" for span in relay if span not in hops]
    return [*differences, *compare_facts(attribution, result, example.facts)]


def _parts_of(attribution: Attribution) -> tuple[Spans, Spans, Spans]:
    source = () if attribution.source is None else attribution.source.spans
    return attribution.cue, source, attribution.content


def _explain_signal(pattern: Pattern, example: Example, result: AuditResult) -> str | None:
    """Compare a signal: every tagged span must be one where it was found."""
    found = result.parse.signals.get(_signal_of(pattern), ())
    wanted = [span for _, span in example.tagged.spans]
    if found and all(span in found for span in wanted):
        return None
    text = result.article.text
    return f"the signal is at {text_of(found, text)!r}, not {text_of(wanted, text)!r}"


def _signal_of(pattern: Pattern) -> str:
    return str(pattern.fields.get("signal", pattern.id))


def _tagged(tagged: TaggedText, tag: str) -> Spans:
    return tuple(span for name, span in tagged.spans if name == tag)


def _quote_all(findings: list[Finding], result: AuditResult) -> str:
    return ", ".join(repr(text_of(finding.spans, result.article.text)) for finding in findings)
