"""The JSON Schemas for rule files, which editors of TOML complete and check with."""

import json
import tomllib
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from provenance.model import Confidence, Severity, Waiver
from provenance.policy.exception_scaffold import write_exceptions
from provenance.policy.packs import write_lock
from provenance.policy.scaffolds import HOMES, MANIFEST, write_rule, write_settings
from provenance.policy.settings_file import FailLevel
from provenance.policy.waivers import write_waivers
from provenance.rulebook import Rulebook
from provenance.rulebook.load import load_pack
from provenance.rulebook.locate import default_rules
from provenance.rulebook.schema import Emits, PackName, PartOfSpeech, Status, Weight

RULES = default_rules()
SHIPPED = load_pack(RULES)
SCHEMAS = {
    path.name.removesuffix(".schema.json"): json.loads(path.read_text()) for path in RULES.glob("schemas/*.json")
}
BY_NAME = {"standards.toml": "standards", "pack.toml": "pack"}
FILES = sorted(path.relative_to(RULES).as_posix() for path in RULES.rglob("*.toml"))


def kind_of(path: Path, data: dict[str, Any]) -> str:
    """Give the kind of a rule file: what it says of itself, or its name."""
    return str(data.get("kind", BY_NAME.get(path.name)))


def faults(kind: str, data: object) -> list[str]:
    """Give what a schema has against some data, dates as editors see them."""
    plain = json.loads(json.dumps(data, default=date.isoformat))
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(SCHEMAS[kind]).iter_errors(plain)]


@pytest.mark.parametrize("name", FILES)
def test_shipped_files_are_what_their_schemas_say(name: str) -> None:
    """Every rule file that is shipped is valid."""
    data = tomllib.loads((RULES / name).read_text(encoding="utf-8"))
    assert faults(kind_of(Path(name), data), data) == []


@pytest.mark.parametrize("kind", sorted(SCHEMAS))
def test_unknown_keys_are_refused(kind: str) -> None:
    """Each schema is a valid schema and has something against a key that the loader does not know."""
    Draft202012Validator.check_schema(SCHEMAS[kind])
    assert any("colour" in fault for fault in faults(kind, {"colour": {"x": 1}}))


def test_what_commands_write_is_valid() -> None:
    """New rules, packs, settings, waivers and locks are what their schemas say."""
    written = {kind: write_rule(kind, "my-rule", SHIPPED).text for kind in HOMES}
    written["exceptions"] = write_exceptions("A01", Rulebook.load()).text
    written["pack"] = MANIFEST.format(pack="house")
    written["settings"] = write_settings("house")
    written["waivers"] = write_waivers([Waiver("weasel", "f1", "It is over", "we know", "desk", date(2026, 3, 14))])
    written["lock"] = write_lock([PackName("en", "1", "a" * 64)])
    assert {kind: faults(kind, tomllib.loads(text)) for kind, text in written.items()} == {kind: [] for kind in written}


def enums_in(schema: object) -> Iterator[frozenset[str]]:
    """Yield every list of values in a schema."""
    if isinstance(schema, dict):
        if "enum" in schema:
            yield frozenset(schema["enum"])
        for value in schema.values():
            yield from enums_in(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from enums_in(value)


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("audit", (Severity, Confidence, Status)),
        ("pattern", (Emits,)),
        ("lexicon", (PartOfSpeech,)),
        ("profile", (Confidence, Status, Weight)),
        ("settings", (Severity, FailLevel, Weight)),
    ],
)
def test_values_are_those_of_the_loader(kind: str, values: tuple[type[StrEnum], ...]) -> None:
    """Where the loader knows a fixed list of values, the schema has the same."""
    assert {frozenset(map(str, one)) for one in values} <= set(enums_in(SCHEMAS[kind]))
