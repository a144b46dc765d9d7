"""The record of a claim as a card: the words, what they rest on, the chain, the findings."""

from collections.abc import Iterator

from provenance.model import Attribution, Finding, text_of
from provenance.reports.chains import Support
from provenance.reports.counting import claim_number
from provenance.reports.html.drawing import draw_chain
from provenance.reports.html.markup import Markup, element, join_markup
from provenance.reports.html.wording import RELAYED, SIGNS, SOURCING, is_relayed, number_of
from provenance.reports.rows import Row
from provenance.reports.width import join_lines


def render_card(row: Row, text: str, prefix: str, support: Support) -> Markup:
    """Return one card; `prefix` makes its id unique in a page of several articles."""
    name = prefix + row.record.id
    words = join_lines(text_of(row.record.claim, text))
    back = element(
        "a", number_of(row), href=f"#{name}-text", class_="ref", aria_label=f"claim {number_of(row)} in the text"
    )
    facts = [part for term, value in _facts(row, text, prefix, support) for part in _fact(term, value)]
    return element(
        "li",
        element("p", back, " ", element("q", words) if words else None, class_="words"),
        element("dl", *facts),
        draw_chain(row.attribution, text) if row.attribution else None,
        id=name,
        class_=f"card k-{row.record.sourcing.value}",
    )


def _fact(term: str, value: str) -> tuple[Markup, Markup]:
    return element("dt", term), element("dd", value)


def _facts(row: Row, text: str, prefix: str, support: Support) -> Iterator[tuple[str, str]]:
    """Yield what the record says, as (what, words)."""
    sign, kind = SOURCING[row.record.sourcing]
    yield "Rests on", f"{sign} {kind}"
    if row.attribution is not None:
        yield from _source_facts(row.attribution, text)
    if is_relayed(row.attribution):
        yield "Relayed", f"{RELAYED[0]} through another outlet, person or body"
    yield "Origins", f"{support.named} named, {support.unnamed} unnamed"
    if row.record.supported_by:
        yield "Also said in", ", ".join(f"claim {claim_number(name)}" for name in row.record.supported_by)
    if row.findings:
        yield "Findings", join_markup(*(_link(finding, prefix) for finding in row.findings))


def _source_facts(attribution: Attribution, text: str) -> Iterator[tuple[str, str]]:
    source = attribution.source
    if source is not None:
        words = join_lines(text_of(source.spans, text))
        yield "Source", f"{source.entity or 'not resolved'} ({source.kind.value})"
        yield from [("In the words", words)] if words and words != source.entity else []
        yield from [("May be", " or ".join(source.candidates))] if source.candidates else []
        yield from [("Speaks for", source.on_behalf_of)] if source.on_behalf_of else []
        anonymity = source.anonymity
        facts = (anonymity.terms, anonymity.reason) if anonymity else ()
        yield from [("Unnamed", "; ".join(fact for fact in facts if fact))] if any(facts) else []
    if attribution.cue:
        yield "Signalled by", f"{join_lines(text_of(attribution.cue, text))} ({attribution.pattern})".lstrip()


def _link(finding: Finding, prefix: str) -> Markup:
    sign = f"{SIGNS[finding.severity]} {finding.code}"
    return element(
        "a", sign, href=f"#{prefix}{finding.id}", data_code=finding.code, class_=f"code {finding.severity.value}"
    )
