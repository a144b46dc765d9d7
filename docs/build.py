"""Write the generated parts of the documentation: the README's example, the rules, the help texts.

`python docs/build.py` renews them; `--check` changes nothing and exits with 1 if any of them is out of date.
"""
# ruff: noqa: INP001  a script beside the documents it writes, no package

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from sessions import ROOT, renew_sessions, run_command

from provenance.cli.rules_docs import build_pages
from provenance.reports.conditions import render_conditions
from provenance.rulebook import Rulebook

WIDTH = 80
TUTORIAL, TUTORIAL_WIDTH = "docs/tutorial/first-audit.md", 100
EXAMPLE_COMMAND = ("audit", "seeds/ferry-sale.txt", "--width", str(WIDTH))
EXAMPLE_BEGIN, EXAMPLE_END = "<!-- example:begin -->", "<!-- example:end -->"
HELP_COMMANDS: tuple[tuple[str, ...], ...] = (
    (),
    ("audit",),
    ("baseline",),
    ("config", "show"),
    ("dispute",),
    ("init",),
    ("packs",),
    ("explain",),
    ("waive",),
    ("serve",),
    ("rules",),
    ("rules", "list"),
    ("rules", "check"),
    ("rules", "test"),
    ("rules", "new"),
    ("rules", "diff"),
    ("rules", "docs"),
    ("trace",),
)
GENERATED = "Written by `docs/build.py`; do not edit."

Build = Callable[[], str]


def main() -> int:
    """Renew or check every generated file; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; exit with 1 if a file is out of date")
    check = parser.parse_args().check
    stale = [path for path, build in TARGETS.items() if _renew(ROOT / path, build(), check=check)]
    for path in stale:
        sys.stdout.write(f"{path} {'is out of date: run make docs' if check else 'written'}\n")
    return 1 if check and stale else 0


def _renew(path: Path, text: str, *, check: bool) -> bool:
    """Say whether the file differs from `text`; write it unless only a check is wanted."""
    if path.is_file() and path.read_text(encoding="utf-8") == text:
        return False
    if not check:
        path.write_text(text, encoding="utf-8")
    return True


def build_readme() -> str:
    """Return the README with its example replaced by a real run."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    before, begin, rest = text.partition(EXAMPLE_BEGIN)
    _, end, after = rest.partition(EXAMPLE_END)
    if not begin or not end:
        sys.exit(f"README.md lacks the marks {EXAMPLE_BEGIN} and {EXAMPLE_END}")
    example = _shell(EXAMPLE_COMMAND, run_command(*EXAMPLE_COMMAND)[0])
    return f"{before}{begin}\n{example}\n{end}{after}"


def build_help() -> str:
    """Return the help texts of the command and of every subcommand."""
    parts = ["# Help texts\n", f"{GENERATED}\n"]
    for command in HELP_COMMANDS:
        parts.append(f"## {' '.join(('provenance', *command))}\n")
        parts.append(_shell((*command, "--help"), run_command(*command, "--help")[0]) + "\n")
    return "\n".join(parts)


def build_rules() -> str:
    """Return the reference of the shipped rules."""
    return build_pages(Rulebook.load().pack)["rules.md"]


def build_profiles() -> str:
    """Return the page on the shipped house profiles."""
    return build_pages(Rulebook.load().pack)["profiles.md"]


def build_conditions() -> str:
    """Return the page on what audits ask and say."""
    return render_conditions(Rulebook.load().pack)


def build_tutorial() -> str:
    """Return the tutorial with what its commands print today."""
    return renew_sessions((ROOT / TUTORIAL).read_text(encoding="utf-8"), width=TUTORIAL_WIDTH)


TARGETS: Mapping[str, Build] = {
    "docs/reference/rules.md": build_rules,
    "docs/reference/profiles.md": build_profiles,
    "docs/reference/conditions.md": build_conditions,
    "docs/reference/command-help.md": build_help,
    "README.md": build_readme,
    TUTORIAL: build_tutorial,
}
"""Every file with generated parts, and what builds its text."""


def _shell(command: tuple[str, ...], output: str) -> str:
    lines = "\n".join(line.rstrip() for line in output.strip("\n").splitlines())
    return _fence("console", f"$ provenance {' '.join(command)}\n{lines}")


def _fence(language: str, text: str) -> str:
    return f"```{language}\n{text}\n```"


if __name__ == "__main__":
    sys.exit(main())
