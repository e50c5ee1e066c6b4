"""The plan for spreadsheets and calendars: read back with other programs' eyes, and never a formula."""

import csv
import io
from datetime import date, timedelta
from decimal import Decimal

import icalendar
import openpyxl
import pytest
from hypothesis import given, settings
from strategies import plans

from planner.cli import main
from planner.editing import verbs
from planner.errors import PlanError
from planner.exchange.calendar_out import calendar
from planner.exchange.spreadsheet_out import comma_separated, workbook
from planner.exchange.tables import plain_tables
from planner.store.workspace import save_new
from planner.truths.example_plan import EXAMPLE_DAY, example_plan

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")')


def opened(plan):
    return openpyxl.load_workbook(io.BytesIO(workbook(plan, EXAMPLE_DAY)))


def hostile_plan(text):
    plan = example_plan()
    return verbs.change(plan, next(iter(plan.tactics)), "name", text).plan


def test_a_workbook_has_a_sheet_for_each_kind_with_its_fields_as_heads():
    book = opened(example_plan())
    assert book.sheetnames == [table.title for table in plain_tables(example_plan())]
    tactics = book["Tactics"]
    assert [cell.value for cell in tactics[1]][:3] == ["Tactic", "Kind", "Objectives"]
    assert tactics.max_row == len(example_plan().tactics) + 1


def test_figures_and_days_are_figures_and_days():
    plan = example_plan()
    tactic = next(iter(plan.tactics.values()))
    plan = verbs.change(plan, tactic.id, "hours", Decimal("2.5")).plan
    sheet = opened(plan)["Tactics"]
    found = {head.value: cell.value for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert found["Hours a week"] == 2.5
    assert found["Start"].date() == tactic.starts_on


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_never_a_formula(text):
    plan = hostile_plan(text)
    cells = [cell for row in opened(plan)["Tactics"] for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    (row,) = (r for r in csv.reader(io.StringIO(comma_separated(plan, "tactics").decode("utf-8-sig")))
              if any(text.strip()[-2:] in cell for cell in r[:1]))  # fmt: skip
    assert not row[0].startswith(("=", "+", "-", "@", "\t"))


def test_a_formula_that_is_no_text_would_be_noticed():
    book = openpyxl.Workbook()
    book.active.append(["=1+1"])
    buffer = io.BytesIO()
    book.save(buffer)
    assert openpyxl.load_workbook(buffer).active["A1"].data_type == "f"


@settings(max_examples=10)
@given(plans(most=6))
def test_any_plan_becomes_the_same_workbook_twice_and_opens(plan):
    data = workbook(plan, EXAMPLE_DAY)
    assert data == workbook(plan, EXAMPLE_DAY)
    openpyxl.load_workbook(io.BytesIO(data))


def test_a_calendar_has_tactics_as_spans_and_dues_as_days():
    plan = example_plan()
    read = icalendar.Calendar.from_ical(calendar(plan, EXAMPLE_DAY))
    events = {str(event["summary"]): event for event in read.walk("VEVENT")}
    tactic = next(t for t in plan.tactics.values() if t.starts_on and t.ends_on)
    span = events[tactic.name]
    assert (span["dtstart"].dt, span["dtend"].dt) == (tactic.starts_on, tactic.ends_on + timedelta(days=1))
    review = next(r for r in plan.reviews.values() if r.on)
    assert events[f"Review: {review.name}"]["dtstart"].dt == review.on


def test_long_and_hostile_words_stay_in_their_line_of_a_calendar():
    plan = hostile_plan("BEGIN:VALARM; x, y " + "é" * 200)
    read = icalendar.Calendar.from_ical(calendar(plan, date(2027, 1, 4)))
    assert not read.walk("VALARM")
    lines = calendar(plan, EXAMPLE_DAY).split(b"\r\n")
    assert max(map(len, lines)) <= 75


def test_there_is_no_table_of_what_does_not_exist():
    with pytest.raises(PlanError, match="no table"):
        comma_separated(example_plan(), "spies")


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".ics"])
def test_the_command_line_writes_them(tmp_path, ending):
    plan, out = tmp_path / "plan.tcplan", tmp_path / f"out{ending}"
    save_new(plan, example_plan())
    assert main(["export", str(plan), str(out), "--today", "2027-01-04"], lambda _path: 9) == 0
    assert out.stat().st_size > 100


def test_a_poster_is_asked_for_by_a_flag_too(tmp_path):
    plan, out = tmp_path / "plan.tcplan", tmp_path / "poster.pdf"
    save_new(plan, example_plan())
    assert main(["export", str(plan), str(out), "--poster"], lambda _path: 9) == 0
    assert out.read_bytes().startswith(b"%PDF-")
