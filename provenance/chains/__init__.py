"""The way a claim took: hops nearest the reader first, frames closed, cycles cut."""

from provenance.chains.build import build_attributions

__all__ = ["build_attributions"]
