"""Loading a folder of rules."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from provenance.errors import RulebookError
from provenance.model import Severity
from provenance.rulebook.load import load_pack
from provenance.rulebook.locate import default_rules
from provenance.rulebook.schema import PartOfSpeech, Place

PACK = {
    "en/pack.toml": """\
id = "en"
version = "1.2.0"
engine = "1"
precedence = ["en/according-to"]
overlap = "the first pattern wins"
""",
    "en/fragments.toml": """\
kind = "fragments"

[[fragment]]
name = "NP"
match = 'DET? NOUN'
reason = "a noun group"
""",
    "en/lexicons/verbs.toml": """\
kind = "lexicon"
id = "en/verbs"
pos = "verb"
source = "made up"
default = {stance = "neutral"}
entries = [
  {lemma = "say"},
  {lemma = "claim", stance = "doubt"},
  {name = "Tass"},
]
""",
    "en/patterns/according-to.toml": """\
kind = "pattern"
id = "en/according-to"
emits = "attribution"
match = '''
cue:("according to") source:NP
[[except]]
'''
reason = "a preposition"
source = "made up"
confidence = 0.9

[[except]]
id = "plan"
reason = "a manner"
match = '"according to" "plan"'

[[example]]
text = "{cue:According to} {source:the clerk}, {content:it rained}."
form = "indirect"

[[counter]]
text = "It went according to plan."
guards = "plan"
""",
    "audits/anon-only-claim.toml": """\
kind = "audit"
id = "anon-only-claim"
code = "A01"
title = "Only unnamed sources"
severity = "error"
confidence = "high"
status = "stable"
standards = ["ap/anonymous"]
message = "'{claim}' rests only on {origin}."
remedy = "Name one."
false_alarms = "None known."
on = "record"

[when]
"record.sourcing" = "unnamed-only"

[options]
heads = ["source"]

[[except]]
id = "vouched"
reason = "somebody vouches"
[except.when]
"record.supported" = true

[[fail]]
text = "{hit:It rained}, an aide said."

[[pass]]
text = "It rained, Ana Reyes said."
guards = "vouched"
""",
    "standards.toml": """\
[[standard]]
id = "ap/anonymous"
publisher = "AP"
title = "Anonymous sources"
section = "1"
requires = "More than one source."
published = "somewhere"
verified = true
""",
}

WritePack = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def write_pack(tmp_path: Path) -> WritePack:
    """Write the sound pack, with some of its files replaced, and give its folder."""

    def write(changed: Mapping[str, str]) -> Path:
        for path, content in {**PACK, **changed}.items():
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(content, encoding="utf-8")
        return tmp_path

    return write


def changed(path: str, old: str, new: str) -> dict[str, str]:
    """Give one file of the pack with `old` replaced by `new`."""
    assert old in PACK[path]
    return {path: PACK[path].replace(old, new)}


def faults_of(root: Path) -> list[str]:
    """Load a faulty pack and give what is said about it."""
    with pytest.raises(RulebookError) as caught:
        load_pack(root)
    return list(map(str, caught.value.faults))


def test_every_kind_of_file_is_read(write_pack: WritePack) -> None:
    """One pack holds the lexicons, fragments, patterns, audits and standards of the folder."""
    pack = load_pack(write_pack({}))
    assert (pack.id, pack.version, pack.engine) == ("en", "1.2.0", "1")
    assert [len(part) for part in (pack.lexicons, pack.fragments, pack.patterns, pack.audits, pack.standards)] == [
        1
    ] * 5


def test_entries_carry_the_defaults_of_their_lexicon(write_pack: WritePack) -> None:
    """An entry's own field wins over the default, and its key is not among its fields."""
    (lexicon,) = load_pack(write_pack({})).lexicons
    assert lexicon.pos is PartOfSpeech.VERB
    assert [(entry.lemma, dict(entry.fields)) for entry in lexicon.entries] == [
        ("say", {"stance": "neutral"}),
        ("claim", {"stance": "doubt"}),
        ("Tass", {"stance": "neutral"}),
    ]


def test_a_pattern_has_its_rank_fields_and_examples(write_pack: WritePack) -> None:
    """Keys the format does not know are settings, the precedence gives the rank, examples keep tags and facts."""
    (pattern,) = load_pack(write_pack({})).patterns
    assert pattern.rank == 0
    assert dict(pattern.fields) == {"confidence": 0.9}
    assert pattern.examples[0].tagged.text == "According to the clerk, it rained."
    assert dict(pattern.examples[0].facts) == {"form": "indirect"}
    assert pattern.counters[0].guards == "plan"


def test_places_are_lines_of_the_file(write_pack: WritePack) -> None:
    """Each part of a rule knows its line, even where a long string quotes a table's header."""
    (pattern,) = load_pack(write_pack({})).patterns
    path = "en/patterns/according-to.toml"
    assert pattern.excepts[0].place == Place(path, 12)
    assert pattern.examples[0].place == Place(path, 17)


def test_a_card_has_its_conditions_and_exceptions(write_pack: WritePack) -> None:
    """A card keeps its table of fields as written, and its exceptions theirs."""
    (card,) = load_pack(write_pack({})).audits
    assert card.severity is Severity.ERROR
    assert dict(card.when) == {"record.sourcing": "unnamed-only"}
    assert dict(card.options) == {"heads": ["source"]}
    assert dict(card.excepts[0].when) == {"record.supported": True}


def test_the_digest_names_exactly_these_rules(write_pack: WritePack) -> None:
    """The same files give the same digest, and any change of a file another one."""
    first = load_pack(write_pack({})).sha256
    assert load_pack(write_pack({})).sha256 == first
    assert load_pack(write_pack(changed("standards.toml", '"1"', '"2"'))).sha256 != first


