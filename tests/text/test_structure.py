"""The structure of plain article texts: paragraphs, their kinds, datelines, sections."""

import textwrap
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.text.blocks import Block, BlockKind
from provenance.text.structure import find_blocks

BODY = "The harbour master said on Thursday that the ferry would stay in port for three more days."
MORE = "Nobody on the island had been told, the owner of the only hotel complained to the council."
LINES = st.sampled_from(
    ["", " ", "Details", "Q: Why?", "A: Because.", "- one", "2. two", BODY, "\ufeff", "(Reuters) - Ships left.", "By Ana Reyes",
     "LONDON — It rained.", "14:32 The vote is over", "Photo: AP", "© 2024", "https://example.org/x", "“Quoted,” he said", "x" * 90,
     "Follow us on Telegram", "SMITH: No.", "2025-08-22 Text", "___", "ends with;"],
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="aB .\n\r\t:-—“”’()1©\ufeff\u2028\x0b", max_size=200),
    st.lists(LINES, max_size=12).flatmap(
        lambda lines: st.sampled_from(["\n", "\n\n", "\r\n"]).map(lambda end: end.join(lines))
    ),
)


def kinds(text: str) -> list[str]:
    """Return the kinds of the blocks of `text`."""
    return [block.kind.value for block in find_blocks(text)]


def opening(prefix: str) -> Block:
    """Return the first block of body text of an article whose lead opens with `prefix`."""
    return find_blocks(f"Ferry to stay in port\n\n{prefix}{BODY} {MORE}\n\n{MORE}")[1]


@given(TEXTS)
def test_blocks_partition_the_text(text: str) -> None:
    """Blocks stand in order, begin and end with a visible character, and leave out white space only."""
    blocks = find_blocks(text)
    left = 0
    for block in blocks:
        assert left <= block.start < block.end
        assert not text[left : block.start].replace("\ufeff", "").replace("\u200b", "").strip()
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        assert block.start <= block.body_start <= block.end
        left = block.end
    assert not text[left:].replace("\ufeff", "").replace("\u200b", "").strip()


@pytest.mark.parametrize(
    ("prefix", "place", "agency"),
    [
        ("Beijing: ", "Beijing", None),
        ("WASHINGTON (AP) — ", "WASHINGTON", "AP"),
        ("KYIV, Aug 22 (Reuters) - ", "KYIV", "Reuters"),
        ("LONDON — ", "LONDON", None),
        ("BEIJING, Aug. 22 (Xinhua) -- ", "BEIJING", "Xinhua"),
        ("MOSCOW, August 22. /TASS/. ", "MOSCOW", "TASS"),
        ("Moscow. August 22. INTERFAX.RU - ", "Moscow", "INTERFAX.RU"),
        ("FLEMINGTON, N.J./MODESTO, Calif. (Reuters) - ", "FLEMINGTON, N.J./MODESTO, Calif.", "Reuters"),
        ("(Reuters) - ", None, "Reuters"),
        ("Washington (CNN) ", "Washington", "CNN"),
        ("CNN — ", None, "CNN"),
        ("NEW DELHI: ", "NEW DELHI", None),
        ("date 2025-08-22 ", None, None),
    ],
)
def test_dateline(prefix: str, place: str | None, agency: str | None) -> None:
    """A lead that opens with a dateline is told as such, with place and agency, and its body starts behind it."""
    block = opening(prefix)
    assert (block.kind, block.place, block.agency) == (BlockKind.LEAD, place, agency)
    assert block.body_start - block.start == len(prefix)
    assert block.dateline is not None
    assert block.dateline.end == block.body.start


