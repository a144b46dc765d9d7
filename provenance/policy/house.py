"""The rules and the policy that hold somewhere, put together: what every run works with."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from attrs import evolve, field, frozen

from provenance.model import Article, AuditResult, RulesUsed
from provenance.pipeline import audit_article
from provenance.policy.names import AuditNames
from provenance.policy.packs import load_rules
from provenance.policy.policy import Policy, Wishes, resolve_policy
from provenance.policy.settings_file import SettingsFile, read_settings
from provenance.policy.waiving import apply_policy, drop_unsure
from provenance.rulebook import Rulebook


@frozen(eq=False, repr=False)
class House:
    """The settings as written, the policy, and the rules with the audits in force."""

    settings: SettingsFile
    policy: Policy
    rulebook: Rulebook

    @property
    def baseline(self) -> Path | None:
        """The baseline that the settings name; its path counts from their folder."""
        return self.settings.folder / self.settings.baseline if self.settings.baseline else None

    @property
    def names(self) -> AuditNames:
        """All audits there are by what people call them, those that are off among them."""
        return AuditNames(ruling.card for ruling in self.policy.rulings)

    @property
    def used(self) -> RulesUsed:
        """Which rules a report names."""
        packs = tuple((pack.id, pack.version, pack.sha256) for pack in self.rulebook.pack.names)
        return RulesUsed(packs, self.policy.profile.id)


def house_of(settings: SettingsFile, rules: Rulebook | None, wishes: Wishes) -> House:
    """Put settings, rules (those the settings ask for if None) and wishes together, audits as the policy wants them.

    Raises ProvenanceError with everything that is wrong with them.
    """
    rulebook = rules or load_rules(settings)
    policy = resolve_policy(wishes, settings, rulebook.pack)
    return House(settings, policy, evolve(rulebook, pack=evolve(rulebook.pack, audits=policy.cards)))


def audit_under(house: House, article: Article) -> AuditResult:
    """Audit an article as a house wants it, waivers and baselines aside."""
    result = audit_article(article, house.rulebook)
    return drop_unsure(apply_policy(result, house.policy), house.policy)


def _mark_run() -> str:
    return os.urandom(8).hex()


@frozen
class OpenHouse:
    """Opens the audit of a house; can be sent to another process, and says nothing but where the settings are.

    Copies sent to a process are equal, so that it opens once; `run` keeps a process that outlives the run from going on
    with what was in force then.
    """

    config: str | None
    profile: str | None
    run: str = field(factory=_mark_run)

    def __call__(self) -> Callable[[Article], AuditResult]:
        """Load settings and rules; raise ProvenanceError with everything that is wrong with them."""
        return partial(audit_under, _open_house(self.config, self.profile))


@frozen
class OpenRules:
    """Opens the rules of a house in another process, with the audits that a profile wants; copies are equal, as those of OpenHouse."""

    config: str | None
    profile: str | None = None
    run: str = field(factory=_mark_run)

    def __call__(self) -> Rulebook:
        """Load settings and rules; raise ProvenanceError with everything that is wrong with them."""
        return _open_house(self.config, self.profile).rulebook


def _open_house(config: str | None, profile: str | None) -> House:
    settings = read_settings(Path(config) if config else None)
    return house_of(settings, None, Wishes(profile=profile))
