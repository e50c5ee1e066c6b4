"""Tables on pages: heads stay with rows, tall rows are broken, sums are told apart."""

import sys
from dataclasses import replace

import pytest

from planner.document.blocks import (
    Chart,
    Column,
    Facts,
    Gauge,
    Mark,
    Marked,
    Named,
    Paragraph,
    Subheading,
    Table,
)
from planner.document.pages import theme
from planner.document.pages.compose import Composer
from planner.document.pages.facts import FactsFlow
from planner.document.pages.paginate import paginate
from planner.document.pages.paper import A4
from planner.document.pages.rows import RowsFlow
from planner.document.pages.setting import height_of
from planner.document.pages.table import TableFlow
from planner.document.pages.texts import Heading, Stack
from planner.document.pages.theme import BODY

COLUMNS = (Column("What"), Column("How much", "right", whole=True))
TALL = Named("Tall", "one line after the other " * 200)
MIDDLING = Named("Middling", "some lines " * 45)


def pages_of(*blocks):
    composer = Composer(A4, lambda *_: [], {})
    return paginate(list(composer.blocks(blocks)), A4.frame_width, A4.frame_height)


def table_of(*rows):
    return Table(COLUMNS, tuple((row, "1") if not isinstance(row, tuple) else row for row in rows))


def rows_of(placed):
    return placed.flow.grid_at(A4.frame_width).rows


@pytest.mark.parametrize("row", ["short", MIDDLING, TALL], ids=["short", "middling", "tall"])
@pytest.mark.parametrize("lines", range(28, 52, 2))
def test_wherever_a_table_begins_its_heading_its_head_and_rows_stand_together(lines, row):
    above = Paragraph("\n".join(["line"] * lines))
    found = pages_of(above, Subheading("Heading"), table_of(*[row] * 6))
    for page in found:
        assert not isinstance(page[-1].flow, Heading)
        for placed in page:
            assert placed.top + placed.height <= A4.frame_height + 0.01
            if isinstance(placed.flow, RowsFlow):
                assert rows_of(placed)


def test_every_part_of_a_table_repeats_the_head():
    parts = [placed.flow for page in pages_of(table_of(*["row"] * 200)) for placed in page]
    assert len(parts) > 3
    assert all(part.grid_at(A4.frame_width).head for part in parts)


def test_a_tall_row_loses_no_line_over_its_pages():
    (whole,) = TableFlow(table_of(TALL)).grid_at(A4.frame_width).rows
    pages = pages_of(Paragraph("\n".join(["line"] * 30)), table_of(TALL))
    parts = [row for page in pages for p in page if isinstance(p.flow, RowsFlow) for row in rows_of(p)]
    assert len(parts) > 1
    assert [s.line.text for part in parts for s in part.cells[0]] == [s.line.text for s in whole.cells[0]]


def test_the_last_row_does_not_stand_alone_on_a_page():
    for rows in range(30, 60):
        last = pages_of(table_of(*["row"] * rows))[-1]
        assert len(rows_of(last[-1])) >= 2 or len(last) > 1 or rows < 35


def test_the_last_row_does_not_stand_alone_with_the_note_below_it():
    for rows in range(35, 60):
        noted = replace(table_of(*["row"] * rows), note="What the letters mean.")
        pages = pages_of(noted)
        assert len(pages) == 1 or sum(not row.note for row in rows_of(pages[-1][-1])) >= 2


def test_numbers_stand_flush_with_the_right_edge_and_names_with_the_left():
    grid = TableFlow(table_of("row")).grid_at(A4.frame_width)
    assert grid.edges[0][0] == 0
    assert grid.edges[-1][1] == pytest.approx(A4.frame_width)


def test_a_sum_is_set_in_the_heavier_weight():
    grid = TableFlow(Table(COLUMNS, (("part", "1"), ("all", "1")), total=True)).grid_at(A4.frame_width)
    weights = [[cell[0].style.weight for cell in row.cells] for row in grid.rows]
    assert weights == [["regular", "regular"], ["semibold", "semibold"]]
    assert [row.total for row in grid.rows] == [False, True]


def test_cells_in_one_row_share_their_first_baseline():
    cells = (Named("a", "b"), "c", Marked("d", Mark.DONE), Gauge("5", 0.5, Mark.LATE))
    columns = tuple(Column(title) for title in "abcd")
    (row,) = TableFlow(Table(columns, (cells,))).grid_at(A4.frame_width).rows
    assert len({cell[0].height for cell in row.cells}) == 1


def test_centred_columns_are_of_one_width():
    columns = (Column("What"), Column("Ann", "centre"), Column("Bartholomew", "centre"))
    grid = TableFlow(Table(columns, (("row", "A", "R"),))).grid_at(A4.frame_width)
    widths = [right - left for left, right in grid.edges[1:]]
    assert widths[0] == pytest.approx(widths[1])


def test_facts_stand_in_the_columns_of_the_page():
    grid = FactsFlow(Facts((("Label", "text"),)), A4).grid_at(A4.frame_width)
    assert grid.edges == ((0, A4.columns(3)), (A4.column_start(3), A4.frame_width))
    assert grid.head is None


def test_the_grid_has_twelve_columns_that_fill_the_frame():
    assert A4.columns(12) == pytest.approx(A4.frame_width)
    assert A4.column_start(6) == pytest.approx(A4.columns(6) + 14)


def test_a_chart_of_several_parts_numbers_them():

    composer = Composer(A4, lambda *_: [Stack([("chart", BODY)])] * 2, {})
    pieces = list(composer.blocks([Chart("load", "Load")]))
    assert len(pieces) == 2
    assert all(piece.floats for piece in pieces)


def test_rows_are_drawn_however_many_pages_they_have_gone_on_over():
    rest = next(placed.flow for page in pages_of(table_of("short")) for placed in page)
    grid = rest.grid_at(A4.frame_width)
    for _ in range(sys.getrecursionlimit()):
        rest = rest._part(A4.frame_width, grid)
    assert rest.rule_above(grid, 0) == TableFlow.rule_above(rest.whole, grid, 0)


def test_heads_that_run_upwards_let_many_columns_stand_side_by_side():
    names = [f"Lead of department number {number}" for number in range(14)]
    columns = (Column("Tactic"), *(Column(name, "centre", turned=True) for name in names))
    table = Table(columns, tuple((Named(f"Tactic {n}"), *("A R",) * 14) for n in range(3)))
    grid = TableFlow(table).lay_out(A4.frame_width)
    assert grid.head.turned == frozenset(range(1, 15))
    for number, (left, right) in list(enumerate(grid.edges))[1:]:
        assert height_of(grid.head.cells[number]) <= right - left + 2 * theme.CELL_PAD_X
        assert max(strip.line.width for strip in grid.head.cells[number]) <= grid.head.height
    assert all(len(cell) == 1 for row in grid.rows for cell in row.cells)


def test_a_name_without_end_runs_upwards_in_two_lines():
    table = Table((Column("W" * 48, "centre", turned=True),), (("A",),))
    grid = TableFlow(table).lay_out(A4.frame_width)
    assert len(grid.head.cells[0]) == 2
    assert grid.head.height < A4.frame_height / 3
