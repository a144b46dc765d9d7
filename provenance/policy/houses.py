"""The houses of a run: each article comes under the settings nearest to it, so one run may have several."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import define, field

from provenance.errors import ProvenanceError, SettingsError
from provenance.model import RulesUsed
from provenance.policy.house import House, house_of
from provenance.policy.packs import load_rules
from provenance.policy.policy import Wishes
from provenance.policy.settings_file import SettingsFile, read_settings, settings_in
from provenance.rulebook import Rulebook
from provenance.rulebook.schema import AuditCard

_TOLD = 3
"""How many policies the last line of a report tells apart."""


@define(eq=False, repr=False)
class SettingsFinder:
    """Finds the settings file that holds for an article: the given one, else the nearest from its folder up, else that of `here`.

    Looks into each folder once, however many articles there are in it.
    """

    given: Path | None
    here: str
    _known: dict[str, Path | None] = field(factory=dict)

    def find(self, path: str) -> Path | None:
        """Give the settings file for the article at `path`, which may be relative to `here`."""
        if self.given is not None:
            return self.given
        folder = os.path.dirname(os.path.join(self.here, path))  # noqa: PTH118, PTH120 - for each of many thousands
        return self._climb(folder) or self.find_here()

    def find_here(self) -> Path | None:
        """Give the settings file of the folder in which the command runs, as seen from there."""
        return self.given or self._climb(self.here)

    def _climb(self, folder: str) -> Path | None:
        if folder not in self._known:
            whole = os.path.normpath(folder)
            above = os.path.dirname(whole)  # noqa: PTH120 - as above
            found = settings_in(Path(whole))
            if found is None and above != whole:
                self._known[folder] = self._climb(above)
            else:
                self._known[folder] = _shorten(found, self.here)
        return self._known[folder]


@define(eq=False, repr=False)
class Houses:
    """Opens each house when it is needed first; houses that differ in policy alone share their rules."""

    finder: SettingsFinder
    wishes: Wishes
    _houses: dict[Path | None, House] = field(factory=dict)
    _faults: dict[Path | None, str] = field(factory=dict)
    _rules: dict[object, Rulebook] = field(factory=dict)

    def of(self, path: str | None) -> House:
        """Give the house of an article; raise ProvenanceError with everything that is wrong with its settings."""
        return self._open(self.finder.find(path or ""))

    def open_for(self, path: str, audit: str, origin: str) -> House:
        """Open the house of an article with one audit heard alone, whatever its policy makes of it.

        Raises ProvenanceError if there is none of that name; `origin` says where it was asked for.
        """
        name = self.of(path).names.find(audit, origin)
        settings = read_settings(self.finder.find(path))
        return house_of(settings, self._rules_of(settings), Wishes(select=(name,)))

    def open_all(self, paths: Iterable[str]) -> None:
        """Open the houses of all articles; raise SettingsError with what is wrong with any of them."""
        if faults := self.open_sound(paths):
            raise SettingsError("\n".join(faults))

    def open_sound(self, paths: Iterable[str]) -> list[str]:
        """Open the houses of all articles that can be opened, and return what is wrong with the others.

        Raises SettingsError where none can be opened.
        """
        for settings in dict.fromkeys(map(self.finder.find, paths)):
            try:
                self._open(settings)
            except ProvenanceError as error:
                self._faults[settings] = str(error)
        self._raise_if_none()
        return self.faults

    @property
    def faults(self) -> list[str]:
        """What is wrong with the houses that could not be opened, each thing once."""
        return list(dict.fromkeys(self._faults.values()))

    def give_up(self, house: House, fault: str) -> None:
        """Close a house that lacks something it names; raise SettingsError with all faults if it was the last one."""
        (settings,) = (path for path, one in self._houses.items() if one is house)
        del self._houses[settings]
        self._faults[settings] = fault
        self._raise_if_none()

    def fault_of(self, path: str) -> str | None:
        """Say what is wrong with the house of an article; None where it is open."""
        return self._faults.get(self.finder.find(path)) if self._faults else None

    def reporting(self, path: str) -> House:
        """Give the house under which an article is reported: its own, or the lead where that could not be opened."""
        return self.lead if self.fault_of(path) else self.of(path)

    def _raise_if_none(self) -> None:
        if self._faults and not self._houses:
            raise SettingsError("\n".join(self.faults))

    def __iter__(self) -> Iterator[House]:
        """Go through the houses that were opened."""
        return iter(self._houses.values())

    @property
    def lead(self) -> House:
        """The house that speaks for the whole run: that of the working directory if it has articles, else the first."""
        here = self.finder.find_here()
        return self._open(here) if here in self._houses or not self._houses else next(iter(self))

    @property
    def cards(self) -> tuple[AuditCard, ...]:
        """The audits that are in force in any house, each once."""
        found = {card.id: card for house in (*self, self.lead) for card in house.rulebook.pack.audits}
        return tuple(sorted(found.values(), key=lambda card: card.code))

    @property
    def scope(self) -> str:
        """Which audits ran, in a few words for people; by settings file where it is not only the one that holds here."""
        if list(self) in ([], [self._houses.get(self.finder.find_here())]):
            return self.lead.policy.scope
        told = [f"{house.settings.path or 'no settings'}: {house.policy.scope}" for house in self]
        more = [f"and {len(told) - _TOLD} more settings files"] if len(told) > _TOLD else []
        return "; ".join(told[:_TOLD] + more)

    def used_for(self, paths: Iterable[str]) -> dict[str, RulesUsed]:
        """Give the rules of each article that was not audited under those of the whole run."""
        lead = self.lead
        return {path: house.used for path in paths if (house := self.reporting(path)) is not lead}

    def _open(self, path: Path | None) -> House:
        if path not in self._houses:
            settings = read_settings(path)
            self._houses[path] = house_of(settings, self._rules_of(settings), self.wishes)
        return self._houses[path]

    def _rules_of(self, settings: SettingsFile) -> Rulebook:
        packs = tuple(str((settings.folder / name).resolve()) for name in settings.packs)
        key = (packs, settings.path if settings.lexicons else None)
        if key not in self._rules:
            self._rules[key] = load_rules(settings)
        return self._rules[key]


def _shorten(path: Path | None, here: str) -> Path | None:
    """Give a path as seen from `here` where it lies below."""
    return path.relative_to(here) if path and path.is_relative_to(here) else path
