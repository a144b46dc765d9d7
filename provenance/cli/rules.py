"""`provenance rules list|check|test`: what rules there are, and whether they hold."""

import json
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from provenance.cli.complaints import complain
from provenance.cli.house import load_house_rules
from provenance.cli.terminal import read_style
from provenance.errors import ProvenanceError, RulebookError
from provenance.exporters.rules_v1 import export_rules
from provenance.reports.pattern_scores import Row, render_scores
from provenance.reports.rule_list import render_rule_list
from provenance.rulebook import Rulebook
from provenance.rulebook.schema import Emits
from provenance.scoring import check_rules, test_rules
from provenance.scoring.corpus import PatternScore, score_patterns
from provenance.scoring.gold import read_gold

HOLDS, FAULTY = 0, 1


class Complaint(Protocol):
    """Something wrong with a rule."""

    @property
    def rule(self) -> str:
        """The rule's id."""

    @property
    def place(self) -> str:
        """Its file and line."""

    @property
    def reason(self) -> str:
        """What is wrong."""


def run(args: Namespace) -> int:
    """Run the action of `args`; return 0 if the rules hold, 1 if not, 2 if they cannot be loaded to be listed."""
    actions = {"list": _list_rules, "check": _check_rules, "test": _test_rules}
    try:
        rulebook = load_house_rules(args)
    except RulebookError as error:
        return _print_faults(error) if args.action == "check" else complain(str(error))
    except ProvenanceError as error:
        return complain(str(error))
    return actions[args.action](args, rulebook)


def _list_rules(args: Namespace, rulebook: Rulebook) -> int:
    data = export_rules(rulebook.pack)
    if args.format == "json":
        sys.stdout.write(json.dumps(data, indent=1) + "\n")
    else:
        print(render_rule_list(data["rules"], read_style()))
    return HOLDS


def _check_rules(_: Namespace, rulebook: Rulebook) -> int:
    return _print_complaints(check_rules(rulebook), "rules check")


def _test_rules(args: Namespace, rulebook: Rulebook) -> int:
    if args.corpus is not None:
        return _test_corpus(args, rulebook)
    complaints = [*test_rules(rulebook), *(check_rules(rulebook) if args.coverage else ())]
    return _print_complaints(complaints, "rules test")


def _test_corpus(args: Namespace, rulebook: Rulebook) -> int:
    """Print how every pattern does on annotated articles, and name those that are right too seldom."""
    try:
        articles = read_gold(Path(args.corpus))
    except ProvenanceError as error:
        return complain(str(error))
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


def _print_faults(error: RulebookError) -> int:
    for fault in error.faults:
        print(fault)
    print(f"rules check: {len(error.faults)} faults; the rules do not load", file=sys.stderr)
    return FAULTY
