"""Digests: an outlet's article retold over several sentences."""

from provenance import audit_text
from provenance.model import Role

DIGEST = (
    "The council will sell the harbour bridge to a bank. Bloomberg writes about this, citing an unnamed official, UNN reports.\n\n"
    "Details\n\n"
    "According to him, the bank has paid in full. Norway has repeatedly stated that the bridge must stay public.\n\n"
    '"Nobody knows what the bridge is worth," the publication concludes.\n\n'
    "Recall\n\n"
    "Earlier, Ana Reyes stated that the bridge would never be sold.\n"
)


def chains() -> list[list[str | None]]:
    """The entities of every chain of the digest."""
    return [[hop.entity for hop in a.chain] for a in audit_text(DIGEST).parse.attributions]


def test_claim_stands_before_the_digest_sentence() -> None:
    """The sentence before is the claim, whom the outlet cites its origin, the publisher the first hop."""
    first = audit_text(DIGEST).parse.attributions[0]
    assert [hop.entity for hop in first.chain] == ["UNN", "Bloomberg", "official"]
    assert [hop.role for hop in first.chain] == [Role.PUBLISHER, Role.RELAY, Role.ORIGIN]
    assert first.content[0].of(DIGEST) == "The council will sell the harbour bridge to a bank"


def test_frame_covers_its_section() -> None:
    """Speakers of the section came through the outlet, beyond the heading that opens it."""
    assert ["UNN", "Bloomberg", "Norway"] in chains()


def test_publication_is_the_outlet_of_the_frame() -> None:
    """The publication of a digest is the outlet that it retells."""
    assert ["UNN", "Bloomberg"] in chains()


def test_frame_ends_at_the_next_heading() -> None:
    """What stands under the next heading is the publisher's own."""
    assert ["Ana Reyes"] in chains()
