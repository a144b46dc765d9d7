"""Attributions of many articles as statements that can be compared."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, frozen

from provenance.comparing.clauses import Clause, read_clauses, words_of
from provenance.comparing.meanings import Meanings
from provenance.comparing.speakers import Speaker, goes_on, pool_sides, read_sides, read_speakers, terms_of
from provenance.model import Attribution, AuditResult, Parse, Span, Spans, overlapping


@frozen(eq=False)
class Statement:
    """One attribution of one article. `article` is the article's place in the comparison.

    `words` are those of the content in small letters, `worths` how much each tells.
    """

    article: int
    attribution: Attribution
    text: str
    speakers: tuple[Speaker, ...]
    clauses: tuple[Clause, ...]
    words: tuple[str, ...]
    worths: tuple[float, ...]


@frozen(eq=False)
class _Article:
    """An article whose statements are read: its number, its parse, and the countries of its sources."""

    number: int
    parse: Parse
    sides: Mapping[str, frozenset[str]]


def read_all(results: Iterable[AuditResult], meanings: Meanings) -> list[Statement]:
    """Give the statements of several articles, numbered in their order; what one tells of a speaker counts for all."""
    found = [one for number, result in enumerate(results) for one in read_statements(result, number, meanings)]
    pooled = pool_sides([one.speakers for one in found])
    return [evolve(one, speakers=speakers) for one, speakers in zip(found, pooled, strict=True)]


def read_statements(result: AuditResult, article: int, meanings: Meanings) -> Iterator[Statement]:
    """Give the statements of one article; it needs nothing of any other article."""
    read = _Article(article, result.parse, read_sides(result.parse, meanings))
    before: frozenset[str] = frozenset()
    for attribution in result.parse.attributions:
        statement = _read(attribution, read, meanings)
        if statement.clauses:
            yield _in_context(statement, before)
            before = statement.clauses[-1].keys


def _read(attribution: Attribution, article: _Article, meanings: Meanings) -> Statement:
    text = article.parse.article.text
    pieces = [piece for span in attribution.content for piece in _by_sentence(span, article.parse.sentences)]
    clauses = read_clauses(attribution.content, pieces, text, meanings)
    cue = " ".join(span.of(text) for span in attribution.cue)
    stance = meanings.stance(cue) if attribution.reported_speech else meanings.attitude(cue)
    if stance and clauses:
        clauses = (evolve(clauses[0], keys=clauses[0].keys | {stance}), *clauses[1:])
    words = words_of(text, attribution.content)
    return Statement(
        article.number,
        attribution,
        text,
        read_speakers(attribution, article.sides),
        clauses,
        tuple(word.casefold() for word in words),
        tuple(map(meanings.worth, words)),
    )


def _in_context(statement: Statement, before: frozenset[str]) -> Statement:
    """Let clauses that point back (*such talks*, *they*, *its*) know what to."""
    own, clauses = terms_of(statement.speakers), []
    for clause in statement.clauses:
        context = goes_on(clause.span.of(statement.text), before, own)
        clauses.append(evolve(clause, context=context) if context else clause)
        before = clause.keys
    return evolve(statement, clauses=tuple(clauses))


def _by_sentence(span: Span, sentences: Spans) -> Spans:
    """Cut a span where sentences begin in it."""
    inner = [sentence.start for sentence in overlapping(sentences, span) if sentence.start > span.start]
    return tuple(Span(start, end) for start, end in zip((span.start, *inner), (*inner, span.end), strict=True))
