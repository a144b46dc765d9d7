"""Who has a statement from whom."""

from provenance.comparing.comparison import compare_results
from provenance.model import Article, Step
from provenance.pipeline import audit_article, default_rulebook

CLAIM = "the old harbour bridge will be closed for two years because its northern pillars are rotten"


def trace(*articles: tuple[str, str | None, str]) -> list[Step]:
    """Compare articles (outlet, date, text) and give the steps of what they share."""
    rulebook = default_rulebook()
    read = [
        Article(text, path=f"{n}", publisher=outlet, published=day) for n, (outlet, day, text) in enumerate(articles)
    ]
    (group,) = compare_results([audit_article(one, rulebook) for one in read], rulebook).groups
    return list(group.lineage)


def test_one_speech_heard_by_two_is_taken_from_neither() -> None:
    """Articles that quote one speaker in the same words have it from the speaker, not from one another."""
    words = '"The old harbour bridge will be closed for two years because its pillars are rotten," the mayor Ana Reyes said.'
    steps = trace(("Harbour Post", "2025-03-01", words), ("Valley Times", "2025-03-02", words))
    assert steps == [Step("Ana Reyes", "0", "stated"), Step("Ana Reyes", "1", "stated")]


def test_a_writers_own_words_found_earlier_are_taken_from_there() -> None:
    """An article that reports a claim in the words of an earlier one has it from that, where it credits nobody."""
    steps = trace(
        ("Harbour Post", "2025-03-01", f"An official said {CLAIM}."),
        ("Valley Times", "2025-03-02", f"An official said {CLAIM}."),
    )
    assert Step("0", "1", "same words, later") in steps


def test_copies_of_one_agency_are_not_taken_from_one_another() -> None:
    """Articles that credit the same agency have the words from the agency."""
    steps = trace(
        ("Harbour Post", "2025-03-01", f"An engineer told Reuters that {CLAIM}."),
        ("Valley Times", "2025-03-02", f"An engineer told Reuters that {CLAIM}."),
    )
    assert {step.evidence for step in steps} == {"stated"}


def test_the_way_an_article_states_stands_for_the_shortcut() -> None:
    """A speaker through an outlet is one way: the same article's plain words of the speaker make no other."""
    steps = trace(
        ("Harbour Post", "2025-03-01", f"Ana Reyes said {CLAIM}, Reuters reported. Reyes said {CLAIM}."),
        ("Valley Times", "2025-03-01", f"Ana Reyes said {CLAIM}."),
    )
    assert Step("Ana Reyes", "0", "stated") not in steps
    assert Step("Reuters", "0", "stated") in steps


def test_a_credited_outlet_is_its_article_of_that_day_or_before() -> None:
    """A credit to an outlet leads to what it had published by then, not to a later article."""
    steps = trace(
        ("Harbour Post", "2025-03-02", f"The Valley Times reported that {CLAIM}."),
        ("Valley Times", "2025-03-01", f"The mayor Ana Reyes said {CLAIM}."),
        ("Valley Times", "2025-03-05", f"The mayor Ana Reyes said {CLAIM}."),
    )
    assert Step("1", "0", "stated") in steps
    assert Step("2", "0", "stated") not in steps
