"""`provenance packs list|lock|verify`: which rules the house runs, and whether they are still the same."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from provenance.cli.files import write_whole
from provenance.cli.house import read_house_settings
from provenance.policy.packs import LOCK_FILE, compare_packs, load_rules, read_lock, write_lock
from provenance.rulebook.schema import PackName

SAME, DIFFERENT = 0, 1


def run(args: Namespace) -> int:
    """Run the action of `args`; return 0, or 1 if packs are not as locked."""
    settings = read_house_settings(args)
    return _ACTIONS[args.action](load_rules(settings).pack.names, settings.folder / LOCK_FILE)


def _list(names: Sequence[PackName], _: Path) -> int:
    for name in names:
        print(f"{name.id} {name.version} {name.sha256}")
    return SAME


def _lock(names: Sequence[PackName], path: Path) -> int:
    write_whole(path, write_lock(names))
    print(f"packs lock: {path} written", file=sys.stderr)
    return SAME


def _verify(names: Sequence[PackName], path: Path) -> int:
    differences = list(compare_packs(read_lock(path), names))
    for difference in differences:
        print(difference)
    print(f"packs verify: {len(differences) or 'no'} difference{'s' * (len(differences) != 1)}", file=sys.stderr)
    return DIFFERENT if differences else SAME


_ACTIONS: Mapping[str, Callable[[Sequence[PackName], Path], int]] = {"list": _list, "lock": _lock, "verify": _verify}
