"""`provenance init`: settings with comments, the pre-commit entry, how git merges baselines and waivers, and a pack for rules of the house."""

from argparse import Namespace
from pathlib import Path

from provenance.cli.complaints import complain
from provenance.policy.scaffolds import ATTRIBUTES, HOOK, MANIFEST, write_settings
from provenance.policy.settings_file import OWN_FILE
from provenance.rulebook.pack_source import MANIFEST as MANIFEST_FILE

HOOK_FILE = ".pre-commit-config.yaml"
ATTRIBUTES_FILE = ".gitattributes"


def run(args: Namespace) -> int:
    """Write what is not there yet; return 2 where nothing could be written."""
    try:
        if args.pack:
            _write(Path(args.pack) / MANIFEST_FILE, MANIFEST.format(pack=Path(args.pack).name))
        if not _write(Path(OWN_FILE), write_settings(args.pack)) and args.pack:
            print(f'add to {OWN_FILE}: packs = ["{args.pack}"]')
        if not _write(Path(HOOK_FILE), HOOK) and "provenance audit" not in Path(HOOK_FILE).read_text(encoding="utf-8"):
            print(f"add to {HOOK_FILE}, under repos:\n\n{HOOK.partition(chr(10))[2]}", end="")
        if not _write(Path(ATTRIBUTES_FILE), ATTRIBUTES):
            there = Path(ATTRIBUTES_FILE).read_text(encoding="utf-8").splitlines()
            missing = [line for line in ATTRIBUTES.splitlines() if line not in there]
            print("".join(f"add to {ATTRIBUTES_FILE}: {line}\n" for line in missing), end="")
    except OSError as error:
        return complain(f"{error.filename}: {error.strerror}")
    return 0


def _write(path: Path, text: str) -> bool:
    """Write a file unless it is there; say what was done, and give whether it was written."""
    if path.exists():
        print(f"{path}: is there already, left as it is")
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    print(f"{path}: written")
    return True
