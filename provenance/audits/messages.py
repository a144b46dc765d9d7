"""The sentence that a finding says, with the words of the article that it rests on."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from string import Formatter

from provenance.audits.chain_facts import chain_of, links_of, relays_of
from provenance.audits.claim_facts import restated_by, sentences_before_cue
from provenance.audits.quoting import quote_spans, quote_words
from provenance.audits.source_facts import anonymity_of, same_source, source_of
from provenance.audits.subject import Hit
from provenance.model import Hop, Naming, Number, Spans
from provenance.rulebook.word_lists import WordLists

_TOLD = {"organisation": "whose side", "side": "country or party", "basis": "how they know"}
"""What the points of a description are called in messages; the others go by their own names."""


def fill_message(template: str, hit: Hit) -> str:
    """Fill the placeholders of a card's message, such as `{claim}`."""
    return template.format_map(fill_words(template, hit))


def fill_words(template: str, hit: Hit) -> dict[str, str]:
    """Give what stands for each placeholder of a message or a remedy."""
    return {name: hit.words.get(name) or WORDS[name](hit) for name in placeholders_of(template)}


@lru_cache(maxsize=1000)
def placeholders_of(template: str) -> tuple[str, ...]:
    """Give the names of the placeholders in a message."""
    return tuple(name for _, name, _, _ in Formatter().parse(template) if name is not None)


def describe(hop: Hop) -> str:
    """Give a hop in a few words, with a star where it is unnamed."""
    if hop.entity is None:
        return "?"
    return hop.entity.removeprefix("unnamed ") + ("*" if hop.naming is Naming.UNNAMED else "")


def _with_article(entity: str, lists: WordLists) -> str:
    """Give what an entity is called within a sentence: *the nominee*, *his lawyer*, *Ana Reyes*."""
    described = entity.removeprefix("unnamed ")
    return (
        described
        if described[:1].isupper() or described.partition(" ")[0] in lists["opening-words.described"]
        else f"the {described}"
    )


def _shortened(hit: Hit, spans: Spans) -> str:
    return quote_spans(spans, hit.subject.context.text)


def _candidates(hit: Hit) -> str:
    source = source_of(hit.subject)
    named = (_with_article(one, hit.subject.context.words) for one in source.candidates) if source else ()
    return " or ".join(named) or "nobody in particular"


def _source(hit: Hit) -> str:
    """Give the article's words for the source; what a pronoun stands for instead of the pronoun."""
    source, text = source_of(hit.subject), hit.subject.context.text
    if source is None or not source.spans:
        return _origin(hit)
    words = quote_spans(source.spans, text)
    known = source.entity or "nobody in particular"
    return f"'{words}' ({known})" if words.lower() in hit.subject.context.words["pronouns.told"] else f"'{words}'"


def _origin(hit: Hit) -> str:
    origin = chain_of(hit.subject)[-1:]
    return "".join(describe(hop).rstrip("*") for hop in origin)


def _points(hit: Hit) -> str:
    anonymity = anonymity_of(hit.subject)
    return str(anonymity.specificity if anonymity else 0)


def _reason(hit: Hit) -> str:
    """Give the reason for the source's namelessness wherever the article has it."""
    reasons = (source.anonymity.reason for source in same_source(hit.subject) if source.anonymity)
    return quote_words(next(filter(None, reasons), ""))


def _told(hit: Hit) -> str:
    """Give the points that the description of an unnamed source earns: *role, number*."""
    anonymity = anonymity_of(hit.subject)
    return ", ".join(_TOLD.get(point, point) for point in anonymity.told) if anonymity else "nothing"


def _is(hit: Hit) -> str:
    """Give *is* or *are*, as the words for the source want it."""
    source = source_of(hit.subject)
    return "is" if source is None or source.number is Number.ONE else "are"


def _naming(hit: Hit) -> str:
    """Give how an article could tell who a crowd is."""
    anonymity = anonymity_of(hit.subject)
    if anonymity is None or "organisation" in anonymity.told:
        return "name one of them"
    return "name one of them, or say how many they are and of which body"


def _missing(hit: Hit) -> str:
    """Give what the article could still tell of an unnamed source."""
    anonymity = anonymity_of(hit.subject)
    told = anonymity.told if anonymity else {}
    reasons = (one.anonymity.reason for one in same_source(hit.subject) if one.anonymity and not one.anonymity.rote)
    body, shared = told.get("organisation"), anonymity is not None and anonymity.body_shared
    lacks = [
        (not body, "which body they speak for" if "side" in told else "which body or side they speak for"),
        (shared and "side" not in told, f"which {body}"),
        ("basis" not in told, "how they know it"),
        (not any(reasons), "why they are not named"),
    ]
    said = [words for lacking, words in lacks if lacking]
    return f"{', '.join(said[:-1])} and {said[-1]}" if said[1:] else "".join(said) or "more of who it is"


def _restated(hit: Hit) -> str:
    """Give who stands for the claims that this one says again."""
    subject = hit.subject
    attributions = (subject.context.attributions.get(name) for r in restated_by(subject) for name in r.attributions)
    sources = dict.fromkeys(quote_spans(a.source.spans, subject.context.text) for a in attributions if a and a.source)
    return " and ".join(f"'{words}'" for words in sources) or "others"


WORDS: Mapping[str, Callable[[Hit], str]] = {
    "candidates": _candidates,
    "chain": lambda hit: " < ".join(map(describe, chain_of(hit.subject))),
    "claim": lambda hit: _shortened(hit, hit.subject.claim),
    "count": lambda hit: str(sentences_before_cue(hit.subject)),
    "cue": lambda hit: _shortened(hit, hit.subject.attribution.cue if hit.subject.attribution else ()),
    "missing": _missing,
    "is": _is,
    "links": lambda hit: str(len(links_of(hit.subject))),
    "naming": _naming,
    "points": _points,
    "reason": _reason,
    "restates": _restated,
    "origin": _origin,
    "relay": lambda hit: " and ".join(map(describe, relays_of(hit.subject))) or _origin(hit),
    "source": _source,
    "told": _told,
    "words": lambda hit: _shortened(hit, hit.spans),
}
"""What a placeholder of a message or a remedy is filled with, unless the audit says otherwise."""
