"""`provenance rules` and `provenance explain`, on a small pack made by hand."""

import json
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from attrs import evolve

import provenance.cli.explain
import provenance.cli.rules
import provenance.cli.rules_docs
from provenance.cli.main import run
from provenance.errors import Fault, RulebookError
from provenance.model import Confidence, Severity, Span
from provenance.policy.scaffolds import HOMES
from provenance.rulebook import Rulebook
from provenance.rulebook.list_words import list_words
from provenance.rulebook.schema import (
    AuditCard,
    Counter,
    Emits,
    Entry,
    Example,
    Lexicon,
    Pack,
    PackName,
    PartOfSpeech,
    Pattern,
    PatternExcept,
    Place,
    Profile,
    ProfileRule,
    Standard,
    Status,
    TaggedText,
    Weight,
)
from provenance.rulebook.vocabulary import read_lexicons
from provenance.scoring import Complaint

PLACE = Place("patterns/x.toml", 3)
PATTERN = Pattern(
    "en/according-to", Emits.ATTRIBUTION, "cue:('according to') source:NP", "names the source first", "general", 1, {},
    (PatternExcept("plan-not-source", "names a manner", "'according to' @manner", PLACE),),
    (Example(TaggedText("According to Ann, it rains.", (("cue", Span(0, 12)),)), {}, PLACE),),
    (Counter("It went according to plan.", "plan-not-source", PLACE),),
    PLACE,
)  # fmt: skip
CARD = AuditCard(
    "anon-only-claim", "A01", "Claim rests on unnamed sources only", Severity.ERROR, Confidence.HIGH, Status.STABLE,
    ("ap/anonymous",), "'{claim}' rests only on {origin}.", "Add a named source.", "Other wording.", "record",
    {"record.sourcing": "unnamed-only"}, {}, (), (), (), Place("audits/anon-only-claim.toml"),
)  # fmt: skip
PACK = Pack(
    "en", "0.1.0", "1", "a" * 64,
    (
        Lexicon("en/offices", PartOfSpeech.NOUN, "general", (Entry("mayor", {}),), Place("lexicons/offices.toml")),
        Lexicon("en/joints", PartOfSpeech.LIST, "ours", (Entry("of", {"uses": ["link"]}),), Place("lexicons/joints.toml")),
    ),
    (), (PATTERN,), (CARD,),
    (Standard("ap/anonymous", "AP", "News Values", "Sources", "more than one source", "2020", verified=True),),
    (
        Profile(
            "herald", "As the Herald asks", frozenset([Confidence.HIGH]), frozenset([Status.STABLE]),
            (ProfileRule("anon-only-claim", Weight.NOTE, "we say so", ("ap/anonymous",), PLACE),), PLACE,
        ),
    ),
)  # fmt: skip


@pytest.fixture(autouse=True)
def _small_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the small pack in the place of the rules."""
    lexicons = PACK.lexicons
    rules = SimpleNamespace(pack=PACK, readings=read_lexicons(lexicons), words=list_words(lexicons))
    for command in (provenance.cli.explain, provenance.cli.rules, provenance.cli.rules_docs):
        monkeypatch.setattr(command, "load_house_rules", lambda _: rules)
    monkeypatch.setenv("COLUMNS", "100")


def test_list_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """`rules list --format json` gives id, code, kind, severity and status of every rule."""
    assert run(["rules", "list", "--format", "json"]) == 0
    rules = json.loads(capsys.readouterr().out)["rules"]
    assert [tuple(rule[key] for key in ("id", "code", "kind", "severity", "status")) for rule in rules] == [
        ("anon-only-claim", "A01", "audit", "error", "stable"),
        ("en/according-to", None, "pattern", None, "stable"),
        ("en/joints", None, "lexicon", None, "stable"),
        ("en/offices", None, "lexicon", None, "stable"),
    ]


@pytest.mark.parametrize("columns", ["60", "100", "160"])
def test_list_as_table(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """`rules list` names every rule and fits the terminal."""
    monkeypatch.setenv("COLUMNS", columns)
    assert run(["rules", "list"]) == 0
    out = capsys.readouterr().out
    assert all(rule in out for rule in ("anon-only-claim", "en/according-to", "en/offices"))
    assert max(map(len, out.splitlines())) <= int(columns)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("A01", ["A01 anon-only-claim", "AP, News Values", "record.sourcing is unnamed-only", "Add a named source."]),
        ("anon-only-claim", ["A01 anon-only-claim"]),
        ("en/according-to", ["[According to] Ann", "plan-not-source: names a manner", "according to plan"]),
        ("according-to", ["en/according-to (pattern)"]),
        ("plan-not-source", ["plan-not-source (exception)", "en/according-to", "It went according to plan."]),
        ("en/offices", ["1 (noun)", "mayor"]),
        ("herald", ["herald (profile): As the Herald asks", "confidence high", "anon-only-claim note: we say so (AP"]),
    ],
)
def test_explain(capsys: pytest.CaptureFixture[str], name: str, words: list[str]) -> None:
    """Audits, patterns, exceptions and lexicons are explained, by id or by code."""
    assert run(["explain", name]) == 0
    out = capsys.readouterr().out
    assert [word for word in words if word not in out] == []


@pytest.mark.parametrize("name", ["anon-only-claim", "en/according-to", "en/offices", "herald"])
def test_the_reference_says_what_explain_says(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every word that `explain` prints of a rule stands in its section of the reference."""
    run(["explain", name])
    told = capsys.readouterr().out
    assert run(["rules", "docs"]) == 0
    reference = capsys.readouterr().out
    section = reference.partition(f"### {name}\n")[2].partition("\n### ")[0].lower()
    joins = {"and", "or"}  # in the terminal they stand before further conditions and alternatives
    assert set(re.findall(r"\w+", told.lower())) - joins <= set(re.findall(r"\w+", section))


