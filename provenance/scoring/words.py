"""A text as scored: its words and marks, and which of them stand in quotations. No part of the pipeline has a say in it."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from provenance.model import Span, Spans
from provenance.scoring.gold import Marked

_TOKEN = re.compile(r"\w+|[^\w\s]")
_MARK = re.compile(r"[“”«»\"]|``|''|’’|‘‘")
_PARAGRAPH = re.compile(r"[^\n]+")
_OPENING, _CLOSING = frozenset(("“", "«", "``")), frozenset(("”", "»"))
_LIGHT = frozenset("the a an of and to in on at for by with from 's s mr mrs ms".split())

Words = frozenset[int]
"""Numbers of tokens."""


class ScoredText:
    """Token numbers for spans of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans = [match.span() for match in _TOKEN.finditer(text)]
        self.low = [text[start:end].lower() for start, end in self.spans]
        self._starts = [start for start, _ in self.spans]
        self._words = frozenset(i for i, word in enumerate(self.low) if re.match(r"\w", word))

    @cached_property
    def quotations(self) -> Spans:
        """Stretches in double quotation marks; one that is not closed ends with its paragraph."""
        return tuple(quotation for match in _PARAGRAPH.finditer(self.text) for quotation in _quotations(match))

    @cached_property
    def quoted(self) -> Words:
        """The tokens inside quotations, with their marks."""
        return self.covered(self.quotations)

    def covered(self, spans: Iterable[Span]) -> Words:
        """The tokens that overlap one of the spans."""
        found: set[int] = set()
        for span in spans:
            at = max(bisect_right(self._starts, span.start) - 1, 0)
            while at < len(self.spans) and self.spans[at][0] < span.end:
                if self.spans[at][1] > span.start:
                    found.add(at)
                at += 1
        return frozenset(found)

    def words(self, tokens: Words) -> Words:
        """The tokens that are words, not marks."""
        return tokens & self._words

    def heads(self, tokens: Words) -> Words:
        """The words by which two sources are compared: all but articles, prepositions and titles, if there are such."""
        words = self.words(tokens)
        return frozenset(i for i in words if self.low[i] not in _LIGHT) or words

    def form(self, attribution: Marked) -> str:
        """How much of the content is quoted: direct, mixed, indirect; embedded where the cue is quoted with it."""
        words, cue = self.words(self.covered(attribution.content)), self.words(self.covered(attribution.cue))
        quoted = len(words & self.quoted)
        if not words or not quoted:
            return "indirect"
        if cue and cue <= self.quoted and quoted == len(words):
            return "embedded"
        return "direct" if quoted == len(words) else "mixed"


def _quotations(paragraph: re.Match[str]) -> Iterable[Span]:
    """Curly marks pair up, straight ones toggle."""
    base, opened = paragraph.start(), None
    for mark in _MARK.finditer(paragraph.group()):
        opens = mark.group() in _OPENING or (opened is None and mark.group() not in _CLOSING)
        if opens:
            opened = mark.start() if opened is None else opened
        elif opened is not None:
            yield Span(base + opened, base + mark.end())
            opened = None
    if opened is not None:
        yield Span(base + opened, paragraph.end())
