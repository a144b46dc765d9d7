"""Walking patterns part by part, and running them as expressions."""

from functools import cache

import pytest

from provenance.model import Article
from provenance.pipeline import default_rulebook, run_stages
from provenance.rulebook.language import parse_pattern
from provenance.tracing import open_tracer
from provenance.tracing.build import Tracer
from provenance.tracing.near import find_fits, matches_at
from provenance.tracing.spell import spell
from provenance.tracing.walk import Walker

NEWS = (
    "Harbour to close, council says\n\n"
    "The council, which met on Monday, said that the harbour will close. “We are not happy,” Ana Reyes said. “It is late.”\n\n"
    "According to the mayor, the union accused the company of lying. It was reported that talks had stalled; “Nobody leaves,” "
    "she told reporters, adding that he vowed to strike. In a statement, the ministry asked whether it was true.\n\n"
    "The paper wrote about this, citing two aides, and the offer was called “a joke.”\n"
)


@cache
def tracer() -> Tracer:
    """The shipped rules, opened once."""
    return open_tracer(default_rulebook())


@pytest.mark.parametrize("number", range(len(tracer().patterns)), ids=tracer().patterns)
def test_walking_agrees_with_the_expression(number: int) -> None:
    """From every place of a text, a pattern can be walked to its end exactly where its expression matches."""
    compiled = tracer().rulebook.patterns[number]
    symbols = run_stages(NEWS, tracer().rulebook).folded.symbols
    walker = Walker(tracer().grammar, symbols)
    node = tracer().grammar.patterns[compiled.pattern.id]
    places = range(len(symbols) + 1)
    walked = [at for at in places if matches_at(walker, node, at)]
    assert walked == [at for at in places if compiled.expression.regex.match(symbols, at)]


@pytest.mark.parametrize(
    "text",
    [
        'source:SOURCE BETWEEN cue:FINITE_THAT content:("that" CLAUSE)',
        '(?! "that" | TIME END) @reporting-verbs.past.that !BARRIER{0,6}? (X | Y Z)* (?<! ",")',
        '"," | ADVERB? cue:("according" "to") ANY+?',
    ],
)
def test_patterns_are_spelled_as_written(text: str) -> None:
    """A syntax tree is spelled in the notation from which it was read."""
    assert spell(parse_pattern(text)) == text


def test_the_part_that_fails_is_named() -> None:
    """A pattern that nearly matches is told with what fits, the part that does not, and the word where it stops."""
    text = "The mayor said on Monday taxes will rise."
    folded = run_stages(text, tracer().rulebook).folded
    (fit,) = find_fits(folded, tracer().grammar, ["en/said-that"], range(len(folded.symbols)))
    assert fit.failed.startswith("content:(")
    assert fit.wanted[0] in fit.failed
    assert (fit.wanted, fit.has_cue) == (('"that"',), True)
    assert fit.stop is not None
    assert (fit.span.of(text), fit.stop.of(text)) == ("The mayor said on Monday", "taxes")


def test_what_matches_is_no_near_miss() -> None:
    """A pattern that matches in the sentence is not told as one that nearly does."""
    folded = run_stages(Article("The mayor said that taxes will rise.").text, tracer().rulebook).folded
    assert not find_fits(folded, tracer().grammar, ["en/said-that"], range(len(folded.symbols)))
