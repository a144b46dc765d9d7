"""`provenance rules diff OLD NEW CORPUS`: which findings a change of rules or settings brings and which it takes."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from provenance.cli.complaints import INCOMPLETE, complain
from provenance.cli.filters import open_filters, send_through
from provenance.cli.reading import read_options
from provenance.cli.terminal import read_style
from provenance.errors import ReadingError
from provenance.model import AuditResult
from provenance.pipeline import audit_article
from provenance.policy.house import House, house_of
from provenance.policy.policy import Wishes
from provenance.policy.rule_differences import ArticleDifference, DifferenceCount, compare_rules
from provenance.policy.settings_file import SettingsFile, read_settings
from provenance.reading import ReadingOptions, find_files, read_article
from provenance.reports.counting import count_of
from provenance.reports.finding_list import render_findings
from provenance.reports.style import Style
from provenance.rulebook import Rulebook

SAME, DIFFERENT = 0, 1


@frozen
class _Side:
    """One of the two sets of rules, and how its settings want articles read."""

    house: House
    options: ReadingOptions


def run(args: Namespace) -> int:
    """Print what came and went, article by article; return 1 if anything did, 2 if not all could be compared."""
    style, count, failed = read_style(args.width), DifferenceCount(), False
    old, new = (_open(name, args) for name in (args.old, args.new))
    for path in find_files(args.files):
        try:
            found = compare_rules(_audit(path, old), _audit(path, new))
        except ReadingError as error:
            complain(str(error))
            failed = True
            continue
        count.add(found)
        print("".join(_render(found, style)), end="")
    print("\n".join(_sum_up(count)), file=sys.stderr)
    if failed:
        return INCOMPLETE
    return DIFFERENT if count.gained or count.lost else SAME


def _open(name: str, args: Namespace) -> _Side:
    """Open a folder of rules, or the rules and the policy of a settings file; audits of a bare folder all speak."""
    house = _open_house(name, args.profile)
    return _Side(house, read_options(args, house.settings.reading))


def _open_house(name: str, profile: str | None) -> House:
    path = Path(name)
    if path.is_dir():
        return house_of(SettingsFile(), Rulebook.load(path), Wishes(profile=profile or "everything"))
    settings = read_settings(path)
    return house_of(settings, None, Wishes(profile=profile))


def _audit(path: str, side: _Side) -> AuditResult:
    result = audit_article(read_article(path, side.options), side.house.rulebook)
    return send_through(result, open_filters(side.house))


def _render(found: ArticleDifference, style: Style) -> Iterator[str]:
    """Yield the findings gained and lost in one article, each with its words."""
    for title, result, findings in (("gained", found.new, found.gained), ("lost", found.old, found.lost)):
        if findings:
            yield style.strong(style.plain(f"{result.article.path}: {title}")) + "\n"
            yield render_findings(AuditResult(result.parse, findings), style) + "\n"


def _sum_up(count: DifferenceCount) -> Iterator[str]:
    for rule in sorted({*count.gained, *count.lost}):
        yield f"{rule}: {count.gained[rule]} gained, {count.lost[rule]} lost"
    gained = count_of(count.gained.total(), "finding")
    yield f"rules diff: {count_of(count.articles, 'article')}, {gained} gained, {count.lost.total()} lost"
