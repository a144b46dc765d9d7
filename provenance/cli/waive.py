"""`provenance waive FILE:LINE RULE`: somebody answers for a finding, in a file beside the article."""

from argparse import Namespace
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from provenance.audits.quoting import quote_words
from provenance.cli.complaints import complain
from provenance.cli.files import write_whole
from provenance.cli.house import open_houses
from provenance.cli.reading import read_options
from provenance.errors import ProvenanceError, SettingsError
from provenance.model import AuditResult, Finding, Waiver, text_of
from provenance.pipeline import audit_article
from provenance.policy.pointing import find_pointed, read_point
from provenance.policy.waiver_edits import Rows, put_waiver
from provenance.policy.waivers import key_of, read_rows, waivers_of
from provenance.reading import read_article


def run(args: Namespace) -> int:
    """Write the waiver; return 2 if there is no such finding, or if somebody answers for it already."""
    try:
        return _run(args)
    except (ProvenanceError, OSError) as error:
        return complain(str(error))


def _run(args: Namespace) -> int:
    today = datetime.now(tz=UTC).date()
    if args.until and args.until < today:
        return complain(f"--until {args.until}: this day is over, the waiver would waive nothing")
    point = read_point(args.place)
    houses = open_houses(args)
    house = houses.open_for(point.path, args.rule, args.place)
    (card,) = house.policy.cards
    result = audit_article(read_article(point.path, read_options(args, house.settings.reading)), house.rulebook)
    waiver = _make(find_pointed(result, card.id, point), result, args)
    path = waivers_of(result.article.file or point.path)
    there = read_rows(path, house.names)
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
