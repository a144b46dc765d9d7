"""`provenance rules list|check|test`: what rules there are, and whether they hold."""

import json
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from provenance.cli.house import load_house_rules, read_house_settings
from provenance.cli.terminal import read_style
from provenance.errors import Fault, RulebookError
from provenance.exporters.rules_v1 import export_rules
from provenance.policy.packs import find_packs
from provenance.policy.settings_file import SettingsFile
from provenance.reports.pattern_scores import Row, render_scores
from provenance.reports.rule_list import render_rule_list
from provenance.rulebook import Rulebook
from provenance.rulebook.locate import default_rules
from provenance.rulebook.pack_source import PackSource, read_source
from provenance.rulebook.schema import Emits
from provenance.scoring import Complaint, check_rules, find_faults, find_misplaced, test_rules, texts_of
from provenance.scoring.corpus import PatternScore, score_patterns
from provenance.scoring.gold import read_gold

HOLDS, FAULTY = 0, 1


def run(args: Namespace) -> int:
    """Run the action of `args`; return 0 if the rules hold, 1 if not. Raises ProvenanceError if they do not load."""
    actions = {"list": _list_rules, "check": _check_rules, "test": _test_rules}
    try:
        rulebook = load_house_rules(args)
    except RulebookError:
        if args.action == "check":
            return _print_faults(args)
        raise
    return actions[args.action](args, rulebook)


def _list_rules(args: Namespace, rulebook: Rulebook) -> int:
    data = export_rules(rulebook.pack)
    if args.format == "json":
        sys.stdout.write(json.dumps(data, indent=1) + "\n")
    else:
        print(render_rule_list(data["rules"], read_style()))
    return HOLDS


def _check_rules(args: Namespace, rulebook: Rulebook) -> int:
    settings = read_house_settings(args)
    unread = [Complaint(_stem(fault), f"{fault.path}:{fault.line}", fault.reason) for fault in _find_unread(settings)]
    return _print_complaints([*unread, *check_rules(rulebook, texts_of(_all_sources(settings)))], "rules check")


def _all_sources(settings: SettingsFile) -> list[PackSource]:
    return [read_source(default_rules()), *find_packs(settings)]


def _find_unread(settings: SettingsFile) -> list[Fault]:
    """Find the rule files in the house's packs that stand where no rules are read."""
    folders = [settings.folder / name for name in settings.packs]
    return [
        fault
        for folder, source in zip(folders, find_packs(settings), strict=True)
        for fault in find_misplaced(folder, source)
    ]


def _stem(fault: Fault) -> str:
    return Path(fault.path).stem


def _test_rules(args: Namespace, rulebook: Rulebook) -> int:
    if args.corpus is not None:
        return _test_corpus(args, rulebook)
    complaints = [*test_rules(rulebook), *(check_rules(rulebook) if args.coverage else ())]
    return _print_complaints(complaints, "rules test")


def _test_corpus(args: Namespace, rulebook: Rulebook) -> int:
    """Print how every pattern does on annotated articles, and name those that are right too seldom."""
    articles = read_gold(Path(args.corpus))
    scores = score_patterns(articles, rulebook)
    bad = {score.pattern for score in scores if score.is_below(args.at_least, args.articles)}
    print(render_scores((_score_row(score, failed=score.pattern in bad) for score in scores), read_style()))
    print(
        f"rules test: {len(articles)} articles; {len(bad) or 'no'} patterns below {args.at_least:.2f}"
        f" on {args.articles} articles or more{': ' * bool(bad)}{', '.join(sorted(bad))}",
        file=sys.stderr,
    )
    return FAULTY if bad else HOLDS


def _score_row(score: PatternScore, *, failed: bool) -> Row:
    right, judged = score.reported
    reported = right / judged if judged and score.precision is not None else None
    counted = "" if score.emits is Emits.ATTRIBUTION else f"{score.emits.value}: counted, not judged"
    remark = "below" if failed else counted or ("does not fire" if not score.articles else "")
    return score.pattern, score.articles, score.found, score.precision, reported, remark


def _print_complaints(complaints: Sequence[Complaint], action: str) -> int:
    """Print one line each on stdout, and on stderr how many there are."""
    style = read_style()
    for complaint in complaints:
        print(style.plain(f"{complaint.place}: {complaint.rule}: {complaint.reason}"))
    print(f"{action}: {len(complaints) or 'nothing'} to complain about", file=sys.stderr)
    return FAULTY if complaints else HOLDS


def _print_faults(args: Namespace) -> int:
    """Print everything that is wrong, not only what kept the rules from loading."""
    settings, style = read_house_settings(args), read_style()
    faults = [*_find_unread(settings), *find_faults(_all_sources(settings), settings.lexicons)]
    for fault in faults:
        print(style.plain(str(fault)))
    print(f"rules check: {len(faults)} fault{'s' * (len(faults) != 1)}; the rules do not load", file=sys.stderr)
    return FAULTY
