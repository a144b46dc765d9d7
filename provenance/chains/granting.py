"""How an unnamed source came to be unnamed: it asked, it just was not named, or another outlet left it so."""

from attrs import evolve

from provenance.model import Anonymity, Chain, Granted, Kind, Role, Source

_INCIDENTAL = frozenset({"population", "bystander", "office", "body", "press", "family"})
"""Sorts of people who are not named because nobody asked for their names, or because the reader can find them out."""


def with_granting(source: Source | None, chain: Chain) -> Source | None:
    """The source with what its chain and its description tell of why it is unnamed."""
    if source is None or source.anonymity is None:
        return source
    granted = _granted(source, source.anonymity, chain)
    if granted is Granted.UNKNOWN:
        return source
    return evolve(source, anonymity=evolve(source.anonymity, granted=granted))


def _granted(source: Source, anonymity: Anonymity, chain: Chain) -> Granted:
    if any(hop.role is Role.RELAY and hop.kind is Kind.OUTLET for hop in chain):
        return Granted.RELAYED
    if anonymity.terms or anonymity.reason:
        return Granted.REQUESTED
    if source.on_behalf_of or anonymity.sorts & _INCIDENTAL:
        return Granted.INCIDENTAL
    return Granted.UNKNOWN
