"""Reads a checkout of PolNeAR (Newell, Margolin and Ruths, LREC 2018) as it is published.

A compartment (`data/train`, `data/dev`, `data/test`) holds `text/NAME.txt` and, in the stand-off format of brat,
`attributions/NAME_ANNOTATOR.ann`. Where several people annotated an article the first of them counts, in the order of their
codes. `cue_classes.toml` says which annotated attributions are reported speech.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from attrs import evolve

from provenance.model import Span, Spans
from provenance.scoring.gold import GoldArticle, Marked
from provenance.scoring.words import ScoredText

CLASSES = Path(__file__).with_name("cue_classes.toml")
_LEAST_WORDS, _LEAST_QUOTED = 4, 3
_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_ROLE = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")


def find_compartment(checkout: Path, split: str) -> Path | None:
    """The folder of a split, whether the path is the checkout, its data folder or the split itself; None for no checkout."""
    places = (checkout / "data" / split, checkout / split, checkout)
    return next((place for place in places if (place / "attributions").is_dir()), None)


def read_compartment(folder: Path) -> list[GoldArticle]:
    """The articles of a split, each as its first annotator marked it."""
    files: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        files.setdefault(path.stem.rpartition("_")[0], path)
    return [_read_article(folder / "text" / f"{name}.txt", path) for name, path in files.items()]


def _read_article(text_file: Path, annotations: Path) -> GoldArticle:
    text = ScoredText(text_file.read_bytes().decode("utf-8"))
    events = _read_events(annotations.read_text(encoding="utf-8"))
    marked = tuple(evolve(one, label=label(one, text)) for one in events)
    return GoldArticle(text_file.stem, text.text, marked)


def _read_events(annotations: str) -> Iterator[Marked]:
    """Each event of a stand-off file: its parts are the spans of the lines it refers to."""
    spans: dict[str, Spans] = {}
    events = []
    for line in annotations.splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            spans[name] = _read_spans(rest.split("\t", 1)[0])
        elif name.startswith("E"):
            events.append(rest)
    for event in events:
        parts: dict[str, list[Span]] = defaultdict(list)
        for role, name in _ROLE.findall(event):
            parts[role] += spans[name]
        source, cue, content = (tuple(sorted(parts[role])) for role in ("Source", "Cue", "Content"))
        yield Marked(source, cue, content)


def _read_spans(words: str) -> Spans:
    """Read `Content 106 118;53 93`."""
    pairs = (pair.split() for pair in words.partition(" ")[2].split(";"))
    return tuple(Span(int(start), int(end)) for start, end in pairs)


def label(one: Marked, text: ScoredText) -> str:
    """The class of an attribution: that of its cue, or *quoted* for content in quotation marks under another cue."""
    found = class_of(" ".join(span.of(text.text) for span in one.cue))
    words = text.words(text.covered(one.content))
    if found == "speech":
        return "speech" if len(words) >= _LEAST_WORDS else "speech-short"
    quoted = len(words & text.quoted) >= _LEAST_QUOTED and text.form(one) != "embedded"
    return "quoted" if quoted else found


def class_of(cue: str) -> str:
    """The class of a cue; *other* where no list holds any of its words."""
    if not cue.strip():
        return "other"
    lists = _read_lists()
    words = _WORD.findall(cue.lower().replace("’", "'"))
    for place, word in enumerate(words):
        pair = " ".join(words[place : place + 2])
        if pair in lists.pairs:
            return lists.pairs[pair]
        if word not in lists.skipped and word in lists.words:
            return lists.words[word]
    if ":" in cue or not words:
        return "speech"
    return "evidence" if len(words) == 1 and words[0] in lists.evidence else "other"


class _Lists:
    """Every form of every listed word with its class."""

    def __init__(self, data: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        self.skipped, self.evidence = frozenset(data["skipped"]), frozenset(data["evidence"])
        irregular = data["irregular"]
        self.words: dict[str, str] = {}
        for label, words in data["classes"].items():
            for word in words:
                for form in (*_forms(word), *irregular.get(word, ())):
                    self.words.setdefault(form, label)
        self.pairs = {
            f"{form} {second}": str(label)
            for pair, label in data["pairs"].items()
            for first, second in (pair.split(),)
            for form in (*_forms(first), *irregular.get(first, ()))
        }


@cache
def _read_lists() -> _Lists:
    return _Lists(tomllib.loads(CLASSES.read_text(encoding="utf-8")))


def _forms(word: str) -> tuple[str, ...]:
    """A word with the endings of the present, the past and the participle."""
    if word.endswith("e"):
        return word, f"{word}s", f"{word}d", f"{word[:-1]}ing"
    if re.search(r"[^aeiou]y$", word):
        return word, f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing"
    ending = "es" if re.search(r"(s|x|z|ch|sh)$", word) else "s"
    return word, f"{word}{ending}", f"{word}ed", f"{word}ing"
