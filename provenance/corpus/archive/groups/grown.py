"""The members of a group, from one window or several -> the group, and its rows in the tables."""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from attrs import frozen

from provenance.comparing.clauses import words_of
from provenance.comparing.dates import day_of, order_of
from provenance.comparing.description import describe_group
from provenance.comparing.lineage import trace_lineage
from provenance.comparing.speakers import Speaker
from provenance.comparing.spellings import keys_of, same_person
from provenance.comparing.statements import Statement
from provenance.corpus.archive.groups.kept import restore_hop
from provenance.corpus.archive.tables import Row
from provenance.model import Article, Attribution, Form, Group, Kind, Member, Span, Spans

_BETWEEN = " ... "
_TRACED = 1_000
"""Members whose way is traced: each is held against all before it, and what more articles have is a formula."""


@frozen
class _Part:
    """A piece of an article, and where it stands there."""

    start: int
    text: str


@frozen(eq=False)
class Whole:
    """A group with all of its members. `rows` are theirs, in their order; members know articles by their places."""

    group: Group
    articles: tuple[Article, ...]
    rows: Sequence[Row]
    wordings: int


def make_whole(name: str, rows: Sequence[Row]) -> Whole:
    """Make a group of the rows of its members, some of them perhaps from two windows."""
    rows = _join_twins(rows)
    numbers: dict[str, int] = {}
    for row in rows:
        numbers.setdefault(row["article"], len(numbers))
    firsts = {row["article"]: row for row in reversed(rows)}
    articles = tuple(article_of(firsts[one]) for one in numbers)
    held = [_statement_of(row, numbers[row["article"]]) for row in rows]
    told = describe_group(held, articles)
    members = tuple(
        Member(statement.article, statement.attribution, _part_of(row), row["verbatim"])
        for (statement, _), row in zip(held, rows, strict=True)
    )
    traced = [(one, row["verbatim"]) for (one, _), row in islice(zip(held, rows, strict=True), _TRACED)]
    lineage = trace_lineage(traced, articles)
    group = Group(name, told.label, told.origin, told.origins, members, told.variants, lineage)
    return Whole(group, articles, rows, len(told.variants))


def rows_of(whole: Whole) -> dict[str, list[Row]]:
    """Return the rows of a group in the tables `groups` and `members`."""
    return {
        "groups": [_group_row(whole)],
        "members": [_member_row(whole.group.id, row) for row in whole.rows],
    }


def article_of(row: Row) -> Article:
    """What a row tells of its article."""
    return Article("", path=row["article"], publisher=row["publisher"], published=row["published"])


def _join_twins(rows: Sequence[Row]) -> list[Row]:
    """Make one of the rows of one statement: all that belongs to the group in some window."""
    found: dict[tuple[str, str], Row] = {}
    for row in rows:
        key = (row["article"], row["attribution"])
        held = found.get(key)
        if held is None:
            found[key] = row
            continue
        parts = {_Part(one["start"], one["text"]) for one in (*held["parts"], *row["parts"])}
        ordered = sorted(parts, key=lambda part: (part.start, part.text))
        joined = [{"start": part.start, "text": part.text} for part in ordered]
        found[key] = {**held, "parts": joined, "verbatim": held["verbatim"] or row["verbatim"]}
    return list(found.values())


def _statement_of(row: Row, article: int) -> tuple[Statement, Spans]:
    """Give a member as a statement that holds no more than what belongs to the group."""
    spans, at = [], 0
    for part in row["parts"]:
        spans.append(Span(at, at + len(part["text"])))
        at = spans[-1].end + len(_BETWEEN)
    content = tuple(spans)
    hops = tuple(map(restore_hop, row["chain"]))
    attribution = Attribution(
        id=row["attribution"],
        form=Form(row["form"]),
        pattern="",
        reported_speech=True,
        cue=(),
        content=content,
        source=None,
        chain=hops,
        occasion=row["occasion"],
        nested_in=row["nested_in"],
    )
    speakers = tuple(map(_speaker_of, row["chain"]))
    text = _words_of(row)
    words = tuple(word.casefold() for word in words_of(text, content))
    return Statement(article, attribution, text, speakers, (), words, ()), content


def _speaker_of(row: Mapping[str, Any]) -> Speaker:
    hop = restore_hop(row)
    return Speaker(keys_of(hop.entity or ""), hop.kind, hop.naming, hop.role, frozenset(row["sides"]), hop.entity)


def _words_of(row: Row) -> str:
    return _BETWEEN.join(part["text"] for part in row["parts"])


def _part_of(row: Row) -> Spans:
    """Where in its article stands what belongs to the group."""
    return tuple(Span(part["start"], part["start"] + len(part["text"])) for part in row["parts"])


def _group_row(whole: Whole) -> Row:
    told, rows = whole.group, whole.rows
    dates = sorted({row["published"] for row in rows if day_of(row["published"])}, key=lambda one: (order_of(one), one))
    return {
        "group": told.id,
        "claim": told.label,
        "origin": told.origin.entity,
        "occasion": told.origin.occasion,
        "origin_articles": len({row["article"] for row in rows if _names(row, told.origin.entity)}),
        "origins": len(told.origins),
        "origin_names": [names[0] for names in told.origins],
        "members": len(rows),
        "articles": len(whole.articles),
        "publishers": len({row["publisher"] for row in rows} - {None}),
        "wordings": whole.wordings,
        "first_article": whole.articles[told.origin.article].path,
        "first_published": dates[0] if dates else None,
        "last_published": dates[-1] if dates else None,
    }


def _names(row: Row, origin: str | None) -> bool:
    """Whether the chain of a member leads to the origin, however it is spelled."""
    if origin is None:
        return False
    keys = keys_of(origin)
    held = [(keys_of(hop["entity"]), hop["kind"]) for hop in row["chain"] if hop["entity"]]
    return any(one == keys or (kind == Kind.PERSON and one and same_person(one, keys)) for one, kind in held)


def _member_row(name: str, row: Row) -> Row:
    origin, last = row["chain"][-1], row["parts"][-1]
    return {
        "group": name,
        "article": row["article"],
        "publisher": row["publisher"],
        "published": row["published"],
        "record": row["record"],
        "claim": _words_of(row),
        "start": row["parts"][0]["start"],
        "end": last["start"] + len(last["text"]),
        "source": origin["entity"],
        "naming": origin["naming"],
        "verbatim": row["verbatim"],
    }
