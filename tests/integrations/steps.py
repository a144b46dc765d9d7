"""Runs the shell lines of pipeline files as the platforms do, with this checkout's dependencies at hand."""

import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.house.sources import ROOT

SOUND = (
    'The ferry line will be sold, the mayor of Port Alby, Ana Reyes, said on Monday. "We had no choice," she said.\n'
)
UNSOUND = "The ferry line will be sold within a month, an official said. The council met.\n"
_INPUT = re.compile(r"\$\{\{ inputs\.([\w-]+) \}\}")


def read_yaml(name: str) -> Any:  # noqa: ANN401 - what a YAML file holds
    """The content of a YAML file of the repository."""
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def write_articles(folder: Path) -> None:
    """Put one article that an editor would pass, and one that none should, into `folder`/articles."""
    (folder / "articles").mkdir()
    (folder / "articles/sound.txt").write_text(SOUND, encoding="utf-8")
    (folder / "articles/unsound.txt").write_text(UNSOUND, encoding="utf-8")


def fill_in(text: str, inputs: Mapping[str, str]) -> str:
    """Replace the expressions for inputs by their values."""
    return _INPUT.sub(lambda match: inputs[match[1]], text)


def run_shell(script: str, folder: Path, variables: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run lines of bash in `folder`, stopping at the first that fails; pip finds our dependencies without a network."""
    scripts = Path(sys.executable).parent
    environment = {
        **os.environ,
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": sysconfig.get_path("purelib"),
        **variables,
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
