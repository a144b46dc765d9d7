"""Parts of the rules that stay packed."""

import pickle

from provenance.rulebook.later import Later
from provenance.rulebook.schema import Entry

ENTRIES = (Entry("harbour", {}), Entry("ferry", {"kind": "ship"}))


def test_what_is_packed_comes_out_as_it_went_in() -> None:
    """Read back from the cache, and kept again unopened, the records are the same in the same order."""
    kept = pickle.loads(pickle.dumps(Later(ENTRIES)))  # noqa: S301  our own
    again = pickle.loads(pickle.dumps(kept))  # noqa: S301  our own
    assert tuple(again) == ENTRIES
    assert again == Later(ENTRIES)
    assert (len(again), again[1], again[:1]) == (2, ENTRIES[1], ENTRIES[:1])


def test_it_counts_as_the_records_it_holds() -> None:
    """It equals, and shows itself as, the tuple of its records."""
    assert Later("ab") == ("a", "b")
    assert Later("ab") != Later("ba")
    assert hash(Later("ab")) == hash(("a", "b"))
    assert repr(Later("ab")) == "('a', 'b')"
    assert not Later()
