"""Rows of the table `records` -> articles as far as the tables keep them, which is all that comparing reads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

from provenance.corpus.archive.tables import Row
from provenance.model import (
    Article,
    Attribution,
    AuditResult,
    Form,
    Hop,
    Kind,
    Naming,
    Number,
    Parse,
    Record,
    Role,
    Source,
    Sourcing,
    Span,
    Spans,
    hull_of,
)

COLUMNS = (
    "article published publisher record claim sourcing reported_speech source kind naming number on_behalf_of occasion chain confidence "
    "attribution nested_in form spans breaks between around cue source_words introductions"
).split()
"""The columns of `records` that are needed."""
_BETWEEN = len(" ... ")


def restore_all(rows: Iterable[Row]) -> Iterator[AuditResult]:
    """Give the articles of some rows, which stand together article by article."""
    for _, held in groupby(rows, key=lambda row: row["article"]):
        yield restore(list(held))


def restore(rows: Sequence[Row]) -> AuditResult:
    """Give an article with blanks for the words that the tables do not keep, so that all places are as they were."""
    first = rows[0]
    pieces = [piece for row in rows for piece in _pieces_of(row)]
    article = Article(
        _spread(pieces), path=first["article"], publisher=first["publisher"], published=first["published"]
    )
    ordered = sorted(rows, key=lambda row: int(row["attribution"][1:]))
    records = tuple(
        Record(row["record"], _spans(row), (row["attribution"],), Sourcing(row["sourcing"])) for row in rows
    )
    sentences = tuple(_sentences_of(rows))
    return AuditResult(Parse(article, tuple(map(_attribution_of, ordered)), records, sentences=sentences))


def _sentences_of(rows: Iterable[Row]) -> Iterator[Span]:
    """Yield the sentences in which claims stand, as far as their edges are kept."""
    ends: dict[int, int] = {}
    for row in rows:
        spans = (*_spans(row), *_places(row["around"] or ()))
        hull = hull_of(spans)
        for start, end in pairwise((hull.start, *row["breaks"], hull.end)):
            ends[start] = max(end, ends.get(start, 0))
    yield from (Span(start, end) for start, end in sorted(ends.items()))


def restore_hop(row: Mapping[str, Any]) -> Hop:
    """Give one hop of a chain."""
    return Hop(
        row["entity"], Kind(row["kind"]), Naming(row["naming"]), Role(row["role"]), (), heard=bool(row.get("heard"))
    )


def _pieces_of(row: Row) -> Iterator[tuple[int, str]]:
    """Yield the stretches of text that a row keeps, each with its place."""
    at = 0
    for span in _spans(row):
        yield span.start, row["claim"][at : at + len(span)]
        at += len(span) + _BETWEEN
    for column in ("between", "around", "cue", "source_words", "introductions"):
        yield from ((piece["start"], piece["text"]) for piece in row[column] or ())


def _spread(pieces: Iterable[tuple[int, str]]) -> str:
    """Put pieces where they stood; pieces may overlap."""
    text, end = [], 0
    for start, piece in sorted(pieces, key=lambda one: (one[0], -len(one[1]))):
        if start > end:
            text.append(" " * (start - end))
            end = start
        text.append(piece[end - start :])
        end = max(end, start + len(piece))
    return "".join(text)


def _spans(row: Row) -> Spans:
    return tuple(Span(span["start"], span["end"]) for span in row["spans"])


def _places(pieces: Iterable[Mapping[str, Any]]) -> Spans:
    return tuple(Span(piece["start"], piece["start"] + len(piece["text"])) for piece in pieces)


def _attribution_of(row: Row) -> Attribution:
    source = Source(
        _places(row["source_words"]),
        row["source"],
        Kind(row["kind"]) if row["kind"] else Kind.UNKNOWN,
        Naming(row["naming"]),
        Number(row["number"]) if row["number"] else Number.UNSPECIFIED,
        row["on_behalf_of"],
    )
    return Attribution(
        row["attribution"],
        Form(row["form"]),
        "",
        row["reported_speech"],
        _places(row["cue"]),
        _spans(row),
        source if row["kind"] else None,
        tuple(map(restore_hop, row["chain"])),
        row["occasion"],
        row["nested_in"],
        row["confidence"],
    )
