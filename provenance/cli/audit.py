"""`provenance audit`: read -> audit -> print, one article at a time."""

import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from attrs import frozen

from provenance.cli.articles import find_articles, refuse_overwriting, tell_strays
from provenance.cli.complaints import INCOMPLETE, complain
from provenance.cli.filters import Filter, open_filters, send_through
from provenance.cli.house import open_houses
from provenance.cli.outputs import Output, open_outputs
from provenance.cli.progress import watch
from provenance.cli.reading import read_options, read_seconds
from provenance.clock import OverdueError, limit_seconds
from provenance.collector import rare_collections
from provenance.errors import ReadingError, SettingsError, raised_at
from provenance.model import Article, AuditResult, Failure, Finding
from provenance.pipeline import audit_article
from provenance.policy.house import House
from provenance.policy.houses import Houses
from provenance.policy.policy import Policy
from provenance.reading import STDIN, ReadingOptions, read_articles
from provenance.rulebook import Rulebook

CLEAN, FINDINGS = 0, 1
Done = TypeVar("Done")


def run(args: Namespace) -> int:
    """Audit what `args` names; return 0, 1 or 2 as the help says."""
    return _run_timed(args) if args.profile_time else _run(args)


def _run_timed(args: Namespace) -> int:
    """Audit, and say on stderr where the time went."""
    times, report = import_module("provenance.tracing.times"), import_module("provenance.reports.times")
    with times.watch_times() as spent:
        code = _run(args)
    whole = time.process_time() - spent.outside
    print(report.render_times(spent.stages, spent.rules, whole), file=sys.stderr)
    return code


def _run(args: Namespace) -> int:
    houses = open_houses(args)
    if args.against is not None:
        return int(import_module("provenance.cli.drafts").run_comparison(args, houses))
    paths = find_articles(args.files, houses, spare=True)
    refuse_overwriting([path for _, path in args.out], paths)
    tell_strays(paths)
    with rare_collections(), ExitStack() as stack:
        desks = _open_desks(args, houses)
        outputs = open_outputs(args, houses, stack)
        return _audit_all(paths, desks, outputs)


def _audit_all(paths: list[str], desks: "_Desks", outputs: list[Output]) -> int:
    """Audit each path and hand the results to every output; nothing of them is kept here."""
    code = CLEAN
    with watch(len(paths)) as progress:
        for path in paths:
            progress.show(path)
            for item in desks.run(path):
                progress.clear()
                if isinstance(item, Failure):
                    print(f"provenance: {item.path}: {item.reason}", file=sys.stderr)
                for output in outputs:
                    output.add(item)
                code = max(code, desks.grade(item, path))
    for output in outputs:
        output.finish()
    return code


def _open_desks(args: Namespace, houses: Houses) -> "_Desks":
    """Open what each house needs; one that lacks something is told and given up, and the run with it if it is the last."""
    audits = {}
    for house in tuple(houses):
        try:
            audits[house] = _open_audit(args, house)
        except SettingsError as error:
            houses.give_up(house, str(error))
    for fault in houses.faults:
        complain(fault)
    return _Desks(houses, audits)


def _open_audit(args: Namespace, house: House) -> "_Audit":
    baseline = Path(args.baseline) if args.baseline else house.baseline
    reading = house.settings.reading
    options = read_options(args, reading)
    filters = open_filters(house, baseline, args.diff, options, hushed=args.no_text)
    return _Audit(house.rulebook, house.policy, filters, options, read_seconds(args, reading))


@frozen(eq=False, repr=False)
class _Desks:
    """The audit of every house; articles of a house that could not be opened are not lost, but fail with the reason."""

    houses: Houses
    audits: "Mapping[House, _Audit]"

    def run(self, path: str) -> Iterator[AuditResult | Failure]:
        """Audit the articles of one path."""
        if (fault := self.houses.fault_of(path)) is not None:
            return iter([Failure(path, f"not audited, its settings have faults: {fault.partition(chr(10))[0]}")])
        return self.audits[self.houses.of(path)].run(path)

    def grade(self, item: AuditResult | Failure, path: str) -> int:
        """Return the exit code that one result alone would give."""
        return INCOMPLETE if isinstance(item, Failure) else grade_findings(item.findings, self.houses.of(path).policy)


@frozen(eq=False, repr=False)
class _Audit:
    """How every file of a run is read and audited."""

    rulebook: Rulebook
    policy: Policy
    filters: Sequence[Filter]
    options: ReadingOptions
    seconds: float

    def run(self, path: str) -> Iterator[AuditResult | Failure]:
        """Audit the articles of one path; whatever goes wrong in one of them must not cost the others."""
        found = read_articles(path, self.options)
        while (item := self._guard(path, lambda: next(found, None))) is not None:
            yield item if isinstance(item, Failure) else self._audit(item)

    def _audit(self, article: Article) -> AuditResult | Failure:
        path = article.path or STDIN
        return self._guard(path, lambda: send_through(audit_article(article, self.rulebook), self.filters))

    def _guard(self, path: str, work: Callable[[], Done]) -> Done | Failure:
        """Do some work on a path within the time it may take."""
        try:
            with limit_seconds(self.seconds):
                return _try(path, work)
        except OverdueError:
            return Failure(path, f"took longer than {self.seconds} seconds (--max-seconds)")


def _try(path: str, work: Callable[[], Done]) -> Done | Failure:
    """Do some work on a path; return a Failure with the reason if it cannot be done."""
    try:
        return work()
    except ReadingError as error:
        return Failure(error.path, error.reason)
    except SettingsError as error:
        return Failure(path, str(error))
    except OSError as error:
        return Failure(path, error.strerror or type(error).__name__)
    except Exception as error:  # noqa: BLE001  a fault of ours in one article is reported as such, with its place
        return Failure(path, f"internal error, please report it: {raised_at(error)}: {type(error).__name__}: {error}")


def grade_findings(findings: Iterable[Finding], policy: Policy) -> int:
    """Return whether findings reach the level from which a run fails."""
    level = policy.fail_on
    failed = level is not None and any(finding.severity.reaches(level) for finding in findings)
    return FINDINGS if failed else CLEAN
