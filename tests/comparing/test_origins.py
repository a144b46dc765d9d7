"""How many independent origins stand behind a shared statement."""

import pytest

from provenance.comparing.comparison import compare_results
from provenance.model import Article, Group
from provenance.pipeline import audit_article, default_rulebook

BRIDGE = "The old harbour bridge will be closed for two years"
FIRE = "The fire at the northern mill killed 12 workers"
PAINTINGS = "The town museum has bought eleven forged paintings"

ONE = [
    (f"{BRIDGE}, the mayor Ana Reyes said.", f"{BRIDGE}, Mayor Reyes told reporters.", f"{BRIDGE}, she said."),
    (f"{FIRE}, Reuters reported, citing the police chief Tom Hale.", f"{FIRE}, the police chief Tom Hale said."),
    (f"{PAINTINGS}, an official said.", f"{PAINTINGS}, officials said."),
    (f"{BRIDGE}, Norwegian Foreign Minister Ana Reyes said.", f"{BRIDGE}, Norway said."),
]
TWO = [
    (f"{BRIDGE}, the mayor Ana Reyes said.", f"{BRIDGE}, the engineer Tom Hale said."),
    (
        f"{FIRE}, the police chief Tom Hale said.",
        f"{FIRE}, the doctor Mia Novak said.",
        f"{FIRE}, Tom Hale told the BBC.",
    ),
    (f"{PAINTINGS}, Norway said.", f"{PAINTINGS}, Peru said."),
    (f"{PAINTINGS}, the dealer Tom Hale said.", f"{PAINTINGS}, the clerk Ana Reyes said, Reuters reported."),
    (f"{FIRE}, a Norwegian official said.", f"{FIRE}, a Peruvian official said."),
    (
        f"{BRIDGE}, Reuters reported, citing the mayor Ana Reyes.",
        f"{BRIDGE}, AFP reported, citing the engineer Tom Hale.",
    ),
]
THREE = [
    (f"{BRIDGE}, the mayor Ana Reyes said.", f"{BRIDGE}, the engineer Tom Hale said.", f"{BRIDGE}, Mia Novak said."),
    (f"{FIRE}, Norway said.", f"{FIRE}, Peru said.", f"{FIRE}, Chile said."),
    (
        f"{PAINTINGS}, Ana Reyes said.",
        f"{PAINTINGS}, Tom Hale said.",
        f"{PAINTINGS}, Norway said.",
        f"{PAINTINGS}, Reyes said.",
    ),
    (
        f"{FIRE}, Reuters reported, citing the police chief Tom Hale.",
        f"{FIRE}, the doctor Mia Novak said.",
        f"{FIRE}, the mayor Ana Reyes told the BBC.",
    ),
]

REWORDED = [
    (
        2,
        (
            "The ferry company will lay off half of its sailors before winter, the union leader Mia Novak said.",
            "Half of the ferry company's sailors will be laid off before winter, according to Novak.",
            "The owner Tom Hale said that the ferry company would lay off half of its sailors before winter.",
        ),
    ),
    (
        2,
        (
            "Two Norwegian officials said the harbour tunnel had flooded in three places.",
            "The harbour tunnel had flooded in three places, a Norwegian engineer told Reuters.",
            "Peru's transport ministry said that the harbour tunnel had flooded in three places.",
        ),
    ),
    (
        2,
        (
            '"Nobody warned the villages below the dam before the gates were opened," the farmer Ana Reyes told the BBC.',
            "No villages below the dam had been warned before the gates were opened, the BBC reported, citing a farmer.",
            "The engineer Tom Hale said that nobody had warned the villages below the dam before the gates were opened.",
        ),
    ),
    (
        3,
        (
            "The curator Mia Novak said that the northern museum lost forty paintings in the storm.",
            "The mayor Ana Reyes said that the northern museum lost forty paintings in the storm.",
            "The northern museum has lost forty paintings in the storm, said Tom Hale, a painter.",
            "Novak told the BBC that the northern museum lost forty paintings in the storm.",
        ),
    ),
    (
        3,
        (
            "Chile said that the copper treaty would be signed in Oslo in spring.",
            "The copper treaty would be signed in Oslo in spring, Peru's foreign ministry said.",
            "The trader Tom Hale said the copper treaty would be signed in Oslo in spring.",
            "A Chilean official said that the copper treaty would be signed in Oslo in spring.",
        ),
    ),
]
"""Origins, and articles in which the wording and the way to the source differ too."""


def shared(*texts: str) -> list[Group]:
    """Compare articles and give what they share."""
    rulebook = default_rulebook()
    articles = [Article(f"{text} The weather was fine.", path=f"{n}.txt") for n, text in enumerate(texts)]
    return list(compare_results([audit_article(one, rulebook) for one in articles], rulebook).groups)


@pytest.mark.parametrize(
    ("texts", "origins"),
    [(texts, n) for n, sets in ((1, ONE), (2, TWO), (3, THREE)) for texts in sets]
    + [(texts, n) for n, texts in REWORDED],
)
def test_origins_are_counted_once_each(texts: tuple[str, ...], origins: int) -> None:
    """Articles with one statement are one group, with as many origins as there are speakers that cannot be one."""
    (group,) = shared(*texts)
    assert len(group.articles) == len(texts)
    assert len(group.origins) == origins
