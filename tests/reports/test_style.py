"""What an output can hold."""

import pytest

from provenance.model import Severity
from provenance.reports.style import Style


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "↳ “Łódź” … ¶"),
        ("ascii", '+ "?odz" ... par.'),
        ("latin-1", '+ "?ódz" ... ¶'),
        ("cp1252", "+ “?ódz” … ¶"),
    ],
)
def test_fallbacks(encoding: str, shown: str) -> None:
    """Characters that the encoding cannot hold become the nearest that it can, the others stay."""
    assert Style(encoding=encoding).plain("↳ “Łódź” … ¶") == shown


def test_no_escape_sequences_from_an_article() -> None:
    """Control characters of a text never reach the terminal."""
    assert "\033" not in Style().plain("a \033[31mred\033[0m \x9b1m claim")


def test_colour_only_when_asked() -> None:
    """Severities and headings are painted only where colour was asked for."""
    assert Style().paint("error", Severity.ERROR) == "error"
    assert Style(colour=True).paint("error", Severity.ERROR) == "\033[31merror\033[0m"
