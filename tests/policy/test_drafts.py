"""What changed in the sourcing between two versions of an article."""

from provenance.pipeline import audit_text
from provenance.policy.drafts import ChangeKind, compare_drafts
from provenance.policy.revisions import keep_new

OLD = (
    "The fund will be cut in June, an EU official said.\n\n"
    "The bridge is safe for buses, Ivo Radan said.\n\n"
    "The old road will be closed, Ana Reyes said.\n"
)
NEW = (
    "The fund will be cut in early June, the commissioner Mara Lind said.\n\n"
    "The bridge is safe for buses, a senior diplomat said.\n\n"
    "A new ferry will be bought, Ana Reyes said.\n"
)


def kinds(old: str, new: str) -> list[ChangeKind]:
    """Give what changed between two texts."""
    return [change.kind for change in compare_drafts(audit_text(old), audit_text(new)).changes]


def test_every_kind_of_change() -> None:
    """Claims that were newly named, newly unnamed, gained and lost are each told, a reworded claim as one."""
    assert kinds(OLD, NEW) == [ChangeKind.NAMED, ChangeKind.UNNAMED, ChangeKind.GAINED, ChangeKind.LOST]


def test_a_second_source_that_goes_or_comes() -> None:
    """Where a claim's own source stays unnamed and a named one beside it goes or comes, that one is told, not the claim's."""
    alone = "The ferry line will be closed in June, a senior Treasury official said.\n\n"
    both = alone + "The ferry line will be closed in June, Ivo Radan said.\n\n"
    lost, gained = (
        compare_drafts(audit_text(old), audit_text(new)).changes[0] for old, new in ((both, alone), (alone, both))
    )
    assert [lost.kind, gained.kind] == [ChangeKind.UNSUPPORTED, ChangeKind.SUPPORTED]
    for change in (lost, gained):
        assert change.support is not None
        assert change.support.attribution is not None
        assert change.support.attribution.chain[-1].entity == "Ivo Radan"


def test_another_chain() -> None:
    """A claim with another named source has another chain."""
    assert kinds(OLD, OLD.replace("Ivo Radan", "Tomas Berg")) == [ChangeKind.CHAIN]


def test_edits_without_consequence() -> None:
    """Paragraphs in another order and more words around them change no sourcing."""
    paragraphs = OLD.strip().split("\n\n")
    assert kinds(OLD, "\n\n".join(["It rained in the morning.", *reversed(paragraphs)])) == []


def test_findings_follow() -> None:
    """A source that is named solves its finding, one that loses its name makes a new one."""
    found = compare_drafts(audit_text(OLD), audit_text(NEW))
    assert {"anon-only-claim"} <= {finding.rule for finding in found.solved}
    assert [f.spans[0].of(NEW) for f in found.gained if f.rule == "anon-only-claim"] == ["The bridge is safe for buses"]


def test_only_what_is_new_since_a_revision_stands() -> None:
    """Findings that the earlier version had are waived, and all of them stand where there was none."""
    old, new = audit_text(OLD), audit_text(f"{OLD}\nThe mill will be sold in May, a senior diplomat said.\n")
    left = keep_new(new, old, "v1")
    assert {
        finding.spans[0].of(new.article.text) for finding in left.findings if finding.rule == "anon-only-claim"
    } == {"The mill will be sold in May"}
    assert {finding.excuse for finding in left.waived} == {"unchanged since v1"}
    assert keep_new(new, None, "v1") == new


def test_an_edit_elsewhere_can_make_a_finding_new() -> None:
    """The whole article is judged: a claim nobody touched is new in the lead where the paragraph above it was cut."""
    above, unnamed = "The rain stopped on Monday.\n\n", "The fund will be cut in June, an EU official said.\n"
    left = keep_new(audit_text(unnamed), audit_text(above + unnamed), "v1")
    assert {finding.rule for finding in left.findings} == {"anon-lead"}
