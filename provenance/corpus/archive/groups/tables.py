"""The tables that a comparison adds to an archive (docs/reference/archive.md)."""

from collections.abc import Mapping

import pyarrow as pa

_PLACE = [("article", pa.string()), ("publisher", pa.string()), ("published", pa.string()), ("record", pa.string())]
_TOLD = pa.struct([*_PLACE, ("start", pa.int32()), ("end", pa.int32()), ("words", pa.string())])
_NODES = [(f"{end}{what}", pa.string()) for end in ("source", "target") for what in ("", "_kind", "_publisher")]

SCHEMAS: Mapping[str, pa.Schema] = {
    "groups": pa.schema(
        [
            ("group", pa.string()),
            ("claim", pa.string()),
            ("origin", pa.string()),
            ("occasion", pa.string()),
            ("origin_articles", pa.int32()),
            ("origins", pa.int32()),
            ("origin_names", pa.list_(pa.string())),
            ("members", pa.int32()),
            ("articles", pa.int32()),
            ("publishers", pa.int32()),
            ("wordings", pa.int32()),
            ("first_article", pa.string()),
            ("first_published", pa.string()),
            ("last_published", pa.string()),
        ]
    ),
    "members": pa.schema(
        [
            ("group", pa.string()),
            ("article", pa.string()),
            ("publisher", pa.string()),
            ("published", pa.string()),
            ("record", pa.string()),
            ("claim", pa.string()),
            ("start", pa.int32()),
            ("end", pa.int32()),
            ("source", pa.string()),
            ("naming", pa.string()),
            ("verbatim", pa.bool_()),
        ]
    ),
    "steps": pa.schema([("group", pa.string()), *_NODES, ("evidence", pa.string())]),
    "conflicts": pa.schema([("group", pa.string()), ("kind", pa.string()), ("accounts", pa.list_(_TOLD))]),
    "group_findings": pa.schema(
        [
            ("group", pa.string()),
            ("rule", pa.string()),
            ("code", pa.string()),
            ("severity", pa.string()),
            ("confidence", pa.string()),
            ("message", pa.string()),
            ("accounts", pa.list_(_TOLD)),
        ]
    ),
}
"""Column names and types."""

_SPAN = pa.struct([("start", pa.int32()), ("end", pa.int32())])
_SPEAKER = pa.struct(
    [(name, pa.string()) for name in ("entity", "kind", "naming", "role")] + [("sides", pa.list_(pa.string()))]
)
FOUND = pa.schema(
    [
        ("group", pa.int32()),
        ("block", pa.int32()),
        ("article", pa.string()),
        ("publisher", pa.string()),
        ("published", pa.string()),
        ("record", pa.string()),
        ("attribution", pa.string()),
        ("nested_in", pa.string()),
        ("form", pa.string()),
        ("occasion", pa.string()),
        ("chain", pa.list_(_SPEAKER)),
        ("clauses", pa.int32()),
        ("places", pa.list_(pa.int32())),
        ("parts", pa.list_(pa.struct([("start", pa.int32()), ("text", pa.string())]))),
        ("verbatim", pa.bool_()),
    ]
)
"""What a window passes on: a row for each member of each of its groups."""

HITS = pa.schema(
    [
        ("group", pa.int32()),
        ("card", pa.string()),
        ("kind", pa.string()),
        ("words", pa.list_(pa.struct([("name", pa.string()), ("words", pa.string())]))),
        (
            "accounts",
            pa.list_(
                pa.struct([*_PLACE, ("attribution", pa.string()), ("spans", pa.list_(_SPAN)), ("words", pa.string())])
            ),
        ),
    ]
)
"""What a window passes on beside: accounts that do not agree, and what audits found that look at the words."""
