"""What must hold of the parse of any text whatever."""

from collections.abc import Iterator

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from provenance import audit_text
from provenance.model import Attribution, AuditResult, Naming, Role, Span
from provenance.pipeline import default_rulebook
from provenance.tokens import read_tokens
from tests.properties.news import ANYTHING, news


def all_spans(result: AuditResult) -> Iterator[Span]:
    """Every span of a result, wherever it stands."""
    parse = result.parse
    for attribution in parse.attributions:
        yield from (*attribution.cue, *attribution.content)
        yield from attribution.source.spans if attribution.source else ()
        yield from (span for hop in attribution.chain for span in hop.spans)
    for record in parse.records:
        yield from record.claim
    for finding in result.findings:
        yield from (*finding.spans, *finding.related)
    yield from (*parse.sentences, *parse.paragraphs, *parse.orphans)
    yield from (span for spans in parse.signals.values() for span in spans)
    yield from (span for span in (parse.headline, parse.lead) if span)


@given(ANYTHING)
def test_no_text_is_too_strange(text: str) -> None:
    """Auditing never raises, and the article keeps its text."""
    assert audit_text(text).article.text == text


@given(ANYTHING)
def test_every_span_is_words_of_the_text(text: str) -> None:
    """Every span lies inside the text, holds something, and begins and ends with a visible character."""
    for span in all_spans(audit_text(text)):
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()


@given(ANYTHING)
def test_tokens_are_the_text(text: str) -> None:
    """Every token stands in the text where it says, in order, and only white space stands between tokens."""
    tokens = read_tokens(text, default_rulebook().classifier)
    end = 0
    for surface, start in zip(tokens.surfaces, tokens.starts, strict=True):
        assert text[start : start + len(surface)] == surface
        assert not text[end:start].strip()
        end = start + len(surface)
    assert not text[end:].strip()


@given(ANYTHING)
def test_sentences_partition_the_body(text: str) -> None:
    """Sentences stand in order, do not overlap, and leave out nothing of a paragraph but a mark or dateline in front."""
    parse = audit_text(text).parse
    ends = [0, *(sentence.end for sentence in parse.sentences)]
    assert all(end <= sentence.start for end, sentence in zip(ends, parse.sentences, strict=False))
    rest = list(text)
    for sentence in parse.sentences:
        rest[sentence.start : sentence.end] = " " * len(sentence)
    for paragraph in parse.paragraphs:
        body = min((s.start for s in parse.sentences if paragraph.contains(s)), default=paragraph.end)
        assert not "".join(rest[body : paragraph.end]).strip()


@given(news())
def test_the_same_text_gives_the_same_result(text: str) -> None:
    """Auditing a text twice gives equal results."""
    assert audit_text(text) == audit_text(text)


@given(ANYTHING)
def test_ids_count_and_resolve(text: str) -> None:
    """Ids count in text order, every attribution has exactly one record, and what is referred to exists."""
    result = audit_text(text)
    attributions, records = result.parse.attributions, result.parse.records
    assert [a.id for a in attributions] == [f"a{n}" for n in range(1, len(attributions) + 1)]
    assert [r.id for r in records] == [f"r{n}" for n in range(1, len(records) + 1)]
    assert sorted(key for record in records for key in record.attributions) == sorted(a.id for a in attributions)
    known = {a.id for a in attributions} | {r.id for r in records}
    assert all(key in known for record in records for key in record.supported_by)
    assert all(finding.attribution in known | {None} for finding in result.findings)


@given(ANYTHING)
def test_support_is_mutual(text: str) -> None:
    """A record that supports another is supported by it."""
    support = {record.id: set(record.supported_by) for record in audit_text(text).parse.records}
    assert all(one in support[other] for one, others in support.items() for other in others)


@given(ANYTHING)
def test_chains_lead_to_an_origin(text: str) -> None:
    """A chain is never empty, its last hop and no other is the origin, and nobody passes a claim to himself."""
    for attribution in audit_text(text).parse.attributions:
        roles = [hop.role for hop in attribution.chain]
        assert roles[-1] is Role.ORIGIN
        assert Role.ORIGIN not in roles[:-1]
        named = [(hop.entity, hop.kind) for hop in attribution.chain if hop.entity and hop.naming is Naming.NAMED]
        assert len(named) == len(set(named))


@given(ANYTHING)
def test_nesting_is_a_tree(text: str) -> None:
    """Whatever an attribution is nested in exists, holds its content, and is never nested in it again."""
    found = {attribution.id: attribution for attribution in audit_text(text).parse.attributions}
    for attribution in found.values():
        seen: set[str] = set()
        inner: Attribution = attribution
        while inner.nested_in is not None:
            assert inner.id not in seen
            seen.add(inner.id)
            outer = found[inner.nested_in]
            assert all(any(part.contains(span) for part in outer.content) for span in inner.content)
            inner = outer


@given(news(), st.integers(1, 3))
def test_white_space_around_changes_nothing(text: str, lines: int) -> None:
    """Empty lines behind the text leave every attribution and finding as it is."""
    plain, padded = audit_text(text.rstrip()), audit_text(text.rstrip() + "\n" * lines)
    article = plain.article
    assert evolve(padded.parse, article=article) == plain.parse
