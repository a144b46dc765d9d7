"""The trace of a sentence: words, mentions, matches with their fate, and the parse."""

from functools import cache

from provenance.model import Article
from provenance.pipeline import default_rulebook
from provenance.tracing import SentenceTrace, open_tracer, trace_article
from provenance.tracing.build import Tracer

TEXT = (
    "Ana Reyes, the mayor, spoke for an hour.\n\n"
    'She said that the bridge is safe. "We built it well," she told reporters, adding that it would last.\n'
)


@cache
def tracer() -> Tracer:
    """The shipped rules, opened once."""
    return open_tracer(default_rulebook())


def traces(line: int | None = None, *only: str) -> list[SentenceTrace]:
    """The traces of one line of the text, or of all."""
    return trace_article(Article(TEXT), tracer(), line, only)


def fates(trace: SentenceTrace) -> dict[str, str]:
    """What became of the match of each pattern."""
    return {match.pattern: match.fate for match in trace.matches}


def test_a_line_gives_its_sentences() -> None:
    """A line gives the sentences on it, no line gives all of them, and a line beyond the text gives none."""
    assert [trace.span.of(TEXT)[:8] for trace in traces(3)] == ["She said", '"We buil']
    assert [trace.line for trace in traces()] == [1, 3, 3]
    assert not traces(9)


def test_words_carry_what_patterns_ask() -> None:
    """Every word of a sentence stands in the trace once, with the selectors that hold of it."""
    trace = traces(3)[0]
    assert [token.span.of(TEXT) for token in trace.tokens] == "She said that the bridge is safe .".split()
    said = trace.tokens[1]
    assert any(one.startswith("@reporting-verbs") and ".that" in one for one in said.classes)
    assert trace.tokens[0].symbol == "PRONOUN"


def test_the_winner_is_told_from_those_it_beat() -> None:
    """Of the matches that share a cue one became the attribution, and the others say to which pattern they lost."""
    told = fates(trace_article(Article("The mayor said on Monday that the bridge is safe."), tracer())[0])
    assert told["en/said-that"] == "won"
    assert any("lost to en/said-that" in fate for fate in told.values())


def test_a_source_taken_over_is_told() -> None:
    """A match whose source came from the verb before it says so."""
    assert "source of the verb before it" in fates(traces(3)[1])["en/participle"]


def test_the_sieve_is_known() -> None:
    """An attribution says which sieve resolved its source."""
    ((attribution, record),) = traces(3)[0].attributions
    assert attribution.source is not None
    assert (attribution.source.entity, attribution.source.sieve) == ("Ana Reyes", "pronoun")
    assert record is not None
    assert record.attributions == (attribution.id,)


def test_only_the_patterns_asked_for() -> None:
    """With names of patterns, matches and near misses of others are left out."""
    trace = traces(3, "en/said-that", "en/relay-told")[0]
    assert [match.pattern for match in trace.matches] == ["en/said-that"]
    assert {fit.pattern for fit in trace.near} <= {"en/relay-told"}


def test_an_exception_is_named() -> None:
    """A match that an exception takes out names the exception."""
    guarded = next(p for p in tracer().rulebook.pack.patterns if p.excepts)
    counter = next(c for c in guarded.counters if c.guards)
    found = trace_article(Article(counter.text), tracer(), None, (guarded.id,))
    assert f"refused: exception {counter.guards}" in {m.fate for trace in found for m in trace.matches}
