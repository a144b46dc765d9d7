"""Golden files: `NAME.txt` is an article, `NAME.expected` who says what in it, one attribution a line.

The columns are source | cue | content | chain; ` ... ` joins stretches, ` / ` stands for a line break, `?` for what is
not stated, and in a chain, nearest the reader first, `*` marks the unnamed and `[..]` a medium. To write what comes out
now: `PROVENANCE_UPDATE=1 pytest tests/cases`, then read the difference.
"""

import os
from pathlib import Path

import pytest

from provenance import audit_text
from provenance.model import Attribution, Hop, Naming, Role, text_of

CASES = sorted(Path(__file__).parent.glob("*.txt"))


def show(text: str) -> str:
    """The attributions of an article, as the golden file holds them."""
    return "".join(f"{line(found, text)}\n" for found in audit_text(text).parse.attributions)


def line(found: Attribution, text: str) -> str:
    """One attribution as a line of its columns."""
    source = text_of(found.source.spans, text) if found.source else ""
    parts = (source, text_of(found.cue, text), text_of(found.content, text), " > ".join(map(spell, found.chain)))
    return " | ".join(" / ".join(part.split("\n")).replace(" /  / ", " / ") or "?" for part in parts)


def spell(hop: Hop) -> str:
    """One hop of a chain."""
    entity = (hop.entity or "?") + ("*" if hop.naming is Naming.UNNAMED else "")
    return f"[{entity}]" if hop.role is Role.MEDIUM else entity


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_article_is_read_as_expected(case: Path) -> None:
    """What comes out of an article is what its golden file says."""
    expected, found = case.with_suffix(".expected"), show(case.read_text(encoding="utf-8"))
    if os.environ.get("PROVENANCE_UPDATE"):
        expected.write_text(found, encoding="utf-8")
    assert found.splitlines() == expected.read_text(encoding="utf-8").splitlines()


def test_every_golden_file_has_its_article() -> None:
    """No expected file stands alone."""
    assert {path.stem for path in Path(__file__).parent.glob("*.expected")} == {case.stem for case in CASES}
