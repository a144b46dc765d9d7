"""Formats that say everything as a graph; those of W3C PROV need a library of their own."""

from collections.abc import Callable
from importlib import import_module

from provenance.cli.complaints import require_packages
from provenance.model import Report

_NEEDED = {"prov-json": ("prov",), "prov-n": ("prov",), "rdf": ("prov", "rdflib")}


def find_graph(kind: str) -> Callable[[Report], bytes]:
    """Return what writes a format; raise SettingsError if its library is not installed."""
    require_packages(_NEEDED.get(kind, ()), "prov")
    if kind == "jsonld":
        writer: Callable[[Report], bytes] = import_module("provenance.exporters.jsonld").write_report
    else:
        writer = import_module("provenance.exporters.prov_formats").WRITERS[kind]
    return writer
