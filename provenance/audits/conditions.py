"""Cards' tables of conditions, evaluated over a claim.

- `"record.sourcing" = "unnamed-only"`: equal, or among them where the fact is a set
- `"source.kind" = ["person", "group"]`: any of these
- `"chain.links" = {min = 3, max = 5}`: within these bounds
- `"claim.signals" = {not = "confirmed"}`: none of these
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from provenance.audits.chain_facts import CHAIN_FACTS
from provenance.audits.claim_facts import CLAIM_FACTS
from provenance.audits.source_facts import SOURCE_FACTS
from provenance.audits.subject import Subject

FACTS: Mapping[str, Callable[[Subject], object]] = {**CHAIN_FACTS, **CLAIM_FACTS, **SOURCE_FACTS}
"""Everything a condition may ask about a claim."""

_BOUNDS: Mapping[str, Callable[[Any, Any], bool]] = {
    "min": lambda fact, bound: fact is not None and fact >= bound,
    "max": lambda fact, bound: fact is not None and fact <= bound,
    "not": lambda fact, unwanted: not _is_any(fact, unwanted),
}


def holds(when: Mapping[str, Any], subject: Subject) -> bool:
    """Tell whether every condition of a table holds for the claim."""
    return all(_matches(FACTS[name](subject), wanted) for name, wanted in when.items())


def unknown_names(when: Mapping[str, Any]) -> Iterator[str]:
    """Give every fact and every bound in a table of conditions that does not exist."""
    for name, wanted in when.items():
        if name not in FACTS:
            yield name
        elif isinstance(wanted, dict):
            yield from (f"{name}.{bound}" for bound in wanted if bound not in _BOUNDS)


def _matches(fact: object, wanted: Any) -> bool:  # noqa: ANN401  # whatever TOML holds
    if isinstance(wanted, dict):
        return all(_BOUNDS[bound](fact, value) for bound, value in wanted.items())
    return _is_any(fact, wanted)


def _is_any(fact: object, wanted: Any) -> bool:  # noqa: ANN401  # whatever TOML holds
    """Tell whether the fact is the wanted value or one of them; a set of facts, whether it holds one of them."""
    values = wanted if isinstance(wanted, list) else [wanted]
    return not fact.isdisjoint(values) if isinstance(fact, frozenset) else fact in values