@pytest.mark.parametrize("prefix", ["Smith: ", "NATO — ", "Breaking: ", "The mayor - ", "Reyes (who left) said: "])
def test_no_dateline(prefix: str) -> None:
    """Speakers, acronyms and labels before a colon or dash are no datelines."""
    assert opening(prefix).kind is BlockKind.BODY


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Reporting by Ana Reyes in Oslo; editing by Jon Bell", BlockKind.CREDIT),
        ("(Additional reporting by Ana Reyes; Writing by Jon Bell)", BlockKind.CREDIT),
        ("Ana Reyes and The Associated Press contributed to this report.", BlockKind.CREDIT),
        ("Read also: Ferries back at sea", BlockKind.CREDIT),
        ("FILE PHOTO: A ferry leaves the port of Oslo in May. REUTERS/Ana Reyes", BlockKind.CAPTION),
        ("(Image: Ana Reyes)", BlockKind.CAPTION),
        ("Ana Reyes/AFP via Getty Images", BlockKind.CAPTION),
        ("A ferry in the storm on Monday. (Ana Reyes/AP)", BlockKind.CAPTION),
        ("© 2024 The Island Post. All rights reserved.", BlockKind.FOOTER),
        ("The comments posted here are not from The Island Post. Be kind to each other.", BlockKind.FOOTER),
        ("Correction: An earlier version of this story misspelled the ferry's name.", BlockKind.FOOTER),
        ("Follow us on WhatsApp and Telegram", BlockKind.ADVERT),
        ("Follow the Island Post channel on WhatsApp:", BlockKind.ADVERT),
        ("https://example.org/channel/123", BlockKind.ADVERT),
        ("Sign up for our newsletter", BlockKind.ADVERT),
        ("By Ana Reyes and Jon Bell, BBC News", BlockKind.BYLINE),
        ("Updated: 3 May 2024 14:30", BlockKind.BYLINE),
        ("- the second ferry", BlockKind.LIST_ITEM),
        ("What we know", BlockKind.HEADING),
        ("Recall", BlockKind.HEADING),
        ("Safety rules under fire", BlockKind.HEADING),
        ("9:05 p.m.", BlockKind.HEADING),
        ("‘All Bets Are Off.’", BlockKind.HEADING),
        ('"NO MORE DELAYS"', BlockKind.HEADING),
    ],
)
def test_kinds_by_wording(line: str, kind: BlockKind) -> None:
    """A line between two paragraphs is told by its wording."""
    assert find_blocks(f"{BODY}\n\n{line}\n\n{MORE}")[1].kind is kind


@pytest.mark.parametrize(
    "line",
    [
        "Reporting among the islanders was hard, Ana Reyes wrote in a letter to the council on Monday.",
        "Comments posted on Telegram by the militants suggested that the ferry had been hit.",
        "Follow-up talks failed, the mayor said.",
        "The owner said she had read a report by Reuters.",
        "Limbaugh added:",
        "By Monday the ferries were back, the mayor said.",
        "“The worst storm I have ever seen” - the mayor",
        "12.5 million people were without power, the office said.",
        "“All bets are off.”",
        "“Olga.”",
    ],
)
def test_prose_stays_prose(line: str) -> None:
    """Sentences that open like furniture are body text all the same."""
    assert find_blocks(f"{BODY}\n\n{line}\n\n{MORE}")[1].kind is BlockKind.BODY


def test_headline_and_its_repetition() -> None:
    """A short first line without a final stop is a headline, and so is the same line once more."""
    assert kinds(f"Ferry to stay in port\n\nFerry to stay in port\n\nBeijing: {BODY}") == [
        "headline", "headline", "dateline-lead",
    ]  # fmt: skip


def test_headline_with_stop() -> None:
    """A first line in title case is a headline though it ends with a stop."""
    assert kinds(f"Ferry Stays In Port After Storm.\n\n{BODY}\n\n{MORE}")[0] == "headline"


def test_names_below_the_headline() -> None:
    """Lines that hold only names between headline and lead are bylines."""
    assert kinds(f"Ferry to stay in port\n\nAna Reyes and Jon Bell\n\nISLAND POST\n\n{BODY}\n\n{MORE}")[1:4] == [
        "byline", "byline", "body",
    ]  # fmt: skip


def test_a_lone_paragraph_is_body() -> None:
    """A text of one paragraph is body text, whatever it looks like."""
    assert kinds("Says the mayor: it is late") == ["body"]


