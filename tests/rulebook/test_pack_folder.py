"""Folders of rules that are read only where their files may have changed."""

import os
import time
from pathlib import Path

import pytest

from provenance.cache import FOLDER_VARIABLE
from provenance.rulebook import pack_folder
from provenance.rulebook.pack_folder import PackFolder
from provenance.rulebook.pack_source import PackSource, read_source


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack of two files, and a cache of its own."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "kept"))
    for name in ("en/pack.toml", "audits/one.toml"):
        file = tmp_path / "pack" / name
        file.parent.mkdir(parents=True)
        file.write_text("a = 1", encoding="utf-8")
    return tmp_path / "pack"


def _age(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let so much time pass that the files count as settled."""
    now = time.time_ns() + 60_000_000_000
    monkeypatch.setattr("provenance.rulebook.pack_folder.time.time_ns", lambda: now)


def _count_reads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    reads: list[Path] = []

    def read(root: Path) -> PackSource:
        reads.append(root)
        return read_source(root)

    monkeypatch.setattr(pack_folder, "read_source", read)
    return reads


def test_settled_files_are_read_once(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was not changed lately is read the first time only, and its digest is that of its content."""
    _age(monkeypatch)
    reads = _count_reads(monkeypatch)
    digests = {PackFolder(pack).digest() for _ in range(3)}
    assert digests == {read_source(pack).digest()}
    assert len(reads) == 1


def test_files_changed_just_now_are_read_again(pack: Path) -> None:
    """A file changed twice in a moment, its size and its times the same, is seen to have changed."""
    file = pack / "audits" / "one.toml"
    times = file.stat().st_atime_ns, file.stat().st_mtime_ns
    before = PackFolder(pack).digest()
    file.write_text("a = 2", encoding="utf-8")
    os.utime(file, ns=times)
    assert PackFolder(pack).digest() == read_source(pack).digest() != before


@pytest.mark.parametrize("change", ["content", "same size", "new", "gone", "renamed"])
def test_every_change_is_seen(pack: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    """Other content, a new file, one that is gone or has another name: each is another digest."""
    _age(monkeypatch)
    file = pack / "audits" / "one.toml"
    before = PackFolder(pack).digest()
    if change == "content":
        file.write_text("a = 1\nb = 2", encoding="utf-8")
    elif change == "same size":
        file.write_text("a = 2", encoding="utf-8")
        os.utime(file, ns=(0, 0))
    elif change == "new":
        (pack / "en" / "words").mkdir()
        (pack / "en" / "words" / "more.toml").write_text("", encoding="utf-8")
    elif change == "gone":
        file.unlink()
    else:
        file.rename(file.with_name("two.toml"))
    assert PackFolder(pack).digest() == read_source(pack).digest() != before


def test_the_standards_count(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file of standards, which stands beside the folders, belongs to the pack."""
    _age(monkeypatch)
    before = PackFolder(pack).digest()
    (pack / "standards.toml").write_text("", encoding="utf-8")
    assert PackFolder(pack).digest() != before
