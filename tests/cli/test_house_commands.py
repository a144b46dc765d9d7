"""A house of its own: `init`, `rules new`, `dispute` and `rules diff`, end to end in a folder of their own."""

import tomllib
from pathlib import Path

import pytest
from attrs import evolve

from provenance.cli.main import run
from provenance.pipeline import audit_text
from provenance.rulebook import Rulebook
from provenance.rulebook.pack_source import read_source
from provenance.scoring.examples import test_rules as run_examples

ARTICLE = (
    "The fund will be cut in June, an EU official said.\n\n"
    "It rained. The old mill will be sold in May, a senior diplomat said. The week went by.\n"
)
EXCEPTION = """
kind = "exceptions"
audit = "anon-only-claim"

[[except]]
id = "diplomats-of-ours"
reason = "the foreign desk knows them"
[except.when]
"source.words" = ["diplomat"]

[[pass]]
text = "The old mill will be sold in May, a senior diplomat said."
guards = "diplomats-of-ours"
"""


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work in a folder with one article and a house begun by `init`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    Path("a.txt").write_text(ARTICLE)
    assert run(["init", "--pack", "house"]) == 0


def house_complaints() -> list[str]:
    """Give what the examples of the house's own rules complain about."""
    rules = Rulebook.load(extras=[read_source(Path("house"), "house/")])
    patterns = tuple(one for one in rules.pack.patterns if one.place.path.startswith("house/"))
    audits = tuple(
        card
        if card.place.path.startswith("house/")
        else evolve(card, fails=(), passes=tuple(one for one in card.passes if one.place.path.startswith("house/")))
        for card in rules.pack.audits
    )  # the shipped examples have tests of their own
    pack = evolve(rules.pack, patterns=patterns, audits=audits)
    return [found.reason for found in run_examples(evolve(rules, pack=pack)) if found.place.startswith("house/")]


def test_init_leaves_alone_what_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    """Settings load as they are written, and a second `init` changes nothing and says what to add by hand."""
    assert tomllib.loads(Path("provenance.toml").read_text())["packs"] == ["house"]
    Path("provenance.toml").write_text('profile = "ap"\n')
    Path(".pre-commit-config.yaml").write_text("repos: []\n")
    capsys.readouterr()
    assert run(["init", "--pack", "house"]) == 0
    assert Path("provenance.toml").read_text() == 'profile = "ap"\n'
    out = capsys.readouterr().out
    assert 'add to provenance.toml: packs = ["house"]' in out
    assert "entry: provenance audit" in out


def test_new_rules_hold_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    """Every kind of new rule loads, and its examples come out as written, before anybody changes a word."""
    for kind in ("pattern", "audit", "lexicon"):
        assert run(["rules", "new", kind, f"my-{kind}"]) == 0
    assert house_complaints() == []
    assert run(["rules", "new", "audit", "my-audit"]) == 2
    assert run(["rules", "new", "audit", "other"]) == 0
    assert tomllib.loads(Path("house/audits/other.toml").read_text())["code"] == "H02"
    assert run(["rules", "new", "audit", "My Audit"]) == 2
    assert "cannot be an id" in capsys.readouterr().err


def test_new_exceptions_hold_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    """Exceptions of a house begin with a text that needs them, by the id or the code of the audit, once and only where there is one."""
    assert run(["rules", "new", "exceptions", "A01"]) == 0
    assert run(["rules", "new", "exceptions", "quote-orphan"]) == 0
    assert house_complaints() == []
    path = Path("house/exceptions/anon-only-claim.toml")
    path.write_text(path.read_text().replace("harbour official", "official"))
    assert house_complaints() != []
    capsys.readouterr()
    assert run(["rules", "new", "exceptions", "anon-only-claim"]) == 2
    assert "is there already" in capsys.readouterr().err
    assert run(["rules", "new", "exceptions", "anon-onyl-claim"]) == 2
    assert "did you mean 'anon-only-claim'?" in capsys.readouterr().err
    assert run(["rules", "new", "exceptions", "quote-drift"]) == 2
    assert "no exception is begun for X03 quote-drift" in capsys.readouterr().err


