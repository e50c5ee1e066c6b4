"""In a running workshop the keyboard is never lost: it is where the next thing is done."""

from datetime import timedelta

import pytest
from facilitator import CTRL, CTRL_SHIFT, KEY
from hands import in_hand
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from planner.model.records_work import Idea
from planner.model.vocabulary import BlockSort
from ui.kit.edits import add_all
from ui.kit.keyboard import is_stop
from ui.shell.stepper import Stepper
from ui.workshop.console.work import Work

ALT = Qt.KeyboardModifier.AltModifier


def kept(running):
    """Let all that follows an act happen; return the stop that has the keyboard."""
    running.settle()
    running.window.activateWindow()  # what a window manager does when a dialog or a menu closes
    running.qtbot.waitUntil(running.window.isActiveWindow)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    at = in_hand()
    assert is_stop(at)
    assert running.console.isAncestorOf(at)
    return at


@pytest.fixture
def with_ideas(running):
    """Return a workshop with two ideas that nobody has decided."""
    ideas = [Idea(id="lunch", name="Lunch to go"), Idea(id="sunday", name="Answer on Sundays")]
    running.window.document.do(add_all(running.plan, ideas, "Ideas"))
    running.settle()
    return running


def test_each_block_begins_with_the_keyboard_in_its_tool(running):
    while running.run.clock.is_on:
        assert running.console.work.isAncestorOf(kept(running)), running.run.block.name
        running.press(KEY.Key_PageDown, CTRL_SHIFT)
    assert kept(running) is running.console.clock.button("minutes")


def test_behind_the_end_it_is_at_what_is_undecided(with_ideas):
    with_ideas.push(with_ideas.console.clock.button("end"))
    with_ideas.push(with_ideas.wait_for(QMessageBox).buttons()[0])
    assert kept(with_ideas) is with_ideas.console.work.deciding.rows


def test_a_notice_that_is_dismissed_leads_to_the_tool_and_not_to_the_clock(running):
    line = kept(running)
    running.run.clock.slept.emit(timedelta(minutes=20))
    running.push(running.console.notice.dismiss_button)
    assert running.console.notice.words == ""
    assert kept(running) is line


def test_behind_the_last_decision_it_is_at_what_takes_it_back(with_ideas):
    with_ideas.go_to(BlockSort.CLOSING)
    panel = with_ideas.console.work.deciding
    for _ in range(2):
        assert kept(with_ideas) is panel.rows
        with_ideas.press(KEY.Key_P)
        with_ideas.press(KEY.Key_Return, CTRL)
    assert kept(with_ideas) is panel.undo_strip.button
    with_ideas.press(KEY.Key_Space)
    assert panel.isAncestorOf(kept(with_ideas))


def test_with_nothing_undecided_it_is_at_the_tabs_of_the_tools(running):
    running.go_to(BlockSort.CLOSING)
    assert kept(running) is running.console.work.tabBar()


def test_a_ballot_that_is_removed_and_brought_back(with_ideas):
    with_ideas.go_to(BlockSort.VOTE)
    desk = with_ideas.console.work.voting
    with_ideas.choose(desk.new_button, 1)
    with_ideas.tab_to(desk.tabs.tabBar())
    with_ideas.press(KEY.Key_Left)
    with_ideas.tab_to(desk.grid)
    with_ideas.type("3")
    for button in (desk.clear_button, desk.undo_strip.button, desk.remove_button, desk.undo_strip.button):
        with_ideas.push(button)
        assert desk.isAncestorOf(kept(with_ideas)), button.text() or button.accessibleName()
    assert with_ideas.plan.votes


def test_an_edit_taken_back_while_the_keyboard_is_in_what_it_made(with_ideas):
    with_ideas.go_to(BlockSort.VOTE)
    desk = with_ideas.console.work.voting
    with_ideas.choose(desk.new_button, 1)
    assert desk.form.isAncestorOf(kept(with_ideas))
    with_ideas.press(KEY.Key_Z, CTRL)
    assert not with_ideas.plan.ballots
    assert desk.isAncestorOf(kept(with_ideas))


def test_a_group_that_is_taken_away(with_ideas):
    with_ideas.choose_work(Work.WALL)
    wall = with_ideas.console.work.wall
    with_ideas.tab_to(wall.columns[0].cards)
    with_ideas.push(wall.new_button)
    assert wall.isAncestorOf(kept(with_ideas))
    with_ideas.push(wall.columns[-1].away_button)
    assert wall.isAncestorOf(kept(with_ideas))
    with_ideas.press(KEY.Key_Z, CTRL)
    assert wall.isAncestorOf(kept(with_ideas))


def test_the_room_shown_here_and_the_tools_again(running):
    running.push(running.console.room.outside_button)
    running.push(running.console.room.large_button)
    kept(running)
    running.press(KEY.Key_Escape)
    kept(running)


@pytest.mark.parametrize(("key", "keys"), [(KEY.Key_F9, Qt.KeyboardModifier.NoModifier), (KEY.Key_1, CTRL)])
def test_a_key_that_shows_the_plans_pages_leaves_what_is_typed_on_without_harm(running, key, keys):
    before = running.plan
    running.press(key, keys)
    running.qtbot.waitUntil(running.console.isHidden)
    running.settle()
    assert in_hand() is running.window.findChild(Stepper)
    running.type("Reply at once")
    running.settle()
    assert running.plan == before


def test_from_the_start_on(facilitator):
    facilitator.plan_the_agenda()
    facilitator.press(KEY.Key_F5)
    assert kept(facilitator) is facilitator.console.clock.button("start")
    facilitator.press(KEY.Key_Space)
    facilitator.qtbot.waitUntil(lambda: facilitator.run.clock.is_on)
    assert facilitator.console.work.isAncestorOf(kept(facilitator))