def test_the_reference_of_a_folder(tmp_path: Path) -> None:
    """A folder gets a page of rules and one of profiles, which says what each audit weighs in each profile."""
    assert run(["rules", "docs", "--to", str(tmp_path / "pages")]) == 0
    assert {path.name for path in (tmp_path / "pages").iterdir()} == {"rules.md", "profiles.md"}
    assert "| A01 | anon-only-claim | note |" in (tmp_path / "pages/profiles.md").read_text()


def test_explain_unknown(capsys: pytest.CaptureFixture[str]) -> None:
    """A rule that does not exist gives exit code 2 and the nearest that does."""
    assert run(["explain", "anon-only-claims"]) == 2
    assert "did you mean 'anon-only-claim'?" in capsys.readouterr().err


@pytest.mark.parametrize("action", [["check"], ["test"], ["test", "--coverage"]])
def test_complaints(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, action: list[str]) -> None:
    """Complaints come one a line with file and line, and give exit code 1; without any it is 0."""
    monkeypatch.setattr(provenance.cli.rules, "check_rules", lambda *_: (Complaint("en/x", "x.toml:3", "is unused"),))
    monkeypatch.setattr(provenance.cli.rules, "test_rules", lambda _: (Complaint("en/y", "y.toml:4", "is silent"),))
    assert run(["rules", *action]) == 1
    wanted = {"check": ["x.toml:3: en/x: is unused"], "test": ["y.toml:4: en/y: is silent"]}[action[0]]
    extra = ["x.toml:3: en/x: is unused"] if "--coverage" in action else []
    assert capsys.readouterr().out.splitlines() == [*wanted, *extra]
    monkeypatch.setattr(provenance.cli.rules, "check_rules", lambda *_: ())
    monkeypatch.setattr(provenance.cli.rules, "test_rules", lambda _: ())
    assert run(["rules", *action]) == 0


