"""Whom by name an unnamed source may be."""

import pytest

from provenance.pipeline import audit_text


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("An aide said that the port would be sold. The aide Ana Reyes would not comment.", "Ana Reyes"),
        ("An aide said that the port would be sold. The mayor Ana Reyes would not comment.", None),
    ],
)
def test_a_named_holder_of_the_role_may_be_meant(text: str, name: str | None) -> None:
    """An unnamed source described by a role that the article gives to somebody named may be that person."""
    sources = [attribution.source for attribution in audit_text(text).parse.attributions]
    assert [source.perhaps for source in sources if source] == [name]
