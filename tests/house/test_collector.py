"""Garbage collection while many articles are audited."""

import gc

from provenance.collector import rare_collections


def test_collections_are_rare_only_while_articles_are_audited() -> None:
    """Behind the audits the collector runs as it did before, and passes nothing by."""
    before = gc.get_threshold()
    with rare_collections():
        assert gc.get_threshold() > before
        assert gc.get_freeze_count() > 0
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
