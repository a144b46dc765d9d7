"""Claims and their provenance records."""

from provenance.records.bare import Bare, find_bare, own_voice
from provenance.records.build import build_records

__all__ = ["Bare", "build_records", "find_bare", "own_voice"]
