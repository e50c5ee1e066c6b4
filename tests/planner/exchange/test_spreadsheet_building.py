from datetime import date
from decimal import Decimal

import pytest
from babel import Locale

from planner.commands.output import Exit
from planner.commands.spreadsheet import import_spreadsheet
from planner.document.worksheets.plain_values import read_plainly
from planner.editing.history import Change, History
from planner.editing.patch import diff
from planner.errors import PlanError
from planner.exchange.importing import read_import
from planner.exchange.spreadsheet.building import take
from planner.exchange.spreadsheet.cells import reader
from planner.exchange.spreadsheet.guessing import guess, guess_sheet, kinds_offered, map_to, with_column
from planner.exchange.spreadsheet.problems import Sort, grouped
from planner.exchange.spreadsheet.report import ImportReport
from planner.exchange.spreadsheet.tables import Table, Tables
from planner.model.plan import empty_plan
from planner.model.schema import fields
from planner.model.values import Money
from planner.store.workspace import load_plan
from planner.truths.example_plan import example_plan

TODAY = date(2027, 1, 4)
PLAN = Table(
    "Action plan",
    (
        ("Our plan for 2027",),
        (),
        ("Task", "Goal", "Platform", "Who?", "Due", "Budget (EUR)", "KPI", "Mood"),
        (
            "Answer reviews",
            "More bookings",
            "Google",
            "Anna",
            date(2027, 5, 3),
            Decimal(1200),
            "Reply rate",
            "ok",
        ),
        (
            "Show the kitchen",
            "More bookings; Hire cooks",
            "Instagram",
            "Ben & Anna",
            "soon",
            "lots",
            None,
            "x",
        ),
        ("Total", None, None, None, None, Decimal(1200)),
        (None, None, "Instagram"),
    ),
)
TEAM = Table("Team", (("Name", "Department", "Hours"), ("anna", "Service", Decimal(12)), ("Zed", "Wizards")))


def taken(*tables, plan=None):
    sheets = Tables("old", tables)
    return take(plan or empty_plan(), sheets, guess(sheets), read_plainly)


def test_headings_are_found_below_a_title_and_mean_fields():
    mapping = guess_sheet(PLAN)
    assert (mapping.kind, mapping.heading_row) == ("tactics", 2)
    assert mapping.columns == (
        "name", "objectives", "channel", "accountable", "ends_on", "cost", "metrics", "",
    )  # fmt: skip


@pytest.mark.parametrize("kind", [kind.key for kind in kinds_offered()])
def test_a_sheet_headed_as_truecourse_heads_it_is_known(kind):
    specs = [spec for spec in fields(kind) if spec.main or spec.name == "name"]
    words = next(known.words for known in kinds_offered() if known.key == kind)
    mapping = guess_sheet(Table(words, (tuple(spec.title for spec in specs),)))
    assert mapping.kind == kind
    assert mapping.columns == tuple(spec.name for spec in specs)


@pytest.mark.parametrize(
    ("sheet", "headings", "kind"),
    [
        ("Sheet1", ("KPI", "Baseline", "Target", "Frequency", "Responsible"), "metrics"),
        ("Sheet1", ("Goal", "Measure", "Baseline", "Target", "Deadline"), "objectives"),
        ("Costs", ("Item", "Type", "Amount"), "budget_lines"),
        ("Team", ("Name", "Department", "Hours"), "people"),
        ("Sheet1", ("Lorem", "Ipsum"), ""),
    ],
)
def test_common_headings_tell_the_kind(sheet, headings, kind):
    assert guess_sheet(Table(sheet, (headings, headings))).kind == kind


def test_links_are_made_by_name_and_who_is_not_there_is_added_and_told():
    result = taken(PLAN, TEAM)
    plan = result.edit.plan
    first, second = plan.tactics.values()
    assert plan.name_of(first.accountable) == "anna"
    assert [plan.name_of(serving.objective) for serving in second.objectives] == [
        "More bookings",
        "Hire cooks",
    ]
    assert {plan.name_of(key) for key in result.made} == {
        "More bookings", "Hire cooks", "Google", "Instagram", "Reply rate", "Ben",
    }  # fmt: skip
    assert result.counted == {"people": 2, "tactics": 2}


