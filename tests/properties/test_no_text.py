"""What must hold of every report that is written without text."""

import re
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.cli.main import run
from provenance.cli.parser import FORMATS, GRAPHS
from tests.properties.news import FRAMES

WORDS = st.sampled_from(["Zorvan", "Mirabel", "ferrymen", "quasted", "Ostrava", "mildewed", "tollhouse", "lanterns"])
CLAIMS = st.lists(WORDS, min_size=3, max_size=9).map(lambda words: f"the {' '.join(words)} would close")
SOURCES = st.sampled_from(
    [
        "an aide to Mirabel Quast",
        "Tolland Quast, the Zorvan lamplighter,",
        "two mildewed officials familiar with the Ostrava tollhouse",
        "the Ostrava Ledger",
        "a tollhouse official who asked not to be named because the lanterns are secret",
    ]
)
WRITTEN = [kind for kind in FORMATS if kind not in GRAPHS or kind == "jsonld" or find_spec("rdflib")]


@st.composite
def stories(draw: st.DrawFn) -> str:
    """Write a few paragraphs out of words that no rule and no report has."""
    paragraphs = []
    for _ in range(draw(st.integers(1, 4))):
        claim = draw(CLAIMS)
        fields = {"claim": claim, "quoted": f"“{claim}”", "source": draw(SOURCES), "cue": "said"}
        paragraphs.append(draw(FRAMES).format(**fields))
    return "\n\n".join(paragraphs)


@settings(max_examples=12, deadline=None)
@given(stories())
def test_no_words_of_the_article_leave(text: str) -> None:
    """In no format, for plain text and for a page, stands a word that only the article has, nor three of its words in a row."""
    with TemporaryDirectory() as folder:
        Path(folder, "one.txt").write_text(text, encoding="utf-8")
        body = "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))
        head = "<title>Zorvan lanterns mildewed</title><meta name='author' content='Tolland Quast'>"
        Path(folder, "two.html").write_text(f"<html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
        Path(folder, "control.txt").write_text("The council met, the mayor said.", encoding="utf-8")
        ours = written(folder, ["one.txt", "two.html"], "ours")
        own = written(folder, ["control.txt"], "control")
    for kind, output in ours.items():
        assert not [word for word in re.findall(r"\w{5,}", text) if is_invented(word) and word.lower() in output], kind
        assert not [three for three in runs(text) if three in output and three not in own[kind]], kind


def written(folder: str, names: list[str], called: str) -> dict[str, str]:
    """Audit files with every format, and give what was written, spaces and case aside."""
    outs = [f"--out={kind}:{folder}/{called}.{kind}" for kind in WRITTEN]
    files = [f"{folder}/{name}" for name in names]
    run(["audit", *files, "--no-text", "--profile", "everything", "--format", "concise", *outs])
    return {
        kind: " ".join(Path(folder, f"{called}.{kind}").read_text(encoding="utf-8").lower().split()) for kind in WRITTEN
    }


def is_invented(word: str) -> bool:
    """Whether only the stories have a word."""
    return word in {
        "Zorvan",
        "Mirabel",
        "ferrymen",
        "quasted",
        "Ostrava",
        "mildewed",
        "tollhouse",
        "lanterns",
        "Tolland",
    }


def runs(text: str) -> set[str]:
    """Give every three words in a row."""
    words = re.findall(r"\w+", text.lower())
    return {" ".join(three) for three in zip(words, words[1:], words[2:], strict=False)}
