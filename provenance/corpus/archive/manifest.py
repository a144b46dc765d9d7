"""What a run was begun with, and its plan: written once, held against every resumption."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import asdict, frozen

from provenance.__about__ import __version__
from provenance.corpus.archive.shards import MANIFEST, PLAN, Keep, Shard, plan_shards
from provenance.corpus.archive.whole import write_text
from provenance.errors import SettingsError
from provenance.model import RulesUsed

SCHEMA = "provenance/archive/v1"


@frozen
class Wanted:
    """What a run is asked for: all that its tables depend on."""

    sources: tuple[str, ...]
    rules: RulesUsed
    size: int = 500
    fields: tuple[tuple[str, str], ...] = ()
    with_text: bool = True

    def spell(self) -> dict[str, Any]:
        """Return it as the manifest has it."""
        return {
            "schema": SCHEMA,
            "tool": {"name": "provenance", "version": __version__},
            "rulebook": asdict(self.rules),
            "sources": list(self.sources),
            "documents_per_shard": self.size,
            "fields": dict(self.fields),
            "with_text": self.with_text,
        }


def begin(folder: Path, wanted: Wanted, keep: Keep = list) -> list[Shard]:
    """Plan a run, or read the plan of the one that was begun here; `keep` leaves out files that are no articles.

    Raises SettingsError where that one was asked for something else or its sources have changed, ReadingError where a
    source cannot be read.
    """
    spelled = json.loads(json.dumps(wanted.spell()))
    held = read_manifest(folder)
    if held is None:
        return _write_plan(folder, list(plan_shards(wanted.sources, wanted.size, keep)), spelled)
    differing = [name for name in spelled if held.get(name) != spelled[name]]
    shards = list(_read_plan(folder))
    if not differing and held["sizes"] != _sizes(shards):
        differing = ["the content of the sources"]
    if differing:
        msg = f"{folder}: was begun with other {', '.join(differing)}; choose another folder, or ask for the same"
        raise SettingsError(msg)
    return shards


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """Return the manifest of an archive; None where none is; raise SettingsError if it cannot be read."""
    try:
        data: dict[str, Any] = json.loads((folder / MANIFEST).read_bytes())
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        msg = f"{folder / MANIFEST}: cannot be read ({error})"
        raise SettingsError(msg) from error
    return data


def _write_plan(folder: Path, shards: list[Shard], spelled: Mapping[str, Any]) -> list[Shard]:
    if not shards:
        msg = "no articles found"
        raise SettingsError(msg)
    write_text(folder / PLAN, "".join(json.dumps(asdict(shard)) + "\n" for shard in shards))
    write_text(
        folder / MANIFEST, json.dumps({**spelled, "sizes": _sizes(shards), "shards": len(shards)}, indent=1) + "\n"
    )
    return shards


def _read_plan(folder: Path) -> Iterator[Shard]:
    with (folder / PLAN).open(encoding="utf-8") as file:
        for line in file:
            data = json.loads(line)
            yield Shard(**{**data, "paths": tuple(data["paths"])})


def _sizes(shards: Sequence[Shard]) -> dict[str, int]:
    """Return the bytes of every source that is cut; files of one article each may be mended on the way."""
    paths = dict.fromkeys(path for shard in shards if shard.stop for path in shard.paths)
    return {path: Path(path).stat().st_size if Path(path).exists() else -1 for path in paths}


def read_rules(manifest: Mapping[str, Any]) -> RulesUsed:
    """Return the rules that the tables were made with."""
    held = manifest["rulebook"]
    return RulesUsed(tuple((name, version, digest) for name, version, digest in held["packs"]), held["profile"])
