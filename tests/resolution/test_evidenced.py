"""How many persons the article shows to have spoken behind words for unnamed people."""

import pytest

from provenance.pipeline import audit_text


def counts(text: str) -> list[tuple[int | None, int | None]]:
    """The numbers claimed and evidenced of every unnamed source of a text."""
    sources = (attribution.source for attribution in audit_text(text).parse.attributions)
    return [(s.anonymity.claimed, s.anonymity.evidenced) for s in sources if s and s.anonymity]


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("Officials said the dam was safe. The official added that it would be inspected.", 1),
        ("Officials said the dam was safe. They added that it held. One of them said it leaked.", 1),
        (
            "Three officials said the dam was safe. One said it leaked. Another said it was old. A third said it held.",
            3,
        ),
        ("Two aides said the mayor would go. One aide said she was tired. The second aide said she was ill.", 2),
        ("Officials said the dam was safe. The officials added that it would be inspected.", None),
        ("Officials said the dam was safe. Aides said it leaked. The aide said it was old.", None),
        ("Port officials said the dam was safe. A former army official said it leaked.", None),
        ("Port officials said the dam was safe. One senior official said it leaked.", 1),
        ("An official said the dam was safe. The official added that it would be inspected.", 1),
    ],
)
def test_persons_are_those_told_apart(text: str, persons: int | None) -> None:
    """Of several, those count whom the article tells apart; a single person counts as one."""
    assert counts(text)[0][1] == persons


def test_people_and_person_are_one_noun() -> None:
    """*Two people ... one of the people ... the other* claims two in figures and shows two."""
    text = "Two people said the bank would be sold. One of the people said it was cheap. The other said it was fair."
    assert counts(text) == [(2, 2), (None, 1), (None, 1)]


def test_each_crowd_counts_for_itself() -> None:
    """A person is counted for the last people of that noun, not for others who spoke between."""
    text = "Union leaders said the strike went on. Officials said the port was open. One union leader said it was shut."
    assert [evidenced for _, evidenced in counts(text)] == [1, None, 1]


def test_a_second_person_is_not_the_first() -> None:
    """*The second official* is somebody else than *one official*."""
    text = "One official said the dam was safe. The second official said it leaked."
    sources = [attribution.source for attribution in audit_text(text).parse.attributions]
    assert [source.entity for source in sources if source] == ["One official", "second official"]
