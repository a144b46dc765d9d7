"""The work of one worker: a shard's documents read, audited and written; what goes wrong costs one document."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import field, frozen

from provenance.clock import OverdueError, limit_seconds
from provenance.collector import rare_collections
from provenance.corpus.archive.parts import Parts
from provenance.corpus.archive.shards import Document, Shard, read_shard
from provenance.corpus.archive.tables import Row, rows_of
from provenance.errors import ReadingError
from provenance.model import Article, AuditResult, Failure

Audit = Callable[[Article], AuditResult]
DIED = "the worker that read it died twice"
TOLD = 3
"""So many of the documents that could not be audited are named to whoever watches; all stand in the table."""
BEFORE = -1
"""The place of a worker that has not come to its first document."""


@frozen
class Job:
    """What all shards of a run have in common. `open_audit` gives the audit; it is opened once in each worker.

    `seconds` is the most time of the processor that a document may take (0: as long as it takes).
    """

    folder: str
    open_audit: Callable[[], Audit]
    fields: tuple[tuple[str, str], ...] = ()
    seconds: float = 0
    with_text: bool = True


@frozen
class Task:
    """A shard to be audited; `skip` are documents, by place, that killed workers before."""

    shard: Shard
    skip: frozenset[int] = field(default=frozenset())


def audit_shard(task: Task, job: Job) -> dict[str, Any]:
    """Audit the documents of a shard and write its parts; return the counts that its mark holds."""
    parts = Parts(Path(job.folder))
    parts.note_place(task.shard.id, BEFORE)
    audit = _open_audit(job.open_audit)
    rows: dict[str, list[Row]] = defaultdict(list)
    documents = 0
    with rare_collections():
        for place, document in enumerate(read_shard(task.shard, dict(job.fields))):
            documents += 1
            parts.note_place(task.shard.id, place)
            dead = place in task.skip
            _add(rows, _refuse(document.name, DIED) if dead else _audit_document(document, audit, job))
    summary = {"shard": task.shard.id, "documents": documents, **{name: len(held) for name, held in rows.items()}}
    summary |= {"refused": rows["failures"][:TOLD]} if rows.get("failures") else {}
    parts.write(task.shard.id, rows, summary)
    return summary


@lru_cache(maxsize=1)
def _open_audit(open_audit: Callable[[], Audit]) -> Audit:
    return open_audit()


def _audit_document(document: Document, audit: Audit, job: Job) -> Mapping[str, list[Row]]:
    """Audit the articles of a document; those before one that ends it are kept."""
    rows: dict[str, list[Row]] = defaultdict(list)
    try:
        with limit_seconds(job.seconds):
            for part in document.read():
                _add(rows, _audit_part(part, document.name, audit, job))
    except OverdueError:
        _add(rows, _refuse(document.name, f"took longer than {job.seconds:g} seconds"))
    except ReadingError as error:
        _add(rows, _refuse(document.name, error.reason))
    except OSError as error:
        _add(rows, _refuse(document.name, error.strerror or type(error).__name__))
    except Exception as error:  # noqa: BLE001 - a fault of ours costs this document, and is told
        _add(rows, _refuse(document.name, f"internal error, please report it: {type(error).__name__}: {error}"))
    return rows


def _audit_part(part: Article | Failure, name: str, audit: Audit, job: Job) -> Mapping[str, list[Row]]:
    if isinstance(part, Failure):
        return _refuse(part.path, part.reason)
    return rows_of(audit(part), part.path or name, with_text=job.with_text)


def _add(rows: dict[str, list[Row]], more: Mapping[str, list[Row]]) -> None:
    for table, held in more.items():
        rows[table] += held


def _refuse(name: str, reason: str) -> dict[str, list[Row]]:
    return {"failures": [{"article": name, "reason": reason}]}
