"""The house where a command runs; every command that audits starts here."""

from argparse import Namespace
from pathlib import Path

from provenance.policy.house import House, house_of
from provenance.policy.packs import load_rules
from provenance.policy.policy import Wishes
from provenance.policy.settings_file import SettingsFile, find_settings, read_settings
from provenance.rulebook import Rulebook


def open_house(args: Namespace) -> House:
    """Read settings and rules; raise ProvenanceError with everything that is wrong with them."""
    return house_of(read_house_settings(args), None, _read_wishes(args))


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
