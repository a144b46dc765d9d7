"""Cards' tables of conditions, evaluated over a claim.

- `"record.sourcing" = "unnamed-only"`: equal, or among them where the fact is a set
- `"source.kind" = ["person", "group"]`: any of these
- `"chain.links" = {min = 3, max = 5}`: within these bounds
- `"claim.signals" = {not = "confirmed"}`: none of these
- `"source.words" = {only = ["source", "sources"]}`: some, and nothing but these
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from provenance.audits.chain_facts import CHAIN_FACTS
from provenance.audits.claim_facts import CLAIM_FACTS
from provenance.audits.plain_facts import PLAIN_FACTS
from provenance.audits.source_facts import SOURCE_FACTS
from provenance.audits.subject import Subject, Subjects

FACTS: Mapping[str, Callable[[Subject], object]] = {**CHAIN_FACTS, **CLAIM_FACTS, **PLAIN_FACTS, **SOURCE_FACTS}
"""Everything a condition may ask about a claim."""

Admits = Callable[[Any], bool]
"""Whether the value of a fact is what a condition wants."""

Test = tuple[str, Admits, str]
"""The name of a fact, what a condition wants of it, and all conditions up to this one in words."""

_TESTS: dict[int, tuple[Mapping[str, Any], Sequence[Test]]] = {}
"""The tests of every table by its identity; the table stands beside them, so that its identity stays its own."""
_MOST_TABLES = 10_000
_DEAR = ("claim.", "attribution.")
"""Facts that read the article's words or look at other attributions; those that stand in the records as they are do not."""
_DEAREST = frozenset({"source.met_before", "source.times_named", "chain.outlet_named"})
"""Facts for which the places of every word of the article must be known."""


def select(subjects: Subjects, when: Mapping[str, Any]) -> Sequence[Subject]:
    """Give the claims for which every condition of a table holds; many tables begin alike, so selections are kept."""
    left: Sequence[Subject] = subjects
    known = subjects.selected
    for name, admits, conditions in _tests_of(when):
        if not left:
            break
        if conditions not in known:
            known[conditions] = [subject for subject in left if admits(_fact(name, subject))]
        left = known[conditions]
    return left


def holds(when: Mapping[str, Any], subject: Subject) -> bool:
    """Tell whether every condition of a table holds for one claim."""
    return all(admits(_fact(name, subject)) for name, admits, _ in _tests_of(when))


def weigh(when: Mapping[str, Any], subject: Subject) -> Iterator[tuple[str, object, bool]]:
    """Give every condition of a table as it is written: the fact, its value for one claim, and whether the condition holds."""
    tests = {name: admits for name, admits, _ in _tests_of(when)}
    for name in when:
        value = _fact(name, subject)
        yield name, value, tests[name](value)


def _fact(name: str, subject: Subject) -> object:
    """Give a fact of a claim; many cards ask for the same one, so it is worked out once."""
    known = subject.facts
    if name not in known:
        known[name] = FACTS[name](subject)
    return known[name]


def _tests_of(when: Mapping[str, Any]) -> Sequence[Test]:
    """Give the tests of a table, the cheap ones first; made once for each table."""
    known = _TESTS.get(id(when))
    if known is None:
        if len(_TESTS) >= _MOST_TABLES:
            _TESTS.clear()
        names = sorted(when, key=_cost)
        words = accumulate((f"{name} = {when[name]!r}" for name in names), "{}\n{}".format)
        known = _TESTS[id(when)] = when, [(n, _admission(when[n]), told) for n, told in zip(names, words, strict=True)]
    return known[1]


def _cost(name: str) -> int:
    """Say how much work a fact is, next to others: the cheap ones are asked first."""
    if name in _DEAREST:
        return 3
    return (2 if name.startswith(_DEAR) else 1) if name not in PLAIN_FACTS else 0


def unknown_bounds(wanted: object) -> Iterator[str]:
    """Give every bound of a condition that does not exist."""
    if isinstance(wanted, dict):
        yield from (bound for bound in wanted if bound not in _BOUNDS)


def _admission(wanted: Any) -> Admits:  # noqa: ANN401  # whatever TOML holds
    """Give the test for one condition as the card writes it."""
    if not isinstance(wanted, dict):
        return _any_of(wanted)
    tests = [_BOUNDS[bound](value) for bound, value in wanted.items()]
    return tests[0] if len(tests) == 1 else lambda fact: all(test(fact) for test in tests)


def _any_of(wanted: Any) -> Admits:  # noqa: ANN401  # whatever TOML holds
    """Want the value, or one of a list of them; of a set of facts, that it holds one of them."""
    values = frozenset(wanted if isinstance(wanted, list) else [wanted])
    return lambda fact: not fact.isdisjoint(values) if isinstance(fact, frozenset) else fact in values


def _none_of(unwanted: Any) -> Admits:  # noqa: ANN401  # whatever TOML holds
    is_unwanted = _any_of(unwanted)
    return lambda fact: not is_unwanted(fact)


def _only(wanted: Any) -> Admits:  # noqa: ANN401  # whatever TOML holds
    values = frozenset(wanted)
    return lambda fact: bool(fact) and fact <= values


def _at_least(bound: float) -> Admits:
    return lambda fact: fact is not None and fact >= bound


def _at_most(bound: float) -> Admits:
    return lambda fact: fact is not None and fact <= bound


_BOUNDS: Mapping[str, Callable[[Any], Admits]] = {"min": _at_least, "max": _at_most, "not": _none_of, "only": _only}
