"""AuditResult -> the findings as a text editor shows them under the words they rest on."""

from lsprotocol.types import Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, Position, Range

from provenance.editors.lines import Lines
from provenance.model import AuditResult, Finding, Severity, Span

SOURCE = "provenance"
_SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.NOTE: DiagnosticSeverity.Information,
}


def list_diagnostics(result: AuditResult, lines: Lines, uri: str) -> list[Diagnostic]:
    """Return a diagnostic for each finding that nobody waived, with what to do about it."""
    return [_diagnostic_of(finding, lines, uri) for finding in result.findings]


def explain_failure(reason: str) -> Diagnostic:
    """Return the one diagnostic of a text that could not be audited."""
    top = Range(Position(0, 0), Position(0, 0))
    return Diagnostic(top, f"not audited: {reason}", severity=DiagnosticSeverity.Information, source=SOURCE)


def _diagnostic_of(finding: Finding, lines: Lines, uri: str) -> Diagnostic:
    related = [
        DiagnosticRelatedInformation(Location(uri, lines.range_of(span)), "see also") for span in finding.related
    ]
    return Diagnostic(
        lines.range_of(finding.spans[0] if finding.spans else Span(0, 0)),
        f"{finding.message}\n{finding.remedy}",
        severity=_SEVERITIES[finding.severity],
        code=f"{finding.code} {finding.rule}",
        source=SOURCE,
        related_information=related,
        data=finding.fingerprint,
    )
