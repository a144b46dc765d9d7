"""`provenance audit`: read -> audit -> print, one article at a time."""

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path

from provenance.cli.complaints import INCOMPLETE, complain
from provenance.cli.filters import Filter, open_filters, send_through
from provenance.cli.house import open_house
from provenance.cli.outputs import Output, open_outputs
from provenance.cli.progress import Progress, watch
from provenance.errors import ProvenanceError, ReadingError, SettingsError
from provenance.model import AuditResult, Failure, Finding
from provenance.pipeline import audit_article
from provenance.policy.house import House
from provenance.policy.policy import Policy
from provenance.reading import find_files, read_article
from provenance.rulebook import Rulebook

CLEAN, FINDINGS = 0, 1


def run(args: Namespace) -> int:
    """Audit what `args` names; return 0, 1 or 2 as the help says."""
    try:
        house = open_house(args)
        if args.against is not None:
            return int(import_module("provenance.cli.drafts").run_comparison(args, house))
        baseline = Path(args.baseline) if args.baseline else house.baseline
        filters = open_filters(house, baseline, args.diff)
        paths = find_files(args.files)
        with ExitStack() as stack:
            return _audit_all(paths, house, filters, open_outputs(args, house, stack))
    except BrokenPipeError:
        raise
    except (ProvenanceError, OSError) as error:
        return complain(str(error))


def _audit_all(paths: list[str], house: House, filters: Sequence[Filter], outputs: list[Output]) -> int:
    """Audit each path and hand the result to every output; nothing of it is kept here."""
    code = CLEAN
    if not paths:
        return complain("no articles found")
    for item in _audit_each(paths, house.rulebook, filters):
        for output in outputs:
            output.add(item)
        code = max(code, _grade_item(item, house.policy))
    for output in outputs:
        output.finish()
    return code


def _audit_each(paths: list[str], rulebook: Rulebook, filters: Sequence[Filter]) -> Iterator[AuditResult | Failure]:
    """Yield the result or the failure of each path, with progress on stderr."""
    with watch(len(paths)) as progress:
        for path in paths:
            progress.show(path)
            item = _audit_one(path, rulebook, filters)
            progress.clear()
            if isinstance(item, Failure):
                _report_failure(item, progress)
            yield item


def _audit_one(path: str, rulebook: Rulebook, filters: Sequence[Filter]) -> AuditResult | Failure:
    """Audit one path; whatever goes wrong in one article must not cost the others."""
    try:
        return send_through(audit_article(read_article(path), rulebook), filters)
    except ReadingError as error:
        return Failure(error.path, error.reason)
    except SettingsError as error:
        return Failure(path, str(error))
    except OSError as error:
        return Failure(path, error.strerror or type(error).__name__)
    except Exception as error:  # noqa: BLE001  a fault of ours in one article is reported as such, with its place
        return Failure(path, f"internal error, please report it: {_place_of(error)}{type(error).__name__}: {error}")


def _place_of(error: Exception) -> str:
    """Return `module.py:line: ` of where an error was raised."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}: " if trace is not None else ""


def _report_failure(failure: Failure, progress: Progress) -> None:
    progress.clear()
    print(f"provenance: {failure.path}: {failure.reason}", file=sys.stderr)


def _grade_item(item: AuditResult | Failure, policy: Policy) -> int:
    """Return the exit code that one result alone would give."""
    return INCOMPLETE if isinstance(item, Failure) else grade_findings(item.findings, policy)


def grade_findings(findings: Iterable[Finding], policy: Policy) -> int:
    """Return whether findings reach the level from which a run fails."""
    level = policy.fail_on
    failed = level is not None and any(finding.severity.rank >= level.rank for finding in findings)
    return FINDINGS if failed else CLEAN
