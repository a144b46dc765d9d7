"""What may have been meant by a name that does not exist."""

import pytest

from provenance.nearest import suggest

KNOWN = ["bbc", "record.sourcing", "source.words", "anon-only-claim", "bother", "A09"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("BBC", "bbc"),
        ("source.wrds", "source.words"),
        ("record.sorucing", "record.sourcing"),
        ("anon-only", "anon-only-claim"),
        ("A9", "A09"),
        ("notthere", None),
        ("muse", None),
        ("", None),
    ],
)
def test_only_what_is_really_near_is_suggested(name: str, meant: str | None) -> None:
    """Another case, few wrong letters or a name's beginning are suggested; what merely shares letters is not."""
    assert suggest(name, KNOWN) == (f"; did you mean '{meant}'?" if meant else "")
