"""Which descriptions the article gives a name."""

import pytest

from provenance import audit_text
from provenance.model import Naming, Source


def last_source(text: str) -> Source:
    """The source of the attribution that stands last."""
    source = audit_text(text).parse.attributions[-1].source
    assert source is not None
    return source


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Critics, like Ana Reyes, met. They said it fails.", "Ana Reyes and other critics"),
        ("Someone like Mr. Clarke said it works.", "Clarke"),
        (
            "The authors of the study, which include the Harbour Fund, say it works.",
            "Harbour Fund and other authors of the study",
        ),
        ("Ana Reyes is the Republican nominee. The nominee and her aides said it works.", "Ana Reyes and her aides"),
        ("Ana Reyes's family said it works.", "Ana Reyes's family"),
    ],
)
def test_a_group_is_named_by_any_member(text: str, entity: str) -> None:
    """Members behind *including* or *like*, members described, and whose family it is name a group."""
    source = last_source(text)
    assert (source.entity, source.naming) == (entity, Naming.NAMED)


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("Candidates like Ana Reyes, who said it works, met.", "Ana Reyes"),
        ("The talks included members of the Ferry Board, which has denied that it works.", "Ferry Board"),
    ],
)
def test_a_relative_stands_for_what_can_be_meant(text: str, entity: str) -> None:
    """Behind *like Ana Reyes* she is meant, and *which* never stands for people."""
    assert last_source(text).entity == entity


@pytest.mark.parametrize(
    ("words", "naming"),
    [
        ("A complaint filed last week by the Ferry Board", Naming.NAMED),
        ("A study published in the Harbour Review", Naming.NAMED),
        ("A study that appeared in the Harbour Review", Naming.NAMED),
        ("A page on the Reyes campaign's website", Naming.NAMED),
        ("A report obtained last week by Reuters", Naming.UNNAMED),
    ],
)
def test_who_made_a_document_identifies_it(words: str, naming: Naming) -> None:
    """Who filed it and where it appeared tell which document it is; who saw it does not."""
    assert last_source(f"{words} said that ferries sink.").naming is naming


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("A Herald poll said it works. The survey found that ferries sink.", "Herald poll"),
        ("Her new memoir came out. The book says that ferries sink.", "book"),
    ],
)
def test_a_short_word_stands_for_a_document_of_its_sort(text: str, entity: str) -> None:
    """*The study* may be a survey that has a name, but not one without."""
    assert last_source(text).entity == entity


def test_who_opens_an_article_without_a_name_may_be_a_body() -> None:
    """*A House panel* is the committee that the next sentence names, if the name holds what the opening tells."""
    text = "A House panel says the plan fails. The {} Committee met on Monday."
    sources = [audit_text(text.format(name)).parse.attributions[0].source for name in ("House Ferry", "City Ferry")]
    assert [s.entity if s else None for s in sources] == ["House Ferry Committee", "House panel"]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("One senator, Sen. Ana Reyes, said it is late.", "Ana Reyes"),
        ("Special envoy for Norway Ana Reyes said it works.", "Ana Reyes"),
        ("Spokesman for Mayor Ana Reyes said it works.", "Spokesman for Mayor Ana Reyes"),
        ("Lawyers met Donald and Ana Reyes. Mr. Reyes said no.", "Donald Reyes"),
        ("Ada Lindqvist spoke at the rally. Lindquist said it works.", "Ada Lindqvist"),
        ("Mary Poe's lawyer Rob Roy came. Paul Doe left. His lawyer said it works.", "His lawyer"),
        ("Mary Poe's lawyer Rob Roy came. Poe left. Her lawyer said it works.", "Rob Roy"),
    ],
)
def test_a_name_belongs_to_whom_the_words_give_it(text: str, entity: str) -> None:
    """Titles, shared surnames, a slip of spelling and possessors tell who is meant."""
    assert last_source(text).entity == entity


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        (
            "Ana Reyes won.\n\nThe Reyes campaign now hopes to win.\n\nThe Democratic nominee said it works.",
            "Ana Reyes",
        ),
        ("Ana Reyes won.\n\nThe Reyes campaign now hopes to win.\n\nThe surgeon said it works.", "surgeon"),
        ("The Harbour Union met. A miners' union met too. The union said it works.", "Harbour Union"),
        (
            "A spokeswoman for Ana Reyes said it works. Mr. John Poe is a spokesman for Ana Reyes.",
            "spokeswoman for Ana Reyes",
        ),
    ],
)
def test_a_description_needs_somebody_whom_it_fits(text: str, entity: str) -> None:
    """A campaign tells who the nominee is, a proper name which union is meant; no spokeswoman is a man."""
    assert last_source(text).entity == entity


def test_a_post_of_a_live_blog_opens_anew() -> None:
    """Who is described at the start of a late post may be named in its next sentences."""
    start = "".join(f"{hour} p.m.\n\nThe ferry sails. It is late. The pier is full.\n\n" for hour in (5, 4, 3))
    text = start + "2 p.m.\n\nA former mayor says the bridge should close.\n\nAna Reyes told reporters it is unsafe."
    sources = [a.source for a in audit_text(text).parse.attributions]
    assert [s.entity if s else None for s in sources][-2:] == ["Ana Reyes", "Ana Reyes"]