def test_rules_that_do_not_load(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`rules check` prints everything wrong with rules that do not load, at once; the other actions cannot go on."""

    def load(_: object) -> None:
        raise RulebookError([Fault("a.toml", 1, "unknown key 'x'")])

    monkeypatch.setattr(provenance.cli.rules, "load_house_rules", load)
    monkeypatch.chdir(tmp_path)
    assert run(["init", "--pack", "house"]) == 0
    card = HOMES["audit"][1].format(name="diplomats", code="H01")
    for old, new in (("warning", "loud"), ("unnamed-only", "unamed-only"), ("{origin}", "{orign}"), ("title", "ttle")):
        card = card.replace(old, new, 1)
    for folder in ("audits", "audit"):
        Path("house", folder).mkdir()
        Path("house", folder, "diplomats.toml").write_text(card)
    capsys.readouterr()
    assert run(["rules", "check"]) == 1
    said = [line.partition(";")[0] for line in capsys.readouterr().out.splitlines()]
    assert [line.partition(" (")[0] for line in said] == [
        "house/audit/diplomats.toml:1: nobody reads this file: it belongs in house/audits/",
        "house/audits/diplomats.toml:1: 'title' is missing",
        "house/audits/diplomats.toml:4: unknown key 'ttle'",
        "house/audits/diplomats.toml:5: 'severity' is 'loud', not one of note, warning, error",
        "house/audits/diplomats.toml:9: '{orign}' is no placeholder that audits fill",
        "house/audits/diplomats.toml:15: 'unamed-only' is no value of record.sourcing",
    ]
    assert run(["rules", "list"]) == 2


def test_explain_a_fact(capsys: pytest.CaptureFixture[str]) -> None:
    """A fact that cards ask is told with its values."""
    assert run(["explain", "record.sourcing"]) == 0
    assert "one of: named, unnamed-only, mixed" in capsys.readouterr().out


def test_the_page_of_ones_own_rules_names_ones_own_pack(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`rules docs --own` is headed by the pack of the house, and the list for machines names every pack."""
    joined = evolve(PACK, extras=(PackName("house", "2", "f" * 64),))
    for command in (provenance.cli.rules, provenance.cli.rules_docs):
        monkeypatch.setattr(command, "load_house_rules", lambda _: SimpleNamespace(pack=joined))
    assert run(["rules", "docs", "--own"]) == 0
    assert "Pack `house`, version 2." in capsys.readouterr().out
    assert run(["rules", "list", "--format", "json"]) == 0
    assert [pack["id"] for pack in json.loads(capsys.readouterr().out)["packs"]] == [PACK.id, "house"]


@pytest.fixture
def _real_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the shipped rules in the place of the small pack."""
    for command in (provenance.cli.explain, provenance.cli.rules):
        monkeypatch.setattr(command, "load_house_rules", lambda _: Rulebook.load())


@pytest.fixture
def gold(tmp_path: Path) -> str:
    """Two annotated articles in which the same pattern is right once and wrong once."""
    text = "The mayor said that the bridge is safe."
    marked = {"source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 38]], "cls": "speech"}
    lines = [{"id": str(i), "text": text, "attributions": [marked] * (i == 0)} for i in range(2)]
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return str(path)


@pytest.mark.usefixtures("_real_rules")
def test_explain_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    """A word that lexicons hold, in any of its forms, is told with its entry; of a lexicon all entries are told."""
    assert run(["explain", "mused"]) == 0
    assert "reporting-verbs, muse: act speech; stance neutral; frames that" in capsys.readouterr().out
    assert run(["explain", "en/reporting-verbs", "--width", "100"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert all(word in told for word in ("say,", "quip,", "muse,"))
    assert run(["explain", "amongst"]) == 2
    assert run(["explain", "of"]) == 0
    assert "group-words, of: employer, field, link" in capsys.readouterr().out
    assert run(["explain", "moot"]) == 2
    assert "there is no rule 'moot', and no lexicon holds such a word" in capsys.readouterr().err


@pytest.mark.usefixtures("_real_rules")
@pytest.mark.parametrize(("at_least", "articles", "code"), [("0.5", "1", 0), ("0.6", "2", 1), ("0.6", "3", 0)])
def test_corpus(gold: str, capsys: pytest.CaptureFixture[str], at_least: str, articles: str, code: int) -> None:
    """`rules test --corpus` gives articles and precision of each pattern, and 1 if one that fires often enough is below."""
    assert run(["rules", "test", "--corpus", gold, "--at-least", at_least, "--articles", articles]) == code
    said = capsys.readouterr()
    row = next(line for line in said.out.splitlines() if line.startswith("en/said-that "))
    assert row.split()[1:5] == ["2", "2", "0.50", "0.50"]
    assert ("en/said-that" in said.err) == bool(code)


def test_corpus_that_is_none(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A folder or file without annotated articles gives exit code 2."""
    assert run(["rules", "test", "--corpus", str(tmp_path)]) == 2
    assert "no annotated articles" in capsys.readouterr().err


def test_a_corpus_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    """A file that does not exist is said to be so in plain words."""
    assert run(["rules", "test", "--corpus", "nowhere.jsonl"]) == 2
    assert capsys.readouterr().err == "provenance: nowhere.jsonl: no such file or directory\n"
