"""A plan broken four times is mended by keys in the real window until the room sees that it can be signed."""

import pytest
from facilitator import KEY, Facilitator
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from planner.editing import verbs
from planner.model.kinds import Step, kind_of
from planner.model.vocabulary import BlockSort, Weight
from planner.store.plan_file import PlanFile
from planner.truths.example_plan import example_plan
from planner.truths.findings import PLAN, QUESTION
from planner.workshop.deciding import undecided
from ui.dialogs.waive import WaiveDialog
from ui.kit.editors import FieldEditor
from ui.steps.sign_off.questions import QuestionsTab
from ui.workshop.console.work import Work

ALT = Qt.KeyboardModifier.AltModifier
BREAKS = (
    ("weekday-guests", "owner", None),
    ("answer-reviews", "objectives", ()),
    ("return-bookings", "feeds", None),
    ("studio", "delivered", ""),
)
"""Two stops and two warnings; the program can mend one of each."""


@pytest.fixture
def run_with(qtbot, desk, tmp_path, monkeypatch):
    """Return a maker of workshops with a plan in which some fields are other than they should be."""

    def begun(*breaks):
        plan = example_plan()
        for record, field, value in breaks:
            plan = verbs.change(plan, record, field, value).plan
        path = tmp_path / "Broken.tcplan"
        PlanFile.create(path, plan).close()
        facilitator = Facilitator(qtbot, desk, path, monkeypatch)
        facilitator.plan_the_agenda()
        facilitator.start()
        return facilitator

    return begun


def tab_to(facilitator, button):
    """Walk to one of the ways out of a finding, which come right behind the way to its field."""
    facilitator.tab_to(facilitator.console.work.breaks.go_button)
    passed = 0
    while QApplication.focusWidget() is not button and passed < 3:
        facilitator.press(KEY.Key_Tab)
        passed += 1
    assert QApplication.focusWidget() is button


def mend_by_machine(facilitator):
    panel = facilitator.console.work.breaks
    facilitator.qtbot.waitUntil(panel.mends[0].isVisible)
    tab_to(facilitator, panel.mends[0])
    facilitator.press(KEY.Key_Space)
    facilitator.settle()


def mend_owner_by_hand(facilitator):
    facilitator.press(KEY.Key_F2)
    assert facilitator.window.workbench.isVisible()
    assert facilitator.window.workbench.step is Step.OBJECTIVES
    assert editor_in_hand().spec.name == "owner"
    facilitator.type(facilitator.plan.people["boss"].name)
    facilitator.press(KEY.Key_Return)
    facilitator.settle()
    facilitator.press(KEY.Key_F5)


def editor_in_hand():
    """Return the editor of a field that has the keyboard."""
    widget = QApplication.focusWidget()
    while not isinstance(widget, FieldEditor):
        widget = widget.parentWidget()
    return widget


def waive(facilitator):
    tab_to(facilitator, facilitator.console.work.breaks.waive_button)
    facilitator.press(KEY.Key_Space)
    dialog = facilitator.wait_for(WaiveDialog)
    facilitator.type("They begin with us")
    facilitator.choose_record(dialog.editor("by").focus_target(), facilitator.plan.people["boss"].name)
    facilitator.push(dialog.findChild(QPushButton, "accept"))
    facilitator.qtbot.waitUntil(lambda: facilitator.front is facilitator.window)
    facilitator.settle()


def end(facilitator, finding):
    """End a finding by the way that is open to it."""
    if finding.subject == "weekday-guests":
        mend_owner_by_hand(facilitator)
    elif finding.subject == "studio":
        waive(facilitator)
    else:
        mend_by_machine(facilitator)


def test_by_fixes_by_hand_and_by_an_exception_the_plan_turns_signable(run_with):
    facilitator = run_with(*BREAKS)
    facilitator.go_to(BlockSort.BREAKS)
    facilitator.settle()
    game, panel = facilitator.run.game, facilitator.console.work.breaks
    assert [one.level for one in game.row] == [Weight.STOP, Weight.STOP, Weight.WARN, Weight.WARN]
    assert facilitator.console.work.work is Work.BREAKS
    for left in (4, 3, 2, 1):
        finding = game.current
        assert finding.message in facilitator.room()
        assert panel.words == (f"{left} left until it can be signed", finding.message)
        assert "This plan can be signed" not in facilitator.room()
        end(facilitator, finding)
    assert game.left == 0
    assert panel.is_won
    assert panel.first_stop.hasFocus()
    facilitator.press(KEY.Key_Space)
    assert "This plan can be signed" in facilitator.room()
    assert facilitator.window.document.report.can_sign


def decide_leads(facilitator, kind):
    """Go from the undecided thing of a kind to where it is mended."""
    facilitator.go_to(BlockSort.CLOSING)
    facilitator.settle()
    panel = facilitator.console.work.deciding
    assert facilitator.console.work.work is Work.DECIDE
    waiting = undecided(facilitator.plan, facilitator.window.document.report)
    wanted = next(one.key for one in waiting if one.kind == kind)
    facilitator.tab_to(panel.rows)
    while panel.rows.current is None or panel.rows.current.key != wanted:
        facilitator.press(KEY.Key_Down)
    facilitator.push(panel._see)
    assert facilitator.window.workbench.isVisible()
    return facilitator.window.workbench


@pytest.mark.parametrize("has_answer", [True, False])
def test_an_undecided_question_leads_to_its_answer_on_the_sign_off(run_with, has_answer):
    facilitator = run_with(("answer-3", "reply", None))
    asked = facilitator.plan.answers["answer-3"].question
    if not has_answer:
        facilitator.window.document.do(verbs.remove(facilitator.plan, ["answer-3"]))
        facilitator.settle()
    workbench = decide_leads(facilitator, QUESTION)
    assert workbench.step is Step.SIGN_OFF
    tab = workbench.page.findChild(QuestionsTab)
    assert tab.isVisible()
    assert tab.form.question_id == asked
    assert editor_in_hand().spec.name == "reply"


def test_an_undecided_warning_about_the_plan_leads_to_its_field(run_with):
    facilitator = run_with(("brief", "shares", ""))
    workbench = decide_leads(facilitator, PLAN)
    assert workbench.step is kind_of("brief").step
    assert editor_in_hand().spec.name == "shares"
