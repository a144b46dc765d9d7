"""The members of a group, from one window or several -> its rows in the tables."""

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from provenance.comparing.description import Description, describe_group
from provenance.comparing.speakers import Speaker
from provenance.comparing.spellings import keys_of
from provenance.comparing.statements import Statement
from provenance.corpus.archive.groups.days import day_of
from provenance.corpus.archive.groups.kept import restore_hop
from provenance.corpus.archive.tables import Row
from provenance.model import Article, Attribution, Form, Span, Spans

_BETWEEN = " ... "


@frozen
class _Part:
    """A piece of an article, and where it stands there."""

    start: int
    text: str


def describe_rows(name: str, rows: Sequence[Row]) -> dict[str, list[Row]]:
    """Return the rows of a group by table. `rows` are its members, some of them perhaps from two windows."""
    members = _join_twins(rows)
    numbers: dict[str, int] = {}
    for row in members:
        numbers.setdefault(row["article"], len(numbers))
    firsts = {row["article"]: row for row in reversed(members)}
    articles = [Article("", publisher=firsts[one]["publisher"], published=firsts[one]["published"]) for one in numbers]
    told = describe_group([_statement_of(row, numbers[row["article"]]) for row in members], articles)
    return {
        "groups": [_group_row(name, told, members, list(numbers))],
        "members": [_member_row(name, row) for row in members],
    }


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
    return Statement(article, attribution, _words_of(row), speakers, (), (), ()), content


def _speaker_of(row: Mapping[str, Any]) -> Speaker:
    hop = restore_hop(row)
    return Speaker(keys_of(hop.entity or ""), hop.kind, hop.naming, hop.role, frozenset(row["sides"]), hop.entity)


def _words_of(row: Row) -> str:
    return _BETWEEN.join(part["text"] for part in row["parts"])


def _group_row(name: str, told: Description, members: Sequence[Row], articles: Sequence[str]) -> Row:
    dates = sorted((row["published"] for row in members if row["published"]), key=lambda one: (day_of(one) or 0, one))
    return {
        "group": name,
        "claim": told.label,
        "origin": told.origin.entity,
        "occasion": told.origin.occasion,
        "origins": len(told.origins),
        "origin_names": [names[0] for names in told.origins],
        "members": len(members),
        "articles": len(articles),
        "publishers": len({row["publisher"] for row in members} - {None}),
        "wordings": len(told.variants),
        "first_article": articles[told.origin.article],
        "first_published": dates[0] if dates else None,
        "last_published": dates[-1] if dates else None,
    }


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