def test_all_faults_come_at_once_with_file_and_line(write_pack: WritePack) -> None:
    """One load reports every fault of every file, in the order of files and lines."""
    root = write_pack(
        {
            **changed("audits/anon-only-claim.toml", 'severity = "error"', 'severity = "fatal"\ncolour = "red"'),
            **changed("en/lexicons/verbs.toml", '  {lemma = "say"},', '  {lemma = "say"},\n  {lemma = "say"},'),
            **changed("en/patterns/according-to.toml", 'reason = "a preposition"\n', ""),
            **changed("standards.toml", "ap/anonymous", "ap/other"),
        }
    )
    assert faults_of(root) == [
        "audits/anon-only-claim.toml:1: the standard 'ap/anonymous' is not in standards.toml",
        "audits/anon-only-claim.toml:5: 'severity' is 'fatal', not one of note, warning, error",
        "audits/anon-only-claim.toml:6: unknown key 'colour'",
        "en/lexicons/verbs.toml:8: the entry 'say' stands here 2 times",
        "en/patterns/according-to.toml:1: 'reason' is missing",
    ]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (changed("en/pack.toml", '"1"', '"2"'), "en/pack.toml:3: the pack needs engine 2, this is engine 1"),
        (changed("en/pack.toml", '"1"', '"new"'), "en/pack.toml:3: 'engine' must be a number in quotes, not 'new'"),
        (
            changed("en/pack.toml", '["en/according-to"]', '["en/according-to", "en/x"]'),
            "en/pack.toml:4: the precedence lists 'en/x', which is no pattern: write en/patterns/x.toml or take the line out",
        ),
        (
            changed("en/lexicons/verbs.toml", "source = ", "sauce = "),
            "en/lexicons/verbs.toml:1: 'source' is missing",
        ),
        (
            changed("en/lexicons/verbs.toml", '  {name = "Tass"},', '  {nmae = "Tass"},'),
            "en/lexicons/verbs.toml:6: an entry without 'lemma' or 'name': {'nmae': 'Tass'}",
        ),
        (
            changed("en/lexicons/verbs.toml", '  {lemma = "say"},', '  {lemma = "say},'),
            "en/lexicons/verbs.toml:7: a text is not closed: its second quotation mark is missing on this line",
        ),
        (
            changed("en/patterns/according-to.toml", 'guards = "plan"', 'guards = "plans"'),
            "en/patterns/according-to.toml:12: no counter-example guards the exception 'plan'",
        ),
        (
            changed("en/patterns/according-to.toml", 'guards = "plan"', 'guards = "plans"'),
            "en/patterns/according-to.toml:21: guards 'plans', which is no exception of this rule",
        ),
        (
            changed("en/patterns/according-to.toml", "{source:the clerk}", "{source:the clerk"),
            "en/patterns/according-to.toml:18: the tag 'source' is never closed",
        ),
        (
            changed("en/patterns/according-to.toml", "[[example]]", "[[counter]]"),
            "en/patterns/according-to.toml:1: the rule has no example on which it fires",
        ),
        (
            changed("en/patterns/according-to.toml", 'according-to"', 'per"'),
            "en/patterns/according-to.toml:2: the id must be 'en/according-to', after the file's name",
        ),
        (
            changed("en/pack.toml", '["en/according-to"]', "[]"),
            "en/patterns/according-to.toml:2: the precedence in pack.toml does not list 'en/according-to'",
        ),
        (
            changed("audits/anon-only-claim.toml", '["ap/anonymous"]', '"ap/anonymous"'),
            "audits/anon-only-claim.toml:8: 'standards' must be a list",
        ),
        (
            changed("audits/anon-only-claim.toml", "{hit:It rained}", "{claim:It rained}"),
            "audits/anon-only-claim.toml:26: the example must tag {hit:...}",
        ),
        ({"en/lexicon/verbs.toml": ""}, "en/lexicon/verbs.toml:1: stands where no rules are read"),
        (changed("standards.toml", "verified = true", 'verified = "yes"'), "standards.toml:8: 'verified' must be true"),
    ],
)
def test_each_fault_says_where_and_why(write_pack: WritePack, change: Mapping[str, str], fault: str) -> None:
    """A fault names the file, the line and the reason."""
    assert any(said.startswith(fault) for said in faults_of(write_pack(change)))


def test_an_id_or_code_cannot_be_taken_twice(write_pack: WritePack) -> None:
    """Two cards with one code are a fault on the second of them."""
    card = PACK["audits/anon-only-claim.toml"].replace('id = "anon-only-claim"', 'id = "other"')
    assert faults_of(write_pack({"audits/other.toml": card})) == [
        "audits/other.toml:1: the code 'A01' is taken by audits/anon-only-claim.toml:1"
    ]


def test_a_folder_without_a_pack_is_a_fault(tmp_path: Path) -> None:
    """A folder that holds no pack.toml is refused, never read as an empty pack."""
    assert faults_of(tmp_path) == ["en/pack.toml:1: is missing: a pack says here what it is"]


def test_a_file_that_is_not_utf_8_is_a_fault(write_pack: WritePack) -> None:
    """Bytes that are no UTF-8 are reported with the line on which they stand."""
    root = write_pack({})
    (root / "en/lexicons/verbs.toml").write_bytes(b'kind = "lexicon"\nid = "\xff"\n')
    assert faults_of(root) == ["en/lexicons/verbs.toml:2: is not UTF-8"]


def test_the_shipped_rules_are_found() -> None:
    """The rules that belong to the package are found in a checkout as in a wheel."""
    assert (default_rules() / "en" / "pack.toml").is_file()
