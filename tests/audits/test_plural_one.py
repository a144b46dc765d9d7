"""R02: several sources claimed, one heard."""

import pytest

from provenance.model import Hop, Kind, Naming, Number
from tests.factories import REYES, Said, audit, hits, hop, make_parse

RULE = "plural-one"
TEXT = "{s1:US officials} said {c1:it was safe}. {s2:The official} added {c2:that it was old}."


def unnamed(descriptor: str, kind: Kind = Kind.GROUP) -> tuple[Hop]:
    """Make the chain of an unnamed source."""
    return (hop(f"unnamed {descriptor}", kind, Naming.UNNAMED),)


MANY = Said("1", unnamed("US officials"), number=Number.SEVERAL)
ONE = Said("2", unnamed("official", Kind.PERSON))


def test_a_plural_taken_up_as_one_is_flagged() -> None:
    """The finding rests on the plural, and the single source is related and in the message."""
    parse = make_parse(TEXT, MANY, ONE)
    (finding,) = audit(RULE, parse)
    assert finding.spans[0].of(parse.article.text) == "US officials"
    assert [span.of(parse.article.text) for span in finding.related] == ["The official"]
    assert "'The official' goes on as if there were one" in finding.message


def test_one_of_several_passes() -> None:
    """*One of the officials* says that there were more."""
    assert hits(RULE, TEXT.replace("The official", "One of the officials"), MANY, ONE) == []


def test_a_single_official_in_between_is_the_one_taken_up() -> None:
    """*The official* after *an official* goes back to that one."""
    text = TEXT.replace("added", "said {c3:x}, {s3:an official} said, and added")
    between = Said("3", unnamed("official", Kind.PERSON))
    assert hits(RULE, text, MANY, between, ONE) == []


@pytest.mark.parametrize(("plural", "single"), [("people", "person"), ("secretaries", "secretary"), ("bosses", "boss")])
def test_plurals_of_every_kind_are_known(plural: str, single: str) -> None:
    """Regular endings and the irregular words of the card are recognised."""
    many = Said("1", unnamed(plural), number=Number.SEVERAL)
    assert hits(RULE, TEXT, many, Said("2", unnamed(single, Kind.PERSON))) == ["US officials"]


def test_named_groups_pass() -> None:
    """Only unnamed sources can be counted up."""
    assert hits(RULE, TEXT, Said("1", (REYES,), number=Number.SEVERAL), ONE) == []
