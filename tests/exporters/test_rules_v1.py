"""The list of rules for machines."""

from provenance.exporters.rules_v1 import export_rules
from provenance.rulebook.schema import Emits, Lexicon, Pack, PartOfSpeech, Pattern, Place


def test_every_rule_has_the_five_facts() -> None:
    """Every row has id, code, kind, severity and status, and kinds without code or severity say null."""
    pattern = Pattern("en/x", Emits.RELAY, "'a'", "why", "", 0, {}, (), (), (), Place("x.toml"))
    lexicon = Lexicon("en/words", PartOfSpeech.NOUN, "", (), Place("words.toml"))
    rules = export_rules(Pack("en", "1", "1", "0" * 64, (lexicon,), (), (pattern,)))["rules"]
    assert [(row["id"], row["code"], row["kind"], row["severity"], row["status"]) for row in rules] == [
        ("en/x", None, "pattern", None, "stable"),
        ("en/words", None, "lexicon", None, "stable"),
    ]
