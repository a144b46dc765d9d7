"""What must hold of every report that is written without text."""

import re
from contextlib import redirect_stdout
from importlib.util import find_spec
from io import BytesIO, TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.cli.main import run
from provenance.cli.parser import COMPARE_FORMATS, FORMATS, GRAPHS
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
DRAFT_FORMATS = ("table", "json", "jsonl")


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


@settings(max_examples=8, deadline=None)
@given(stories(), stories())
def test_no_words_of_several_articles_leave(one: str, other: str) -> None:
    """Neither a comparison of articles nor that of two drafts tells a word of them, in any format."""
    paths = {"one.txt": one, "other.txt": f"{one}\n\n{other}", "again.txt": other}
    with TemporaryDirectory() as folder:
        for name, text in paths.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        files = [f"{folder}/{name}" for name in paths]
        told = [shown("compare", *files, "--no-text", "--format", kind) for kind in COMPARE_FORMATS]
        told += [
            shown("audit", files[1], "--against", files[0], "--no-text", "--format", kind) for kind in DRAFT_FORMATS
        ]
    for output in told:
        assert not [word for word in re.findall(r"\w{5,}", one + other) if is_invented(word) and word.lower() in output]


def shown(*words: str) -> str:
    """Run a command and give what it prints, in lower case."""
    printed = TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True)
    with redirect_stdout(printed):
        run(words)
    return printed.buffer.getvalue().decode().lower()


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
