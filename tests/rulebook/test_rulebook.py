"""The rules as loaded."""

import re
from pathlib import Path

import pytest
from attrs import evolve

from provenance.errors import RulebookError
from provenance.expressions import encode
from provenance.pipeline import default_rulebook
from provenance.rulebook import Rulebook
from provenance.rulebook.locate import default_rules
from provenance.rulebook.regexes import Regex
from provenance.rulebook.schema import Emits


def test_patterns_stand_in_order_of_precedence() -> None:
    """The pattern that wins stands first."""
    ranks = [compiled.pattern.rank for compiled in default_rulebook().patterns]
    assert ranks == sorted(ranks)


def test_patterns_can_be_had_by_kind_and_id() -> None:
    """Every pattern is found under what it emits and under its id."""
    rules = default_rulebook()
    assert sum(len(rules.of_kind(kind)) for kind in Emits) == len(rules.patterns)
    assert rules.pattern("en/said-that") is not None
    assert rules.pattern("en/no-such-pattern") is None


def test_an_exception_can_be_switched_off() -> None:
    """Without one exception the rest of the rules is the same."""
    rules = default_rulebook()
    pattern_id, except_id = next((p.pattern.id, e[0]) for p in rules.patterns for e in p.excepts)
    without = rules.without(pattern_id, except_id)
    lost = [
        (a.pattern.id, len(a.excepts) - len(b.excepts)) for a, b in zip(rules.patterns, without.patterns, strict=True)
    ]
    assert [item for item in lost if item[1]] == [(pattern_id, 1)]


def test_a_pattern_that_cannot_be_read_is_reported_with_its_place(tmp_path: Path) -> None:
    """Unknown fragments and open brackets are faults of a file and a line, all at once."""
    for file in default_rules().rglob("*.toml"):
        copy = tmp_path / file.relative_to(default_rules())
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    for name, broken in (("said-that", "NO_SUCH_FRAGMENT"), ("said-bare", "(GROUP")):
        file = tmp_path / "en" / "patterns" / f"{name}.toml"
        before, _, rest = file.read_text(encoding="utf-8").partition("match = '''")
        file.write_text(f"{before}match = '''\n{broken}\n'''" + rest.partition("'''")[2], encoding="utf-8")
    with pytest.raises(RulebookError) as error:
        Rulebook.load(tmp_path)
    faults = {fault.path.rpartition("/")[2] for fault in error.value.faults}
    assert {"said-that.toml", "said-bare.toml"} <= faults


def test_kept_code_is_the_expression() -> None:
    """A pattern made of kept numbers matches as the compiled source does, groups and names included."""
    source = r"(?P<a_0>[ab]+)(?:x(?P<b_1>.))?|\Z"
    pattern = encode(source, re.DOTALL).pattern(source)
    match = pattern.search("..abxy")
    assert match is not None
    assert (match["a_0"], match["b_1"], match.lastgroup) == ("ab", "y", "b_1")
    assert Regex(source).pattern.pattern == source


def test_words_never_met_before_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many different words are asked for, only so many answers are kept."""
    monkeypatch.setattr("provenance.rulebook.rulebook._MOST_READINGS", 10)
    rulebook = evolve(default_rulebook(), memo={})
    for number in range(35):
        assert rulebook.read(f"qx{number}") == []
    assert len(rulebook.memo) <= 10
