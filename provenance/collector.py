"""Garbage collection while many articles are audited."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_RARELY = (50_000, 20, 100)
"""How many objects more than before, and how many younger collections, bring about one of each generation."""


@contextmanager
def rare_collections() -> Iterator[None]:
    """Let the collector pass by what was loaded already, and run rarely; afterwards all is as it was.

    An audit makes tens of thousands of small objects that die with its result, and the rules are a hundred thousand that
    stay: by itself the collector would look through them again and again, for a sixth of the time.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*_RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
