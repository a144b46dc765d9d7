"""Takes out drafts that are no attribution of their own once sources are known.

Outlets that only pass on what a speaker inside says become hops of that speaker (gold conventions 1 and 19);
first-person stance inside a quotation says nothing new (convention 9).
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from attrs import evolve

from provenance.chains.asserting import is_unasserted
from provenance.chains.claim import Claim, cue_symbols, same_name, same_speaker
from provenance.chains.nested import Sets, is_stance
from provenance.mentions.fold import Folded
from provenance.model import Form, Hop, Kind, Naming, Role
from provenance.rulebook.word_lists import WordLists

_LONGEST_DEMONSTRATIVE = 4
_COVERED = 0.9
"""An outlet's own attribution says nothing of its own when the speaker inside covers this share of it."""
_NEAR = 24
"""Claims stand in text order: what shares words with a claim is among its neighbours."""
_SAME = 0.6
"""Two contents are one claim when they share this much of both."""


def prune_claims(claims: Sequence[Claim], folded: Folded, sets: Sets, words: WordLists) -> list[Claim]:
    """The claims that stay, `outer` renumbered; what stood inside a dropped one moves out to what is around it."""
    around = {claim.outer for claim in claims}
    kept = _without(
        list(claims),
        lambda index, held: (
            _says_this(held[index], folded, words)
            or _is_nobody(held[index], folded, words)
            or _might_be(held[index], folded, sets)
            or (index not in around and _is_act(held[index], folded, sets))
        ),
    )
    kept = _without(kept, lambda index, held: is_stance(held[index], held, folded, sets, words))
    return _without_mere_relays(kept)


def _without(claims: list[Claim], dropped: Callable[[int, list[Claim]], bool]) -> list[Claim]:
    """The claims that are not `dropped`; each is judged inside the nearest claim around it that stays."""
    held, gone = list(claims), set[int]()
    for index, claim in enumerate(claims):
        outer = claim.outer
        while outer is not None and outer in gone:
            outer = claims[outer].outer
        held[index] = claim.inside(outer)
        if dropped(index, held):
            gone.add(index)
    return _drop(held, gone)


def _drop(claims: list[Claim], gone: set[int]) -> list[Claim]:
    """The claims without those whose indices are `gone`."""
    place = {old: new for new, old in enumerate(i for i in range(len(claims)) if i not in gone)}

    def moved(outer: int | None) -> int | None:
        while outer is not None and outer in gone:
            outer = claims[outer].outer
        return None if outer is None else place[outer]

    return [claims[i].inside(moved(claims[i].outer)) for i in place]


def _says_this(claim: Claim, folded: Folded, words: WordLists) -> bool:
    """Whether the content is a bare *this* or *it*, which stands for a claim told elsewhere."""
    span = claim.draft.hull
    if len(span) > _LONGEST_DEMONSTRATIVE:
        return False
    first = bisect_right(folded.tokens.starts, span.start) - 1
    return folded.tokens.surfaces[first].lower() in words["pronouns.bare-claim"]


def _is_nobody(claim: Claim, folded: Folded, lists: WordLists) -> bool:
    """Whether the source is *nobody* or *no one*: a claim that was not made; an article whose noun was cut off, *no doubt*, *worth noting*."""
    tokens = claim.draft.source
    if tokens is None:
        return False
    words = [s.lower() for s in folded.tokens.surfaces[tokens[0] : tokens[0] + 3]]
    if tokens[1] == tokens[0] + 1 and folded.tokens.surfaces[tokens[0]] in lists["reference-words.cut"]:
        return True
    none = words[0] in lists["reference-words.no"] and not lists["reference-words.one"].isdisjoint(words)
    return words[0] in lists["reference-words.nobody"] or none


def _might_be(claim: Claim, folded: Folded, sets: Sets) -> bool:
    """Whether nobody has said it yet: *may want to*, *might argue that*; quoted words and *could not say* are another matter."""
    cue = cue_symbols(claim.draft, folded)
    indirect = claim.outer is None and claim.draft.form is Form.INDIRECT
    return indirect and cue[:1] in sets["MIGHT"] and sets["NEGATING"].isdisjoint(cue)


def _is_act(claim: Claim, folded: Folded, sets: Sets) -> bool:
    """Whether an outlet acts rather than reports (*stands by its story*, *asked for the files*): nothing is passed on."""
    source = claim.source
    outlet = source is not None and source.kind is Kind.OUTLET and source.naming is Naming.NAMED
    return outlet and claim.draft.form is Form.INDIRECT and is_unasserted(claim, folded, sets)


def _without_mere_relays(claims: list[Claim]) -> list[Claim]:
    """Take out outlets that only pass on; they become hops of the speaker they pass on."""
    gone: set[int] = set()
    for index, claim in enumerate(claims):
        if claim.source is None or claim.source.kind is not Kind.OUTLET:
            continue
        inner = _passed_on(index, claims)
        if inner:
            gone.add(index)
            hop = Hop(claim.source.entity, claim.source.kind, claim.source.naming, Role.RELAY, claim.source.spans)
            for i in inner:
                claims[i] = evolve(claims[i], hops=(*claim.hops, hop, *claims[i].hops))
    return _drop(claims, gone)


def _passed_on(index: int, claims: Sequence[Claim]) -> list[int]:
    """The claims an outlet's claim only passes on: what one speaker inside it says, or the same words of another."""
    claim = claims[index]
    near = range(max(0, index - _NEAR), min(len(claims), index + _NEAR))
    twins = [i for i in near if i != index and claims[i].outer == claim.outer and _is_twin(claims[i], claim)]
    if twins:
        return twins
    inner = [i for i in near if claims[i].outer == index and claims[i].draft.reported]
    if not inner or any(not same_speaker(claims[i].source, claims[inner[0]].source) for i in inner[1:]):
        return []
    covered = sum(claims[i].length for i in inner)
    return inner if covered >= _COVERED * claim.length else []


def _is_twin(other: Claim, claim: Claim) -> bool:
    """Whether a claim of somebody who is no outlet has the same content."""
    if other.source is None or claim.source is None:
        return False
    if other.source.kind is Kind.OUTLET and not any(
        same_name(hop.entity or "", claim.source.entity or "") for hop in other.hops
    ):
        return False
    one, two = other.draft.hull, claim.draft.hull
    shared = min(one.end, two.end) - max(one.start, two.start)
    return shared >= _SAME * max(len(one), len(two))
