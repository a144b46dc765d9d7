"""The wheel as other people get it."""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from provenance import __version__
from tests.house.sources import ROOT

pytestmark = pytest.mark.slow


def run(command: Sequence[str | Path], folder: Path, expected: int = 0) -> str:
    """Run a command in `folder`, with nothing of the checkout on its path; its output."""
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME")}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == expected, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT], folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel in a fresh environment that borrows only the dependencies; the `provenance` command in it."""
    folder = tmp_path_factory.mktemp("fresh")
    run([sys.executable, "-m", "venv", "--without-pip", folder], folder)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    run([sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", wheel], folder)
    site = run([python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], folder).strip()
    (Path(site) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    home = run([python, "-c", "import provenance; print(provenance.__file__)"], folder).strip()
    assert Path(home).is_relative_to(Path(site))
    return scripts / "provenance"


def test_the_wheel_holds_rules_types_and_licence(wheel: Path) -> None:
    """Every rule file, the type marker and the licence are inside."""
    names = zipfile.ZipFile(wheel).namelist()
    rules = {
        f"provenance/_rules/{path.relative_to(ROOT / 'rules').as_posix()}" for path in ROOT.glob("rules/**/*.toml")
    }
    assert rules <= set(names)
    assert "provenance/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    """Tests, sample articles and documentation stay out."""
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops - {"provenance"} == {name for name in tops if name.endswith(".dist-info")}


def test_the_wheel_audits(command: Path, tmp_path: Path) -> None:
    """The installed command audits an article far from the checkout."""
    seed = ROOT / "seeds/ferry-sale.txt"
    article = tmp_path / seed.name
    article.write_bytes(seed.read_bytes())
    report = json.loads(run([command, "audit", "--format", "json", "--fail-on", "never", article.name], tmp_path))
    assert report["articles"][0]["path"] == article.name
    assert len(report["articles"][0]["attributions"]) > 3


def test_the_wheel_tells_its_version(command: Path, tmp_path: Path) -> None:
    """The installed command names the version that the package declares."""
    assert run([command, "--version"], tmp_path).strip().endswith(__version__)
