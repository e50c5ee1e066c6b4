"""What gives way on a first page that would not fit, and how columns give and take."""

from planner.document.blocks import (
    Beside,
    Column,
    Facts,
    Mark,
    Marked,
    Named,
    Paragraph,
    Points,
    Subheading,
    Table,
    Together,
    Tone,
)
from planner.document.pages.evening import evened
from planner.document.pages.first import shorter_and_shorter
from planner.document.pages.paper import A4
from planner.document.pages.table import TableFlow

WORDS = Together((Subheading("In short"), Facts(tuple((f"Word {n}", "Finding") for n in range(7)))))
RESULTS = Table((Column("Result"),), ((Named("More guests"),),))
LISTS = Beside(*(Points("Points", tuple(Marked(f"{n}", Mark.DONE) for n in range(5))) for _ in range(2)))
PAGE = (Paragraph("The answer", Tone.LEAD), WORDS, RESULTS, LISTS)


def test_what_the_chapters_found_gives_way_last():
    versions = list(shorter_and_shorter(PAGE))
    assert versions[0] == PAGE
    kept = [{type(block) for block in version} for version in versions]
    assert all(Together in found for found in kept[:-1])
    assert Together not in kept[-1]
    assert Table not in kept[-2]
    assert len(versions[-2][1].blocks[1].rows) == 5
    assert [len(version[-1].left.points) for version in versions] == [5, 5, 3, 3, 3, 3]


def test_a_column_with_long_texts_takes_from_one_with_short_ones():
    names = [(60.0,)] * 6
    texts = [(300.0,)] * 6
    assert evened([150.0, 100.0], [40.0, 40.0], [names, texts])[1] > 150
    assert sum(evened([150.0, 100.0], [40.0, 40.0], [names, texts])) == 250


def test_no_column_goes_below_its_floor_and_none_moves_for_nothing():
    texts = [(300.0,)] * 6
    assert evened([100.0, 100.0], [95.0, 95.0], [[(60.0,)] * 6, texts]) == [100.0, 100.0]
    assert evened([100.0, 100.0], [20.0, 20.0], [[(60.0,)] * 6] * 2) == [100.0, 100.0]


def test_the_rows_of_a_table_take_no_more_lines_than_their_longest_text_needs():
    training = "Protecting children in pictures and words, done 18 Sep 2026"
    rows = tuple((Named(f"Person {n}", "Staff, Employee"), training, "Within the hours") for n in range(5))
    columns = (Column("Name"), Column("Training"), Column("Load", whole=True))
    grid = TableFlow(Table(columns, rows)).lay_out(A4.frame_width)
    assert {len(row.cells[1]) for row in grid.rows} == {1}
