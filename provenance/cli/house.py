"""The house where a command runs, or an article lies; every command that audits starts here."""

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from provenance.policy.house import House
from provenance.policy.houses import Houses, SettingsFinder
from provenance.policy.packs import load_rules
from provenance.policy.policy import Wishes
from provenance.policy.settings_file import SettingsFile, read_settings
from provenance.rulebook import Rulebook


def open_houses(args: Namespace, paths: Iterable[str] = ()) -> Houses:
    """Open the houses of articles, by the settings nearest to each; raise ProvenanceError with all that is wrong with any."""
    houses = Houses(_find_by(args), _read_wishes(args))
    houses.open_all(paths)
    return houses


def open_house(args: Namespace, path: str | None = None) -> House:
    """Open the house of an article, else that of the working directory; raise ProvenanceError with everything that is wrong."""
    return open_houses(args).of(path)


def read_house_settings(args: Namespace, path: str | None = None) -> SettingsFile:
    """Read the settings that a command names, else those nearest to an article, else those that hold here.

    Raises SettingsError if they make no sense.
    """
    return read_settings(_find_by(args).find(path or ""))


def load_house_rules(args: Namespace) -> Rulebook:
    """Load all rules of the house, whatever its policy; raise ProvenanceError if they do not load."""
    return load_rules(read_house_settings(args))


def _find_by(args: Namespace) -> SettingsFinder:
    given = getattr(args, "config", None)
    return SettingsFinder(Path(given) if given is not None else None, str(Path.cwd()))


def _read_wishes(args: Namespace) -> Wishes:
    """Take what the command's options say about policy; a command may have none of them."""
    given = vars(args)
    return Wishes(**{name: given.get(name) for name in ("profile", "show", "fail_on", "select", "ignore")})
