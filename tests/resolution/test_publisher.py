"""Who publishes an article, and that what was told to its publisher is first-hand."""

import pytest

from provenance import Article, audit_article
from provenance.pipeline import default_rulebook
from provenance.resolution.publisher import find_publishers
from provenance.text.structure import find_blocks

BODY = "Ana Reyes told {} that the quay will fall.\n\nThe council met on Friday and left again."


def publishers_of(text: str, publisher: str | None = None) -> set[str]:
    """The publishers of a text."""
    return find_publishers(text, find_blocks(text), default_rulebook(), publisher)


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("OSLO (Reuters) - " + BODY, "Reuters"),
        ("Oslo (CNN Business) " + BODY, "CNN"),
        (BODY + "\n\nCopyright © 2019 The Washington Times, LLC. All rights reserved.", "The Washington Times"),
        (BODY + "\n\nFox News' Jon Berg and The Associated Press contributed to this report.", "Fox News"),
        ("Quay to fall\n\nUSA TODAY\n\n" + BODY, "USA Today"),
    ],
)
def test_publisher_shows(text: str, publisher: str) -> None:
    """A dateline, a line of copyright, a colleague's credit or a line of its own tells who publishes an article."""
    assert publishers_of(text) == {publisher}


def test_metadata_name_the_publisher() -> None:
    """The publisher of the metadata counts where the text names none, and an unlisted one is not guessed at."""
    assert publishers_of(BODY, "Reuters") == {"Reuters"}
    assert publishers_of(BODY, "Lindar Quarterly") == set()


def test_contributor_of_another_outlet_is_no_publisher() -> None:
    """An agency that contributed to a report does not publish it."""
    assert publishers_of(BODY + "\n\nThe Associated Press contributed to this report.") == set()


@pytest.mark.parametrize(
    ("publisher", "told", "chain"),
    [
        ("The Washington Times", "the Washington Times", ["Ana Reyes"]),
        ("The Washington Times", "The Times", ["Ana Reyes"]),
        ("The Washington Times", "the BBC", ["BBC", "Ana Reyes"]),
        (None, "the BBC", ["BBC", "Ana Reyes"]),
    ],
)
def test_publisher_is_no_hop(publisher: str | None, told: str, chain: list[str]) -> None:
    """Somebody who told the publisher itself spoke first-hand; told to anybody else, the claim was passed on."""
    result = audit_article(Article(BODY.format(told), publisher=publisher))
    assert [hop.entity for hop in result.parse.attributions[0].chain] == chain


def test_who_is_told_throughout_publishes() -> None:
    """An outlet to which sources speak three times, and to no other, is the publisher: no claim is second-hand."""
    once = "{} told Buzzfeed that the quay will fall.\n\n"
    text = "".join(map(once.format, ("Ana Reyes", "Bo Lind", "Eve Marsh")))
    assert all(len(a.chain) == 1 for a in audit_article(Article(text)).parse.attributions)
    cited = text + once.replace("Buzzfeed", "CNN").format("Tom Hale")
    assert all(len(a.chain) > 1 for a in audit_article(Article(cited)).parse.attributions)
