"""What an edit would withdraw is said before it, and nothing is withdrawn unasked."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from planner.editing import verbs
from planner.model.vocabulary import Verdict
from planner.signoff.approvals import Decision, decide
from planner.signoff.route import standing_approvals
from planner.truths.engine import check_plan
from planner.truths.example_plan import EXAMPLE_DAY
from ui.holding import HeldError
from ui.kit.field_row import FieldRow
from ui.kit.hold_bar import HoldBar

NOON = datetime(2027, 1, 4, 12, tzinfo=UTC)


def accepted(plan):
    name = plan.name_of(plan.approvers["sign-sponsor"].person)
    decision = Decision("sign-sponsor", Verdict.ACCEPT, name, NOON)
    return decide(plan, check_plan(plan, EXAMPLE_DAY), decision)


def renamed(document, words):
    return verbs.change(document.plan, "brief", "stands_for", words)


@pytest.fixture
def window(desk, plan_path):
    return desk.window_with(plan_path)


@pytest.fixture
def document(window):
    return window._open.document


def bar_of(window):
    return window.findChild(HoldBar)


def row_of(window, name):
    return next(row for row in window.workbench.page.findChildren(FieldRow) if row.spec.name == name)


def test_a_plan_that_nobody_decided_about_is_edited_freely(window, document):
    document.do(renamed(document, "Patience."))
    assert document.hold == ""
    assert not bar_of(window).isVisible()


def test_an_edit_that_would_withdraw_an_approval_waits_until_the_user_agrees(window, document):
    document.do(accepted(document.plan))
    assert "decided so far by " in bar_of(window).text
    before = document.plan
    with pytest.raises(HeldError, match="withdraws that"):
        document.do(renamed(document, "Patience."))
    assert document.plan is before
    QTest.mouseClick(bar_of(window).agree_button, Qt.MouseButton.LeftButton)
    assert not bar_of(window).isVisible()
    document.do(renamed(document, "Patience."))
    assert standing_approvals(document.plan) == ()


def test_what_was_typed_before_the_user_agreed_is_done_then_and_the_keyboard_stays(window, document):
    document.do(accepted(document.plan))
    row = row_of(window, "stands_for")
    line = row.editor.focus_target()
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Patience.")
    assert "Edit anyway" in row.editor.problem
    assert document.plan.the_brief.stands_for != "Patience."
    QTest.mouseClick(bar_of(window).agree_button, Qt.MouseButton.LeftButton)
    assert document.plan.the_brief.stands_for == "Patience."
    assert not row.editor.problem
    assert line.hasFocus()
    assert line.toPlainText() == "Patience."
    assert line.textCursor().atEnd()


def test_a_value_that_was_given_up_before_the_user_agreed_is_not_done(window, document):
    document.do(accepted(document.plan))
    row = row_of(window, "organisation")
    line = row.editor.focus_target()
    before = document.plan.the_brief.organisation
    QTest.keyClicks(line, "X")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    QTest.mouseClick(bar_of(window).agree_button, Qt.MouseButton.LeftButton)
    assert document.plan.the_brief.organisation == line.text() == before


def test_undo_waits_too(window, document):
    document.do(renamed(document, "Patience."))
    document.do(accepted(document.plan))
    with pytest.raises(HeldError):
        document.undo()
    assert document.plan.the_brief.stands_for == "Patience."
    document.let_edit()
    document.undo()
    assert document.plan.the_brief.stands_for != "Patience."


def test_the_look_of_the_document_and_further_decisions_are_not_held(document):
    document.do(accepted(document.plan))
    document.do(verbs.change(document.plan, "layout", "grey", value=True))
    plan = document.plan
    decision = Decision(
        "sign-budget", Verdict.ACCEPT, plan.name_of(plan.approvers["sign-budget"].person), NOON
    )
    document.do(decide(plan, check_plan(plan, EXAMPLE_DAY), decision))
    assert len(standing_approvals(document.plan)) == 2


def test_a_plan_that_is_opened_again_is_held_again(desk, window, document, plan_path):
    document.do(accepted(document.plan))
    document.let_edit()
    window.close()
    again = desk.window_with(plan_path)
    assert "decided so far by " in bar_of(again).text


class Witness(QObject):
    """Notes which widgets are shown as windows."""

    def __init__(self):
        super().__init__()
        self.windows = []

    def eventFilter(self, watched, event):  # noqa: N802 - Qt calls it so
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_no_part_of_a_plan_that_is_held_is_ever_a_window_of_its_own(desk, qapp, window, document, plan_path):
    """It would be seen for a moment in the corner of the screen, and take the keyboard."""
    document.do(accepted(document.plan))
    window.close()
    witness = Witness()
    qapp.installEventFilter(witness)
    again = desk.window_with(plan_path)
    qapp.removeEventFilter(witness)
    assert bar_of(again).isVisible()
    assert witness.windows == ["MainWindow"]
