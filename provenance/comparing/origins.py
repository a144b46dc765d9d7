"""How many independent origins stand behind a group: those that cannot be shown to be one another."""

from collections.abc import Sequence
from itertools import combinations

from provenance.comparing.speakers import ALLIED, OTHER, Speaker, compare_speakers
from provenance.model import Kind, Naming, Role

Chain = tuple[Speaker, ...]


def count_origins(chains: Sequence[Chain]) -> tuple[tuple[str, ...], ...]:
    """Give the independent origins of some chains, each with the names it goes by, those of most chains first."""
    told = [chain for chain in chains if _is_told(chain)] or list(chains)
    unlike = list(dict.fromkeys(told))  # most chains of a large group are the same
    heads = _join_sure(unlike)
    _join_open(unlike, heads)
    groups: dict[int, list[str]] = {}
    for chain in told:
        groups.setdefault(heads[chain], []).append(chain[-1].entity or "not stated")
    ordered = sorted(groups.values(), key=len, reverse=True)
    return tuple(tuple(dict.fromkeys(names)) for names in ordered)


def _join_sure(chains: Sequence[Chain]) -> dict[Chain, int]:
    """Give each chain a number, the same to those that share a speaker or a side, or pass each other on."""
    heads = {chain: number for number, chain in enumerate(chains)}
    for one, other in combinations(chains, 2):
        old, new = heads[other], heads[one]
        if old != new and _is_one(one, other):
            heads.update({chain: new for chain, head in heads.items() if head == old})
    return heads


def _join_open(chains: Sequence[Chain], heads: dict[Chain, int]) -> None:
    """Let each chain whose origin has no name be one of the others, if it can be: it brings no two of them together."""
    for chain in sorted(chains, key=lambda chain: chain[-1].naming is Naming.NAMED):
        alone = all(heads[other] != heads[chain] for other in chains if other is not chain)
        if alone and (chain[-1].naming is not Naming.NAMED or chain[-1].kind is Kind.DOCUMENT):
            near = next((other for other in chains if other is not chain and _may_be_one(chain, other)), None)
            heads[chain] = heads[near] if near else heads[chain]


def _is_told(chain: Chain) -> bool:
    """Whether a chain says anything about its origin."""
    return chain[-1].naming is not Naming.NONE or len(chain) > 1


def _is_one(one: Chain, other: Chain) -> bool:
    """Whether two chains share a speaker or a side, or one ends with an outlet through which the other comes."""
    return compare_speakers(one, other) >= ALLIED or _passes_on(one, other) or _passes_on(other, one)


def _may_be_one(one: Chain, other: Chain) -> bool:
    """Whether nothing shows that two chains have different origins; a paper may be by anybody."""
    return compare_speakers(one, other) != OTHER or Kind.DOCUMENT in {one[-1].kind, other[-1].kind}


def _passes_on(one: Chain, other: Chain) -> bool:
    """Whether the origin of a chain is an outlet through which the other chain comes."""
    end = one[-1]
    return end.kind is Kind.OUTLET and any(s.name == end.name for s in other if s.role is not Role.ORIGIN)
