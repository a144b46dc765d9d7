"""Garbage collection while things are loaded, while many articles are audited, and at the end."""

import atexit
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


@contextmanager
def no_collections() -> Iterator[None]:
    """Without garbage collection: making a million objects that all stay would trigger it again and again.

    Afterwards they count as old, so that the next collection passes them by.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.freeze()
            gc.unfreeze()
            gc.enable()


def end_quickly() -> None:
    """Let the collector leave everything where it is when this process ends: the system takes all of it back at once."""
    atexit.register(gc.freeze)
