"""Sentence ends and quotations."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.pipeline import audit_text, default_rulebook
from provenance.text.marks import lower_openings, mark_structure
from provenance.text.quotations import Marks
from provenance.text.structure import find_blocks
from provenance.tokens import Tokens, read_tokens
from provenance.tokens.symbols import Symbol

CLOSING = {Symbol.CLOSE, Symbol.CLOSE_COMMA, Symbol.CLOSE_STOP, Symbol.CLOSE_ASK}
NAMES = {symbol.value: symbol.name for symbol in Symbol}
BITS = st.sampled_from(
    ["“", "”", '"', "‘", "’", "'", "''", "``", "«", "»", " ", " ", "\n", "\n\n", ".", "!", ",", "said", "He", "U.S.", "Dr.", "s",
     "the", "officials", "(", ")", "—", "Photo: AP", "“We", "go.”", "New", "York", ":", "SMITH", "3"],
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=120), st.lists(BITS, max_size=40).map(" ".join), st.lists(BITS, max_size=40).map("".join)
)


def read(text: str) -> tuple[Tokens, Marks]:
    """The tokens of a text and what is marked in it."""
    rules = default_rulebook()
    blocks = find_blocks(text)
    tokens = read_tokens(text, rules.classifier)
    marks = mark_structure(text, tokens, blocks, rules.words)
    lower_openings(tokens, marks, rules.classifier, blocks)
    return tokens, marks


def marked(text: str) -> str:
    """The tokens of a text, structure symbols by their names."""
    tokens, marks = read(text)
    return " ".join(NAMES.get(c, surface) for c, surface in zip(marks.classes, tokens.surfaces, strict=True))


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [text[s.start : s.end].strip() for s in audit_text(text).parse.sentences]


@given(TEXTS)
def test_quotations_open_and_close_in_turn(text: str) -> None:
    """No quotation closes before one opens, and none opens inside another of the same paragraph."""
    _, marks = read(text)
    is_open = False
    for character in marks.classes:
        if character == Symbol.OPEN:
            assert not is_open
            is_open = True
        elif character in CLOSING:
            assert is_open
            is_open = False
        elif character in (Symbol.BREAK, Symbol.BREAK_CLOSE, Symbol.VOID):
            is_open = False


@given(TEXTS)
def test_a_quotation_carried_on_opens_again(text: str) -> None:
    """Behind the end of a paragraph inside a quotation the next words of the article open with a mark."""
    _, marks = read(text)
    for place, character in enumerate(marks.classes):
        if character == Symbol.BREAK_CLOSE:
            skipped = (Symbol.BREAK, Symbol.VOID)
            following = next((c for c in marks.classes[place + 1 :] if c not in skipped), None)
            assert following in (Symbol.OPEN, Symbol.CONTINUED)


@given(TEXTS)
def test_every_code_point_belongs_to_one_sentence_or_to_furniture(text: str) -> None:
    """Sentences stand in order and hold every visible character of the article's own words."""
    spans = audit_text(text).parse.sentences
    assert all(one.end <= other.start for one, other in pairwise(spans))
    held = {i for span in spans for i in range(span.start, span.end)}
    for block in find_blocks(text):
        if block.kind.is_prose:
            assert all(i in held for i in range(block.body_start, block.end) if not text[i].isspace())


@given(TEXTS)
def test_the_same_text_twice_gives_the_same(text: str) -> None:
    """What was read before changes nothing."""
    assert read(text)[1] == read(text)[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We stay,” he said.", "OPEN We stay , CLOSE_COMMA he said STOP"),
        ('"We stay," he said.', "OPEN We stay , CLOSE_COMMA he said STOP"),
        ("``We stay,'' he said.", "OPEN We stay , CLOSE_COMMA he said STOP"),
        ("''We stay,'' he said.", "OPEN We stay , CLOSE_COMMA he said STOP"),
        ("«We stay,» he said.", "OPEN We stay , CLOSE_COMMA he said STOP"),
        ("‘We stay,’ he said.", "OPEN We stay , CLOSE_COMMA he said STOP"),
        ("It was “a poor deal” for all.", "It was OPEN a poor deal CLOSE for all STOP"),
        ("“Why?” he asked.", "OPEN Why ? CLOSE he asked STOP"),
        ("He called it “done.“ They left.", "He called it OPEN done STOP CLOSE_STOP They left STOP"),
        ("”We stay,” he said.", "OPEN We stay , CLOSE_COMMA he said STOP"),
    ],
)
def test_marks_of_every_kind_make_quotations(text: str, expected: str) -> None:
    """Curly, straight, doubled and single marks and guillemets open and close; a fragment is a quotation too."""
    assert marked(text) == expected


