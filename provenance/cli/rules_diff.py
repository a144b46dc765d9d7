"""`provenance rules diff OLD NEW CORPUS`: which findings a change of rules or settings brings and which it takes."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from provenance.cli.complaints import INCOMPLETE, complain
from provenance.cli.filters import open_filters, send_through
from provenance.cli.terminal import read_style
from provenance.errors import ProvenanceError, ReadingError
from provenance.model import AuditResult, Finding
from provenance.pipeline import audit_article
from provenance.policy.house import House, house_of
from provenance.policy.policy import Wishes
from provenance.policy.rule_differences import ArticleDifference, DifferenceCount, compare_rules
from provenance.policy.settings_file import SettingsFile, read_settings
from provenance.reading import find_files, read_article
from provenance.reports.finding_list import render_findings
from provenance.reports.style import Style
from provenance.rulebook import Rulebook

SAME, DIFFERENT = 0, 1


def run(args: Namespace) -> int:
    """Print what came and went, article by article; return 1 if anything did, 2 if not all could be compared."""
    style, count, failed = read_style(args.width), DifferenceCount(), False
    try:
        old, new = (_open(name, args.profile) for name in (args.old, args.new))
        for path in find_files(args.files):
            try:
                found = _compare(path, old, new)
            except ReadingError as error:
                failed = bool(complain(str(error)))
                continue
            count.add(found)
            print("".join(_render(found, style)), end="")
    except (ProvenanceError, OSError) as error:
        return complain(str(error))
    print("\n".join(_sum_up(count)), file=sys.stderr)
    if failed:
        return INCOMPLETE
    return DIFFERENT if count.gained or count.lost else SAME


def _open(name: str, profile: str | None) -> House:
    """Open a folder of rules, or the rules and the policy of a settings file; audits of a bare folder all speak."""
    path = Path(name)
    if path.is_dir():
        return house_of(SettingsFile(), Rulebook.load(path), Wishes(profile=profile or "everything"))
    settings = read_settings(path)
    return house_of(settings, None, Wishes(profile=profile))


def _compare(path: str, old: House, new: House) -> ArticleDifference:
    article = read_article(path)
    results = (send_through(audit_article(article, house.rulebook), open_filters(house)) for house in (old, new))
    return compare_rules(*results)


def _render(found: ArticleDifference, style: Style) -> Iterator[str]:
    """Yield the findings gained and lost in one article, each with its words."""
    for title, result, findings in (("gained", found.new, found.gained), ("lost", found.old, found.lost)):
        if findings:
            yield style.strong(style.plain(f"{result.article.path}: {title}")) + "\n"
            yield _list(result, findings, style) + "\n"


def _list(result: AuditResult, findings: tuple[Finding, ...], style: Style) -> str:
    return render_findings(AuditResult(result.parse, findings), style)


def _sum_up(count: DifferenceCount) -> Iterator[str]:
    for rule in sorted({*count.gained, *count.lost}):
        yield f"{rule}: {count.gained[rule]} gained, {count.lost[rule]} lost"
    yield f"rules diff: {count.articles} articles, {count.gained.total()} findings gained, {count.lost.total()} lost"
