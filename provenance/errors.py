"""Every error the package raises.

ProvenanceError
|-- ReadingError       a file cannot be turned into an article
|   `-- LanguageError  the text is readable but not English
|-- RulebookError      rules that cannot be loaded: carries all faults at once
`-- SettingsError      a command or a configuration asks for something that does not exist
"""

from collections.abc import Sequence
from traceback import walk_tb

from attrs import frozen


class ProvenanceError(Exception):
    """Base of every error a caller may want to catch."""


class ReadingError(ProvenanceError):
    """A file that cannot be read as an article: unreadable, empty or binary.

    `path` names the file as the user gave it; `reason` is one clause without a final stop.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class LanguageError(ReadingError):
    """A text that is not English; it is refused rather than audited into nonsense."""


@frozen
class Fault:
    """One thing wrong in one rule file. `line` counts from 1; 0 stands for the file as a whole."""

    path: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.reason}"


class RulebookError(ProvenanceError):
    """The rules do not load; `faults` holds every reason, in file order."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = tuple(faults)


class SettingsError(ProvenanceError):
    """An option or a configuration names a rule, level or format that does not exist."""


def raised_at(error: BaseException) -> str:
    """Give `module:line` of where an error was raised; empty for one that was not."""
    places = [(frame.f_globals.get("__name__", "?"), line) for frame, line in walk_tb(error.__traceback__)]
    return "{}:{}".format(*places[-1]) if places else ""
