"""`provenance waive FILE:LINE RULE`: somebody answers for a finding, in a file beside the article."""

import sys
from argparse import Namespace
from datetime import UTC, datetime

from provenance.audits.quoting import quote_words
from provenance.cli.complaints import complain
from provenance.cli.house import open_house
from provenance.cli.reading import read_options
from provenance.errors import ProvenanceError
from provenance.model import AuditResult, Finding, Waiver, text_of
from provenance.pipeline import audit_article
from provenance.policy.names import AuditNames
from provenance.policy.pointing import find_pointed, read_point
from provenance.policy.waivers import add_waivers, read_waivers, waivers_of, write_waivers
from provenance.reading import read_article


def run(args: Namespace) -> int:
    """Write the waiver; return 2 if there is no such finding."""
    try:
        point = read_point(args.place)
        args.select = (args.rule,)  # the audit is heard here whatever the policy makes of it
        house = open_house(args)
        rule = AuditNames(house.policy.cards).find(args.rule, args.place)
        result = audit_article(read_article(point.path, read_options(args, house.settings.reading)), house.rulebook)
        waiver = _make(find_pointed(result, rule, point), result, args)
        path = waivers_of(result.article.file or point.path)
        path.write_text(write_waivers(add_waivers(read_waivers(path), [waiver])), encoding="utf-8")
    except (ProvenanceError, OSError) as error:
        return complain(str(error))
    print(f"{path}: {waiver.audit} for '{waiver.claim}'", file=sys.stdout)
    if waiver.is_over(datetime.now(tz=UTC).date()):
        complain(f"its last day, {waiver.until}, is over: the finding is not waived")
    return 0


def _make(finding: Finding, result: AuditResult, args: Namespace) -> Waiver:
    claims = {record.id: record.claim for record in result.parse.records}
    words = text_of(claims.get(finding.record or "", finding.spans), result.article.text)
    return Waiver(finding.rule, finding.fingerprint, quote_words(words), args.reason, args.by, args.until)
