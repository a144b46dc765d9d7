"""The tutorial: `docs/build.py` types its commands; what its sentences say of the output must be in the output."""

import re
from pathlib import Path

PAGE = (Path(__file__).parents[2] / "docs/tutorial/first-audit.md").read_text(encoding="utf-8")
_SESSION = re.compile(r"```console\n(.*?)```", re.DOTALL)
_FENCE = re.compile(r"```.*?```|Save this as `[^`]+`", re.DOTALL)
_QUOTED = re.compile(r"`([^`]+)`")
_NOT_PRINTED = {"--profile review", ".venv", "seeds/", "provenance audit - < my-article.txt", "text[start:end]"}
"""What the page names and no command shows."""


def test_what_the_page_speaks_of_is_printed() -> None:
    """Every word that the tutorial quotes stands in what a command above it shows."""
    missing = []
    for quoted in _QUOTED.finditer(_FENCE.sub(lambda fence: " " * len(fence[0]), PAGE)):
        shown = "".join(session[1] for session in _SESSION.finditer(PAGE) if session.end() < quoted.start())
        if quoted[1] not in shown and quoted[1] not in _NOT_PRINTED:
            missing.append(quoted[1])
    assert missing == []


def test_the_first_row_carries_the_code_that_the_page_follows() -> None:
    """The row at which the tutorial says to look has the finding, the source and the outlets of which it goes on to speak."""
    row = PAGE.partition("$ .venv/bin/provenance audit seeds/ferry-sale.txt\n")[2].partition("\n  2  ")[0]
    assert re.search(r"\n  1  .*MNA < Tamsin Herald .* C02\n +< Treasury official\*", row)
    assert "\n```\n\nThis article is the clean one." in PAGE.partition("$ echo $?\n0")[2][:40]


def test_the_second_profile_brings_further_codes() -> None:
    """The session of the profile `review` has the first claim with more than one code."""
    session = PAGE.partition("--format concise seeds/ferry-sale.txt\n")[2].partition("```")[0]
    assert len(set(re.findall(r"^seeds/ferry-sale.txt:1:1: \w+ (\w\d\d) ", session, re.MULTILINE))) > 1
