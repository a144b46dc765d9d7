"""Articles put side by side."""

from provenance.comparing.comparison import compare_results
from provenance.model import Article, Comparison
from provenance.pipeline import audit_article, default_rulebook

FIRST = (
    'The harbour will close for good, the mayor Ana Reyes said on Monday. "Nobody will load a ship here again after the '
    'spring floods," she said.'
)
SECOND = (
    'Mayor Ana Reyes warned of the end of the port. "Nobody will load a ship here again after the spring floods," Reyes '
    "told reporters. The weather stayed fine."
)
THIRD = "The dealer Tom Hale said that the museum had bought a forged painting from a young forger."


def compare(*texts: str) -> Comparison:
    """Compare articles with the shipped rules."""
    rulebook = default_rulebook()
    results = [audit_article(Article(text, path=text[:20]), rulebook) for text in texts]
    return compare_results(results, rulebook)


def test_one_quotation_in_two_articles_is_one_group() -> None:
    """Articles that carry the same quotation share a group, and others are not in it."""
    comparison = compare(FIRST, SECOND, THIRD)
    (group,) = [group for group in comparison.groups if any(member.verbatim for member in group.members)]
    assert group.articles == (0, 1)
    assert group.origin.entity == "Ana Reyes"
    assert len(group.origins) == 1


def test_articles_without_anything_shared_make_no_groups() -> None:
    """Two articles about different things have no group."""
    assert compare(FIRST, THIRD).groups == ()


def groups_of(comparison: Comparison) -> list[tuple[str, list[str]]]:
    """Give the label of each group with the paths of its articles, sorted."""
    paths = [article.path for article in comparison.articles]
    return sorted(
        (group.label, sorted(str(paths[article]) for article in group.articles)) for group in comparison.groups
    )


def test_the_order_of_articles_does_not_matter() -> None:
    """The same articles in another order give the same groups."""
    one, other = compare(FIRST, SECOND, THIRD), compare(THIRD, SECOND, FIRST)
    assert groups_of(one) == groups_of(other) != []


def test_two_outlets_with_one_origin_are_no_pair() -> None:
    """An article that has a claim from two outlets is told where both have it from one origin."""
    claim = "The old harbour bridge will be closed for two years"
    pair = (
        f"{claim}, CNN reported, citing the engineer Tom Hale. {claim}, the BBC reported, citing the engineer Tom Hale."
    )
    comparison = compare(pair, f"{claim}, the engineer Tom Hale said.")
    assert [one.code for one in comparison.findings if one.rule == "false-pair"] == ["R03"]


def test_a_meeting_without_conditions_conflicts_with_one_that_has_them() -> None:
    """Accounts of one party's wish, once without conditions and once with something first, are a conflict of conditions."""
    comparison = compare(
        "Norway seeks a meeting with Peru without preconditions.",
        "Norway said that it wanted firm guarantees before any meeting with Peru.",
    )
    assert [conflict.kind for conflict in comparison.conflicts] == ["condition"]


def test_accounts_of_different_parties_are_no_conflict() -> None:
    """What two parties want may differ."""
    comparison = compare(
        "Norway seeks a meeting with Peru without preconditions.",
        "Chile said that it wanted firm guarantees before any meeting with Peru.",
    )
    assert comparison.conflicts == ()


def test_a_denial_beside_a_claim_is_a_conflict() -> None:
    """Two accounts of one speaker's claim of which one is negated are a conflict of negation."""
    comparison = compare(
        "The owner Ana Reyes said the northern mill will close its gates in spring.",
        "The owner Ana Reyes said the northern mill will not close its gates this spring.",
    )
    assert [conflict.kind for conflict in comparison.conflicts] == ["negation"]


def test_another_cut_of_a_quotation_is_no_conflict() -> None:
    """A quotation of which an article has only a part is in no conflict with the whole."""
    comparison = compare(
        '"Nobody found the old paintings in the tower. This is a scandal for the whole northern town," Ana Reyes said.',
        '"This is a scandal for the whole northern town," the mayor Ana Reyes said.',
    )
    assert len(comparison.groups) == 1
    assert comparison.conflicts == ()


def test_one_wording_alone_has_no_words_of_its_own() -> None:
    """Where all articles have the same words nothing is marked as different."""
    comparison = compare(FIRST, SECOND, THIRD)
    (group,) = [group for group in comparison.groups if any(member.verbatim for member in group.members)]
    assert [(len(variant.members), variant.own) for variant in group.variants] == [(2, ())]
