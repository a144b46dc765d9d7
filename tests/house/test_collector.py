"""Garbage collection while things are loaded and articles are audited."""

import gc

from provenance.collector import no_collections, rare_collections


def test_collections_are_rare_only_while_articles_are_audited() -> None:
    """Behind the audits the collector runs as it did before, and passes nothing by."""
    before = gc.get_threshold()
    with rare_collections():
        assert gc.get_threshold() > before
        assert gc.get_freeze_count() > 0
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0


def test_nothing_is_collected_while_rules_are_loaded() -> None:
    """While rules are loaded the collector rests; afterwards it runs as before, and passes nothing by."""
    with no_collections():
        assert not gc.isenabled()
        with no_collections():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
