"""Annotated articles: what is right, read from JSON Lines or from a folder of annotations beside their texts.

JSON Lines hold an article a line: `{"id", "text", "attributions": [{"source", "cue", "content", "cls"}]}` with spans as
`[[start, end], ...]` in code points of the text. A folder holds a JSON file an article with the same list (`publisher`,
`chain` and the like are left alone); its text is `<stem>.txt` there, in the folder above, or in a folder of the same name
two above.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from provenance.errors import ReadingError
from provenance.model import Attribution, Span, Spans

REPORTED = frozenset({"speech", "quoted"})
"""Classes of annotated attributions that are reported speech."""


@frozen
class Marked:
    """An attribution as annotators or the parser mark it. `label` is its class, where it has one."""

    source: Spans
    cue: Spans
    content: Spans
    label: str | None = None


@frozen
class GoldArticle:
    """A text and the attributions that annotators found in it."""

    id: str
    text: str
    attributions: tuple[Marked, ...]


def read_gold(path: Path) -> list[GoldArticle]:
    """The annotated articles of a JSON Lines file or a folder; ReadingError where there are none."""
    try:
        articles = list(_read_folder(path) if path.is_dir() else _read_lines(path))
    except OSError as error:
        raise ReadingError(str(path), str(error.strerror).lower()) from error
    except (ValueError, KeyError, TypeError) as error:
        raise ReadingError(str(path), f"no annotated articles: {type(error).__name__}: {error}") from error
    if not articles:
        raise ReadingError(str(path), "no annotated articles in it")
    return articles


def mark(attribution: Attribution) -> Marked:
    """What the parser found, as annotators would mark it."""
    source = attribution.source.spans if attribution.source else ()
    label = "speech" if attribution.reported_speech else "attitude"
    return Marked(source, attribution.cue, attribution.content, label)


def read_spans(pairs: object) -> Spans:
    """Spans from `[[start, end], ...]`."""
    return tuple(Span(int(start), int(end)) for start, end in pairs) if isinstance(pairs, list) else ()


def _read_lines(path: Path) -> Iterator[GoldArticle]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                data = json.loads(line)
                yield GoldArticle(data["id"], data["text"], tuple(map(_marked, data["attributions"])))


def _read_folder(folder: Path) -> Iterator[GoldArticle]:
    """Files without a text or without attributions are no annotations of an article; `gold` may be a folder inside."""
    folder = folder / "gold" if (folder / "gold").is_dir() else folder
    for path in sorted(folder.glob("*.json")):
        text = _text_beside(path)
        data = json.loads(path.read_text(encoding="utf-8"))
        if text is not None and "attributions" in data:
            yield GoldArticle(path.stem, text, tuple(map(_marked, data["attributions"])))


def _text_beside(path: Path) -> str | None:
    folder = path.parent
    places = (folder, folder.parent, folder.parent.parent / folder.name)
    found = next((place / f"{path.stem}.txt" for place in places if (place / f"{path.stem}.txt").is_file()), None)
    return None if found is None else found.read_bytes().decode("utf-8")


def _marked(data: Mapping[str, Any]) -> Marked:
    label = data.get("cls")
    if label is None and "reported_speech" in data:
        label = "speech" if data["reported_speech"] else "attitude"
    source, cue, content = (read_spans(data.get(part)) for part in ("source", "cue", "content"))
    return Marked(source, cue, content, label)
