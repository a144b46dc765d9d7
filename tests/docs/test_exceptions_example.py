"""The file of exceptions that docs/how-to/write-a-rule.md prints."""

import re
from pathlib import Path

from provenance.rulebook import Rulebook
from provenance.rulebook.pack_source import PackSource
from provenance.scoring.examples import test_rules as run_examples

PAGE = Path(__file__).parents[2] / "docs/how-to/write-a-rule.md"
MANIFEST = b'id = "house"\nversion = "1"\nengine = "1"\noverlap = "ours first"\nprecedence = []\n'


def test_the_printed_exceptions_hold() -> None:
    """Saved as it is printed, the file loads, and the text beside the exception needs it."""
    page = PAGE.read_text(encoding="utf-8")
    block = next(one for one in re.findall(r"(?:    .*\n|\n)+", page) if 'kind = "exceptions"' in one)
    contents = {
        "en/pack.toml": MANIFEST,
        "exceptions/anon-only-claim.toml": re.sub("^    ", "", block, flags=re.MULTILINE).encode(),
    }
    rules = Rulebook.load(extras=[PackSource(contents, "house/")])
    assert [found for found in run_examples(rules) if found.place.startswith("house/")] == []
