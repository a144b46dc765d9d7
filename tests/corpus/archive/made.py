"""Archives made for a test, audits that go wrong on purpose, and the tables as sorted rows."""

import json
import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from provenance.corpus.archive.engines import Engine
from provenance.corpus.archive.manifest import Wanted, begin
from provenance.corpus.archive.runs import run_shards
from provenance.corpus.archive.tables import SCHEMAS
from provenance.corpus.archive.work import Job
from provenance.model import Article, AuditResult, Parse, RulesUsed
from provenance.pipeline import audit_article, default_rulebook
from provenance.rulebook import Rulebook

PLACES = ("Port Alby", "Sandmouth", "Greywick", "Low Fell", "Hartby", "Marle", "Oxley", "Tarn")
OUTLETS = ("Port Alby Post", "Sandmouth Echo", "Greywick Times")
SAID = (
    "The old lighthouse will never be torn down while I hold this office",
    "Every harbour pilot deserves a proper pension after thirty winters",
    "We bought two second-hand trams because nobody would sell us new ones",
    "Salmon farms have poisoned the whole fjord and somebody must clean it",
    "A library without evening hours is a warehouse for paper",
    "Our orchestra has rehearsed in a parking garage since September",
    "These bridges were painted by contractors who forgot the rust underneath",
    "Wolves killed forty sheep and the ministry counted six",
    "Children in Marle learn to swim in a pool without water",
    "The brewery will pay for the flood wall or leave the valley",
)
Rows = dict[str, list[dict[str, Any]]]


def write_articles(path: Path, count: int) -> Path:
    """Write `count` different articles as JSON Lines."""
    lines = [
        {
            "id": f"n{number}",
            "outlet": f"The {PLACES[number % 3]} Post",
            "date": f"2026-0{number % 9 + 1}-01",
            "title": f"Ferry line {number}",
            "text": f"The ferry line of {PLACES[number % 8]} will be sold, an official said. "
            f"The mayor, Ana Reyes, said {number} people had not been asked.",
        }
        for number in range(count)
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def run_job(folder: Path, source: Path, engine: Engine, open_audit: Callable[[], Any], **how: Any) -> list[int]:  # noqa: ANN401
    """Run an archive in this process; the documents of every shard as they were told."""
    told: list[int] = []
    size = how.pop("size", 5)
    folder.mkdir(exist_ok=True)
    shards = begin(folder, Wanted((str(source),), RulesUsed(), size))
    run_shards(shards, Job(str(folder), open_audit, **how), engine, lambda summary: told.append(summary["documents"]))
    return told


def read_tables(folder: Path) -> Rows:
    """All rows of all tables, sorted."""
    return {
        table: sorted(
            (row for part in (folder / table).glob("*.parquet") for row in pq.read_table(part).to_pylist()), key=repr
        )
        for table in SCHEMAS
    }


def open_plain() -> Callable[[Article], AuditResult]:
    """An audit that finds nothing."""
    return lambda article: AuditResult(Parse(article))


def open_deadly() -> Callable[[Article], AuditResult]:
    """An audit that takes its process down at one document, and is too slow for another."""

    def audit(article: Article) -> AuditResult:
        if " 7 people" in article.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if " 12 people" in article.text:
            all(number for number in range(1, 10**12))
        if " 3 people" in article.text:
            raise RuntimeError(article.title)
        return AuditResult(Parse(article))

    return audit


def open_slow() -> Callable[[Article], AuditResult]:
    """An audit that does not come to an end with one document."""

    def audit(article: Article) -> AuditResult:
        if " 2 people" in article.text:
            all(number for number in range(1, 10**12))
        return AuditResult(Parse(article))

    return audit


def open_never() -> Callable[[Article], AuditResult]:
    """An audit that cannot even be opened."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def write_stories(path: Path) -> Path:
    """Write a story a day, told by three outlets on three days; the last has no date."""
    lines = []
    for day, said in enumerate(SAID):
        for later, outlet in enumerate(OUTLETS):
            date = None if day == len(SAID) - 1 else f"2026-01-{1 + day + later:02}"
            text = f"It was a {('quiet', 'stormy', 'long')[later]} day.\n\n“{said},” Norwegian minister Ana Reyes said."
            lines.append({"id": f"n{day}-{later}", "outlet": outlet, "date": date, "text": text})
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def open_full() -> Callable[[Article], AuditResult]:
    """The audit with all rules."""
    return audit_article


def open_rules() -> Rulebook:
    """All rules."""
    return default_rulebook()


def rows_in(folder: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table."""
    return [row for path in sorted((folder / table).glob("*.parquet")) for row in pq.read_table(path).to_pylist()]
