"""C06: outlets that are not named."""

from provenance.model import Kind, Naming, Role
from tests.factories import REYES, Said, hits, hop, outlet

RULE = "hop-nameless"
MEDIA = hop("unnamed local media", Kind.OUTLET, Naming.UNNAMED)


def test_nameless_media_as_the_origin_are_flagged_at_their_words() -> None:
    """The finding rests on the words for the media."""
    assert hits(RULE, "{s1:Local media} {q1:reported} {c1:that the bridge fell}.", Said("1", (MEDIA,))) == [
        "Local media"
    ]


def test_nameless_media_as_a_relay_are_flagged_at_their_words() -> None:
    """The words that establish the relay count, not those of the origin behind it."""
    relay = hop("unnamed local media", Kind.OUTLET, Naming.UNNAMED, Role.RELAY)
    text = "{c1:The old bridge fell}, {s1:Ana Reyes} {q1:said}, according to {r1:local media}."
    assert hits(RULE, text, Said("1", (relay, REYES))) == ["local media"]


def test_words_that_are_no_outlets_pass() -> None:
    """Social networks are where somebody writes, and a magazine with a name is named."""
    for words in ("social media", "a Harbour magazine"):
        said = Said("1", (hop(words, Kind.OUTLET, Naming.UNNAMED),))
        assert hits(RULE, f"{{s1:{words}}} {{q1:reported}} {{c1:that the bridge fell}}.", said) == []


def test_named_outlets_pass() -> None:
    """An outlet that a reader can look up is no finding."""
    assert hits(RULE, "{s1:Reuters} reported {c1:that it fell}.", Said("1", (outlet("Reuters", Role.ORIGIN),))) == []
