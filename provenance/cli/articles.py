"""Which articles a run audits, under which settings, and what lies beside them."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from provenance.errors import SettingsError
from provenance.policy.house import House
from provenance.policy.houses import Houses
from provenance.policy.waivers import ENDING
from provenance.reading import find_files

BASELINE_FILE = "provenance-baseline.txt"


def find_articles(files: Sequence[str], houses: Houses, *, spare: bool = False) -> list[str]:
    """List the articles that the user named, with their houses open; baselines are none, and a named one is told.

    Raises SettingsError with everything that is wrong with the settings of any of them; to `spare` the others, only where
    the settings of all are wrong.
    """
    paths = find_files(files)
    if not paths:
        msg = "no articles found"
        raise SettingsError(msg)
    articles = [path for path in paths if not is_baseline(path)]
    (houses.open_sound if spare else houses.open_all)(articles)
    return drop_baselines(paths, houses, files)


def drop_baselines(paths: Sequence[str], houses: Iterable[House], named: Sequence[str]) -> list[str]:
    """List the paths that are no baselines, neither by their name nor by the settings of a house; tell one that was named."""
    baselines = {os.path.abspath(house.baseline) for house in houses if house.baseline}  # noqa: PTH100 - as below
    articles = [path for path in paths if not is_baseline(path)]
    if baselines:
        articles = [path for path in articles if os.path.abspath(path) not in baselines]  # noqa: PTH100 - no links
    for path in set(paths).difference(articles).intersection(named):
        print(f"provenance: {path}: is a baseline and no article, left out", file=sys.stderr)
    return articles


def is_baseline(path: str) -> bool:
    """Tell whether a file is a baseline, by the name it has unless settings give it another."""
    return os.path.basename(path) == BASELINE_FILE  # noqa: PTH119 - many thousands


def refuse_overwriting(outputs: Sequence[str], articles: Iterable[str]) -> None:
    """Raise SettingsError where a report would take the place of an article, or of another report."""
    read = set(map(os.path.realpath, articles)) if outputs else set()
    pages = {os.path.dirname(path) for path in read if path.endswith(".html")}  # noqa: PTH120 - many thousands
    written: set[str] = set()
    for output in outputs:
        target = os.path.realpath(output)
        reasons = {
            "it is one of the articles": target in read,
            "pages that are articles lie there": output.endswith(("/", os.sep)) and target in pages,
            "two reports would go there": target in written and not output.startswith("/dev/"),
        }
        for reason in (reason for reason, holds in reasons.items() if holds):
            msg = f"cannot write {output}: {reason}"
            raise SettingsError(msg)
        written.add(target)


def tell_strays(articles: Iterable[str]) -> None:
    """Say on stderr which files of waivers stand beside these articles without one of their own."""
    for folder in sorted({os.path.dirname(path) for path in articles}):  # noqa: PTH120 - many thousands
        for path in _list_strays(folder):
            print(
                f"provenance: {path}: its article is not there; rename it as the article was, or delete it",
                file=sys.stderr,
            )


def _list_strays(folder: str) -> list[str]:
    try:
        names = set(os.listdir(folder or "."))  # noqa: PTH208 - many thousands
    except (OSError, ValueError):
        return []
    strays = (name for name in names if name.endswith(ENDING) and name.removesuffix(ENDING) not in names)
    return sorted((Path(folder) / name).as_posix() for name in strays)
