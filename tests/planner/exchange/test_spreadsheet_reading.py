import io
import tempfile
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from rights import as_nobody

from planner.errors import PlanError
from planner.exchange.spreadsheet import workbook
from planner.exchange.spreadsheet.reading import read_tables
from planner.exchange.spreadsheet.tables import MOST_BYTES, MOST_COLUMNS, MOST_ROWS


def book(*rows):
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    return made


def saved(tmp_path, made, name="old.xlsx"):
    path = tmp_path / name
    made.save(path)
    return path


def with_part(path, part, change):
    """Rewrite one part of a workbook."""
    source = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    with zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, change(content) if name == part else content)
    return path


MORNING = datetime(2027, 5, 3, 9)  # noqa: DTZ001 - spreadsheets know no zones
SHEET = "xl/worksheets/sheet1.xml"


def test_cells_keep_their_types(tmp_path):
    path = saved(tmp_path, book(["a", 0.1 + 0.2, date(2027, 5, 3), MORNING, True, "#REF!", " b "]))
    (table,) = read_tables(path).tables
    assert table.rows == (("a", Decimal("0.3"), date(2027, 5, 3), date(2027, 5, 3), True, None, "b"),)


def test_a_formula_is_never_worked_out_and_its_want_of_a_result_is_told(tmp_path):
    tables = read_tables(saved(tmp_path, book(["x", "=1+1"], ["y", "=A1"])))
    assert tables.tables[0].rows == (("x",), ("y",))
    assert "without a stored result are empty: 2" in tables.notes[0]


def test_a_stored_result_stands_for_its_formula(tmp_path):
    path = with_part(
        saved(tmp_path, book(["x", "=1+1"])),
        SHEET,
        lambda xml: (
            xml.replace(b"<v></v>", b"<v>2</v>").replace(b"<v />", b"<v>2</v>").replace(b"<v/>", b"<v>2</v>")
        ),
    )
    tables = read_tables(path)
    assert tables.tables[0].rows == (("x", Decimal(2)),)
    assert not tables.notes


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_UNPACKED", 100_000)
    path = with_part(saved(tmp_path, book(["x"])), SHEET, lambda xml: xml + b" " * 200_000)
    with pytest.raises(PlanError, match="too large"):
        read_tables(path)


def test_a_small_one_is_not_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(workbook, "MOST_UNPACKED", 100_000)
    assert read_tables(saved(tmp_path, book(["x"]))).tables


def test_entities_are_refused(tmp_path):
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>'
    path = with_part(saved(tmp_path, book(["x"])), SHEET, lambda xml: bomb + xml)
    with pytest.raises(PlanError, match="no workbook"):
        read_tables(path)


def test_what_lies_far_out_is_left_out_and_told(tmp_path):
    made = book(["x"])
    made.active.cell(MOST_ROWS + 1, 1, "too low")
    made.active.cell(1, MOST_COLUMNS + 1, "too far")
    tables = read_tables(saved(tmp_path, made))
    assert len(tables.tables[0].rows) == 1
    assert [note.split(" of ")[0] for note in tables.notes] == [
        "Only the first 5,000 rows",
        "Only the first 60 columns",
    ]


@pytest.mark.parametrize("content", [b"", b"nonsense", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0locked"])
def test_what_is_no_workbook_is_refused_in_a_sentence(tmp_path, content):
    path = tmp_path / "bad.xlsx"
    path.write_bytes(content)
    with pytest.raises(PlanError):
        read_tables(path)


def test_a_torn_workbook_is_refused(tmp_path):
    path = with_part(saved(tmp_path, book(["x"])), SHEET, lambda xml: xml[: len(xml) // 2])
    with pytest.raises(PlanError, match="no workbook"):
        read_tables(path)


def test_a_file_that_is_too_large_is_refused(tmp_path):
    path = tmp_path / "large.csv"
    path.write_bytes(b"a" * (MOST_BYTES + 1))
    with pytest.raises(PlanError, match="larger than 20 MB"):
        read_tables(path)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("Task;Owner\nSay “hi”;Ana\n".encode(), "Read as UTF-8, cells parted by semicolons."),
        ('\ufeffTask,Owner\n"Say “hi”",Ana\n'.encode(), "Read as UTF-8, cells parted by commas."),
        ("Task\tOwner\nSay “hi”\tAna\n".encode("utf-16"), "Read as UTF-16, cells parted by tabs."),
        ("Task|Owner\nSay “hi”|Ana\n".encode("cp1252"), "Read as Windows-1252, cells parted by bars."),
    ],
)
def test_encoding_and_parting_of_text_are_guessed_and_told(tmp_path, content, told):
    path = tmp_path / "plan.csv"
    path.write_bytes(content)
    tables = read_tables(path)
    assert tables.tables[0].rows == (("Task", "Owner"), ("Say “hi”", "Ana"))
    assert tables.notes == (told,)


def test_bytes_that_are_no_text_are_refused(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_bytes(b"a,b\x00\x01\n")
    with pytest.raises(PlanError, match="can't be read as a table"):
        read_tables(path)


def test_an_empty_table_is_refused(tmp_path):
    path = tmp_path / "plan.tsv"
    path.write_text("\n\n")
    with pytest.raises(PlanError, match="nothing in"):
        read_tables(path)


def test_a_hidden_sheet_is_read_and_known_as_such(tmp_path):
    made = book(["Task"], ["Post"])
    made.create_sheet("Salaries").append(["Name"])
    made["Salaries"].sheet_state = "veryHidden"
    first, second = read_tables(saved(tmp_path, made)).tables
    assert (first.is_hidden, second.is_hidden) == (False, True)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_letters_of_two_bytes_are_read_without_a_mark(tmp_path, encoding):
    path = tmp_path / "old.csv"
    path.write_bytes("Task;Who\nÄrger lösen;Zoë\n".encode(encoding))
    tables = read_tables(path)
    assert tables.tables[0].rows == (("Task", "Who"), ("Ärger lösen", "Zoë"))
    assert "UTF-16" in tables.notes[0]


def test_a_quotation_mark_without_a_partner_is_told_with_its_line(tmp_path):
    path = tmp_path / "old.csv"
    path.write_text('Task,Note\nPost,fine\nLast,"open end\nmore,lines\n')
    assert "From line 3 on, quotation marks are not in pairs" in read_tables(path).notes[1]
    path.write_text('Task,Note\nPost,"two\nlines, and ""more"""\n12" pizza,x\n')
    assert len(read_tables(path).notes) == 1


def test_a_spreadsheet_that_may_not_be_read_is_told():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "old.csv")
        path.write_text("Task\nPost\n")
        path.chmod(0)
        path.parent.chmod(0o755)

        def read():
            with pytest.raises(PlanError) as caught:
                read_tables(path)
            assert caught.value.message == "You are not allowed to read “old.csv”."

        as_nobody(read)


def test_what_is_merged_downwards_counts_for_each_row_but_no_figure_does(tmp_path):
    made = book(
        ["Our plan", None, None],
        ["Goal", "Task", "Budget"],
        ["Grow", "Post", 900],
        [None, "Film", None],
        [None, "Answer", None],
        [None, "Other", None],
    )
    for merged in ("A1:C1", "A3:A5", "C3:C5", "B6:C6"):
        made.active.merge_cells(merged)
    (table,) = read_tables(saved(tmp_path, made)).tables
    assert table.rows[2:] == (
        ("Grow", "Post", Decimal(900)),
        ("Grow", "Film", None),
        ("Grow", "Answer", None),
        (None, "Other", None),
    )
    assert table.rows[0] == ("Our plan", None, None)