def test_values_are_taken_and_what_is_not_is_told_with_its_place():
    result = taken(PLAN, TEAM)
    first, second = result.edit.plan.tactics.values()
    assert (first.ends_on, first.cost) == (date(2027, 5, 3), Money(Decimal(1200), "EUR"))
    assert (second.ends_on, second.cost) == (None, None)
    assert [(group.heading, *group.lines) for group in grouped(result.problems)] == [
        ("End: 1 cell left empty", "Row 5: “soon” is not a day. Left empty."),
        ("Cost: 1 cell left empty", "Row 5: “LOTS” is not a number. Left empty."),
        (
            "Accountable: of several names in 1 cell the first was taken",
            "Row 5: There can be one only: “Ben” is taken.",
        ),
        ("1 row of a sum left out", "Row 6: It looks like a sum. Left out."),
        ("1 row without a name left out", "Row 7: It has no tactic. Left out."),
        (
            "Function: 1 cell left empty",
            "Row 3: “Wizards” is not one of the choices for function. Left empty.",
        ),
    ]


def test_what_is_wrong_many_times_is_told_once_with_its_rows():
    rows = [("Task", "Due"), *((f"Task {number}", "tbd") for number in range(40)), ("Last", "soon")]
    (group,) = grouped(taken(Table("Tasks", tuple(rows))).problems)
    assert group.heading == "End: 41 cells left empty"
    rows_of_tbd = ", ".join(map(str, range(2, 22)))
    assert group.lines == (
        f"Rows {rows_of_tbd} and 20 more: “tbd” is not a day. Left empty.",
        "Row 42: “soon” is not a day. Left empty.",
    )


@pytest.mark.parametrize(
    ("cell", "others", "people"),
    [
        ("Agency: Blue & Co", (), ["Agency: Blue & Co"]),
        ("Anna & Co.", ("Anna",), ["Anna & Co."]),
        ("Marks & Spencer", (), ["Marks & Spencer"]),
        ("Sales and Marketing", ("Ben",), ["Sales and Marketing"]),
        ("Ben & Anna", ("Anna",), ["Ben", "Anna"]),
        ("Ben and Anna", ("Ben",), ["Ben", "Anna"]),
        ("Ben + Anna", ("Ben; Zoe",), ["Ben", "Anna"]),
        ("Ben; Anna", (), ["Ben", "Anna"]),
        ("Blue, Inc., Ben", (), ["Blue, Inc.", "Ben"]),
    ],
)
def test_a_company_stays_whole_and_people_are_parted_where_one_of_them_is_known(cell, others, people):
    rows = (("Task", "Support"), ("Post", cell), *(("Other", other) for other in others))
    result = taken(Table("Tasks", rows))
    plan = result.edit.plan
    post = next(iter(plan.tactics.values()))
    assert [plan.name_of(person) for person in post.responsible] == people
    assert any(problem.sort is Sort.ONE_NAME for problem in result.problems) is (
        cell == people[0] and "Co" not in cell
    )


def test_the_report_says_what_came_and_what_was_not_understood():
    sheets = Tables("old", (PLAN, TEAM, Table("Lorem", (("Ipsum",), ("dolor",)))), ("Read somehow.",))
    mappings = guess(sheets)
    report = ImportReport(sheets, mappings, take(empty_plan(), sheets, mappings, read_plainly))
    assert report.summary == "Taken in: 2 people and 2 tactics."
    assert report.added.startswith("Added by name, because entries name them: ")
    assert report.left_out == ("Sheet “Action plan”, Mood", "Sheet “Lorem”")
    for told in (
        "Read somehow.",
        report.summary,
        report.added,
        "  Who? → Accountable",
        "Column left out: Mood",
    ):
        assert told in report.text
    for group in report.groups:
        assert report.heading_of(group) in report.text
        assert all(f"  {line}" in report.text for line in group.lines)


def test_a_person_who_is_there_is_left_as_they_are():
    plan = example_plan()
    known = next(iter(plan.people.values()))
    result = taken(Table("People", (("Name", "Hours"), (known.name.upper(), Decimal(39)))), plan=plan)
    assert result.edit.plan.people == plan.people
    assert "is there already" in result.problems[0].message


def test_an_import_is_one_step_to_undo():
    plan = example_plan()
    edit = taken(PLAN, plan=plan).edit
    history = History()
    history.record(plan, edit.plan, Change(edit.label, diff(plan, edit.plan)))
    assert edit.label == "Import 9 entries from “old”"
    assert history.undo(edit.plan)[0] == plan


def test_a_column_can_become_another_field_or_nothing():
    mapping = with_column(guess_sheet(PLAN), 7, "name")
    assert mapping.columns[0] == ""
    assert mapping.columns[7] == "name"
    assert with_column(mapping, 7, "").columns[7] == ""


def test_a_sheet_can_become_another_kind():
    mapping = map_to(PLAN, "ideas", 2)
    plan = take(empty_plan(), Tables("old", (PLAN,)), (mapping,), read_plainly).edit.plan
    assert not plan.tactics
    assert not map_to(PLAN, "", 2).columns[0]


