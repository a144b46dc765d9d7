"""`provenance rules docs`: the reference of all rules that hold here, those of the house among them."""

import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from attrs import evolve

from provenance.cli.house import load_house_rules
from provenance.policy.profile_weights import weigh_profiles
from provenance.reports.rule_reference import render_profiles, render_rules
from provenance.rulebook import Rulebook
from provenance.rulebook.house_words import SETTINGS_PACK
from provenance.rulebook.schema import Pack


def run(args: Namespace) -> int:
    """Print the reference, or write its pages into a folder."""
    pack = load_house_rules(args).pack
    pages = build_pages(_own_of(pack) if args.own else pack)
    if args.to is None:
        sys.stdout.write("\n".join(pages.values()))
        return 0
    folder = Path(args.to)
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")
        print(f"{folder / name}: written")
    return 0


def build_pages(pack: Pack) -> Mapping[str, str]:
    """Return the text of every page of the reference, by file name; without profiles there is no page on them."""
    pages = {"rules.md": render_rules(pack)}
    return {**pages, "profiles.md": render_profiles(pack, weigh_profiles(pack))} if pack.profiles else pages


def _own_of(pack: Pack) -> Pack:
    """Return what the packs of the house add to the shipped one."""
    shipped = Rulebook.load().pack
    known = {rule.id for group in (shipped.audits, shipped.patterns, shipped.lexicons) for rule in group}
    own = next((name for name in pack.extras if name.id != SETTINGS_PACK), pack.names[0])
    return evolve(
        pack,
        id=own.id,
        version=own.version,
        audits=tuple(card for card in pack.audits if card.id not in known),
        patterns=tuple(pattern for pattern in pack.patterns if pattern.id not in known),
        lexicons=tuple(lexicon for lexicon in pack.lexicons if lexicon.id not in known),
        profiles=(),
    )
