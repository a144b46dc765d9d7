"""What a fact's value can be, and what it tells: read off the functions that work facts out, by `rules check`, `explain` and the reference."""

from collections.abc import Callable, Collection, Mapping
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from attrs import frozen

from provenance.audits.conditions import FACTS
from provenance.audits.openings import NEWEST
from provenance.chains.asserting import LOOSE, UNASSERTED
from provenance.model import Sourcing
from provenance.rulebook.schema import Emits, Pack

_BOOLEANS = (True, False)
_LISTED: Mapping[str, tuple[str, ...]] = {
    "claim.alone": ("paragraph", "sentence", "nothing"),
    "claim.place": ("headline", "lead", "first-quote"),
    "record.restates": (*map(str, Sourcing), "second-hand", "hedged"),
    "source.hidden": ("terms", "told", "source", "counted", "basis", "official", "side", "nothing"),
    "source.introduced": NEWEST,
    "source.opening": NEWEST,
}
"""The values of facts that are plain words; a test holds them against what the examples of all cards give."""
_OPENINGS = {
    "Tell whether": "whether",
    "Tell what": "what",
    "Give": "",
    "Count how often": "how often",
    "Count the": "the number of",
}
_SORTS = "en/source-sorts"
_SPOKESPERSON = "spokesperson"


@frozen
class Fact:
    """A fact that a card may ask: what it tells, what sort of value it has, and all its values where they are a closed list."""

    name: str
    tells: str
    sort: str
    values: tuple[object, ...] = ()


def fact_of(name: str) -> Fact:
    """Give what is known of a fact by its function: the docstring, and what it returns."""
    function = FACTS[name]
    returned = get_type_hints(function)["return"]
    plain = next((one for one in get_args(returned) if one is not NoneType), returned)
    is_set = get_origin(returned) is frozenset
    values = _LISTED.get(name, ())
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        values = tuple(map(str, plain))
    if values:
        return Fact(name, _tells(function), "some of" if is_set else "one of", values)
    if plain is bool:
        return Fact(name, _tells(function), "true or false", _BOOLEANS)
    if plain in (int, float):
        return Fact(name, _tells(function), "a number")
    return Fact(name, _tells(function), "words" if is_set else "a word")


def _tells(function: Callable[..., Any]) -> str:
    """Give a docstring as what a fact tells."""
    told = " ".join((function.__doc__ or "").split()).rstrip(".")
    for opening, words in _OPENINGS.items():
        if told.startswith(opening):
            return f"{words}{told.removeprefix(opening)}".strip()
    return told


def pack_values(pack: Pack) -> Mapping[str, Collection[str]]:
    """Give the values of facts that come from the rules: ids of patterns, names of signals, sorts of sources."""
    signals = {
        LOOSE,
        UNASSERTED,
        *(str(one.fields.get("signal")) for one in pack.patterns if one.emits is Emits.SIGNAL),
    }
    entries = (entry for lexicon in pack.lexicons if lexicon.id == _SORTS for entry in lexicon.entries)
    sorts = {sort for entry in entries for sort in entry.fields.get("sorts", ())}
    return {
        "attribution.pattern": {one.id for one in pack.patterns},
        "attribution.signals": signals,
        "claim.says": signals,
        "claim.signals": signals,
        "source.sorts": {_SPOKESPERSON, *sorts},
    }
