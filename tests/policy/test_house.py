"""What workers are sent: openers of a house and of its rules."""

import pickle
from collections.abc import Callable

import pytest

from provenance.policy.house import OpenHouse, OpenRules


@pytest.mark.parametrize("open_it", [lambda: OpenHouse(None, "desk"), lambda: OpenRules(None)])
def test_copies_of_an_opener_are_equal_and_openers_of_two_runs_are_not(open_it: Callable[[], object]) -> None:
    """A worker opens the rules once a run: what it is sent twice is the same, what another run sends is not."""
    opener = open_it()
    copies = [pickle.loads(pickle.dumps(opener)) for _ in range(2)]  # noqa: S301 - our own bytes
    assert copies[0] == copies[1]
    assert hash(copies[0]) == hash(copies[1])
    assert open_it() != opener
