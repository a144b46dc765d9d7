"""Findings: order, numbers, fingerprints, exceptions."""

from attrs import evolve

from provenance.audits.engine import run_audits
from provenance.model import Parse
from tests.factories import CARDS, LISTS, OFFICIAL, Said, audit, make_parse, outlet

TEXT = "{c1:It is over}, {s1:an EU official} said. {c2:It is gone}, {s2:an aide} said."


def run(parse: Parse, *rules: str) -> list[tuple[str, str, str]]:
    """Run some audits and give id, rule and first words of every finding."""
    found = run_audits(parse, [CARDS[rule] for rule in rules], LISTS)
    return [(one.id, one.code, one.spans[0].of(parse.article.text)) for one in found]


def test_findings_are_numbered_in_text_order_whatever_the_order_of_cards() -> None:
    """The order of rule files changes nothing."""
    parse = make_parse(TEXT, Said("1", (outlet("Reuters"), OFFICIAL)), Said("2"))
    expected = [("f1", "A01", "It is over"), ("f2", "C02", "It is over"), ("f3", "A01", "It is gone")]
    assert run(parse, "relay-anon", "anon-only-claim") == expected
    assert run(parse, "anon-only-claim", "relay-anon") == expected


def test_fingerprints_survive_edits_elsewhere() -> None:
    """New text before a claim, and new ids, leave its fingerprint as it is."""
    (before,) = audit("anon-only-claim", make_parse("{c1:It is over}, {s1:an aide} said.", Said("1")))
    (after,) = audit("anon-only-claim", make_parse("It rained. {c7:It is  over}, {s7:an aide} said.", Said("7")))
    assert before.fingerprint == after.fingerprint


def test_fingerprints_tell_findings_apart() -> None:
    """Other words, another rule and a repetition of the same words each have a fingerprint of their own."""
    text = TEXT + " {c3:It is over}, {s3:an aide} said."
    parse = make_parse(text, Said("1"), Said("2"), Said("3"))
    findings = run_audits(parse, [CARDS["anon-only-claim"], CARDS["anon-no-reason"]], LISTS)
    assert len({finding.fingerprint for finding in findings}) == len(findings)


def test_an_exception_excuses_and_its_absence_does_not() -> None:
    """A card without its exceptions flags what they excused."""
    parse = make_parse(TEXT, Said("1", descriptor="analysts"))
    assert audit("anon-no-reason", parse) == ()
    assert len(run_audits(parse, [evolve(CARDS["anon-no-reason"], excepts=())], LISTS)) == 1


def test_findings_carry_the_cards_policy() -> None:
    """Severity, confidence, code and standards are those of the card in force."""
    card = CARDS["anon-only-claim"]
    (finding,) = audit(
        card.id, make_parse("{c1:It is all over now}, {s1:an EU official} {q1:told} reporters.", Said("1"))
    )
    assert (finding.severity, finding.confidence, finding.standards) == (card.severity, card.confidence, card.standards)


def test_nothing_to_audit_is_no_finding() -> None:
    """An article without attributions passes every audit."""
    assert run_audits(make_parse("It rained."), tuple(CARDS.values()), LISTS) == ()
