"""From arguments to files: folders, patterns, standard input, and nothing lost."""

import gzip
from pathlib import Path

import pytest

from provenance.errors import ReadingError
from provenance.reading import ReadingOptions, find_files, read_article
from tests.reading.made_files import NINJS_1, NITF


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder with articles, other files and a sub-folder."""
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("z.txt", "a.HTML", "b/c.md", "b/d.txt.gz", "e.json", ".f.txt", ".hidden/g.txt"):
        (tmp_path / name).write_text("text")
    return tmp_path


def test_folder(folder: Path) -> None:
    """A folder stands for the articles in it and below, sorted, other files and hidden ones left out."""
    found = [str(Path(path).relative_to(folder)) for path in find_files([str(folder)])]
    assert found == ["a.HTML", "z.txt", "b/c.md", "b/d.txt.gz"]


def test_named_files_are_kept(folder: Path) -> None:
    """A file named explicitly is kept whatever it is called, and listed once."""
    path = str(folder / "e.json")
    assert find_files([path, path, "-"]) == [path, "-"]


def test_folder_with_data(tmp_path: Path) -> None:
    """Of the XML and JSON files in a folder those are found that are articles."""
    for name, content in (("a.xml", NITF), ("b.json", NINJS_1), ("c.xml", "<svg/>"), ("d.json", "{}"), ("e.json", "{")):
        (tmp_path / name).write_text(content)
    assert [Path(path).name for path in find_files([str(tmp_path)])] == ["a.xml", "b.json"]


def test_patterns(folder: Path) -> None:
    """A pattern stands for what it matches, folders in it searched."""
    assert find_files([str(folder / "*.txt")]) == [str(folder / "z.txt")]
    assert str(folder / "b/c.md") in find_files([str(folder / "[b]")])


@pytest.mark.parametrize("argument", ["nothing-*.txt", "missing.txt", "a\0b", "[", "**/*.nothing", "x" * 5000])
def test_nothing_is_lost(argument: str) -> None:
    """What stands for no file is kept, and reading it gives one clear reason."""
    assert find_files([argument]) == [argument]
    with pytest.raises(ReadingError) as caught:
        read_article(argument)
    assert caught.value.reason
    assert not caught.value.reason.endswith(".")


def test_folder_without_articles(tmp_path: Path) -> None:
    """A folder without articles is reported as one."""
    assert find_files([str(tmp_path)]) == [str(tmp_path)]
    with pytest.raises(ReadingError, match="is a folder without articles"):
        read_article(str(tmp_path))


def test_permission_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be opened is reported as such."""
    path = tmp_path / "a.txt"
    path.write_text("text")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(ReadingError, match="permission denied"):
        read_article(str(path))


def test_too_large(tmp_path: Path) -> None:
    """A file that unpacks to more than the limit is refused."""
    path = tmp_path / "a.txt.gz"
    path.write_bytes(gzip.compress(b"a" * 2_000_000, mtime=0))
    with pytest.raises(ReadingError, match="is larger than 1 MB"):
        read_article(str(path), ReadingOptions(largest=1024 * 1024))