def test_nested_and_single_marks_leave_the_quotation_whole() -> None:
    """Single marks inside a quotation, possessives and contractions neither open nor close one."""
    assert marked("“He said ‘never’ twice,” she said.").count("OPEN") == 1
    assert "OPEN" not in marked("The officials' plan isn't the union's.")


def test_titles_in_marks_are_no_quotations() -> None:
    """A few capitalised words without a stop are a title or a label."""
    assert "OPEN" not in marked("She wrote “The Last Ferry” in May.")


def test_titles_keep_the_stop_and_comma_of_their_sentence() -> None:
    """What stands inside the marks of a title belongs to the sentence around it."""
    assert "OPEN" not in marked('She wrote "The Last Ferry," which sold well.')
    text = 'He was on "Harbour Watch." She left.'
    assert "OPEN" not in marked(text)
    assert sentences(text) == ['He was on "Harbour Watch."', "She left."]


def test_words_spoken_are_no_title() -> None:
    """Capitals at the start of a sentence or behind a comma are speech all the same."""
    assert "OPEN" in marked('"Maria Lind," she said.')
    assert "OPEN" in marked('She said, "Maria Lind."')


def test_the_mark_of_an_inner_quotation_may_stand_last() -> None:
    """Of three single marks in a row two close the outer quotation."""
    assert marked("''He told us, 'Go home,''' she said.").endswith("CLOSE_COMMA CONTINUED she said STOP")


def test_a_quotation_goes_on_in_a_paragraph_that_opens_with_the_mark() -> None:
    """Newspapers leave the closing mark out between the paragraphs of one quotation."""
    text = "He said: “We came to stay.\n\n“We will not go,” he added.\n"
    assert "STOP BREAK_CLOSE OPEN We will" in marked(text)
    assert read(text)[1].unclosed == 0


def test_a_quotation_that_nothing_closes_is_noted() -> None:
    """It ends with its paragraph and is counted, wherever in the article it stands."""
    assert read("He said: “We came to stay.\n\nThey left.\n")[1].unclosed == 1
    assert read("They left. He said: “We came to stay.")[1].unclosed == 1
    assert read('He said: “We came to stay.\n\n"No," she said.\n')[1].unclosed == 1


def test_abbreviations_do_not_end_sentences() -> None:
    """Titles, initials and abbreviations keep their stop unless a word that opens sentences follows."""
    text = "Dr. Ana F. Reyes of the U.S. Senate met Gov. Lind. The U.S. The vote is at 5 p.m. He left."
    assert sentences(text) == [
        "Dr. Ana F. Reyes of the U.S. Senate met Gov. Lind.", "The U.S.", "The vote is at 5 p.m.", "He left.",
    ]  # fmt: skip


def test_an_abbreviation_ends_its_sentence_before_a_quotation() -> None:
    """A capital behind the opening mark begins a sentence, a small letter goes on in the old one."""
    assert sentences('They met in Elko, Nev. "We left." He sat.') == ["They met in Elko, Nev.", '"We left."', "He sat."]
    assert sentences('He said the U.S. "has no plan." She left.') == ['He said the U.S. "has no plan."', "She left."]


def test_wrapped_lines_make_one_sentence() -> None:
    """The end of a hard-wrapped line neither ends a sentence nor hides one that ends there."""
    line = "The harbour master said on Thursday that the ferry would stay in the"
    text = f"{line}\nport of the town for three more days, and nobody knew why it had to.\nNobody on the island had been told of it, the owner of the hotel said.\n"
    assert [s.split()[0] for s in sentences(text)] == ["The", "Nobody"]
