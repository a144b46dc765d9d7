"""The work grows with the text and no faster, counted in calls, so that no clock has a say."""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from itertools import product
from types import FrameType

import pytest

from provenance.comparing.drift import find_drift
from provenance.comparing.meanings import Meanings
from provenance.comparing.statements import read_all
from provenance.pipeline import audit_text, default_rulebook

SURNAMES = [
    first + last for first, last in product(("Har", "Kes", "Mer", "Old", "Vel", "Tam"), ("wick", "ford", "ley"))
]
ROLES = ("mayor", "judge", "surgeon", "lawyer", "captain", "engineer", "senator")
SYLLABLES = ("bar", "cor", "den", "fil", "gos", "hul", "jat", "lom", "mip", "nar", "pud", "rik", "sot", "tev")
THINGS = [first + last for first, last in product(SYLLABLES, SYLLABLES)]
PARAGRAPHS = (
    "A {role} said on Monday the {thing} would be sold. The retired {role} said nobody in {name}stead had a {thing}.",
    "Ana {name}, a {role}, said {n} people of the {thing} were tired. The {other} would not comment on the {thing}.",
    "“We lost {n} boats to the {thing},” said a {other}. {name} told reporters the {thing} had left.",
)
SMALL, TIMES = 50, 6
WORST = 1.25
"""How much more a paragraph of the long text may cost than one of the short text; a quadratic share of a fifth is above it."""


def write(paragraphs: int) -> str:
    """An article of so many paragraphs, no two alike."""
    return "\n\n".join(
        PARAGRAPHS[n % 3].format(
            role=ROLES[n % 7],
            other=ROLES[(n + 3) % 7],
            name=SURNAMES[n % 18],
            thing=THINGS[n * 5 % 196],
            n=1000 + n * 7,
        )
        for n in range(paragraphs)
    )


def count_calls(work: Callable[[], object]) -> int:
    """How many calls some work makes, of built-in functions and steps of generators too."""
    calls = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


def count_article(paragraphs: int) -> int:
    """How many calls it takes to audit an article of so many paragraphs."""
    audit_text(write(SMALL * TIMES))
    audit_text(write(SMALL * TIMES))  # words that were met before are looked up no more
    return count_calls(partial(audit_text, write(paragraphs)))


def count_quotation(words: int) -> int:
    """How many calls it takes to hold two quotations of so many words against each other."""
    meanings = Meanings(default_rulebook())
    said = [SURNAMES[n * n % 18].lower() + "abcdefgh"[n % 8] for n in range(words)]
    heard = [f"not{word}" if place % 6 == 3 else word for place, word in enumerate(said)]
    told = (f"“The {' '.join(one)},” minister Ana Reyes said." for one in (said, heard))
    one, other = read_all([audit_text(f"It was a quiet day.\n\n{text}") for text in told], meanings)
    return count_calls(lambda: find_drift(one, other, meanings))


def count_apart(kind: str, size: int) -> int:
    """The same in an interpreter of its own: other threads of this one would disturb the count."""
    done = subprocess.run([sys.executable, __file__, kind, str(size)], capture_output=True, text=True, check=True)
    return int(done.stdout)


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "size"), [("article", SMALL), ("quotation", 200)])
def test_the_work_grows_with_the_text(kind: str, size: int) -> None:
    """A paragraph of a long article, a word of a long quotation is no more work than one of a short one."""
    short, long = count_apart(kind, size), count_apart(kind, size * TIMES)
    assert long < short * TIMES * WORST


if __name__ == "__main__":
    COUNTS: dict[str, Callable[[int], int]] = {"article": count_article, "quotation": count_quotation}
    sys.stdout.write(str(COUNTS[sys.argv[1]](int(sys.argv[2]))))
