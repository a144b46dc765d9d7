"""`provenance audit NEW --against OLD`: what changed in the sourcing between two drafts."""

import sys
from argparse import Namespace
from pathlib import Path

from provenance.cli.audit import grade_findings
from provenance.cli.complaints import complain
from provenance.cli.filters import open_filters, send_through
from provenance.cli.reading import read_options
from provenance.cli.terminal import read_style
from provenance.exporters.drafts_v1 import DraftChange, DraftClaim, export_drafts
from provenance.exporters.json_text import dump_json, dump_line
from provenance.listing.places import read_places
from provenance.model import AuditResult, text_of
from provenance.pipeline import audit_article
from provenance.policy.drafts import Change, ChangeKind, DraftComparison, compare_drafts, hide_drafts
from provenance.policy.houses import Houses
from provenance.reading import read_article
from provenance.reports.chains import NOT_STATED, render_chain
from provenance.reports.draft_changes import DraftRow, render_draft_changes
from provenance.reports.finding_list import render_findings
from provenance.reports.rows import Row
from provenance.reports.style import Style

FORMATS = ("table", "json", "jsonl")
"""What two drafts can be printed as."""


def run_comparison(args: Namespace, houses: Houses) -> int:
    """Compare two drafts under the settings of the new one and print it; the exit code grades the findings that are new."""
    if fault := _find_fault(args):
        return complain(fault)
    house = houses.of(args.files[0])
    filters, options = open_filters(house, hushed=args.no_text), read_options(args, house.settings.reading)
    old, new = (
        send_through(audit_article(read_article(path, options), house.rulebook), filters)
        for path in (args.against, args.files[0])
    )
    found = compare_drafts(old, new)
    gained = found.gained
    if args.no_text:
        found = hide_drafts(found, {card.id: card for card in house.rulebook.pack.audits})
    if args.format == "table":
        print(_render(found, read_style(args.width, house.policy.show)))
    else:
        dump = dump_line if args.format == "jsonl" else dump_json
        sys.stdout.buffer.write(dump(_export(found)))
    return grade_findings(gained, house.policy)


def _find_fault(args: Namespace) -> str | None:
    """Say what keeps two drafts from being compared as the command line has it; None if nothing does."""
    if len(args.files) != 1 or args.out or args.diff:
        return "--against compares one FILE with one other, and goes with neither --out nor --diff"
    if args.format not in FORMATS:
        return f"--against goes with the formats {', '.join(FORMATS[:-1])} and {FORMATS[-1]}"
    folders = [path for path in (args.files[0], args.against) if Path(path).is_dir()]
    return f"{folders[0]}: is a folder; --against compares one FILE with one other" if folders else None


def _render(found: DraftComparison, style: Style) -> str:
    rows = [
        DraftRow(change.kind, _claim(change, found), _chain_before(change, found), _chain_now(change, found))
        for change in found.changes
    ]
    parts = [render_draft_changes(rows, style) + "\n"]
    for title, result, findings in (("New", found.new, found.gained), ("Solved", found.old, found.solved)):
        if findings:
            only = AuditResult(result.parse, findings)
            parts += [style.strong(f"{title} findings"), render_findings(only, style)]
    return "\n".join(parts).rstrip("\n")


def _claim(change: Change, found: DraftComparison) -> str:
    """Return the words of a claim in the newest draft that has it; where they are hidden, its place."""
    row, result = (change.new, found.new) if change.new else (change.old, found.old)
    if row is None:
        return ""
    if result.article.hidden:
        return read_places(result.parse).place_of(row.record.claim[0].start).spell()
    return text_of(row.record.claim, result.article.text).removeprefix("that ")


def _chain_before(change: Change, found: DraftComparison) -> str:
    lost = change.support if change.kind is ChangeKind.UNSUPPORTED else None
    return "; ".join(filter(None, (_chain(change.old, found.old), _chain(lost, found.old))))


def _chain_now(change: Change, found: DraftComparison) -> str:
    gained = change.support if change.kind is ChangeKind.SUPPORTED else None
    return "; ".join(filter(None, (_chain(change.new, found.new), _chain(gained, found.new))))


def _chain(row: Row | None, result: AuditResult) -> str:
    if row is None:
        return ""
    return render_chain(row.attribution.chain, result.article.words) if row.attribution else NOT_STATED


def _export(found: DraftComparison) -> dict[str, object]:
    changes = [
        DraftChange(
            change.kind.value,
            _claim_of(change.old, found.old),
            _claim_of(change.new, found.new),
            _claim_of(change.support, found.old if change.kind is ChangeKind.UNSUPPORTED else found.new),
        )
        for change in found.changes
    ]
    return export_drafts((found.old, found.new), changes, gained=found.gained, solved=found.solved)


def _claim_of(row: Row | None, result: AuditResult) -> DraftClaim | None:
    return DraftClaim(row.record, row.attribution, result.article.words) if row else None
