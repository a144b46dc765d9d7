"""Large tables that stay packed in parts."""

import pickle

from provenance.tokens.shelves import Shelves

TABLE = {"harbour": "a", "harvest": "b", "Harbour": "c", "is": "d", "": "e"}


def test_a_table_read_back_is_the_table() -> None:
    """Read back from the cache, and kept again half looked at, it tells the same of every word."""
    kept = pickle.loads(pickle.dumps(Shelves(TABLE)))  # noqa: S301  our own
    assert kept["harbour"] == "a"
    again = pickle.loads(pickle.dumps(kept))  # noqa: S301  our own
    assert dict(again) == TABLE
    assert len(again) == len(TABLE)


def test_a_word_that_is_not_listed_has_nothing() -> None:
    """A word on a shelf that exists and a word on none are both missing."""
    shelves = Shelves(TABLE)
    assert (shelves.get("harness"), shelves.get("ship", "")) == (None, "")
    assert "harness" not in shelves
    assert "ship" not in shelves
    assert "is" in shelves