def test_a_paragraph_a_line() -> None:
    """Without blank lines each line is a paragraph."""
    assert kinds(f"{BODY}\n{MORE}\n{BODY}") == ["body"] * 3


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_hard_wrapped(between: str) -> None:
    """Lines wrapped at a fixed width are joined to their paragraphs, with blank lines between these or without."""
    first, second = textwrap.fill(BODY + " " + MORE, 72), textwrap.fill(MORE + " " + BODY, 72)
    blocks = find_blocks(f"Ferry to Stay in Port{between}{first}{between}{second}")
    text = f"Ferry to Stay in Port{between}{first}{between}{second}"
    assert [text[block.start : block.end] for block in blocks] == ["Ferry to Stay in Port", first, second]


def test_byte_order_mark_and_crlf() -> None:
    """A byte order mark belongs to no block and carriage returns to no paragraph."""
    text = f"\ufeffFerry to stay in port\r\n\r\n{BODY}\r\n"
    assert [text[block.start : block.end] for block in find_blocks(text)] == ["Ferry to stay in port", BODY]


def test_questions_and_answers() -> None:
    """An interview with Q and A labels is speech, each turn with its label."""
    text = "Q: Why did it stay?\n\nA: Because of the storm.\n\nQ: Until when?"
    blocks = find_blocks(text)
    assert [block.kind for block in blocks] == [BlockKind.SPEECH] * 3
    assert [block.label and block.label.of(text) for block in blocks] == ["Q", "A", "Q"]
    assert blocks[1].body.of(text) == "Because of the storm."


def test_transcript() -> None:
    """Capital labels that come back are speakers; a single label in capitals is not."""
    assert kinds("REYES: It is late.\nBELL: It is not.\nREYES: It is.") == ["speech"] * 3
    assert "speech" not in kinds(f"{BODY}\n\nUPDATE: It left.\n\nFACT CHECK: It did not.\n\n{MORE}")


def test_labels_with_a_role() -> None:
    """A speaker whose first label tells the role is the one whose surname labels the later turns."""
    first = (
        "ANA REYES, HOST: The ferry stays in port for the third day and nobody on the island knows when it will sail."
    )
    text = f"{first}\n\nJON BELL, ENGINEER: It is late.\n\nREYES: And tomorrow?\n\nBELL: It will sail."
    assert kinds(text) == ["speech"] * 4


def test_a_headline_with_a_name_is_no_turn() -> None:
    """Above a transcript *Reyes: Ferry Will Sail* is its headline."""
    text = f"Reyes: Ferry Will Sail In May.\n\n{BODY}\n\nBELL: It is late.\n\nREYES: It is not.\n\nBELL: And tomorrow?"
    assert kinds(text) == ["headline", "body", "speech", "speech", "speech"]


def test_live_blog_times() -> None:
    """The time that opens a live blog's entry is not part of its text."""
    for stamp in ("14:32 ", "10.15am: ", "9:05 p.m. ", "Update at 11:55 a.m. ET. "):
        block = opening(stamp)
        assert (block.kind, block.body_start - block.start) == (BlockKind.BODY, len(stamp))


def test_headings_open_sections() -> None:
    """Short lines between paragraphs are headings."""
    text = f"{BODY}\n\nDetails\n\n{MORE}\n\n{BODY}\n\nRecall\n\n{MORE}"
    assert kinds(text) == ["body", "heading", "body", "body", "heading", "body"]


@pytest.mark.parametrize(
    "unit", ["A", "a ", "\n", "(", "Aa ", "A-", "By A ", "A, ", "/", "Photo ", "12:", "A.\n", "Q: x\n", "“", "© "]
)
def test_linear(unit: str) -> None:
    """No repeated pattern makes the structure cost more than some microseconds a character."""
    text = unit * (60_000 // len(unit))
    assert min(_seconds(text), _seconds(text)) < 60_000 * 20e-6


def _seconds(text: str) -> float:
    """The time that one run takes; of two the better one tells, for the other may clean up after earlier tests."""
    start = time.process_time()
    find_blocks(text)
    return time.process_time() - start
