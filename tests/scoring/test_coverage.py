"""What of a pack nothing reaches."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from attrs import evolve

from provenance.rulebook import Rulebook
from provenance.rulebook.schema import (
    Emits,
    Entry,
    Example,
    Fragment,
    Lexicon,
    Pack,
    PartOfSpeech,
    Pattern,
    PatternExcept,
    Place,
    TaggedText,
)
from provenance.scoring import coverage

PLACE = Place("en/patterns/told.toml", 2)
EXAMPLE = Example(TaggedText("He told us.", ()), {}, PLACE)
PATTERN = Pattern("en/told", Emits.ATTRIBUTION, "cue:@told-verbs", "", "", 0, {}, (), (EXAMPLE,), (), PLACE)
LEXICON = Lexicon("en/told-verbs", PartOfSpeech.VERB, "", (Entry("tell", {}),), Place("en/lexicons/told-verbs.toml"))


def _check(monkeypatch: pytest.MonkeyPatch, pack: Pack, *, fires: bool = True) -> list[str]:
    """Check a pack whose rules fire on everything or on nothing; return the reasons."""
    monkeypatch.setattr(coverage, "fires_on", lambda *_: fires)
    monkeypatch.setattr(coverage, "lift_guard", lambda *_: None)
    rulebook = cast("Rulebook", SimpleNamespace(pack=pack))
    return [complaint.reason for complaint in coverage.check_rules(rulebook)]


def _pack(**parts: object) -> Pack:
    pack = Pack("en", "1", "1", "", lexicons=(LEXICON,), patterns=(PATTERN,))
    return evolve(pack, **cast("dict[str, Any]", parts))


def test_nothing_to_complain_about(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pack whose lexicon is used and whose pattern fires is left in peace."""
    assert _check(monkeypatch, _pack()) == []


def test_unused_lexicon(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lexicon that neither a pattern nor the code names is reported."""
    stranger = evolve(LEXICON, id="en/nobody-asks-for-this")
    (reason,) = _check(monkeypatch, _pack(lexicons=(LEXICON, stranger)))
    assert reason == "nothing refers to this lexicon: name it in a pattern, as @nobody-asks-for-this"


def test_unused_fragment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fragment is reported unless a pattern reaches it, directly or through another; words in quotes are no names."""
    fragments = tuple(
        Fragment(name, match, "", PLACE) for name, match in (("TELLING", "INNER"), ("INNER", '"x"'), ("QUOTED", '"y"'))
    )
    pattern = evolve(PATTERN, match='cue:@told-verbs TELLING "QUOTED"')
    pack = _pack(fragments=fragments, patterns=(pattern,))
    assert _check(monkeypatch, pack) == ["nothing uses this fragment"]


def test_repeated_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry that says again what another says is reported; the same word with other fields is not."""
    entries = (Entry("tell", {}), Entry("tell", {"act": "writing"}), Entry("tell", {}))
    pack = _pack(lexicons=(evolve(LEXICON, entries=entries),))
    assert _check(monkeypatch, pack) == ["the entry 'tell' stands twice"]


def test_pattern_no_example_fires(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pattern that none of its examples fires is reported."""
    assert _check(monkeypatch, _pack(), fires=False) == ["no example fires it"]


def test_exception_nothing_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception without a counter-example that needs it is reported."""
    pattern = evolve(PATTERN, excepts=(PatternExcept("plan", "", "'plan'", PLACE),))
    assert _check(monkeypatch, _pack(patterns=(pattern,))) == ["no counter-example needs the exception 'plan'"]


def test_unasked_list(monkeypatch: pytest.MonkeyPatch) -> None:
    """A use of a lexicon of lists for which no stage asks is reported, and no other."""
    entry = Entry("of", {"uses": ["link", "nobody-asks"]})
    lists = Lexicon("en/group-words", PartOfSpeech.LIST, "", (entry,), Place("en/lexicons/group-words.toml"))
    (reason,) = _check(monkeypatch, _pack(lexicons=(LEXICON, lists)))
    assert reason == "no stage asks for the words of use 'nobody-asks'"
