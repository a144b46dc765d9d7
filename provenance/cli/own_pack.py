"""The pack into which a command writes rules of the house."""

from argparse import Namespace
from pathlib import Path

from provenance.cli.house import read_house_settings
from provenance.errors import SettingsError
from provenance.rulebook.pack_source import MANIFEST


def find_own_pack(args: Namespace, article: str | None = None) -> Path:
    """Give the folder that --pack names, else the first pack of the settings of an article, or of here.

    Raises SettingsError if it is no pack.
    """
    settings = read_house_settings(args, article)
    if args.pack is None and not settings.packs:
        msg = "there is no pack of the house: name one with --pack, or begin one with: provenance init --pack house"
        raise SettingsError(msg)
    folder = Path(args.pack) if args.pack else settings.folder / settings.packs[0]
    if not (folder / MANIFEST).is_file():
        msg = f"{folder}: holds no {MANIFEST}; begin a pack with: provenance init --pack {folder.name}"
        raise SettingsError(msg)
    return folder
