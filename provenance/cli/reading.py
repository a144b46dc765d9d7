"""What options and settings say about reading."""

from argparse import Namespace

from provenance.errors import SettingsError
from provenance.policy.settings_file import ReadingSettings
from provenance.reading import ReadingOptions
from provenance.reading.json_shapes import FIELDS

MEGABYTE = 1024 * 1024
MAX_SECONDS = 60


def read_options(args: Namespace, settings: ReadingSettings) -> ReadingOptions:
    """Take how to read from the options of a command, else from the settings; a command may have none of the options."""
    size = getattr(args, "max_size", None) or settings.max_size
    fields = dict(settings.fields)
    for name, wanted in getattr(args, "field", ()):
        if name not in FIELDS:
            msg = f"--field {name}: not one of {', '.join(FIELDS)}"
            raise SettingsError(msg)
        fields[name] = wanted
    return ReadingOptions(getattr(args, "input", None), fields, size * MEGABYTE if size else None)


def read_seconds(args: Namespace, settings: ReadingSettings) -> int:
    """Take how many seconds of the processor an article may take."""
    return getattr(args, "max_seconds", None) or settings.max_seconds or MAX_SECONDS
