"""Write the generated parts of the documentation: the README's example, the rules, the help texts.

`python docs/build.py` renews them; `--check` changes nothing and exits with 1 if any of them is out of date.
"""
# ruff: noqa: INP001  a script beside the documents it writes, no package

import argparse
import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from provenance.rulebook import Rulebook
from provenance.rulebook.schema import AuditCard, Counter, Example, Pack, Pattern, Profile, Standard, TaggedText

ROOT = Path(__file__).resolve().parents[1]
WIDTH = 80
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
    ("trace",),
)
COMPLETED = (0, 1)
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


def run_command(*arguments: str) -> str:
    """Return what `provenance` prints for a terminal of fixed width without colour; stop if it fails."""
    command = Path(sysconfig.get_path("scripts"), "provenance")
    environment = {**os.environ, "COLUMNS": str(WIDTH), "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(  # noqa: S603  our own command with arguments written above
        [command, *arguments], cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode not in COMPLETED or not done.stdout.strip():
        sys.exit(f"provenance {' '.join(arguments)} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


def build_readme() -> str:
    """Return the README with its example replaced by a real run."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    before, begin, rest = text.partition(EXAMPLE_BEGIN)
    _, end, after = rest.partition(EXAMPLE_END)
    if not begin or not end:
        sys.exit(f"README.md lacks the marks {EXAMPLE_BEGIN} and {EXAMPLE_END}")
    example = _shell(EXAMPLE_COMMAND, run_command(*EXAMPLE_COMMAND))
    return f"{before}{begin}\n{example}\n{end}{after}"


def build_help() -> str:
    """Return the help texts of the command and of every subcommand."""
    parts = ["# Help texts\n", f"{GENERATED}\n"]
    for command in HELP_COMMANDS:
        parts.append(f"## {' '.join(('provenance', *command))}\n")
        parts.append(_shell((*command, "--help"), run_command(*command, "--help")) + "\n")
    return "\n".join(parts)


def build_rules() -> str:
    """Return a section for every audit, every house profile and every pattern of the rule pack."""
    pack = Rulebook.load().pack
    parts = ["# The rules", GENERATED, f"Pack `{pack.id}`, version {pack.version}.", "## Audits", *_audit_table(pack)]
    standards = {standard.id: standard for standard in pack.standards}
    for card in sorted(pack.audits, key=lambda card: card.code):
        parts += _render_audit(card, standards)
    parts += ["## House profiles", "What `--profile NAME` puts in force; `desk` unless another is named."]
    for profile in pack.profiles:
        parts += _render_profile(profile, standards)
    parts += ["## Patterns", "In the order of their precedence: over the same words, the earlier one wins."]
    for pattern in sorted(pack.patterns, key=lambda pattern: (pattern.rank, pattern.id)):
        parts += _render_pattern(pattern)
    return "\n\n".join(parts) + "\n"


TARGETS: Mapping[str, Build] = {
    "docs/reference/rules.md": build_rules,
    "docs/reference/command-help.md": build_help,
    "README.md": build_readme,
}
"""Every file with generated parts, and what builds its text."""


def _audit_table(pack: Pack) -> Iterator[str]:
    rows = [
        f"| {card.code} | [{card.id}](#{card.id}) | {_cell(card.title)} | {card.severity} | {card.confidence} | {card.status} |"
        for card in sorted(pack.audits, key=lambda card: card.code)
    ]
    yield "\n".join(["| code | rule | flags | severity | confidence | status |", "|---|---|---|---|---|---|", *rows])


def _render_audit(card: AuditCard, standards: Mapping[str, Standard]) -> Iterator[str]:
    yield f"### {card.id}"
    yield f"**{card.title}**"
    yield f"{card.code}, {card.severity}, confidence {card.confidence}, {card.status}; looks at: {card.on}."
    yield f"Message: {_code(card.message)}"
    yield f"What to do: {card.general_remedy}"
    yield f"Known false alarms: {card.false_alarms}"
    if card.when:
        yield _bullets("Holds when:", (f"`{name}` is {_value(value)}" for name, value in card.when.items()))
    else:
        yield f"Decided in `provenance/audits/{card.id.replace('-', '_')}.py`."
    if card.options:
        yield _bullets("Options:", (f"`{name}`: {_value(value)}" for name, value in card.options.items()))
    if card.excepts:
        yield _bullets("Silent when:", (f"{exception.reason} (`{exception.id}`)" for exception in card.excepts))
    if card.standards:
        yield _bullets("Standards:", (_standard(standards[name]) for name in card.standards))
    yield _bullets("Fails:", map(_example, card.fails))
    yield _bullets("Passes:", map(_counter, card.passes))


def _render_profile(profile: Profile, standards: Mapping[str, Standard]) -> Iterator[str]:
    confidence, status = (", ".join(sorted(values)) for values in (profile.confidence, profile.status))
    yield f"### {profile.id}"
    yield f"**{profile.title}**"
    yield f"Audits of confidence {confidence} and status {status} speak as their cards say."
    if profile.rules:
        yield _bullets(
            "Otherwise than the cards:",
            (
                f"`{rule.audit}` {rule.weight}: {rule.reason}. {' '.join(_standard(standards[name]) for name in rule.standards)}"
                for rule in profile.rules
            ),
        )


def _render_pattern(pattern: Pattern) -> Iterator[str]:
    yield f"### {pattern.id}"
    yield f"{pattern.reason[:1].upper()}{pattern.reason[1:]}"
    yield f"Emits: {pattern.emits}. Source: {pattern.source}"
    yield _fence("", pattern.match.strip("\n"))
    if pattern.fields:
        yield _bullets("Settings:", (f"`{name}`: {_value(value)}" for name, value in pattern.fields.items()))
    if pattern.excepts:
        yield _bullets("Except:", (f"{exception.reason} (`{exception.id}`)" for exception in pattern.excepts))
    yield _bullets("Matches:", map(_example, pattern.examples))
    if pattern.counters:
        yield _bullets("Does not match:", map(_counter, pattern.counters))


def _standard(standard: Standard) -> str:
    place = ", ".join(part for part in (standard.publisher, standard.title, standard.section) if part)
    return f"{place}: {standard.requires} (`{standard.id}`{'' if standard.verified else ', not verified'})"


def _example(example: Example) -> str:
    facts = ", ".join(f"{name} {_value(value)}" for name, value in example.facts.items())
    return _code(_tag(example.tagged)) + (f" with {facts}" if facts else "")


def _counter(counter: Counter) -> str:
    return _code(counter.text) + (f" (`{counter.guards}`)" if counter.guards else "")


def _tag(tagged: TaggedText) -> str:
    """Return the text with its spans in braces again, the way a rule file writes them."""
    opens = [(span.start, 1, -span.end, f"{{{name}:") for name, span in tagged.spans]
    closes = [(span.end, 0, -span.start, "}") for _, span in tagged.spans]
    text, done, parts = tagged.text, 0, []
    for position, _, _, mark in sorted(opens + closes):
        parts += [text[done:position], mark]
        done = position
    return "".join([*parts, text[done:]])


def _value(value: Any) -> str:  # noqa: ANN401  a plain TOML value
    """Return a TOML value for people."""
    if isinstance(value, list | tuple):
        return ", ".join(map(_value, value))
    return _code(str(value).lower() if isinstance(value, bool) else str(value))


def _bullets(head: str, items: Iterable[str]) -> str:
    return "\n".join([head, "", *(f"- {item}" for item in items)])


def _code(text: str) -> str:
    """Return `text` as inline code on one line, whatever backticks it holds."""
    text = " ".join(text.split())
    ticks = "``" if "`" in text else "`"
    pad = " " if "`" in text else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _shell(command: tuple[str, ...], output: str) -> str:
    lines = "\n".join(line.rstrip() for line in output.strip("\n").splitlines())
    return _fence("console", f"$ provenance {' '.join(command)}\n{lines}")


def _fence(language: str, text: str) -> str:
    return f"```{language}\n{text}\n```"


if __name__ == "__main__":
    sys.exit(main())
