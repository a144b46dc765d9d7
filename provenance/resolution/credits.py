"""Credits: those in the text that are no claims (*..., UNN reports*), and those of the metadata found again in the text."""

import re
from collections.abc import Iterator, Mapping, Sequence

from provenance.attribution.draft import Draft
from provenance.mentions.fold import Folded
from provenance.model import Article, Role, Span, Spans
from provenance.resolution.relays import Relay
from provenance.rulebook import Rulebook
from provenance.rulebook.forms import forms_of
from provenance.rulebook.schema import PartOfSpeech

_LEXICON = "outlets"
_SHORTEST = 5
"""A name with fewer letters is an abbreviation, whose capitals count."""
_CREDIT_MARKS = re.compile(r"\s*(?:[/|;,]|\bvia\b)\s*")


def without_credits(drafts: Sequence[Draft], relays: Sequence[Relay], folded: Folded) -> list[Draft]:
    """The drafts whose source is no publisher's credit, `outer` renumbered; what stood inside one moves out."""
    credited = {r.hop.spans[0].start for r in relays if r.hop.role is Role.PUBLISHER}
    starts = folded.tokens.starts
    gone = {i for i, d in enumerate(drafts) if d.source is not None and starts[d.source[0]] in credited}
    if not gone:
        return list(drafts)
    kept = [i for i in range(len(drafts)) if i not in gone]
    place = {old: new for new, old in enumerate(kept)}

    def moved(outer: int | None) -> int | None:
        while outer is not None and outer in gone:
            outer = drafts[outer].outer
        return None if outer is None else place[outer]

    return [drafts[i].inside(moved(drafts[i].outer)) for i in kept]


def find_credited(article: Article, rulebook: Rulebook) -> Mapping[str, Spans]:
    """Map each source that the metadata names, the publisher apart, to where the text names it; to nothing if it never does."""
    own = set(_forms(article.publisher, rulebook)) if article.publisher else set()
    sources = article.info_sources or _sources_in(article.credit)
    named = {name: set(_forms(name, rulebook)) for name in sources}
    return {name: _find(forms, article.text) for name, forms in named.items() if not forms & own}


def _sources_in(credit: str | None) -> tuple[str, ...]:
    """Give the first name of a credit line, which is the agency's (*Reuters/Ana Reyes*)."""
    return tuple(name for name in _CREDIT_MARKS.split(credit or "")[:1] if name)


def _forms(name: str, rulebook: Rulebook) -> Iterator[str]:
    """Yield the names of a source: as written, those that the lexicon of outlets knows, and its initials."""
    yield name.casefold()
    for written in dict.fromkeys((name, name.title(), f"The {name.title()}")):
        for reading in rulebook.read(written):
            if reading.lexicon == _LEXICON:
                yield from (_spelled(form) for form, _ in forms_of(reading.entry, PartOfSpeech.NAME))
    words = [word for word in name.split() if word[0].isalpha() and word.lower() != "the"]
    if len(words) > 1:
        yield "".join(word[0] for word in words).upper()


def _spelled(form: str) -> str:
    """Give a form in small letters unless it is an abbreviation."""
    return form if len(form) < _SHORTEST and form.isupper() else form.casefold()


def _find(forms: set[str], text: str) -> Spans:
    low = text.casefold() if len(text.casefold()) == len(text) else text
    found = (
        Span(*match.span())
        for form in forms
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text if form.isupper() else low)
    )
    return tuple(sorted(set(found)))