def test_a_new_rule_takes_no_id_that_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that a rule has already, a shipped one or one of the house and of whatever kind, is refused and nothing is written."""
    assert run(["rules", "new", "pattern", "on-deadline"]) == 0
    assert "house/en/pack.toml: 'en/on-deadline' stands last in `precedence`" in capsys.readouterr().out
    assert run(["rules", "new", "lexicon", "on-deadline"]) == 2
    assert "'en/on-deadline' is taken by house/en/patterns/on-deadline.toml" in capsys.readouterr().err
    assert run(["rules", "new", "audit", "weasel"]) == 2
    assert "'weasel' is taken by audits/weasel.toml" in capsys.readouterr().err
    assert not Path("house/audits/weasel.toml").exists()
    Path("house/en/patterns/on-deadline.toml").unlink()
    assert run(["rules", "check"]) == 1
    assert "house/en/pack.toml:6: the precedence lists 'en/on-deadline'" in capsys.readouterr().out


def test_a_house_without_a_pack(capsys: pytest.CaptureFixture[str]) -> None:
    """Commands that write rules say how to begin a pack."""
    Path("provenance.toml").write_text("")
    assert run(["rules", "new", "audit", "my-audit"]) == 2
    assert "provenance init --pack house" in capsys.readouterr().err
    assert run(["dispute", "a.txt:1", "A01", "--reason", "x", "--pack", "nowhere"]) == 2
    assert "nowhere: holds no en/pack.toml" in capsys.readouterr().err


def test_a_dispute_fails_until_a_rule_is_mended() -> None:
    """The text is the least in which the finding stands, and the examples fail while it does."""
    assert run(["dispute", "a.txt:3", "A01", "--reason", "he is known"]) == 0
    (dispute,) = Rulebook.load(extras=[read_source(Path("house"))]).pack.disputes
    assert dispute.tagged.text == "The old mill will be sold in May, a senior diplomat said."
    assert [span.of(dispute.tagged.text) for _, span in dispute.tagged.spans] == ["The old mill will be sold in May"]
    assert house_complaints() == ["disputed: still objects to 'The old mill will be sold in May'"]
    path = Path("house/disputes/anon-only-claim.toml")
    path.write_text(path.read_text().replace("a senior diplomat", "Ana Reyes"))
    assert house_complaints() == []
    assert run(["dispute", "a.txt:1", "A01", "--reason", "so is she"]) == 0
    assert run(["dispute", "a.txt:1", "A01", "--reason", "again"]) == 2
    assert len(tomllib.loads(path.read_text())["dispute"]) == 2


def test_a_dispute_with_a_shipped_rule_ends_with_an_exception(capsys: pytest.CaptureFixture[str]) -> None:
    """`dispute` says where the house excepts a shipped rule and how it answers for the finding; the exception ends it."""
    assert run(["dispute", "a.txt:3", "A01", "--reason", "diplomats are known"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[1:] == [
        "next: make an exception of your own in house/exceptions/anon-only-claim.toml",
        "until then the finding stands; to answer for it: provenance waive a.txt:3 anon-only-claim",
    ]
    Path("house/exceptions").mkdir()
    Path("house/exceptions/anon-only-claim.toml").write_text(EXCEPTION)
    assert house_complaints() == []
    assert run(["rules", "check"]) == 0
    capsys.readouterr()
    assert run(["explain", "A01"]) == 0
    assert "diplomats-of-ours: the foreign desk knows them" in capsys.readouterr().out


def test_a_dispute_with_a_rule_that_is_gone(capsys: pytest.CaptureFixture[str]) -> None:
    """Where a rule of the house is deleted, its dispute keeps nothing from loading; `rules check` says what to do with it."""
    Path("house/disputes").mkdir()
    dispute = 'text = "{wrong:It rained}, a diplomat said."\nreason = "seen"\n'
    Path("house/disputes/diplomats.toml").write_text(f'kind = "disputes"\naudit = "diplomats"\n[[dispute]]\n{dispute}')
    assert run(["audit", "a.txt"]) != 2
    assert run(["rules", "check"]) == 1
    assert "there is no audit 'diplomats' to dispute with" in capsys.readouterr().out


def test_a_pack_named_twice(capsys: pytest.CaptureFixture[str]) -> None:
    """Settings that name a pack twice are told so, not that its rules take each other's ids."""
    Path("provenance.toml").write_text('packs = ["house", "house"]\n')
    assert run(["rules", "check"]) == 2
    assert "provenance.toml:1: names the pack 'house' twice" in capsys.readouterr().err


def test_what_a_change_of_settings_brings_and_takes(capsys: pytest.CaptureFixture[str]) -> None:
    """`rules diff` shows findings gained and lost with their words, for settings and for folders of rules."""
    Path("old.toml").write_text('profile = "desk"\n')
    Path("new.toml").write_text('[severity]\nanon-no-reason = "note"\nA01 = "off"\n')
    assert run(["rules", "diff", "old.toml", "new.toml", "a.txt"]) == 1
    out, err = capsys.readouterr()
    assert "a.txt: gained" in out
    assert "'The fund will be cut in June' rests only on" in out.partition("a.txt: lost")[2]
    assert "anon-only-claim: 0 gained, 2 lost" in err
    assert run(["rules", "diff", "old.toml", "old.toml", "a.txt"]) == 0
    assert run(["rules", "diff", "old.toml", "none.toml", "a.txt"]) == 2


def test_the_articles_findings_are_as_the_other_tests_expect() -> None:
    """The article raises the findings that these tests are about."""
    assert sum(finding.rule == "anon-only-claim" for finding in audit_text(ARTICLE).findings) >= 2
