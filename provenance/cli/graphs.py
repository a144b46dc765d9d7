"""Formats that say everything as a graph; those of W3C PROV need a library of their own."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

from provenance.errors import SettingsError
from provenance.model import Report

_NEEDED = {"prov-json": ("prov",), "prov-n": ("prov",), "rdf": ("prov", "rdflib")}


def find_graph(kind: str) -> Callable[[Report], bytes]:
    """Return what writes a format; raise SettingsError if its library is not installed."""
    missing = [name for name in _NEEDED.get(kind, ()) if find_spec(name) is None]
    if missing:
        msg = f"{', '.join(missing)} is not installed; --format {kind} needs: pip install 'provenance[prov]'"
        raise SettingsError(msg)
    if kind == "jsonld":
        writer: Callable[[Report], bytes] = import_module("provenance.exporters.jsonld").write_report
    else:
        writer = import_module("provenance.exporters.prov_formats").WRITERS[kind]
    return writer
