"""What a statement pins down: occasion, numbers, countries, conditions, how sure it is, whether it is negated."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise, product

from attrs import frozen

from provenance.comparing.clauses import Clause, words_of
from provenance.comparing.meanings import COUNTRY, NUMBER, STANCE, Meanings
from provenance.comparing.statements import Statement
from provenance.comparing.terms import Term, find_countries, read_terms
from provenance.model import Member, Parse, Span, hull_of, overlapping

_WITHOUT = "without"
_REJECTED = STANCE + "reject"
_CONTRACTED = ("n't", "n’t")
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_BETWEEN = re.compile(r"\w+|[^\w\s]")
_BESIDE = 2
"""How many terms a number and what it counts stand apart at most."""
_NEAR = 4
"""How many terms behind a word of condition tell what must wait."""
_FEWEST, _SHARED = 3, 0.75
"""How many terms two accounts of one claim have in common, and which share of the longer."""


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
        return hull_of((hull, *overlapping(sentences, hull)))

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

    def counts(self, clause: Clause) -> dict[str, frozenset[str]]:
        """The numbers of each thing counted in a claim, by the key of the thing; none where a number is rough (*at least*)."""
        if any("rough" in self.meanings.sorts(word) for word in self._words_in(clause.span)):
            return {}
        found: dict[str, set[str]] = {}
        for number, thing in _counted([term for term in clause.terms if term.heavy]):
            found.setdefault(thing, set()).add(number)
        return {thing: frozenset(numbers) for thing, numbers in found.items()}

    @cached_property
    def listed(self) -> frozenset[str]:
        """The countries of its lists, with nothing but commas and an *and* between them."""
        found: set[str] = set()
        joining = self.meanings.rulebook.words["statement-words.list"]
        terms = [term for clause in self.statement.clauses for term in clause.terms if term.heavy]
        for one, other in pairwise(terms):
            between = {*_BETWEEN.findall(self.statement.text, one.end, other.start)}
            if one.key.startswith(COUNTRY) and other.key.startswith(COUNTRY) and between and between <= joining:
                found |= {one.key, other.key}
        return frozenset(found)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The terms that say something."""
        return frozenset(key for clause in self.statement.clauses for key in clause.keys)

    @cached_property
    def is_free(self) -> bool:
        """Whether something is said to be without conditions."""
        words = self.statement.words
        runs = zip(("", *words), words, words[1:], strict=False)
        found = [not self._is_no(before) for before, one, other in runs if one == _WITHOUT and self._is_free(other)]
        return any(found)

    def is_proviso(self, term: Term) -> bool:
        """Whether a term is a word for conditions themselves."""
        return any(map(self._is_free, self._words_in(Span(term.start, term.end))))

    def _is_free(self, word: str) -> bool:
        return "free" in self.meanings.sorts(word)

    @cached_property
    def after(self) -> frozenset[str]:
        """The first terms of what something else is said to have to come before; the rest of the sentence counts."""
        start, end = hull_of(self.statement.attribution.content).start, self.sentence.end
        for match in _WORD.finditer(self.statement.text, start, end):
            if "condition" in self.meanings.sorts(match.group().lower()):
                return frozenset(term.key for term in self._terms_in(Span(match.end(), end))[:_NEAR])
        return frozenset()

    def strength(self, clause: Clause) -> str | None:
        """`weak` or `firm`, by the modal verbs of a claim; None if it has none, or both."""
        sorts = {sort for word in self._words_in(clause.span) for sort in self.meanings.sorts(word)} & {"weak", "firm"}
        return sorts.pop() if len(sorts) == 1 else None

    def negated(self, clause: Clause) -> frozenset[str]:
        """The terms behind the first negation in a claim."""
        matches = list(_WORD.finditer(self.statement.text, clause.span.start, clause.span.end))
        words = [match.group().lower() for match in matches]
        more = [*("merely" in self.meanings.sorts(word) for word in words[1:]), False]
        ends = [m.end() for m, word, only in zip(matches, words, more, strict=True) if self._is_no(word) and not only]
        if not ends:
            return frozenset()
        return frozenset(term.key for term in self._terms_in(Span(ends[0], clause.span.end)))

    def is_rejected(self, clause: Clause) -> bool:
        """Whether the cue of a claim rejects it."""
        cue = " ".join(span.of(self.statement.text) for span in self.statement.attribution.cue)
        return _REJECTED in clause.keys or self.meanings.stance(cue) == _REJECTED

    def _words_in(self, span: Span) -> list[str]:
        return [word.lower() for word in words_of(self.statement.text, [span])]

    def _is_no(self, word: str) -> bool:
        return "no" in self.meanings.sorts(word) or word.endswith(_CONTRACTED)

    def _terms_in(self, span: Span) -> list[Term]:
        return [term for term in read_terms(self.statement.text, span, self.meanings) if term.heavy]

    def _is_occasion(self, span: Span) -> bool:
        words = words_of(self.statement.text, [span])
        return any("event" in self.meanings.sorts(word.lower()) for word in words)


@frozen(eq=False)
class Account:
    """One account of a statement: the member of the group, if there is one, and its facts."""

    member: Member
    facts: Facts


def account_of(facts: Facts) -> Account:
    """Give a statement as an account that belongs to no group, with all of its content."""
    attribution = facts.statement.attribution
    return Account(Member(facts.statement.article, attribution, attribution.content), facts)


def alike_claims(one: Facts, other: Facts) -> Iterator[tuple[Clause, Clause]]:
    """Give the claims of two statements that have nearly all of their terms in common."""
    for ours, theirs in product(one.statement.clauses, other.statement.clauses):
        shared = len(ours.keys & theirs.keys)
        if shared >= _FEWEST and shared >= _SHARED * max(len(ours.keys), len(theirs.keys)):
            yield ours, theirs


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
