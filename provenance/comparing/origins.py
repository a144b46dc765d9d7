"""How many independent origins stand behind a group: those that cannot be shown to be one another."""

from collections.abc import Sequence
from itertools import combinations

from provenance.comparing.speakers import OTHER, Speaker, compare_speakers
from provenance.model import Kind, Naming, Role


def count_origins(chains: Sequence[tuple[Speaker, ...]]) -> tuple[tuple[str, ...], ...]:
    """Give the independent origins of some chains, each with the names it goes by, those of most chains first."""
    told = [chain for chain in chains if _is_told(chain)] or list(chains)
    heads = list(range(len(told)))
    for one, other in combinations(range(len(told)), 2):
        if _may_be_one(told[one], told[other]):
            old, new = heads[other], heads[one]
            heads = [new if head == old else head for head in heads]
    groups: dict[int, list[str]] = {}
    for head, chain in zip(heads, told, strict=True):
        groups.setdefault(head, []).append(chain[-1].entity or "not stated")
    ordered = sorted(groups.values(), key=len, reverse=True)
    return tuple(tuple(dict.fromkeys(names)) for names in ordered)


def _is_told(chain: tuple[Speaker, ...]) -> bool:
    """Whether a chain says anything about its origin."""
    return chain[-1].naming is not Naming.NONE or len(chain) > 1


def _may_be_one(one: tuple[Speaker, ...], other: tuple[Speaker, ...]) -> bool:
    """Whether two chains share a speaker, or one ends with a paper or nobody, which the other may have written."""
    if compare_speakers(one, other) != OTHER:
        return True
    ends = {one[-1].kind, other[-1].kind}
    return Kind.DOCUMENT in ends or _passes_on(one, other) or _passes_on(other, one)


def _passes_on(one: tuple[Speaker, ...], other: tuple[Speaker, ...]) -> bool:
    """Whether the origin of a chain is an outlet through which the other chain comes."""
    end = one[-1]
    return end.kind is Kind.OUTLET and any(s.name == end.name for s in other if s.role is not Role.ORIGIN)
