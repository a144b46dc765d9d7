"""The rules and the policy that hold where a command runs; every command that audits starts here."""

from argparse import Namespace
from pathlib import Path

from attrs import evolve, frozen

from provenance.policy.packs import load_rules
from provenance.policy.policy import Policy, Wishes, resolve_policy
from provenance.policy.settings_file import SettingsFile, find_settings, read_settings
from provenance.rulebook import Rulebook


@frozen(eq=False)
class House:
    """What a command works with: the settings as written, the policy, and the rules with the audits in force."""

    settings: SettingsFile
    policy: Policy
    rulebook: Rulebook

    @property
    def baseline(self) -> Path | None:
        """The baseline that the settings name; its path counts from their folder."""
        return self.settings.folder / self.settings.baseline if self.settings.baseline else None


def open_house(args: Namespace) -> House:
    """Read settings and rules; raise ProvenanceError with everything that is wrong with them."""
    return house_of(read_house_settings(args), None, _read_wishes(args))


def house_of(settings: SettingsFile, rules: Rulebook | None, wishes: Wishes) -> House:
    """Put settings, rules (those the settings ask for if None) and wishes together, audits as the policy wants them."""
    rulebook = rules or load_rules(settings)
    policy = resolve_policy(wishes, settings, rulebook.pack)
    return House(settings, policy, evolve(rulebook, pack=evolve(rulebook.pack, audits=policy.cards)))


def read_house_settings(args: Namespace) -> SettingsFile:
    """Read the settings file that a command names, else the nearest one; raise SettingsError if it makes no sense."""
    path, here = find_settings(getattr(args, "config", None), Path.cwd()), Path.cwd()
    return read_settings(path.relative_to(here) if path and path.is_relative_to(here) else path)


def load_house_rules(args: Namespace) -> Rulebook:
    """Load all rules of the house, whatever its policy; raise ProvenanceError if they do not load."""
    return load_rules(read_house_settings(args))


def _read_wishes(args: Namespace) -> Wishes:
    """Take what the command's options say about policy; a command may have none of them."""
    given = vars(args)
    return Wishes(**{name: given.get(name) for name in ("profile", "show", "fail_on", "select", "ignore")})
