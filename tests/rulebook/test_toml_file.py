"""Rule and settings files as people write them: what is no TOML is said in plain words."""

import pytest

from provenance.errors import Fault
from provenance.rulebook.pack_source import PackSource
from provenance.rulebook.toml_file import parse_file


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("profile = bbc", '1: a word as a value stands in quotation marks: profile = "bbc"'),
        ("a = 1\nseverity = warning  # loud\n", '2: a word as a value stands in quotation marks: severity = "warning"'),
        ("a = 1\n<<<<<<< HEAD\nb = 2\n", "2: a merge was not finished: choose between the lines around '<<<<<<<'"),
        ("profile = \u201cbbc\u201d", "1: a text stands in straight quotation marks, not in curly ones"),
        ('profile = "bbc\nfail-on = "error"', "1: a text is not closed"),
        ("profile", "1: a key is followed by = and its value"),
        ("[[pass", "1: the ] of the [table] is missing"),
        ("!x = 1", "1: is neither `key = value`, nor a [table], nor a # remark"),
    ],
)
def test_what_is_no_toml_is_said_in_plain_words(written: str, said: str) -> None:
    """The message names the line and what to do, not what the parser expected."""
    faults: list[Fault] = []
    assert parse_file("x.toml", written.encode(), faults) is None
    assert str(faults[0]).startswith(f"x.toml:{said}")


def test_a_byte_order_mark_and_line_ends_make_no_difference() -> None:
    """A file saved by an editor that puts a mark before it or ends lines in its own way is read alike, and its pack has the same hash."""
    plain = b'id = "house"\nversion = "1"\n'
    odd = b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n")
    files = [parse_file("x.toml", content, []) for content in (plain, odd)]
    assert files[0]
    assert files[1]
    assert files[0].data == files[1].data
    assert PackSource({"x": plain}).digest() == PackSource({"x": odd}).digest()
