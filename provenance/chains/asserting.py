"""Whether an attribution asserts anything: questions, demands, bare attitudes and *it is unclear whether* do not, so nothing rests on their source."""

from bisect import bisect_left
from collections.abc import Mapping

from provenance.chains.claim import Claim, cue_symbols
from provenance.mentions.fold import Folded
from provenance.model import Form
from provenance.tokens.symbols import Symbol

UNASSERTED = "unasserted"
"""The signal of an attribution whose source asserts nothing; that the source did so is the author's word."""
_OPENING = 8
"""Within so many units a content says that something is not known: *that it was not immediately clear whether*."""
LOOSE = "loose"
"""The signal of a construction in which the source need not have spoken for the article: *the man who wrote ...*."""


def signals_of(claim: Claim, folded: Folded, sets: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """What an attribution's construction tells of it: LOOSE, UNASSERTED. `sets` holds symbols by the name of a fragment."""
    loose = frozenset({LOOSE}) if claim.draft.pattern.fields.get("loose") else frozenset[str]()
    open_matter = _leaves_open(claim, folded, sets)
    unasserted = open_matter or _is_supposed(claim, folded, sets) or is_unasserted(claim, folded, sets)
    return loose | {UNASSERTED} if unasserted else loose


def is_unasserted(claim: Claim, folded: Folded, sets: Mapping[str, frozenset[str]]) -> bool:
    """Whether somebody only asks, the pattern says so (`asserts`), or no claim is told, only that there was one."""
    draft = claim.draft
    asserts = draft.pattern.fields.get("asserts", True)
    if draft.asks:
        return True
    if (draft.form is not Form.INDIRECT and draft.reported) or asserts is True:
        return False
    if asserts is False or not draft.reported:
        return True
    cue = cue_symbols(draft, folded)
    if not sets["DEMAND"].isdisjoint(cue):
        return True
    return sets["FACTUAL"].isdisjoint(cue) and (asserts == "facts" or not _has_clause(claim, folded, sets))


def _has_clause(claim: Claim, folded: Folded, sets: Mapping[str, frozenset[str]]) -> bool:
    """Whether the content holds a verb: a bare noun group tells what was spoken of, not what was said."""
    return not sets["VERBAL"].isdisjoint(_units(claim, folded))


def _leaves_open(claim: Claim, folded: Folded, sets: Mapping[str, frozenset[str]]) -> bool:
    """Whether the content opens with *it is unclear whether*, *it was not known how*: nobody says anything."""
    units = _units(claim, folded)[:_OPENING]
    asked = next((at for at, unit in enumerate(units) if unit in sets["WHETHER"]), 0)
    if not asked or Symbol.PRONOUN not in units[:asked]:
        return False
    state, before = units[asked - 1], units[: asked - 1]
    return state in sets["UNKNOWN"] or (state in sets["KNOWN"] and not sets["NEGATING"].isdisjoint(before))


def _units(claim: Claim, folded: Folded) -> str:
    """The symbols of the content, from its first unit to its last."""
    hull, starts = claim.draft.hull, folded.tokens.starts
    first, last = bisect_left(starts, hull.start), bisect_left(starts, hull.end)
    return folded.symbols[folded.unit_at(first) : folded.unit_at(last - 1) + 1] if last > first else ""


def _is_supposed(claim: Claim, folded: Folded, sets: Mapping[str, frozenset[str]]) -> bool:
    """Whether the saying itself is denied or only supposed: *did not dispute*, *might argue*, *if they think*."""
    draft = claim.draft
    if draft.cue is None or draft.source is None:
        return False
    if not sets["SUPPOSED"].isdisjoint(cue_symbols(draft, folded)):
        return True
    unit = folded.unit_at(draft.source[0])
    return unit > 0 and folded.symbols[unit - 1] in sets["IF"]
