"""Relays as they are found, before anybody asks whom they reach."""

import pytest

from provenance.attribution.candidates import find_candidates
from provenance.mentions.describer import Describer
from provenance.mentions.fold import Folded, fold_groups
from provenance.model import Kind, Naming, Role
from provenance.pipeline import default_rulebook
from provenance.resolution.outlets import read_outlets
from provenance.resolution.relays import Relay, Scope, find_relays
from provenance.resolution.signals import find_signals
from provenance.text.marks import lower_openings, mark_structure
from provenance.text.structure import find_blocks
from provenance.tokens import read_tokens


def fold(text: str) -> Folded:
    """A text as folded units."""
    rules = default_rulebook()
    blocks = find_blocks(text)
    tokens = read_tokens(text, rules.classifier)
    marks = mark_structure(text, tokens, blocks, rules.words)
    lower_openings(tokens, marks, rules.classifier, blocks)
    return fold_groups("".join(marks.classes), tokens, rules.nouns)


def relays_of(text: str) -> list[Relay]:
    """The relays of a text."""
    folded, rules = fold(text), default_rulebook()
    return find_relays(folded, Describer(rules, {}), read_outlets(folded, rules))


def test_short_form_is_the_outlet_named_before() -> None:
    """The paper that somebody told is the outlet the article named last."""
    hops = [
        r.hop
        for r in relays_of("Ana Reyes told the Guardian that she will stay. Jon Berg told the paper that he left.")
    ]
    assert [h.entity for h in hops] == ["Guardian", "Guardian"]


def test_network_is_a_medium() -> None:
    """A social network carries words; it is an outlet by kind and a medium by role."""
    (relay,) = relays_of("Ana Reyes wrote on Twitter that she will stay.")
    assert (relay.hop.entity, relay.hop.kind, relay.hop.role) == ("Twitter", Kind.OUTLET, Role.MEDIUM)


def test_unknown_paper_is_an_unnamed_hop() -> None:
    """A newspaper nobody names is a hop without a name."""
    (relay,) = relays_of("Ana Reyes told a local newspaper that she will stay.")
    assert relay.hop.naming is Naming.UNNAMED


@pytest.mark.parametrize(
    "text", ["Ana Reyes told her brother that she will stay.", "In response, Ana Reyes said that she will stay."]
)
def test_hearer_or_idiom_is_no_relay(text: str) -> None:
    """People who are told something, and idioms that look like a medium, pass nothing on."""
    assert relays_of(text) == []


def test_digest_opens_a_frame() -> None:
    """A sentence about the sentence before opens a frame that begins with that one."""
    relays = relays_of("The bridge will be sold. Bloomberg writes about this. Nobody was told.")
    (frame,) = [r for r in relays if r.scope is Scope.FRAME]
    assert frame.first == 0


def test_formula_closes_a_frame() -> None:
    """The reporter's own background, opened by a formula, lies outside the frame."""
    text = "The bridge will be sold. Bloomberg writes about this. Earlier, Ana Reyes said that it would stay."
    (frame,) = [r for r in relays_of(text) if r.scope is Scope.FRAME]
    folded = fold(text)
    assert folded.start(frame.last) == text.index("Earlier")


def test_head_decides_whether_a_pattern_holds() -> None:
    """A pattern that asks for the pronoun it does not hold with another one."""
    rules = default_rulebook()
    patterns = [p for p in rules.patterns if p.pattern.id == "en/impersonal"]
    assert find_candidates(fold("It was reported that the bridge fell."), patterns)
    assert not find_candidates(fold("He was told that the bridge fell."), patterns)


def test_signals_say_where_a_check_failed() -> None:
    """What could not be verified is found with the words that say so."""
    text = "Reuters could not independently verify the report."
    signals = find_signals(fold(text), default_rulebook())
    assert [span.of(text) for span in signals["unverified"]] == ["could not independently verify"]
