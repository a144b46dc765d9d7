"""`provenance audit`: read -> audit -> print, one article at a time."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import ExitStack

from provenance.cli.house import House, open_house
from provenance.cli.outputs import Output, open_outputs
from provenance.cli.progress import Progress, watch
from provenance.errors import ProvenanceError, ReadingError
from provenance.model import AuditResult, Failure
from provenance.pipeline import audit_article
from provenance.policy.policy import Policy
from provenance.policy.waiving import apply_policy
from provenance.reading import find_files, read_article
from provenance.rulebook import Rulebook

CLEAN, FINDINGS, INCOMPLETE = 0, 1, 2


def run(args: Namespace) -> int:
    """Audit what `args` names; return 0, 1 or 2 as the help says."""
    try:
        house = open_house(args)
        paths = find_files(args.files)
        with ExitStack() as stack:
            return _audit_all(paths, house, open_outputs(args, house, stack))
    except BrokenPipeError:
        raise
    except (ProvenanceError, OSError) as error:
        return complain(str(error))


def complain(reason: str) -> int:
    """Say on stderr why the command cannot go on; return the exit code for that."""
    print(f"provenance: {reason}", file=sys.stderr)
    return INCOMPLETE


def _audit_all(paths: list[str], house: House, outputs: list[Output]) -> int:
    """Audit each path and hand the result to every output; nothing of it is kept here."""
    code = CLEAN
    if not paths:
        return complain("no articles found")
    for item in _audit_each(paths, house):
        for output in outputs:
            output.add(item)
        code = max(code, _grade(item, house.policy))
    for output in outputs:
        output.finish()
    return code


def _audit_each(paths: list[str], house: House) -> Iterator[AuditResult | Failure]:
    """Yield the result or the failure of each path, with progress on stderr."""
    with watch(len(paths)) as progress:
        for path in paths:
            progress.show(path)
            item = _audit_one(path, house.rulebook)
            progress.clear()
            if isinstance(item, Failure):
                _report_failure(item, progress)
                yield item
            else:
                yield apply_policy(item, house.policy)


def _audit_one(path: str, rulebook: Rulebook) -> AuditResult | Failure:
    """Audit one path; whatever goes wrong in one article must not cost the others."""
    try:
        return audit_article(read_article(path), rulebook)
    except ReadingError as error:
        return Failure(error.path, error.reason)
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


def _grade(item: AuditResult | Failure, policy: Policy) -> int:
    """Return the exit code that one result alone would give."""
    if isinstance(item, Failure):
        return INCOMPLETE
    level = policy.fail_on
    failed = level is not None and any(finding.severity.rank >= level.rank for finding in item.findings)
    return FINDINGS if failed else CLEAN
