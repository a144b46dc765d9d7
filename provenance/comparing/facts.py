"""What a statement pins down: occasion, numbers, countries, conditions, how sure it is, whether it is negated."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property

from attrs import frozen

from provenance.comparing.clauses import Clause, words_of
from provenance.comparing.meanings import COUNTRY, NUMBER, Meanings
from provenance.comparing.statements import Statement
from provenance.comparing.terms import Term, find_countries, read_terms
from provenance.model import Parse, Span, hull_of

_WITHOUT = "without"
_CONTRACTED = ("n't", "n’t")
_BESIDE = 2
"""How many terms a number and what it counts stand apart at most."""


@frozen(eq=False, slots=False)
class Facts:
    """One statement and the parse of its article; whatever is asked of it is worked out when it is asked."""

    statement: Statement
    parse: Parse
    meanings: Meanings

    @cached_property
    def sentence(self) -> Span:
        """The sentences in which it stands."""
        hull, sentences = hull_of(self.statement.attribution.content), self.parse.sentences
        first = bisect_right(sentences, hull.start, key=lambda sentence: sentence.end)
        last = bisect_left(sentences, hull.end, key=lambda sentence: sentence.start)
        return hull_of((hull, *sentences[first:last]))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the content, in small letters."""
        return self.statement.words

    @cached_property
    def places(self) -> frozenset[str]:
        """The countries of the occasion on which it was said, other than the speaker's own, if an occasion is told."""
        own = frozenset(side for speaker in self.statement.speakers for side in speaker.sides)
        text = self.statement.text
        found = (country for span in self._frames for country in find_countries(text, span, self.meanings))
        return frozenset(found) - own

    @property
    def frame(self) -> str:
        """The words around the content that tell the occasion."""
        return " ... ".join(" ".join(span.of(self.statement.text).split()).strip(" ,") for span in self._frames)

    @cached_property
    def _frames(self) -> tuple[Span, ...]:
        return tuple(span for span in _outside(self.sentence, self.statement) if self._is_occasion(span))

    @cached_property
    def counts(self) -> dict[str, frozenset[str]]:
        """The numbers of each thing counted, by the key of the thing."""
        found: dict[str, set[str]] = {}
        for clause in self.statement.clauses:
            heavy = [term for term in clause.terms if term.heavy]
            for number, thing in _counted(heavy):
                found.setdefault(thing, set()).add(number)
        return {thing: frozenset(numbers) for thing, numbers in found.items()}

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries it names."""
        return frozenset(t.key for c in self.statement.clauses for t in c.terms if t.key.startswith(COUNTRY))

    @cached_property
    def is_free(self) -> bool:
        """Whether something is said to be without conditions."""
        pairs = zip(self.words, self.words[1:], strict=False)
        return any(one == _WITHOUT and "free" in self.meanings.sorts(other) for one, other in pairs)

    @cached_property
    def is_conditional(self) -> bool:
        """Whether something is said to have to come first; the rest of the sentence counts."""
        rest = Span(hull_of(self.statement.attribution.content).start, self.sentence.end)
        return any("condition" in self.meanings.sorts(word.lower()) for word in words_of(self.statement.text, [rest]))

    @cached_property
    def keys(self) -> frozenset[str]:
        """The terms that say something."""
        return frozenset(key for clause in self.statement.clauses for key in clause.keys)

    @cached_property
    def rest(self) -> frozenset[str]:
        """The terms that say something in the rest of the sentence."""
        rest = Span(hull_of(self.statement.attribution.content).end, self.sentence.end)
        return frozenset(t.key for t in read_terms(self.statement.text, rest, self.meanings) if t.heavy)

    @cached_property
    def strength(self) -> str | None:
        """`weak` or `firm`, by its modal verbs; None if it has none, or both."""
        sorts = {sort for word in self.words for sort in self.meanings.sorts(word)} & {"weak", "firm"}
        return sorts.pop() if len(sorts) == 1 else None

    def is_negated(self, clause: Clause) -> bool:
        """Whether a word turns a claim round."""
        words = (word.lower() for word in words_of(self.statement.text, [clause.span]))
        return any("no" in self.meanings.sorts(word) or word.endswith(_CONTRACTED) for word in words)

    def _is_occasion(self, span: Span) -> bool:
        words = words_of(self.statement.text, [span])
        return any("event" in self.meanings.sorts(word.lower()) for word in words)


def _outside(sentence: Span, statement: Statement) -> Iterator[Span]:
    """The stretches of a sentence that are no part of the content."""
    start = sentence.start
    for span in sorted(statement.attribution.content):
        yield Span(start, max(start, span.start))
        start = max(start, span.end)
    yield Span(start, max(start, sentence.end))


def _counted(terms: list[Term]) -> Iterator[tuple[str, str]]:
    """Give each number with the thing that it counts, which stands right behind it."""
    for at, term in enumerate(terms):
        if re.match(rf"{NUMBER}\d", term.key):
            for other in terms[at + 1 : at + _BESIDE]:
                if not other.key.startswith((NUMBER, COUNTRY)):
                    yield term.key, other.key
