"""Claims and their provenance records."""

from provenance.records.build import build_records

__all__ = ["build_records"]
