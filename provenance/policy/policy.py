"""What holds in a run: wishes of the command line over the settings file over the profile over the cards."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from provenance.errors import SettingsError
from provenance.model import Severity
from provenance.nearest import suggest
from provenance.policy.names import AuditNames
from provenance.policy.rulings import Grounds, Ruling, grade_card, rule_on
from provenance.policy.settings_file import FailLevel, FileIgnore, SettingsFile
from provenance.rulebook.schema import AuditCard, Pack, Profile, Weight

DEFAULT_PROFILE = "desk"
DEFAULT = "default"


@frozen(eq=False, repr=False)
class Wishes:
    """What the command line asks for; None where it says nothing."""

    profile: str | None = None
    show: str | None = None
    fail_on: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None


@frozen(eq=False, repr=False)
class Policy:
    """What holds in a run. Audits stand as ids; `fail_on` None means never; `origins` says where each setting is from."""

    profile: Profile
    show: Severity
    fail_on: Severity | None
    rulings: tuple[Ruling, ...]
    ignore: frozenset[str] = frozenset()
    file_ignores: tuple[FileIgnore, ...] = ()
    origins: Mapping[str, str] = field(factory=dict)
    folder: Path = field(factory=Path)

    @property
    def cards(self) -> tuple[AuditCard, ...]:
        """The audits that speak, with the severities that hold."""
        return tuple(grade_card(ruling) for ruling in self.rulings if ruling.weight is not Weight.OFF)

    @property
    def scope(self) -> str:
        """Which audits ran, in a few words for people."""
        return f"profile {self.profile.id}, {len(self.cards)} of {len(self.rulings)} audits"


def resolve_policy(wishes: Wishes, settings: SettingsFile, pack: Pack) -> Policy:
    """Decide everything; raise SettingsError for a profile, an audit or a level that does not exist."""
    names = AuditNames(pack.audits)
    profile, profile_origin = _pick("profile", wishes, settings, DEFAULT_PROFILE)
    show, show_origin = _pick("show", wishes, settings, Severity.NOTE)
    fail_on, fail_origin = _pick("fail-on", wishes, settings, FailLevel.ERROR)
    select, select_origin = _pick("select", wishes, settings, None)
    ignore, ignore_origin = _pick("ignore", wishes, settings, ())
    grounds = Grounds(
        profile=_find_profile(profile, profile_origin, pack),
        severity=_find_severities(settings, names),
        select=None if select is None else names.find_all(select, select_origin),
        select_origin=select_origin,
    )
    return Policy(
        profile=grounds.profile,
        show=Severity(show),
        fail_on=FailLevel(fail_on).severity,
        rulings=tuple(rule_on(card, grounds) for card in sorted(pack.audits, key=lambda card: card.code)),
        ignore=names.find_all(ignore, ignore_origin),
        file_ignores=tuple(_resolve_ignore(one, names) for one in settings.file_ignores),
        origins={
            "profile": profile_origin,
            "fail-on": fail_origin,
            "show": show_origin,
            "select": select_origin,
            "ignore": ignore_origin,
        },
        folder=settings.folder,
    )


def _pick(key: str, wishes: Wishes, settings: SettingsFile, default: object) -> tuple[Any, str]:
    """Take a setting from the command line, else from the file, else the default; and say from where."""
    field_name = key.replace("-", "_")
    wished, written = getattr(wishes, field_name), getattr(settings, field_name)
    if wished is not None:
        return wished, f"--{key}"
    return (written, settings.origin(key)) if written is not None else (default, DEFAULT)


def _find_severities(settings: SettingsFile, names: AuditNames) -> Mapping[str, tuple[Weight, str]]:
    """Return what each audit weighs by the settings, by its id, with where they say so."""
    found = {}
    for name, weight in settings.severity.items():
        origin = settings.origin(f"severity.{name}")
        found[names.find(name, origin)] = weight, origin
    return found


def _find_profile(name: str, origin: str, pack: Pack) -> Profile:
    profiles = {profile.id: profile for profile in pack.profiles}
    if name in profiles:
        return profiles[name]
    there_are = ", ".join(profiles)
    msg = f"{origin}: there is no profile {name!r}{suggest(name, profiles)} (there are: {there_are})"
    raise SettingsError(msg)


def _resolve_ignore(ignore: FileIgnore, names: AuditNames) -> FileIgnore:
    """Put ids in the place of the names that were written."""
    return evolve(ignore, audits=tuple(sorted(names.find_all(ignore.audits, ignore.origin))))
