"""What modules may be called."""

from tests.house.sources import ROOT, modules

FORBIDDEN = frozenset({"utils", "util", "helpers", "helper", "common", "misc", "stuff", "tools"})


def test_modules_say_what_they_hold() -> None:
    """No module or folder is called utils, helpers, common or misc."""
    parts = {
        path.relative_to(ROOT): {part.removesuffix(".py") for part in path.relative_to(ROOT).parts}
        for folder in ("provenance", "tests", "docs")
        for path in modules(folder)
    }
    assert not [str(path) for path, names in parts.items() if names & FORBIDDEN]


def test_tests_mirror_the_package() -> None:
    """Every folder of tests is a layer of the package, or one of those that test what cuts across layers."""
    across = {"cases", "docs", "house", "integrations", "properties", "rules", "seeds"}
    layers = {path.name for path in (ROOT / "provenance").iterdir() if path.is_dir()}
    folders = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and any(path.glob("*.py"))}
    assert folders - {"__pycache__"} <= layers | across
