"""What breaks this plan: one finding after another by keyboard, until the plan can be signed."""

import pytest
from mouse import LEFT
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.editing import verbs
from planner.model.vocabulary import Weight
from planner.samples import load_sample
from planner.truths.example_plan import example_plan
from planner.truths.findings import Report
from ui.dialogs.waive import WaiveDialog
from ui.workshop.breaks.game import BreaksGame
from ui.workshop.breaks.panel import BreaksPanel

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def broken():
    """Return the plan that keeps every truth, broken twice: a stop and a warning."""
    plan = verbs.change(example_plan(), "weekday-guests", "owner", None).plan
    return verbs.change(plan, "return-bookings", "source", "").plan


@pytest.fixture
def played(new_document, broken, show, checked):
    document = new_document(broken)
    checked(document)
    game = BreaksGame(document)
    return document, game, show(BreaksPanel(document, game))


def test_stops_come_before_warnings_and_the_way_is_told(played):
    _document, game, panel = played
    assert [finding.level for finding in game.row] == [Weight.STOP, Weight.WARN]
    assert panel.words == ("2 left until it can be signed", game.row[0].message)


def test_mending_leads_to_the_next_and_at_last_to_a_plan_that_can_be_signed(played, checked, qtbot):
    document, game, panel = played
    with qtbot.waitSignal(game.won):
        document.do(verbs.change(document.plan, "weekday-guests", "owner", "boss"))
        checked(document)
        assert panel.words[0] == "1 left until it can be signed"
        assert game.current.level is Weight.WARN
        document.do(verbs.change(document.plan, "return-bookings", "source", "The till"))
    assert panel.is_won
    assert panel.words[0] == "Nothing left: the plan can be signed"
    assert game.done == 2


def test_undoing_a_mend_brings_its_finding_back(played, checked):
    document, game, panel = played
    document.do(verbs.change(document.plan, "weekday-guests", "owner", "boss"))
    checked(document)
    document.undo()
    checked(document)
    assert game.left == 2
    assert not panel.is_won


def test_alt_right_leaves_a_finding_for_later_and_alt_left_goes_back(played):
    _document, game, panel = played
    first, second = game.row
    panel.go_button.setFocus()
    QTest.keyClick(panel.go_button, Qt.Key.Key_Right, ALT)
    assert panel.words[1] == second.message
    QTest.keyClick(panel.go_button, Qt.Key.Key_Left, ALT)
    assert panel.words[1] == first.message
    QTest.mouseClick(panel.skip_button, LEFT)
    QTest.mouseClick(panel.skip_button, LEFT)
    assert panel.words[1] == first.message


def test_f2_leads_to_the_field(played, qtbot):
    _document, game, panel = played
    with qtbot.waitSignal(panel.go_wanted) as told:
        QTest.keyClick(panel.go_button, Qt.Key.Key_F2)
    assert told.args == [game.current]


def test_a_warning_is_accepted_by_keyboard_with_reason_and_name(played, checked, qtbot):
    document, game, panel = played
    assert not panel.waive_button.isVisible()
    game.skip()
    QTest.keyClick(panel.waive_button, Qt.Key.Key_Space)
    dialog = panel.findChild(WaiveDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    QTest.keyClicks(QApplication.focusWidget(), "The till is read by hand until May")
    dialog.editor("by").load("boss")
    dialog._accept()
    checked(document)
    assert game.left == 1
    assert document.plan.waivers
    assert panel.undo_strip.isVisible()


def test_a_fix_is_done_by_its_button_and_can_be_undone(new_document, show, checked):
    document = new_document(load_sample("what-not-to-do"))
    checked(document)
    game = BreaksGame(document)
    panel = show(BreaksPanel(document, game))
    for _ in game.row:
        if panel.mends:
            break
        game.skip()
    before, left = document.plan, game.left
    key = game.current.key
    QTest.keyClick(panel.mends[0], Qt.Key.Key_Space)
    assert document.plan is not before
    checked(document)
    assert key not in [finding.key for finding in game.row]
    assert panel.undo_strip.isVisible()
    QTest.keyClick(panel.undo_strip.button, Qt.Key.Key_Space)
    assert document.plan == before
    checked(document)
    assert game.left == left
    assert not panel.undo_strip.isVisible()


def test_what_was_left_for_later_does_not_come_up_in_the_place_of_what_is_mended(new_document, checked):
    document = new_document(load_sample("what-not-to-do"))
    checked(document)
    game = BreaksGame(document)
    _first, mended, skipped, after = game.row[:4]
    game.show_finding(skipped.key)
    game.skip()
    game.show_finding(mended.key)
    left = tuple(one for one in document.report.findings if one.key != mended.key)
    document.report_changed.emit(Report(left))
    assert game.current.key == after.key
