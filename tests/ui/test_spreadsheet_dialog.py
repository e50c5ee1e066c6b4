"""Importing an old spreadsheet in the window."""

from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFileDialog, QLabel, QPushButton, QSpinBox

from planner.editing.verbs import change
from ui.dialogs.spreadsheet import SpreadsheetDialog
from ui.dialogs.spreadsheet.columns import ColumnTable
from ui.dialogs.spreadsheet.preview import Preview


@pytest.fixture
def old_sheet(tmp_path):
    made = openpyxl.Workbook()
    made.active.title = "Action plan"
    made.active.append(["Task", "Who", "Due", "Budget", "Mood"])
    made.active.append(["Answer reviews", "Nora", date(2027, 5, 3), 1200, "fine"])
    made.active.append(["Show the kitchen", "Nora", "soon", 300, "shy"])
    made.create_sheet("Lorem").append(["Ipsum"])
    path = tmp_path / "old plan.xlsx"
    made.save(path)
    return path


def importing(window, qtbot, path):
    """Return the dialog that shows the spreadsheet, its preview worked out."""
    window._importing.read(str(path))
    qtbot.waitUntil(lambda: window.findChild(SpreadsheetDialog) is not None)
    dialog = window.findChild(SpreadsheetDialog)
    worked_out(dialog, qtbot)
    return dialog


def worked_out(dialog, qtbot):
    qtbot.waitUntil(lambda: dialog._taken is not None)


def groups(dialog):
    tree = dialog.findChild(Preview)
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return {item.text(0): [item.child(row).text(0) for row in range(item.childCount())] for item in items}


def press(dialog, qtbot, name="import"):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def choose(box, data):
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def test_what_comes_of_it_is_shown_before_anything_is_done(desk, plan_path, old_sheet, qtbot):
    window = desk.window_with(plan_path)
    before = window.document.plan
    shown = groups(importing(window, qtbot, old_sheet))
    assert shown["Not taken (1)"] == ["Sheet “Action plan”, End: 1 cell left empty"]
    assert shown["Not understood, left out (2)"] == ["Sheet “Action plan”, Mood", "Sheet “Lorem”"]
    assert shown["Tactics (2)"][0] == ("Answer reviews — accountable Nora, end 3 May 2027, cost 1,200")
    assert shown["Added by name, because entries name them (1)"] == ["Person: Nora"]
    assert window.document.plan is before


def test_it_is_added_to_the_open_plan_as_one_step(desk, plan_path, old_sheet, qtbot):
    window = desk.window_with(plan_path)
    before = window.document.plan
    press(importing(window, qtbot, old_sheet), qtbot)
    assert len(window.document.plan.tactics) == len(before.tactics) + 2
    assert [step.label for step in window.document.history.done] == ["Import 3 entries from “old plan”"]
    window.document.undo()
    assert window.document.plan == before


