"""Tables in plain characters."""

from provenance.reports.grid import render_grid

HEADERS = ("#", "Claim")


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    """Cells of one column stand below each other, on the right where that is asked for, and no line ends in blanks."""
    assert render_grid([("1", "short"), ("12", "a longer one")], HEADERS, right=frozenset({0})) == (
        "  #  Claim\n---  ------------\n  1  short\n 12  a longer one"
    )


def test_a_cell_may_have_several_lines() -> None:
    """The other cells of the row stand on its first line."""
    assert render_grid([("1", "two\nlines")], HEADERS).split("\n")[2:] == ["1    two", "     lines"]


def test_colours_and_wide_characters_take_the_room_they_show() -> None:
    """What a terminal does not show does not count, and what it shows wide counts twice."""
    plain, painted, wide = (
        render_grid([(cell, "x")], HEADERS).split("\n") for cell in ("four", "\033[31mfour\033[0m", "四四")
    )
    assert plain[:2] == painted[:2] == wide[:2]


def test_without_rows_there_are_the_headers() -> None:
    """An empty table shows what it would show."""
    assert render_grid([], HEADERS) == "#    Claim\n---  -------"
