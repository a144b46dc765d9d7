"""House profiles: which audits speak in a house, and how loud; one profile a file."""

from enum import StrEnum
from typing import TypeVar

from provenance.model import Confidence
from provenance.rulebook.file_head import read_id
from provenance.rulebook.schema import Profile, ProfileRule, Status, Weight
from provenance.rulebook.table import Table
from provenance.rulebook.toml_file import RuleFile

_Choice = TypeVar("_Choice", bound=StrEnum)


def load_profile(file: RuleFile) -> Profile:
    """Load the profile in one file."""
    table = Table(file, file.data)
    profile = Profile(
        id=read_id(table, "profile"),
        title=table.text("title"),
        confidence=_choices(table, "confidence", Confidence),
        status=_choices(table, "status", Status),
        rules=tuple(map(_load_rule, table.tables("rule"))),
        place=table.place,
    )
    table.close()
    return profile


def _load_rule(table: Table) -> ProfileRule:
    rule = ProfileRule(
        audit=table.text("audit"),
        weight=table.choice("severity", Weight),
        reason=table.text("reason"),
        standards=table.texts("standards"),
        place=table.place,
    )
    table.close()
    return rule


def _choices(table: Table, key: str, kind: type[_Choice]) -> frozenset[_Choice]:
    """Read a list of values of `kind`; those that are none are faults."""
    known = set(map(str, kind))
    written = table.texts(key)
    for word in written:
        if word not in known:
            table.fault(f"'{key}' holds '{word}', not one of {', '.join(kind)}", key)
    return frozenset(kind(word) for word in written if word in known)