def test_what_came_is_said_once_it_is_in_the_plan(desk, plan_path, old_sheet, qtbot):
    window = desk.window_with(plan_path)
    dialog = importing(window, qtbot, old_sheet)
    press(dialog, qtbot)
    words = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert "It is in the plan, as one step to undo." in words
    assert "Taken in: 2 tactics. 1 more by name. 1 problem." in words
    assert not dialog.findChild(ColumnTable).isVisible()
    qtbot.mouseClick(dialog.findChild(QPushButton, "cancel"), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_cells_that_do_not_fit_stand_folded_in_one_group_of_their_column(desk, plan_path, tmp_path, qtbot):
    made = openpyxl.Workbook()
    made.active.append(["Task", "Due"])
    for number in range(30):
        made.active.append([f"Task {number}", f"soon {number}"])
    path = tmp_path / "many.xlsx"
    made.save(path)
    tree = importing(desk.window_with(plan_path), qtbot, path).findChild(Preview)
    problems = tree.topLevelItem(0)
    assert (problems.text(0), problems.childCount()) == ("Not taken (30)", 1)
    (group,) = (problems.child(row) for row in range(problems.childCount()))
    assert group.text(0) == "End: 30 cells left empty"
    assert not group.isExpanded()
    assert group.child(29).text(0) == "Row 31: “soon 29” is not a day. Left empty."


def test_the_report_is_copied_and_kept(desk, plan_path, old_sheet, tmp_path, qtbot):
    dialog = importing(desk.window_with(plan_path), qtbot, old_sheet)
    press(dialog, qtbot, "report.copy")
    copied = QGuiApplication.clipboard().text()
    assert "Taken in: 2 tactics." in copied
    assert "  Row 3: “soon” is not a day. Left empty." in copied
    press(dialog, qtbot, "report.save")
    asked = dialog.findChild(QFileDialog)
    kept = tmp_path / "report.txt"
    asked.fileSelected.emit(str(kept))
    asked.reject()
    assert kept.read_text("utf-8") == copied
    assert any(str(kept) in label.text() for label in dialog.findChildren(QLabel))


def test_a_report_that_can_not_be_kept_is_told(desk, plan_path, old_sheet, tmp_path, qtbot):
    dialog = importing(desk.window_with(plan_path), qtbot, old_sheet)
    press(dialog, qtbot, "report.save")
    asked = dialog.findChild(QFileDialog)
    asked.fileSelected.emit(str(tmp_path / "no such folder" / "report.txt"))
    asked.reject()
    assert any("no such folder" in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_a_plan_that_moved_on_meanwhile_loses_nothing(desk, plan_path, old_sheet, qtbot):
    window = desk.window_with(plan_path)
    dialog = importing(window, qtbot, old_sheet)
    window.document.do(change(window.document.plan, "brief", "title", "Moved on"))
    press(dialog, qtbot)
    assert window.document.plan.the_brief.title == "Moved on"
    assert any(tactic.name == "Answer reviews" for tactic in window.document.plan.tactics.values())


def test_without_a_plan_it_becomes_a_new_one(desk, old_sheet, qtbot):
    window = desk.window()
    dialog = importing(window, qtbot, old_sheet)
    assert dialog.findChild(QCheckBox).isHidden()
    with qtbot.waitSignal(dialog.plan_wanted) as wanted:
        press(dialog, qtbot)
    plan = wanted.args[0]
    assert plan.the_brief.title == "old plan"
    assert [tactic.name for tactic in plan.tactics.values()] == ["Answer reviews", "Show the kitchen"]
    for asked in window.findChildren(QDialog):
        asked.reject()


def test_a_column_can_be_mapped_otherwise_or_left_out(desk, plan_path, old_sheet, qtbot):
    dialog = importing(desk.window_with(plan_path), qtbot, old_sheet)
    columns = dialog.findChild(ColumnTable)
    choose(columns.cellWidget(4, 2), "benefit")
    worked_out(dialog, qtbot)
    assert "customer benefit fine" in groups(dialog)["Tactics (2)"][0]
    choose(columns.cellWidget(2, 2), "")
    worked_out(dialog, qtbot)
    assert "Not taken (1)" not in groups(dialog)


def test_a_sheet_can_become_another_kind_or_nothing(desk, plan_path, old_sheet, qtbot):
    dialog = importing(desk.window_with(plan_path), qtbot, old_sheet)
    kind = dialog.findChild(QComboBox, "spreadsheet.kind")
    choose(kind, "")
    worked_out(dialog, qtbot)
    assert not dialog.findChild(QPushButton, "import").isEnabled()
    choose(kind, "tactics")
    worked_out(dialog, qtbot)
    assert dialog.findChild(QPushButton, "import").isEnabled()


def test_headings_can_stand_in_another_row(desk, plan_path, old_sheet, qtbot):
    dialog = importing(desk.window_with(plan_path), qtbot, old_sheet)
    dialog.findChild(QSpinBox, "spreadsheet.row").setValue(2)
    columns = dialog.findChild(ColumnTable)
    assert columns.item(0, 0).text() == "Answer reviews"


def test_every_choice_has_a_name(desk, plan_path, old_sheet, qtbot):
    dialog = importing(desk.window_with(plan_path), qtbot, old_sheet)
    boxes = dialog.findChildren(QComboBox)
    assert all(box.accessibleName() for box in boxes)
    assert dialog.findChild(ColumnTable).cellWidget(1, 2).accessibleName() == "Who becomes"


def test_a_broken_file_is_told_and_nothing_opens(desk, plan_path, tmp_path, qtbot):
    window = desk.window_with(plan_path)
    path = tmp_path / "bad.xlsx"
    path.write_bytes(b"nonsense")
    with qtbot.waitSignal(window._importing.failed):
        window._importing.read(str(path))
    assert window.findChild(SpreadsheetDialog) is None
    for told in window.findChildren(QDialog):
        told.reject()