def test_text_that_looks_like_a_formula_stays_text():
    result = taken(Table("Tasks", (("Task", "Owner"), ("=cmd()", "Ana"))))
    assert next(iter(result.edit.plan.tactics.values())).name == "=cmd()"


def test_the_command_makes_a_plan_and_tells_what_it_took(tmp_path, capsys):
    source, target = tmp_path / "old.csv", tmp_path / "new.tcplan"
    source.write_text("Task;Who;Due;Mood\nAnswer;Ana;2027-05-03;good\nPost;Ana;soon;bad\n")
    assert import_spreadsheet(source, target, TODAY) is Exit.OK
    told = capsys.readouterr()
    assert "Who → Accountable" in told.out
    assert "Column left out: Mood" in told.out
    assert "Taken in: 2 tactics." in told.out
    assert "Added by name, because entries name them: Ana" in told.out
    assert "truecourse: End: 1 cell left empty\n  Row 3: “soon” is not a day. Left empty.\n" in told.err
    assert [tactic.name for tactic in load_plan(target).tactics.values()] == ["Answer", "Post"]


def test_the_command_makes_no_file_of_what_tells_nothing(tmp_path):
    source, target = tmp_path / "old.csv", tmp_path / "new.tcplan"
    source.write_text("Lorem;Ipsum\n1;2\n")
    with pytest.raises(PlanError, match="Nothing in this spreadsheet"):
        import_spreadsheet(source, target, TODAY)
    assert not target.exists()


def days_of(*cells):
    """Return what becomes of the days in one column, and the problems told about them."""
    result = taken(Table("Tasks", (("Task", "Due"), *(("T", cell) for cell in cells))))
    return [tactic.ends_on for tactic in result.edit.plan.tactics.values()], [
        (problem.sort, problem.message) for problem in result.problems
    ]


def test_one_day_tells_the_order_of_its_whole_column():
    fourth, late = date(2027, 4, 3), date(2027, 4, 13)
    assert days_of("03/04/2027", "13/04/2027") == ([fourth, late], [])
    assert days_of("04/03/2027", "04/13/27") == ([fourth, late], [])
    assert days_of("03-04-2027", "13.04.2027") == ([fourth, late], [])


def test_a_column_with_both_orders_leaves_empty_what_could_be_two_days():
    days, problems = days_of("03/04/2027", "13/04/2027", "04/13/2027", "05/05/2027")
    assert days == [None, date(2027, 4, 13), date(2027, 4, 13), date(2027, 5, 5)]
    assert [sort for sort, _ in problems] == [Sort.UNREADABLE]


@pytest.mark.parametrize(("place", "read"), [("en_US", "4 March 2027"), ("en_GB", "3 April 2027")])
def test_a_column_that_tells_nothing_is_read_as_people_write_there_and_told(place, read):
    sheets = Tables("old", (Table("Tasks", (("Task", "Due"), ("T", "03/04/2027"))),))
    result = take(empty_plan(), sheets, guess(sheets), reader(TODAY, Locale.parse(place)))
    assert [(problem.sort, problem.message) for problem in result.problems] == [
        (Sort.TWO_DAYS, f"“03/04/2027” is read as {read}.")
    ]


def test_the_command_reads_days_and_amounts_as_the_window_does(tmp_path):
    source, target = tmp_path / "old.csv", tmp_path / "new.tcplan"
    source.write_text("Task;Due;Budget\nAnswer;Dec 31, 2027;€ 1.200,50\nPost;1-Mar-27;1.2k\n")
    import_spreadsheet(source, target, TODAY)
    first, second = load_plan(target).tactics.values()
    assert (first.ends_on, first.cost) == (date(2027, 12, 31), Money(Decimal("1200.5"), "EUR"))
    assert (second.ends_on, second.cost) == (date(2027, 3, 1), Money(Decimal(1200), "EUR"))


def test_a_hidden_sheet_is_left_out_until_one_asks_for_it():
    rows = (("Name", "Hours"), ("Sam", Decimal(9)))
    sheets = Tables("old", (Table("Team", rows, is_hidden=True),))
    result = take(empty_plan(), sheets, guess(sheets), read_plainly)
    assert result.records == ()
    report = ImportReport(sheets, guess(sheets), result)
    assert report.left_out == ("Sheet “Team”, which is hidden",)
    assert report.sheets == ("Sheet “Team”: left out, as it is hidden",)
    asked = take(empty_plan(), sheets, (map_to(sheets.tables[0], "people", 0),), read_plainly)
    assert asked.counted == {"people": 1}


def test_a_spreadsheet_of_another_form_is_told_how_to_be_saved(tmp_path):
    with pytest.raises(PlanError) as caught:
        read_import(tmp_path / "old.ods")
    assert caught.value.hint == "Save it as .xlsx or .csv in your spreadsheet program."
