"""A01: claims that rest only on unnamed sources."""

from provenance.model import Kind, Naming, Severity
from tests.factories import OFFICIAL, REYES, Said, audit, hits, hop, make_parse, outlet

RULE = "anon-only-claim"
TEXT = "{c1:The fund will be cut}, {s1:an EU official} {q1:told} reporters."


def test_a_claim_of_an_unnamed_source_is_an_error() -> None:
    """The finding rests on the claim, and the source's words are related."""
    parse = make_parse(TEXT, Said("1"))
    (finding,) = audit(RULE, parse)
    assert (finding.severity, finding.code, finding.attribution, finding.record) == (Severity.ERROR, "A01", "a1", "r1")
    assert [span.of(parse.article.text) for span in finding.related] == ["an EU official"]
    assert finding.message == "'The fund will be cut' rests only on unnamed sources: 'an EU official'."


def test_a_named_source_is_no_finding() -> None:
    """Who is named vouches for what he says."""
    assert hits(RULE, TEXT, Said("1", (REYES,))) == []


def test_support_by_a_named_source_excuses_the_claim() -> None:
    """A claim that somebody named reports as well does not rest only on unnamed sources."""
    text = TEXT + " {c2:The fund is being cut}, {s2:Ana Reyes} said."
    assert hits(RULE, text, Said("1", supported_by=("r2",)), Said("2", (REYES,), supported_by=("r1",))) == []


def test_support_by_an_unnamed_source_gives_one_finding_for_the_claim() -> None:
    """Two unnamed sources for one claim are one finding; the second one's words are related."""
    text = TEXT + " {c2:The fund is being cut}, {s2:an aide} said."
    parse = make_parse(text, Said("1", supported_by=("r2",)), Said("2", supported_by=("r1",)))
    (finding,) = audit(RULE, parse)
    assert "The fund is being cut" in [span.of(parse.article.text) for span in finding.related]


def test_a_relay_around_it_does_not_vouch() -> None:
    """What an unnamed official says inside another outlet's report is a finding."""
    text = "{c1:{c2:The fund will be cut}, {s2:an EU official} said}, {s1:Reuters} reported."
    outer, inner = Said("1", (outlet("Reuters"),)), Said("2", (outlet("Reuters"), OFFICIAL), nested_in="a1")
    assert hits(RULE, text, outer, inner) == ["The fund will be cut"]


def test_an_attitude_raises_no_finding() -> None:
    """What somebody wants, views or supports is no claim."""
    assert hits(RULE, TEXT, Said("1", reported_speech=False)) == []


def test_a_repetition_inside_the_same_words_raises_no_finding() -> None:
    """An official who says that he denied something is one finding, not two."""
    text = "{s1:An EU official} said {c1:that {s2:he} had denied {c2:the cut}}."
    assert hits(RULE, text, Said("1"), Said("2", nested_in="a1")) == ["that he had denied the cut"]


def test_an_unnamed_document_is_vague_rather_than_unnamed() -> None:
    """A document that cannot be identified is another rule's matter."""
    assert hits(RULE, TEXT, Said("1", (hop("unnamed report", Kind.DOCUMENT, Naming.UNNAMED),))) == []
