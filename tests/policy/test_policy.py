"""Who decides: the command line over the settings over the profile over the card."""

import pytest
from attrs import evolve

from provenance.errors import SettingsError
from provenance.model import Confidence, Severity
from provenance.policy.policy import Policy, Wishes, resolve_policy
from provenance.policy.settings_file import SettingsFile
from provenance.rulebook.schema import Pack, Place, Profile, ProfileRule, Status, Weight
from tests.factories import CARDS

SURE = evolve(CARDS["anon-bare"], severity=Severity.ERROR, confidence=Confidence.HIGH, status=Status.STABLE)
UNSURE = evolve(CARDS["weasel"], severity=Severity.WARNING, confidence=Confidence.MEDIUM, status=Status.STABLE)
NEW = evolve(CARDS["chain-deep"], severity=Severity.WARNING, confidence=Confidence.HIGH, status=Status.PREVIEW)
DESK = Profile("desk", "", frozenset([Confidence.HIGH]), frozenset([Status.STABLE]), (), Place("profiles/desk.toml"))
STRICT = evolve(DESK, id="strict", rules=(ProfileRule("weasel", Weight.ERROR, "we say so", ("x/1",), Place("x")),))
PACK = Pack("en", "1", "1", "", audits=(SURE, UNSURE, NEW), profiles=(DESK, STRICT))


def resolve(wishes: Wishes | None = None, **written: object) -> Policy:
    """Resolve wishes and a settings file that says `written`, all of it on line 1."""
    return resolve_policy(wishes or Wishes(), SettingsFile("h.toml", **written), PACK)  # type: ignore[arg-type]


def ruled(policy: Policy) -> dict[str, tuple[str, str]]:
    """Give weight and origin of every audit."""
    return {ruling.card.id: (ruling.weight.value, ruling.origin) for ruling in policy.rulings}


def test_the_card_decides_where_nobody_else_does() -> None:
    """A sure and stable audit speaks as its card says; others stay off, and the profile says why."""
    assert ruled(resolve()) == {
        "anon-bare": ("error", "card"),
        "chain-deep": ("off", "profile desk: its status is preview"),
        "weasel": ("off", "profile desk: its confidence is medium"),
    }


def test_a_profile_decides_over_the_card() -> None:
    """An audit that a profile names speaks at its level, for the profile's reason."""
    assert ruled(resolve(profile="strict"))["weasel"] == ("error", "profile strict: we say so (x/1)")


def test_settings_decide_over_the_profile() -> None:
    """A severity in the settings brings an audit in, or puts it off, whatever the profile says."""
    policy = resolve(profile="strict", severity={"V01": Weight.NOTE, "anon-bare": Weight.OFF})
    assert ruled(policy)["weasel"] == ("note", "h.toml:1")
    assert ruled(policy)["anon-bare"] == ("off", "h.toml:1")
    assert [card.id for card in policy.cards] == ["weasel"]


def test_a_selection_decides_over_all() -> None:
    """What is selected speaks and nothing else does, with the severity that the house gave it."""
    policy = resolve(Wishes(select=("weasel",)), severity={"anon-bare": Weight.NOTE})
    assert ruled(policy)["weasel"] == ("warning", "--select")
    assert ruled(policy)["anon-bare"] == ("off", "--select leaves it out")


def test_options_come_before_the_file() -> None:
    """Each setting is taken from the command line, else from the file, else it is the default."""
    policy = resolve(Wishes(profile="strict", fail_on="never"), profile="desk", show=Severity.WARNING)
    assert (policy.profile.id, policy.fail_on, policy.show) == ("strict", None, Severity.WARNING)
    assert {key: policy.origins[key] for key in ("profile", "fail-on", "show", "ignore")} == {
        "profile": "--profile",
        "fail-on": "--fail-on",
        "show": "h.toml:1",
        "ignore": "default",
    }


@pytest.mark.parametrize("wishes", [Wishes(profile="strikt"), Wishes(select=("weasle",)), Wishes(ignore=("A2",))])
def test_what_does_not_exist_is_an_error(wishes: Wishes) -> None:
    """A profile or an audit that does not exist stops the run, with what may have been meant."""
    with pytest.raises(SettingsError, match="did you mean"):
        resolve(wishes)
