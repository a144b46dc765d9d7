"""`provenance archive compare`: what articles of an archive say alike, as tables beside the others."""

import sys
from argparse import Namespace
from pathlib import Path

from provenance.cli.archive import absolute, open_engine
from provenance.cli.archive_lock import lock_folder
from provenance.cli.complaints import require_packages
from provenance.cli.house import open_house
from provenance.errors import SettingsError
from provenance.policy.house import House, OpenRules

_NEEDED = ("pyarrow",)
_STEPS = {"sorted": "shards sorted by time", "grouped": "windows compared"}


def run(args: Namespace) -> int:
    """Write the tables; raise SettingsError where there is nothing to compare."""
    require_packages(_NEEDED, "archive")
    # as in `provenance compare`: all audits speak unless a profile is asked for
    args.profile = args.profile or "everything"
    counts = _compare(args, open_house(args))
    told = f"{counts['groups']} groups with {counts['members']} members"
    print(f"{told}, {counts['conflicts']} conflicts, {counts['group_findings']} findings", file=sys.stderr)
    return 0


def _compare(args: Namespace, house: House) -> dict[str, int]:
    from provenance.corpus.archive.groups.grouping import GroupJob  # noqa: PLC0415 - loads pyarrow, an extra
    from provenance.corpus.archive.groups.runs import GroupsWanted, compare_archive  # noqa: PLC0415 - as above

    folder = Path(args.folder)
    if not folder.is_dir():
        msg = f"{folder}: holds no tables of an archive"
        raise SettingsError(msg)
    job = GroupJob(str(folder.resolve()), OpenRules(absolute(house.settings.path), args.profile))
    with lock_folder(folder):
        try:
            return compare_archive(GroupsWanted(house.used, args.at_once, args.days), job, open_engine(args), _tell)
        finally:
            _wipe()


def _tell(step: str, done: int, tasks: int) -> None:
    """Show how far it is, to a person who watches."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{done}/{tasks} {_STEPS[step]}")
        sys.stderr.flush()


def _wipe() -> None:
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K")
