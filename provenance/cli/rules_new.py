"""`provenance rules new KIND NAME`: a rule, or an exception to one, that loads as it is, with examples to be replaced."""

from argparse import Namespace
from pathlib import Path

from provenance.cli.complaints import complain
from provenance.cli.files import write_whole
from provenance.cli.house import load_house_rules
from provenance.cli.own_pack import find_own_pack
from provenance.policy.exception_scaffold import write_exceptions
from provenance.policy.scaffolds import add_precedence, write_rule
from provenance.rulebook.pack_source import EXCEPTIONS, MANIFEST

_NEXT = "put your own words and examples in, then run: provenance rules check"
_NEXT_EXCEPTIONS = "put your own condition, reason and text in, then run: provenance rules test"


def run(args: Namespace) -> int:
    """Write the rule into the house's pack; return 2 if it is there already.

    Raises SettingsError if its id is taken, there is no pack, or nothing can be excepted from the audit.
    """
    folder, rules = find_own_pack(args), load_house_rules(args)
    excepting = args.kind == EXCEPTIONS
    rule = write_exceptions(args.name, rules) if excepting else write_rule(args.kind, args.name, rules.pack)
    path = folder / rule.path
    if path.exists():
        return complain(f"{path}: is there already")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(rule.text, encoding="utf-8")
    print(f"{path}: written; {_NEXT_EXCEPTIONS if excepting else _NEXT}")
    if args.kind == "pattern":
        _rank_last(folder / MANIFEST, rule.id)
    return 0


def _rank_last(manifest: Path, pattern: str) -> None:
    """Put a pattern at the end of a pack's precedence, and say so."""
    write_whole(manifest, add_precedence(manifest.read_text(encoding="utf-8"), pattern))
    print(f"{manifest}: '{pattern}' stands last in `precedence`; over the same words, those above it win")
