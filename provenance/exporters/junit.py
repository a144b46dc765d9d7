"""Findings -> JUnit XML: a suite an article, a case a finding."""

from xml.etree import ElementTree as ET

from provenance.exporters.xml_text import clean_text, dump_xml
from provenance.listing.entries import Entry, Listing, Run
from provenance.model import Severity


def write_run(run: Run) -> bytes:
    """Return the report: findings from the fail level on fail, lesser ones pass with their message, waived are skipped."""
    root = ET.Element("testsuites", {"name": "provenance"})
    for listing in run.listings:
        root.append(_suite(listing))
    return dump_xml(root)


def _suite(listing: Listing) -> ET.Element:
    """Return an article as a suite; one without findings has one case, which passes."""
    cases = [_case(entry, listing.path, listing.fail_on) for entry in listing.entries]
    if listing.error is not None:
        cases = [_outcome(_named("audited", listing.path), "error", "not audited", listing.error)]
    cases = cases or [_named("audited", listing.path)]
    counts = {
        total: str(sum(case.find(outcome) is not None for case in cases))
        for total, outcome in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))
    }
    suite = ET.Element("testsuite", {"name": clean_text(listing.path), "tests": str(len(cases)), **counts})
    suite.extend(cases)
    return suite


def _case(entry: Entry, path: str, level: Severity | None) -> ET.Element:
    finding, where = entry.finding, f"{path}:{entry.region.start.line}" if entry.region else path
    case = _named(f"{finding.code} {finding.rule} {finding.fingerprint[:8]}", path)
    text = f"{where}: {finding.severity.value}: {finding.message}"
    if finding.excuse is not None:
        return _outcome(case, "skipped", finding.excuse, text)
    if level is not None and finding.severity.reaches(level):
        return _outcome(case, "failure", finding.message, text)
    ET.SubElement(case, "system-out").text = clean_text(text)
    return case


def _named(name: str, path: str) -> ET.Element:
    return ET.Element("testcase", {"name": name, "classname": clean_text(path)})


def _outcome(case: ET.Element, kind: str, message: str, text: str) -> ET.Element:
    ET.SubElement(case, kind, {"message": clean_text(message)}).text = clean_text(text)
    return case
