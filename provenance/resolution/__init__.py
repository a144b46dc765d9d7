"""Mention to source: sieves, most precise first; one surviving candidate or unresolved."""

from provenance.resolution.resolve import resolve_sources

__all__ = ["resolve_sources"]
