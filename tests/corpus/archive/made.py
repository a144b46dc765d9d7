"""Archives made for a test, audits that go wrong on purpose, and the tables as sorted rows."""

import json
import os
import signal
import time
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

PLACES = ("Port Alby", "Sandmouth", "Greywick", "Low Fell", "Hartby", "Marle", "Oxley", "Tarn")
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
            time.sleep(60)
        if " 3 people" in article.text:
            raise RuntimeError(article.title)
        return AuditResult(Parse(article))

    return audit


def open_never() -> Callable[[Article], AuditResult]:
    """An audit that cannot even be opened."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError
