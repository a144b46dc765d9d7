"""Average linkage."""

from provenance.comparing.linkage import link


def test_what_is_alike_is_put_together() -> None:
    """Numbers joined by likeness make a group, others none."""
    assert link({(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.7, (5, 6): 0.4}, 0.3) == [[0, 1, 2], [5, 6]]


def test_a_thin_bridge_joins_no_groups() -> None:
    """Two groups that only one pair connects stay two."""
    near = {(0, 1): 1.0, (0, 2): 1.0, (1, 2): 1.0, (3, 4): 1.0, (3, 5): 1.0, (4, 5): 1.0, (2, 3): 1.0}
    assert link(near, 0.2) == [[0, 1, 2], [3, 4, 5]]


def test_nothing_alike_gives_no_groups() -> None:
    """Without pairs there are no groups."""
    assert link({}, 0.1) == []
