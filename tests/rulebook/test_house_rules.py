"""Rules of a house on top of the shipped ones: added packs and changed words."""

from collections.abc import Callable
from pathlib import Path

import pytest

from provenance.errors import RulebookError
from provenance.pipeline import audit_text
from provenance.rulebook import Rulebook
from provenance.rulebook.changes import LexiconChange
from provenance.rulebook.load import build_pack
from provenance.rulebook.locate import default_rules
from provenance.rulebook.pack_source import PackSource, read_source
from provenance.rulebook.schema import Entry, Place

MANIFEST = b'id = "herald"\nversion = "2"\nengine = "1"\nprecedence = ["en/whispers"]\noverlap = "first"\n'
PATTERN = b"""\
kind = "pattern"
id = "en/whispers"
emits = "attribution"
match = 'cue:"whispers" source:NP'
reason = "made up"
source = "made up"
[[example]]
text = "{cue:Whispers} {source:Ann}."
[[counter]]
text = "Ann whispers."
"""
HERALD = PackSource({"en/pack.toml": MANIFEST, "en/patterns/whispers.toml": PATTERN}, "herald/")
SHIPPED = read_source(default_rules())
PLACE = Place("provenance.toml", 4)
Faults = Callable[..., list[str]]


def faults_of(*extras: PackSource, changes: tuple[LexiconChange, ...] = ()) -> list[str]:
    """Load faulty rules and give what is said about them."""
    with pytest.raises(RulebookError) as caught:
        build_pack([SHIPPED, *extras], changes)
    return list(map(str, caught.value.faults))


def add(lexicon: str, *words: str) -> LexiconChange:
    """Add words to a lexicon."""
    return LexiconChange(lexicon, tuple(Entry(word, {}) for word in words), (), PLACE)


def test_an_added_pack_is_named_beside_the_shipped_one() -> None:
    """Each pack is recorded with id, version and a hash of its own files alone."""
    alone, joined = build_pack([SHIPPED]), build_pack([SHIPPED, HERALD])
    assert joined.names[0] == alone.names[0]
    assert [(name.id, name.version, name.sha256) for name in joined.extras] == [("herald", "2", HERALD.digest())]


def test_patterns_of_a_house_come_first() -> None:
    """Over the same words a pattern of the house wins, and the order of the shipped ones stays as it was."""
    alone, joined = build_pack([SHIPPED]), build_pack([SHIPPED, HERALD])
    assert [p.id for p in joined.patterns] == [
        "en/whispers",
        *(p.id for p in sorted(alone.patterns, key=lambda p: p.rank)),
    ]
    assert [p.rank for p in joined.patterns] == list(range(len(joined.patterns)))


def test_faults_of_an_added_pack_name_its_folder() -> None:
    """What is wrong in a pack of the house is told with the path that people can open."""
    broken = PackSource(
        {"en/pack.toml": MANIFEST, "en/patterns/whispers.toml": PATTERN + b"colour = 1\n[[except]]\n"}, "herald/"
    )
    assert any(fault.startswith("herald/en/patterns/whispers.toml:") for fault in faults_of(broken))
    assert faults_of(PackSource({}, "herald/")) == ["herald/en/pack.toml:1: is missing: a pack says here what it is"]


def test_an_id_cannot_be_taken_from_the_shipped_rules(tmp_path: Path) -> None:
    """A house adds rules beside the shipped ones, it does not silently replace them."""
    card = (default_rules() / "audits/anon-bare.toml").read_bytes()
    copy = PackSource({**HERALD.contents, "audits/anon-bare.toml": card}, f"{tmp_path.name}/")
    assert (
        f"{tmp_path.name}/audits/anon-bare.toml:1: the id 'anon-bare' is taken by audits/anon-bare.toml:1"
        in faults_of(copy)
    )


