"""The tables that a comparison adds to an archive (docs/reference/archive.md)."""

from collections.abc import Mapping

import pyarrow as pa

SCHEMAS: Mapping[str, pa.Schema] = {
    "groups": pa.schema(
        [
            ("group", pa.string()),
            ("claim", pa.string()),
            ("origin", pa.string()),
            ("occasion", pa.string()),
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
}
"""Column names and types."""

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
