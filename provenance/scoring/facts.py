"""Facts that an example states beside its spans: `naming = "unnamed"`, `chain = "UNN > Bloomberg > official*"`."""

from collections.abc import Callable, Mapping

from provenance.model import Attribution, AuditResult, Chain, Finding, Hop, Naming, Role, Source

Differences = list[str]
Read = Callable[[Source], object]

_SOURCE: dict[str, Read] = {
    "entity": lambda source: source.entity,
    "kind": lambda source: source.kind.value,
    "naming": lambda source: source.naming.value,
    "number": lambda source: source.number.value,
    "on_behalf_of": lambda source: source.on_behalf_of,
    "descriptor": lambda source: source.anonymity and source.anonymity.descriptor,
    "terms": lambda source: source.anonymity and source.anonymity.terms,
    "reason": lambda source: source.anonymity and source.anonymity.reason,
    "specificity": lambda source: source.anonymity and source.anonymity.specificity,
}
_ATTRIBUTION: dict[str, Callable[[Attribution], object]] = {
    "form": lambda attribution: attribution.form.value,
    "reported_speech": lambda attribution: attribution.reported_speech,
    "occasion": lambda attribution: attribution.occasion,
    "nested": lambda attribution: attribution.nested_in is not None,
    "signals": lambda attribution: sorted(attribution.signals),
}
_FINDING: dict[str, Callable[[Finding], object]] = {
    "severity": lambda finding: finding.severity.value,
    "confidence": lambda finding: finding.confidence.value,
    "message": lambda finding: finding.message,
}


def compare_facts(attribution: Attribution, result: AuditResult, facts: Mapping[str, object]) -> Differences:
    """Return what is not as the example states."""
    differences = (_compare_fact(name, wanted, attribution, result) for name, wanted in facts.items())
    return [difference for difference in differences if difference is not None]


def compare_finding(finding: Finding, facts: Mapping[str, object]) -> Differences:
    """Return what in a finding is not as the example of an audit states."""
    differences = []
    for name, wanted in facts.items():
        if name not in _FINDING:
            differences.append(f"no fact is called {name!r}")
        elif (found := _FINDING[name](finding)) != wanted:
            differences.append(_difference(name, found, wanted))
    return differences


def _compare_fact(name: str, wanted: object, attribution: Attribution, result: AuditResult) -> str | None:
    """Compare one fact; None where it holds."""
    if name == "chain":
        return _compare_chain(str(wanted), attribution.chain)
    if name == "sourcing":
        found: object = _sourcing_of(attribution, result)
    elif name in _ATTRIBUTION:
        found = _ATTRIBUTION[name](attribution)
    elif name in _SOURCE:
        found = _source_fact(name, attribution)
    else:
        return f"no fact is called {name!r}"
    return None if found == wanted else _difference(name, found, wanted)


def _source_fact(name: str, attribution: Attribution) -> object:
    """Return a fact of the source; where none is stated, only its naming, `none`, is one."""
    if attribution.source is None:
        return Naming.NONE.value if name == "naming" else None
    return _SOURCE[name](attribution.source)


def _sourcing_of(attribution: Attribution, result: AuditResult) -> str | None:
    records = (record for record in result.parse.records if attribution.id in record.attributions)
    return next((record.sourcing.value for record in records), None)


def _compare_chain(wanted: str, chain: Chain) -> str | None:
    """Compare with `A > B > C`, nearest the reader first; `*` unnamed, `[..]` a medium, `?` not stated or resolved."""
    hops = [hop.strip() for hop in wanted.replace("<", ">").split(">")]
    same = len(hops) == len(chain) and all(_is_hop(words, hop) for words, hop in zip(hops, chain, strict=True))
    return None if same else _difference("chain", " > ".join(map(_spell, chain)), wanted)


def _is_hop(words: str, hop: Hop) -> bool:
    """Whether a hop is the one that an example spells; its marks may be left out."""
    return words in {_spell(hop), hop.entity or "?"}


def _spell(hop: Hop) -> str:
    entity = hop.entity or "?"
    if hop.role is Role.MEDIUM:
        return f"[{entity}]"
    return f"{entity}*" if hop.naming is Naming.UNNAMED else entity


def _difference(name: str, found: object, wanted: object) -> str:
    return f"{name} is {found!r}, not {wanted!r}"
