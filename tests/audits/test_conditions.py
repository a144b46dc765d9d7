"""Tables of conditions."""

import pytest

from provenance.audits.conditions import holds
from provenance.audits.subject import Context, Subject
from tests.factories import LISTS, OFFICIAL, Said, make_parse, outlet


def subject() -> Subject:
    """Give a claim of an official, relayed by Reuters and marked as unverified."""
    said = Said("1", (outlet("Reuters"), OFFICIAL), signals=frozenset({"unverified"}))
    return Context(make_parse("{c1:It is over}, {s1:an EU official} said.", said), LISTS).claims[0]


@pytest.mark.parametrize(
    ("fact", "wanted"),
    [
        ("source.naming", "unnamed"),
        ("source.naming", ["named", "unnamed"]),
        ("source.naming", {"not": "named"}),
        ("chain.links", 2),
        ("chain.links", {"min": 2, "max": 2}),
        ("chain.links", {"min": 1, "not": [3, 4]}),
        ("chain.relay_kinds", "outlet"),
        ("claim.signals", ["confirmed", "unverified"]),
        ("claim.signals", {"not": "confirmed"}),
        ("source.speaks_for", False),
    ],
)
def test_a_condition_holds(fact: str, wanted: object) -> None:
    """A value equals, a list holds one of, bounds bound, *not* excludes; sets match by what they hold."""
    assert holds({fact: wanted}, subject())


@pytest.mark.parametrize(
    ("fact", "wanted"),
    [
        ("source.naming", "named"),
        ("source.naming", {"not": ["named", "unnamed"]}),
        ("chain.links", {"min": 3}),
        ("chain.links", {"max": 1}),
        ("claim.signals", {"not": ["unverified", "confirmed"]}),
        ("claim.signals", []),
    ],
)
def test_a_condition_does_not_hold(fact: str, wanted: object) -> None:
    """The opposite of each."""
    assert not holds({fact: wanted}, subject())


def test_a_bound_on_a_fact_that_is_not_there_does_not_hold() -> None:
    """A source that is not unnamed has no specificity, however low the bound."""
    parse = make_parse("{orphan:It is over}")
    assert not holds({"source.specificity": {"max": 9}}, Context(parse, LISTS).orphans[0])


def test_all_conditions_must_hold() -> None:
    """A table is a conjunction, and an empty one holds of everything."""
    assert holds({}, subject())
    assert not holds({"chain.links": 2, "source.naming": "named"}, subject())
