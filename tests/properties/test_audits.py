"""What must hold when an article changes in one thing."""

import shutil
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from provenance import AuditResult, Rulebook, audit_text
from provenance.cli.main import run
from provenance.model import Naming, Source, Sourcing
from provenance.pipeline import default_rulebook
from provenance.rulebook.locate import default_rules
from tests.properties.news import CLAIMS, articles, news

LEVELS = ("never", "error", "warning", "note")
ELSEWHERE = "\n\nThe weather was mild. Trains ran late for most of the afternoon."
REPORTS = st.sampled_from(
    [
        "{claim}, {source} said.",
        "{source} said that {claim}.",
        "According to {source}, {claim}.",
        "“{claim},” {source} said.",
    ],
)
FULL_CLAIMS = st.sampled_from(
    ["the harbour bridge will close for repairs in March", "nobody on the island knew of the cracks in the dam"]
)
NAMES = st.sampled_from(["Ana Reyes", "Paul Lindgren", "Olga Lindt", "Peter Brandt"])


def findings(result: AuditResult, rule: str) -> int:
    """How many findings of one rule there are."""
    return sum(finding.rule == rule for finding in result.findings)


def capital(text: str) -> str:
    """The text with a capital in front."""
    return text[0].upper() + text[1:]


@given(articles())
def test_parsing_is_local(text: str) -> None:
    """A paragraph about something else, appended, leaves earlier attributions as they are."""
    alone, longer = audit_text(text).parse.attributions, audit_text(text + ELSEWHERE).parse.attributions
    assert [(a.pattern, a.cue, a.content, a.source and a.source.spans) for a in alone] == [
        (a.pattern, a.cue, a.content, a.source and a.source.spans) for a in longer
    ]


@given(REPORTS, CLAIMS, NAMES)
def test_a_name_in_place_of_an_official_changes_only_naming(frame: str, claim: str, name: str) -> None:
    """The same attribution is found for a senior official and for a name; only who speaks differs."""
    unnamed = audit_text(capital(frame.format(claim=claim, source="a senior official")))
    named = audit_text(capital(frame.format(claim=claim, source=name)))
    one, other = unnamed.parse.attributions[0], named.parse.attributions[0]
    assert (one.pattern, one.form, one.reported_speech) == (other.pattern, other.form, other.reported_speech)
    assert [unnamed.article.text[s.start : s.end] for s in one.content] == [
        named.article.text[s.start : s.end] for s in other.content
    ]
    assert naming(one.source) is Naming.UNNAMED
    assert naming(other.source) is Naming.NAMED


def naming(source: Source | None) -> Naming:
    """Whether the reader can tell who the source is."""
    return source.naming if source else Naming.NONE


@given(FULL_CLAIMS, NAMES)
def test_a_named_supporter_lifts_the_claim(claim: str, name: str) -> None:
    """A claim of an unnamed official is no longer unnamed-only once somebody named says the same."""
    alone = f"{capital(claim)}, a senior official said."
    assert audit_text(alone).parse.records[0].sourcing is Sourcing.UNNAMED_ONLY
    supported = audit_text(f"{alone}\n\n{name} also said that {claim}.")
    assert Sourcing.UNNAMED_ONLY not in {record.sourcing for record in supported.parse.records}


@given(news(), CLAIMS, NAMES)
def test_a_named_supporter_never_adds_an_objection(text: str, claim: str, name: str) -> None:
    """A named statement, appended, adds no finding that a claim rests on unnamed sources alone."""
    body = text.rstrip()
    supported = f"{body}\n\nThe mayor {name} said that {claim}."
    before = findings(audit_text(body), "anon-only-claim")
    assert findings(audit_text(supported), "anon-only-claim") <= before


@pytest.mark.parametrize(
    "text",
    [
        "Ana Reyes said that the ferry will be sold.",
        "The ferry will be sold, an EU official said.",
        "Reuters reported that the bridge had fallen on Monday.",
        "Critics say the plan is a gift to banks. Sources said that the talks are over.",
    ],
)
def test_fail_levels_are_monotone(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stricter fail level never turns a failing run into a clean one."""
    (tmp_path / "article.txt").write_text(text, encoding="utf-8")
    monkeypatch.setattr(Rulebook, "load", lambda **_: default_rulebook())
    codes = [run(["audit", "--fail-on", level, str(tmp_path / "article.txt")]) for level in LEVELS]
    assert codes == sorted(codes)
    assert codes[0] == 0


@pytest.mark.slow
def test_the_order_of_files_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules read in another order of files parse an article alike; only the declared precedence counts."""
    shutil.copytree(default_rules(), tmp_path / "rules")
    listing = Path.glob, Path.rglob, Path.iterdir
    monkeypatch.setattr(Path, "glob", lambda path, pattern: sorted(listing[0](path, pattern), reverse=True))
    monkeypatch.setattr(Path, "rglob", lambda path, pattern: sorted(listing[1](path, pattern), reverse=True))
    monkeypatch.setattr(Path, "iterdir", lambda path: sorted(listing[2](path), reverse=True))
    turned = Rulebook.load(tmp_path / "rules")
    monkeypatch.undo()
    assert [p.pattern.id for p in turned.patterns] == [p.pattern.id for p in default_rulebook().patterns]
    assert turned.pack.sha256 == default_rulebook().pack.sha256
    text = (Path(__file__).parents[2] / "seeds/ferry-sale.txt").read_text(encoding="utf-8")
    one, other = audit_text(text), audit_text(text, turned)
    assert one == evolve(other, parse=evolve(other.parse, article=one.article))
