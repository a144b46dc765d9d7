"""From FILE:LINE and a rule to a finding."""

import pytest

from provenance.errors import SettingsError
from provenance.pipeline import audit_text
from provenance.policy.pointing import Point, find_pointed, read_point

TEXT = (
    "Ivo Radan said the road was safe.\n\n"
    "The fund will be cut, an EU official said. The bank will be sold in June, a senior diplomat said.\n"
)
RESULT = audit_text(TEXT)
RULE = "anon-only-claim"


def test_points_are_read() -> None:
    """A point is a path, a line and perhaps a column; colons in the path stay in it."""
    assert read_point("a.txt:7") == Point("a.txt", 7)
    assert read_point("a:b.txt:7:19") == Point("a:b.txt", 7, 19)
    with pytest.raises(SettingsError, match="is not FILE:LINE"):
        read_point("a.txt")


def test_a_column_tells_findings_of_one_line_apart() -> None:
    """Where a line has several findings of a rule, the message lists them, and the column names one."""
    with pytest.raises(
        SettingsError, match=r"there are 2 findings of anon-only-claim here: name one as a\.txt:3:1, a\.txt:3:44"
    ):
        find_pointed(RESULT, RULE, Point("a.txt", 3))
    finding = find_pointed(RESULT, RULE, Point("a.txt", 3, 44))
    assert finding.spans[0].of(TEXT).startswith("The bank")


def test_nothing_there() -> None:
    """Where there is no such finding the message says where there are some."""
    with pytest.raises(
        SettingsError, match=r"there is no finding of anon-only-claim here; there are some at a\.txt:3:1"
    ):
        find_pointed(RESULT, RULE, Point("a.txt", 1))
    with pytest.raises(SettingsError, match=r"there is no finding of weasel here$"):
        find_pointed(RESULT, "weasel", Point("a.txt", 1))
