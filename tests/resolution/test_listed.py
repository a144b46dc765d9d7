"""Persons listed by name behind the words that describe them."""

import pytest

from provenance.model import Naming
from provenance.pipeline import audit_text


@pytest.mark.parametrize(
    ("source", "entity"),
    [
        ("Two aides, Ana Reyes and Bo Lind,", "Ana Reyes and Bo Lind"),
        ("Three of the engineers, Ana Reyes, Bo Lind and Tom Hale,", "Ana Reyes, Bo Lind and Tom Hale"),
        ("Another senator, Sen. Tom Hale of Ohio,", "Tom Hale"),
        ("Two senators, Ana Reyes of Marle and Bo Lind of Torv,", "Ana Reyes and Bo Lind"),
        ("Director of Harbour Affairs Tom Hale", "Tom Hale"),
        ("Minister for Trade Tom Hale", "Tom Hale"),
        ("Counselor to the president Ana Reyes", "Ana Reyes"),
    ],
)
def test_who_is_listed_or_named_behind_a_description_is_named(source: str, entity: str) -> None:
    """Names behind a description or a title tell who speaks."""
    (one,) = audit_text(f"{source} said on Monday that the port was sold.").parse.attributions
    assert one.source is not None
    assert (one.source.naming, one.source.entity) == (Naming.NAMED, entity)


@pytest.mark.parametrize("source", ["Two aides", "Two aides, Ana Reyes and another clerk,", "Two aides of Ana Reyes"])
def test_a_list_that_does_not_name_all_names_nobody(source: str) -> None:
    """Without a whole list the source stays unnamed."""
    (one,) = audit_text(f"{source} said on Monday that the port was sold.").parse.attributions
    assert one.source is not None
    assert one.source.naming is Naming.UNNAMED
