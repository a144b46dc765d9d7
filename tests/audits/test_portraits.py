"""What the descriptions of one source tell together."""

from provenance import audit_text
from provenance.audits.portraits import Portrait, hang_gallery
from provenance.audits.subject import Context
from provenance.model import Article, Attribution, Form, Kind, Naming, Number, Parse, Source, Span
from tests.factories import LISTS


def test_a_source_that_nobody_describes() -> None:
    """Of a source with a name nothing is told, and no article has a gallery of nobody."""
    portrait = Portrait((Source((), "Ana Reyes", Kind.PERSON, Naming.NAMED, Number.ONE),), "Ana Reyes said so.", LISTS)
    assert portrait.specificity is None
    assert not any((portrait.has_reason, portrait.has_rote_reason, portrait.has_basis, portrait.asked))
    assert hang_gallery(()).words == frozenset()


def test_descriptions_add_up() -> None:
    """The best description counts wherever it stands, and so does every reason."""
    text = "A person said the ferry sinks. The person, a clerk at the harbour board who asked not to be named, said it leaks."
    parse = audit_text(text).parse
    sources = [attribution.source for attribution in parse.attributions if attribution.source]
    best = max(source.anonymity.specificity for source in sources if source.anonymity)
    assert Portrait(sources, text, LISTS).specificity == best


def test_speakers_that_begin_at_one_place() -> None:
    """Two claims that begin at one place, of which one is nobody's, are put in order all the same."""
    text = "The ferry sinks, they said. It leaks, she said."
    given = [("a1", 0, None), ("a2", 0, "Ana Reyes"), ("a3", 28, "Ana Reyes")]
    attributions = tuple(
        Attribution(
            id=name,
            form=Form.INDIRECT,
            pattern="",
            reported_speech=True,
            cue=(),
            content=(Span(start, start + 8),),
            source=Source((), entity, Kind.PERSON, Naming.UNNAMED, Number.ONE),
            chain=(),
            occasion=None,
        )
        for name, start, entity in given
    )
    assert Context(Parse(Article(text), attributions, ()), LISTS).speaker_before(attributions[2]) == "Ana Reyes"
