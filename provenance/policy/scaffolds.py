"""What a house begins with: settings with comments, a pack of its own, and rules to be filled in."""

import re
from collections.abc import Iterable, Mapping

from attrs import frozen

from provenance.errors import SettingsError
from provenance.rulebook.schema import AuditCard, Lexicon, Pack, Pattern

SETTINGS = """\
# Policy of this house. `provenance config show --why` tells what holds and why.

# Which audits speak: desk (nearly always right), review, everything, or a house such as ap, bbc, npr, reuters.
profile = "desk"

# From which severity on a run fails: note, warning, error or never.
fail-on = "error"

# Folders with rules of your own, from here.
{packs}

# Findings that were there when the check was switched on; write it with: provenance baseline write FILES
# baseline = "provenance-baseline.txt"

# [severity]
# weasel = "note"          # an audit that stands here with a level speaks
# chain-deep = "off"

# [[per-file-ignore]]
# files = ["opinion/*"]
# audits = ["weasel"]
# reason = "columns argue, they do not report"

# [[lexicon]]
# id = "en/reporting-verbs"
# add = [{{lemma = "moot", frames = ["that", "np"]}}]
# remove = ["quip"]
"""

HOOK = """\
repos:
  - repo: local
    hooks:
      - id: provenance
        name: provenance
        entry: provenance audit
        language: system
        files: \\.(txt|md|html)$
        exclude: (^|/)(provenance-baseline\\.txt|README\\.md|CONTRIBUTING\\.md|CHANGELOG\\.md|LICENSE\\.(md|txt))$
"""

ATTRIBUTES = "provenance-baseline.txt merge=union\n*.waivers.toml merge=union\n"
"""Lines that two people add side by side are both kept when git merges."""

MANIFEST = """\
id = "{pack}"
version = "0.1.0"
engine = "1"
overlap = "one attribution a cue: the pattern that stands first in `precedence` wins, then the longer match"
precedence = [
]
"""

_LEXICON = """\
kind = "lexicon"
id = "en/{name}"
pos = "noun"                # verb, noun, word or name: which forms are generated
source = "the house"        # where the words come from
entries = [
  {{lemma = "example"}},
]
"""

_PATTERN = """\
kind = "pattern"
id = "en/{name}"
emits = "attribution"
reason = "says in a clause what it finds and why"
source = "the house"
confidence = 0.8            # how often it means what it seems to; without it most audits hold its claims for unsure
match = '''SENTENCE_START cue:("over" "to") source:OBLIQUE ":" content:CLAUSE'''

[[example]]
text = "{{cue:Over to}} {{source:the harbour master}}: {{content:the ferry left late}}."

[[example]]
text = "{{cue:Over to}} {{source:Ana Reyes}}: {{content:the road is safe}}."

[[counter]]
text = "Over to the harbour the ferry went."

[[counter]]
text = "The harbour master came over to us."
"""

_AUDIT = """\
kind = "audit"
id = "{name}"
code = "{code}"
title = "What it objects to"
severity = "warning"        # note, warning or error
confidence = "medium"       # high: nearly always right, then the desk hears it
status = "preview"          # stable once it was tried on last month's articles
standards = []
message = "'{{claim}}' rests only on {{origin}}."
remedy = "What the writer can do about it, in concrete words."
false_alarms = "When it is known to be wrong."
on = "record"

[when]
"record.sourcing" = "unnamed-only"

[[fail]]
text = "{{hit:The fund will be cut}}, an EU official said."

[[pass]]
text = "The fund will be cut, the commissioner Ana Reyes said."
"""

HOMES: Mapping[str, tuple[str, str]] = {
    "lexicon": ("en/lexicons", _LEXICON),
    "pattern": ("en/patterns", _PATTERN),
    "audit": ("audits", _AUDIT),
}
"""Where a rule of each kind stands in a pack, and what it begins with."""

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_CODE = re.compile(r"H(\d\d)")
_PRECEDENCE = re.compile(r"^(precedence = \[[^\]]*?),?\s*\]", re.MULTILINE)


def write_settings(pack: str | None) -> str:
    """Give settings with comments; they name the pack if there is one."""
    return SETTINGS.format(packs=f'packs = ["{pack}"]' if pack else '# packs = ["house"]')


@frozen
class NewRule:
    """A rule that loads as it is: its id, where it stands in its pack, and its text."""

    id: str
    path: str
    text: str


def write_rule(kind: str, name: str, pack: Pack) -> NewRule:
    """Give a new rule; raise SettingsError for a name that cannot be an id, or that the rules have already."""
    if not _NAME.fullmatch(name):
        msg = f"{name!r} cannot be an id: small letters and digits, joined by hyphens"
        raise SettingsError(msg)
    folder, text = HOMES[kind]
    rule = name if kind == "audit" else f"en/{name}"
    others: tuple[AuditCard | Pattern | Lexicon, ...] = (*pack.audits, *pack.patterns, *pack.lexicons)
    for other in others:
        if other.id == rule:
            msg = f"the id '{rule}' is taken by {other.place.path}: give the new rule another name"
            raise SettingsError(msg)
    return NewRule(rule, f"{folder}/{name}.toml", text.format(name=name, code=_free_code(pack.audits)))


def add_precedence(manifest: str, pattern: str) -> str:
    """Put a pattern at the end of a pack's precedence; raise SettingsError if there is no list to put it in."""
    found = _PRECEDENCE.search(manifest)
    if found is None:
        msg = f"pack.toml has no list `precedence` to which {pattern!r} could be added"
        raise SettingsError(msg)
    comma = "" if found[1].endswith("[") else ","
    return f'{manifest[: found.start()]}{found[1]}{comma}\n  "{pattern}",\n]{manifest[found.end() :]}'


def _free_code(cards: Iterable[AuditCard]) -> str:
    """Give the next code of the house: H01, H02 ..."""
    taken = [int(match[1]) for card in cards if (match := _CODE.fullmatch(card.code))]
    return f"H{max(taken, default=0) + 1:02}"
