"""The files that pipelines include, run as the platforms run them."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.house.sources import ROOT
from tests.integrations.steps import UNSOUND, fill_in, read_yaml, run_shell, write_articles

pytestmark = pytest.mark.slow
GIT = shutil.which("git") or "git"


def git(folder: Path, *arguments: str) -> None:
    """Run git in a scratch repository."""
    who = ("-c", "user.name=editor", "-c", "user.email=editor@example.org")
    subprocess.run([GIT, *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A runner's own folder, in which the action has installed the command."""
    folder = tmp_path_factory.mktemp("runner")
    install = read_yaml("action.yml")["runs"]["steps"][0]
    done = run_shell(install["run"], folder, {"RUNNER_TEMP": str(folder), "GITHUB_ACTION_PATH": str(ROOT)})
    assert done.returncode == 0, done.stderr
    return folder


def audit(runner: Path, folder: Path, **given: str) -> "subprocess.CompletedProcess[str]":
    """Run the action's second step with these inputs."""
    action = read_yaml("action.yml")
    inputs = {name: one["default"] for name, one in action["inputs"].items()} | given
    step = action["runs"]["steps"][1]
    variables = {name: fill_in(value, inputs) for name, value in step["env"].items()}
    own = {"RUNNER_TEMP": str(runner), "GITHUB_STEP_SUMMARY": str(folder / "summary.md")}
    return run_shell(step["run"], folder, {**variables, **own})


def test_the_action_annotates_and_fails(runner: Path, tmp_path: Path) -> None:
    """The action prints annotations, writes SARIF and a summary, and ends with the exit code of the audit."""
    write_articles(tmp_path)
    done = audit(runner, tmp_path, paths="articles/sound.txt\narticles/unsound.txt\n")
    assert done.returncode == 1, done.stderr
    assert "::error file=articles/unsound.txt,line=1" in done.stdout
    assert "A01" in (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "provenance.sarif").read_bytes())["version"] == "2.1.0"


def test_the_action_takes_its_inputs(runner: Path, tmp_path: Path) -> None:
    """Profile, fail level, revision and the wish for no text reach the command."""
    write_articles(tmp_path)
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "articles")
    assert audit(runner, tmp_path, paths="articles", diff="HEAD").returncode == 0
    assert audit(runner, tmp_path, paths="articles", **{"fail-on": "never"}).returncode == 0
    quiet = audit(runner, tmp_path, paths="articles", profile="everything", **{"no-text": "true"})
    assert quiet.returncode == 1
    assert "ferry line" not in quiet.stdout + (tmp_path / "provenance.sarif").read_text(encoding="utf-8")
    assert audit(runner, tmp_path, paths="articles", profile="nobody").returncode == 2


def test_the_gitlab_template(tmp_path: Path) -> None:
    """The template's script installs the command and writes both reports it promises."""
    write_articles(tmp_path)
    job = read_yaml("integrations/gitlab/provenance.yml")["provenance"]
    variables = {**job["variables"], "PROVENANCE_PACKAGE": str(ROOT), "PROVENANCE_PATHS": "articles"}
    done = run_shell("\n".join(job["script"]), tmp_path, variables)
    assert done.returncode == 1, done.stderr
    assert "articles/unsound.txt:1:1: error A01" in done.stdout
    reports = job["artifacts"]["reports"]
    assert json.loads((tmp_path / reports["codequality"]).read_bytes())[0]["location"]["path"] == "articles/unsound.txt"
    assert ET.parse(tmp_path / reports["junit"]).getroot().tag == "testsuites"  # noqa: S314 - our own report


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="pre-commit takes hooks from a git repository only")
def test_the_hook(tmp_path: Path) -> None:
    """`pre-commit` installs the hook from this repository, lets sound copy pass and stops the other."""
    git(tmp_path, "init", "--quiet")
    write_articles(tmp_path)
    git(tmp_path, "add", ".")
    command = f"'{sys.executable}' -m pre_commit try-repo '{ROOT}' provenance --files"
    home = {"PRE_COMMIT_HOME": str(tmp_path / "home")}
    assert run_shell(f"{command} articles/sound.txt", tmp_path, home).returncode == 0
    stopped = run_shell(f"{command} articles/unsound.txt articles/sound.txt", tmp_path, home)
    assert stopped.returncode == 1
    assert "A01" in stopped.stdout
    assert UNSOUND.split(",")[0] in stopped.stdout