def test_an_added_word_is_heard() -> None:
    """A verb that a house adds takes its fields from the lexicon, in all its forms, and opens a claim."""
    text = "Ana Reyes mouthspoke that the bridge would close in May."
    assert not audit_text(text).parse.attributions
    verb = Entry("mouthspeak", {"forms": {"past": "mouthspoke"}, "frames": ["that"]})
    rules = Rulebook.load(changes=[LexiconChange("en/reporting-verbs", (verb,), (), PLACE)])
    assert [a.source.entity for a in audit_text(text, rules).parse.attributions if a.source] == ["Ana Reyes"]


def test_a_removed_word_is_not_heard() -> None:
    """A word that a house takes out opens no claim any more."""
    text = "Ana Reyes said that the bridge would close in May."
    rules = Rulebook.load(changes=[LexiconChange("en/reporting-verbs", (), ("say",), PLACE)])
    assert audit_text(text).parse.attributions
    assert not audit_text(text, rules).parse.attributions


def test_changed_words_are_recorded_as_a_pack() -> None:
    """A report tells by a hash that words were changed: the same words give the same one, wherever they are written."""
    one, other = add("en/titles", "archdruid"), LexiconChange("en/titles", (Entry("archdruid", {}),), (), Place("x", 9))
    names = [build_pack([SHIPPED], [change]).extras for change in (one, other, add("en/titles", "hierophant"))]
    assert names[0] == names[1] != names[2]
    assert names[0][0].id == "settings"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (add("en/titels", "x"), "provenance.toml:4: there is no lexicon 'en/titels'; did you mean 'en/titles'?"),
        (add("en/reporting-verbs", "say"), "provenance.toml:4: 'say' is in en/reporting-verbs already"),
        (
            LexiconChange("en/reporting-verbs", (), ("sai",), PLACE),
            "provenance.toml:4: 'sai' is not in en/reporting-verbs; did you mean 'say'?",
        ),
    ],
)
def test_words_that_cannot_be_changed(change: LexiconChange, fault: str) -> None:
    """A lexicon or a word that is not there, or is there already, is a fault of the settings."""
    assert faults_of(changes=(change,)) == [fault]


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"frame": ["that"]}, "no entry of en/reporting-verbs has 'frame'; did you mean 'frames'?"),
        ({"frames": ["thta"]}, "'thta' is no value of 'frames'; did you mean 'that'? (there are: "),
        ({"frames": "that"}, "'frames' must be a list"),
        ({"weak": "yes"}, "'weak' must be true or false"),
    ],
)
def test_a_word_with_fields_that_would_do_nothing(fields: dict[str, object], fault: str) -> None:
    """A key, a shape or a value that no entry of the lexicon has is a fault, with what may have been meant."""
    (said,) = faults_of(changes=(LexiconChange("en/reporting-verbs", (Entry("moot", fields),), (), PLACE),))
    assert said.startswith(f"provenance.toml:4: 'moot': {fault}")


def test_open_fields_of_a_word_take_any_value() -> None:
    """A country, an irregular form or a plural of a new word may be one that no other entry has."""
    outlet = Entry("Mervale Post", {"country": "XQ", "aliases": ["the Post of Mervale"]})
    verb = Entry("backspeak", {"forms": {"past": "backspoke"}})
    changes = [
        LexiconChange("en/outlets", (outlet,), (), PLACE),
        LexiconChange("en/reporting-verbs", (verb,), (), PLACE),
    ]
    assert build_pack([SHIPPED], changes).extras[0].id == "settings"


def test_a_word_of_a_list_needs_a_use_of_that_list() -> None:
    """A use for which no word of a list is asked is a fault, since it would do nothing."""
    good, bad = (
        LexiconChange("en/group-words", (Entry("amongst", {"uses": [use]}),), (), PLACE) for use in ("link", "lnk")
    )
    assert "amongst" in Rulebook.load(changes=[good]).words["group-words.link"]
    (fault,) = faults_of(changes=(bad,))
    assert "'amongst': 'lnk' is no value of 'uses'; did you mean 'link'?" in fault
