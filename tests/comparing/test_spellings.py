"""Names across transliterations."""

import pytest

from provenance.comparing.spellings import key_of, keys_of, same_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei", "Sergey"),
        ("Zelenskyy", "Zelensky"),
        ("Zelenskiy", "Zelensky"),
        ("Yeltsin", "Eltsin"),
        ("Erdogan", "Erdoğan"),
        ("Tchaikovsky", "Chaikovskij"),
        ("Reyes's", "Reyes"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    """Usual transliterations of a name have the same key."""
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(("one", "other"), [("Reyes", "Reed"), ("Hale", "Hall"), ("Novak", "Nowicki")])
def test_different_names_have_different_keys(one: str, other: str) -> None:
    """Names that are not one name have different keys."""
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ana Reyes", "Reyes", True),
        ("Volodymyr Hale", "Vladimir Hale", True),
        ("Mohammed Hussein", "Muhammad Husain", True),
        ("Tom Hale", "Tom B. Hale Jr.", True),
        ("Tom Hale III", "Tom Reyes III", False),
        ("Ana Reyes", "Tom Reyes", False),
        ("Ana Reyes", "Ana Hale", False),
        ("", "Reyes", False),
    ],
)
def test_persons_are_matched_by_surname_and_initial(one: str, other: str, *, same: bool) -> None:
    """Two names can be one person's if the surnames agree and the given names do not disagree."""
    assert same_person(keys_of(one), keys_of(other)) is same
