"""Tables in plain characters."""

import sys

import wcwidth
from hypothesis import given
from hypothesis import strategies as st
from tabulate import tabulate

from provenance.reports.grid import _PLAIN, render_grid

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


CELLS = st.text(st.sampled_from("ab …“”é→\n-\u0301四\t"), max_size=12) | st.just("\033[31mred\033[0m\nand more")


@given(st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=4), st.frozensets(st.sampled_from([0, 1, 2])))
def test_a_table_is_as_tabulate_draws_it(rows: list[tuple[str, str, str]], right: frozenset[int]) -> None:
    """Whether the table is drawn here or by tabulate cannot be seen."""
    headers = ("#", "A longer header", "é")
    cells = [[cell.strip() for cell in row] for row in rows]
    aligned = ["right" if column in right else "left" for column in range(3)] if rows else None
    drawn = tabulate(cells, headers, "simple", disable_numparse=True, colalign=aligned)
    assert render_grid(rows, headers, right) == drawn


def test_plain_characters_are_one_column_wide() -> None:
    """What is drawn here holds only characters that a terminal shows one column wide."""
    plain = [char for char in map(chr, range(sys.maxunicode + 1)) if _PLAIN.fullmatch(char) and char != "\n"]
    assert {wcwidth.wcwidth(char) for char in plain} == {1}
