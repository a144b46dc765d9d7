"""The outlet that publishes the article: told to itself, a claim is first-hand.

Who publishes shows in the metadata, in a dateline, in a line of its own above the text, in the line of copyright, and in
the credit of a colleague (*CNN's Ana Lind contributed*).
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from provenance.model import Article, Attribution, Kind, Naming, Role
from provenance.resolution.outlets import LEXICON, is_platform
from provenance.resolution.relays import Relay, Scope
from provenance.rulebook import Rulebook
from provenance.text.blocks import Block, BlockKind

_TOP = 4
"""Blocks at the head of an article one of which may be the bare name of its outlet."""
_LONGEST = 60
"""No line that is the bare name of an outlet is longer."""
_OFTEN = 3
"""Sentences in which an outlet must be told something to be the publisher for that alone."""
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|[Cc]opyright)[\s©\d,-]*(?:by\s)?([A-Z][^,.|;\n\d]{1,50}?)(?=\s*(?:[,.|;\n]|\bAll\b|$))"
)
_COLLEAGUE = re.compile(r"(.{2,40}?)['’]s?\s[A-Z][^\n]*\bcontributed\b")


def find_publishers(text: str, blocks: Sequence[Block], rulebook: Rulebook, publisher: str | None = None) -> set[str]:
    """The names under which the article tells, or its metadata, who publishes it."""
    named = _names(text, blocks) if publisher is None else (publisher, *_names(text, blocks))
    return {name for words in named if (name := _listed(words.strip(), rulebook))}


def _names(text: str, blocks: Sequence[Block]) -> Iterator[str]:
    for number, block in enumerate(blocks):
        if block.agency:
            yield block.agency
        if number < _TOP and block.end - block.start <= _LONGEST:
            yield text[block.start : block.end]
        if block.kind is BlockKind.FOOTER and (found := _COPYRIGHT.search(text, block.start, block.end)):
            yield found[1]
        if block.kind is BlockKind.CREDIT and (found := _COLLEAGUE.match(text, block.start, block.end)):
            yield found[1]


def _listed(words: str, rulebook: Rulebook) -> str | None:
    """The entry of a listed outlet, or its name as written where only its last word was left out (*CNN Business*)."""
    first = words.rpartition(" ")[0]
    for name in (words, f"The {words}", words.removeprefix("The "), first):
        for reading in rulebook.read(name) if name else ():
            if reading.lexicon == LEXICON and not is_platform(reading):
                return reading.entry.lemma
    return None


def without_own(relays: Sequence[Relay], own: set[str], rulebook: Rulebook) -> list[Relay]:
    """The relays without those by which the publisher passes on what was told to itself."""
    own = own or told_throughout(relays)
    if not own:
        return list(relays)
    return [r for r in relays if not (_is_told(r) and _is_own(str(r.hop.entity), own, rulebook))]


def told_throughout(relays: Sequence[Relay]) -> set[str]:
    """The outlet to which sources speak again and again, and to no other: where nothing else tells, the publisher."""
    told = [r for r in relays if r.hop.heard and r.hop.role is Role.RELAY and r.hop.naming is Naming.NAMED]
    names = {str(r.hop.entity) for r in told}
    return names if len(names) == 1 and len({r.first for r in told}) >= _OFTEN else set()


def find_own(
    article: Article, blocks: Sequence[Block], attributions: Iterable[Attribution], rulebook: Rulebook
) -> frozenset[str]:
    """The names under which the article's own outlet stands in chains."""
    own = find_publishers(article.text, blocks, rulebook, article.publisher)
    outlets = {hop.entity for a in attributions for hop in a.chain if hop.kind is Kind.OUTLET and hop.entity}
    return frozenset(name for name in outlets if own and _is_own(name, own, rulebook))


def _is_told(relay: Relay) -> bool:
    return relay.hop.role is Role.RELAY and relay.scope in (Scope.CUE, Scope.SENTENCE)


def _is_own(entity: str, own: set[str], rulebook: Rulebook) -> bool:
    """Whether a hop is the publisher, under its listed name or cut short (*The Times*)."""
    lemmas = {r.entry.lemma for r in rulebook.read(entity) if r.lexicon == LEXICON}
    return bool(lemmas & own) or any(f" {name}".endswith(f" {entity}") for name in own)
