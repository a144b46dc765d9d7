"""`provenance waive FILE:LINE RULE`: somebody answers for a finding, in a file beside the article."""

from argparse import Namespace
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from provenance.audits.quoting import quote_words
from provenance.cli.complaints import complain
from provenance.cli.files import write_whole
from provenance.cli.pointed import find_named_finding
from provenance.errors import SettingsError
from provenance.model import AuditResult, Finding, Waiver, text_of
from provenance.policy.waiver_edits import Rows, put_waiver
from provenance.policy.waivers import key_of, read_rows, waivers_of


def run(args: Namespace) -> int:
    """Write the waiver; return 2 if somebody answers for the finding already. Raises ProvenanceError if there is none."""
    today = datetime.now(tz=UTC).date()
    if args.until and args.until < today:
        return complain(f"--until {args.until}: this day is over, the waiver would waive nothing")
    pointed = find_named_finding(args)
    waiver = _make(pointed.finding, pointed.result, args)
    path = waivers_of(pointed.result.article.file or pointed.path)
    there = read_rows(path, pointed.house.names)
    same = [one for _, one in there if key_of(one) == key_of(waiver)]
    running = [one for one in same if not one.is_over(today)]
    if running and not args.replace:
        return complain(f"{path}: this is answered for already: {_list(running)}; --replace puts yours in its place")
    _write(path, there, waiver)
    print(f"{path}: {waiver.audit} for '{waiver.claim}'" + (f", in place of: {_list(same)}" if same else ""))
    return 0


def _list(waivers: Iterable[Waiver]) -> str:
    return "; ".join(waiver.excuse for waiver in waivers)


def _write(path: Path, there: Rows, waiver: Waiver) -> None:
    """Put a waiver into its file; raise SettingsError, with what to write by hand, where that cannot be done."""
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    try:
        write_whole(path, put_waiver(text, there, waiver))
    except SettingsError as error:
        msg = f"{path}: {error}"
        raise SettingsError(msg) from error


def _make(finding: Finding, result: AuditResult, args: Namespace) -> Waiver:
    claims = {record.id: record.claim for record in result.parse.records}
    words = text_of(claims.get(finding.record or "", finding.spans), result.article.text)
    return Waiver(finding.rule, finding.fingerprint, quote_words(words), args.reason, args.by, args.until)
