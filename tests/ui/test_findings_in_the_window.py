"""Findings lead to their fields, are mended or accepted, and stand where there is room."""

from datetime import date

from files_by_hand import plan_file
from hands import said, steps_of, top
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QPlainTextEdit,
    QPushButton,
)

from planner.model.kinds import Step
from planner.truths.example_edits import example_with
from ui.dialogs.waive import WaiveDialog
from ui.findings.panel import FindingsPanel

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_finding_leads_to_its_very_field(desk, qtbot, press, with_gap):
    window = desk.window_with(with_gap)
    press(window, Qt.Key.Key_5, CTRL)
    press(window, Qt.Key.Key_F8)
    assert window.workbench.step is Step.PURPOSE
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    assert "improve the business" in QApplication.focusWidget().accessibleName()


def test_mending_the_field_takes_the_finding_away(desk, qtbot, press, with_gap):
    window = desk.window_with(with_gap)
    press(window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    qtbot.keyClicks(QApplication.focusWidget(), "Guests come back on weekdays.")
    qtbot.waitUntil(lambda: not window.document.report.standing)
    assert top(window, "view.findings").text() == "Findings"


def test_the_findings_stay_as_wide_as_one_made_them(desk, qtbot, plan_path):
    window = desk.window_with(plan_path)
    window.resize(1600, 900)
    panel = window.findChild(FindingsPanel)
    qtbot.waitUntil(lambda: panel.width() == 340)
    split = panel.parent()
    split.setSizes([split.width() - 450, 450])
    qtbot.waitUntil(lambda: panel.width() != 340)
    made = panel.width()
    window.close()
    again = desk.window_with(plan_path)
    again.resize(1600, 900)
    qtbot.waitUntil(lambda: again.findChild(FindingsPanel).width() == made)


def test_on_a_narrow_window_findings_are_a_drawer(desk, qtbot, press, with_gap):
    window = desk.window_with(with_gap)
    window.resize(1024, 720)
    panel = window.findChild(FindingsPanel)
    qtbot.waitUntil(lambda: not panel.isVisible())
    press(window, Qt.Key.Key_F9)
    assert panel.isVisible()
    view = panel.findChild(QListView)
    qtbot.waitUntil(view.hasFocus)
    press(window, Qt.Key.Key_Return)
    assert not panel.isVisible()
    assert window.workbench.step is Step.PURPOSE


def test_on_a_wide_window_findings_stand_beside_the_page(desk, qtbot, with_gap):
    window = desk.window_with(with_gap)
    window.resize(1440, 900)
    qtbot.waitUntil(window.findChild(FindingsPanel).isVisible)
    qtbot.waitUntil(lambda: not steps_of(window).is_narrow)


def test_a_warning_is_accepted_with_reason_and_name(desk, qtbot, tmp_path):
    path = plan_file(tmp_path, example_with(("brief", "shares", ""), ("brief", "protects", "")))
    window = desk.window_with(path)
    window.resize(1440, 900)
    window.workbench.lead_to_next(1)
    panel = window.findChild(FindingsPanel)
    found = panel.current
    assert found.level.value == "warn"
    panel.consent_wanted.emit(found)
    dialog = window.findChild(WaiveDialog)
    qtbot.waitUntil(dialog.isVisible)
    accept = dialog.findChild(QPushButton, "accept")
    qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
    assert "needs a reason" in said(dialog)
    qtbot.keyClicks(dialog.findChild(QPlainTextEdit), "Legal decides in March.")
    assert dialog.editor("by").value() == "boss"
    qtbot.mouseClick(accept, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.document.report.counts["waived"] == 1)
    assert window.document.report.can_sign
    panel.restore_wanted.emit(found)
    qtbot.waitUntil(lambda: window.document.report.counts["waived"] == 0)


def test_a_mend_by_machine_is_one_step_that_can_be_undone(desk, qtbot, tmp_path):
    path = plan_file(tmp_path, example_with(("weekday-letter", "starts_on", date(2027, 2, 1))))
    window = desk.window_with(path)
    window.resize(1440, 900)
    window.workbench.lead_to_next(1)
    panel = window.findChild(FindingsPanel)
    qtbot.mouseClick(panel.findChild(QPushButton, "finding.wrench"), Qt.MouseButton.LeftButton)
    document = window.document
    assert document.plan.tactics["weekday-letter"].starts_on == date(2027, 2, 16)
    assert len(document.history.done) == 1
    document.undo()
    assert document.plan.tactics["weekday-letter"].starts_on == date(2027, 2, 1)
