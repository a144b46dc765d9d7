"""The facts that cards may ask, as editors are told of them."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from provenance.audits.conditions import FACTS
from provenance.audits.fact_values import Fact, fact_of, pack_values
from provenance.audits.messages import WORDS
from provenance.audits.placeholders import PLACEHOLDERS
from provenance.audits.subject import Context, Subject
from provenance.pipeline import audit_text
from provenance.rulebook import Rulebook
from provenance.rulebook.locate import default_rules
from tests.factories import LISTS

PACK = Rulebook.load().pack
LISTED = pack_values(PACK)
LEAST = 12
"""So many letters are a sentence of sorts."""


@pytest.fixture(scope="module")
def subjects() -> list[Subject]:
    """Every claim in the failing texts of the shipped cards."""
    texts = [
        example.tagged.text for card in PACK.audits if card.on in {"record", "attribution"} for example in card.fails
    ]
    return [one for text in texts for one in Context(audit_text(text).parse, LISTS).claims]


@pytest.mark.parametrize("name", sorted(FACTS))
def test_every_fact_says_what_it_tells(name: str) -> None:
    """The function of a fact has a docstring, from which the reference says what it tells, and says what it returns."""
    fact = fact_of(name)
    assert len(fact.tells) >= LEAST
    assert fact.sort


@pytest.mark.parametrize("name", sorted(FACTS))
def test_a_fact_has_only_the_values_that_the_reference_lists(name: str, subjects: list[Subject]) -> None:
    """What a fact gives of the claims in all failing texts is among its values, where they are a closed list."""
    fact = fact_of(name)
    known = {*fact.values, *LISTED.get(name, ())}
    found = [FACTS[name](subject) for subject in subjects]
    values = {value for one in found for value in (one if isinstance(one, frozenset) else [one]) if value is not None}
    assert not known or values <= known
    assert fact.sort != "a number" or all(isinstance(value, int | float) for value in values)


def test_every_place_of_messages_is_described() -> None:
    """The reference has exactly the places that messages can be filled at."""
    assert set(PLACEHOLDERS) == set(WORDS)


def conditions() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every fact with what a JSON Schema says of its condition."""
    for name in sorted(FACTS):
        yield name, {"description": fact_of(name).tells, **condition(fact_of(name), sorted(LISTED.get(name, ())))}


def condition(fact: Fact, listed: list[str]) -> dict[str, Any]:
    """What a condition may be: values that rules add to are offered, those of the code are all there are."""
    if fact.sort == "a number":
        bounds = {"min": {"type": "number"}, "max": {"type": "number"}, "not": {"type": ["number", "array"]}}
        return {"anyOf": [{"type": "number"}, {"type": "object", "properties": bounds, "additionalProperties": False}]}
    if True in fact.values:
        return {"type": "boolean"}
    one: dict[str, Any] = {"enum": list(fact.values)} if fact.values else {"type": "string"}
    one = {"anyOf": [{"enum": listed}, {"type": "string"}]} if listed else one
    some = {"anyOf": [one, {"type": "array", "items": one}]}
    bounded = {"type": "object", "properties": {"not": some, "only": some}, "additionalProperties": False}
    return {"anyOf": [*some["anyOf"], bounded]}


@pytest.mark.parametrize("kind", ["audit", "exceptions"])
def test_the_schemas_know_every_fact(kind: str) -> None:
    """Editors of TOML complete facts and their values in cards and in exceptions; PROVENANCE_UPDATE=1 renews the schemas."""
    path = default_rules() / f"schemas/{kind}.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    wanted = {"type": "object", "properties": dict(conditions()), "additionalProperties": False}
    if os.environ.get("PROVENANCE_UPDATE"):
        schema["$defs"] = {"conditions": wanted}
        refer(schema)
        Path(path).write_text(json.dumps(schema, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    assert schema["$defs"]["conditions"] == wanted
    assert json.loads(path.read_text(encoding="utf-8")) == refer(schema)


def refer(schema: dict[str, Any]) -> dict[str, Any]:
    """Let every table of conditions in the schema be one of these."""
    properties = schema["properties"]
    nested = (properties[table]["items"]["properties"] for table in ("except", "soften") if table in properties)
    for tables in (properties, *nested):
        if "when" in tables:
            tables["when"] = {"description": "facts that must hold", "$ref": "#/$defs/conditions"}
    return schema
