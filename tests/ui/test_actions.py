from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from planner.model.kinds import Step
from ui.action_spec import Situation
from ui.actions import ACTIONS
from ui.menus import MENUS, RECENT, SUBMENUS
from ui.shell.window_actions import Actions
from ui.theme import TextSize, ThemeChoice

OPEN = Situation(has_plan=True, can_edit=True, step=Step.TACTICS, findings=3)


@pytest.fixture
def actions(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    yield Actions(window)
    window.close()


def test_no_two_actions_share_a_key():
    keys = Counter(QKeySequence(key).toString() for spec in ACTIONS for key in spec.keys)
    assert [key for key, count in keys.items() if count > 1 or not key] == []


def test_ids_are_unique_and_every_action_stands_in_one_menu():
    ids = [spec.id for spec in ACTIONS]
    listed = [item for menu in MENUS for item in menu.items if item not in {None, *SUBMENUS}]
    assert sorted(listed) == sorted(ids)


def test_letters_of_a_menu_are_unique():
    titles = {spec.id: spec.title for spec in ACTIONS}
    for menu in MENUS:
        letters = [
            titles[item].partition("&")[2][0].lower()
            for item in menu.items
            if item in titles and "&" in titles[item]
        ]
        assert [letter for letter, count in Counter(letters).items() if count > 1] == [], menu.title


def test_without_a_plan_only_what_needs_none_can_be_asked_for(actions):
    actions.update(Situation())
    enabled = {spec.id for spec in ACTIONS if actions[spec.id].isEnabled()}
    assert {"file.new", "file.sample", "file.open", "file.quit", "help.keys"} <= enabled
    assert not {"file.export", "edit.undo", "go.next", "go.tactics", "view.findings"} & enabled


def test_undo_is_called_after_what_it_takes_back(actions):
    actions.update(Situation(has_plan=True, can_edit=True, undo="Add person “R&D”"))
    assert actions["edit.undo"].text() == "&Undo: Add person “R&&D”"
    assert actions["edit.undo"].isEnabled()
    assert not actions["edit.redo"].isEnabled()


def test_a_tool_tip_shows_text_of_the_plan_as_it_is(actions):
    actions.update(Situation(has_plan=True, can_edit=True, undo="Add <img src='file:///x'> & more"))
    tip = actions["edit.undo"].toolTip()
    assert "<img" not in tip
    assert "&lt;img" in tip
    assert "&amp; more" in tip


def test_a_plan_that_can_only_be_read_has_no_undo(actions):
    actions.update(Situation(has_plan=True, can_edit=False, undo="Add person"))
    assert not actions["edit.undo"].isEnabled()


def test_the_ends_of_the_walk_have_no_way_beyond(actions):
    actions.update(Situation(has_plan=True, step=Step.PURPOSE))
    assert (actions["go.back"].isEnabled(), actions["go.next"].isEnabled()) == (False, True)
    actions.update(Situation(has_plan=True, step=Step.SIGN_OFF))
    assert (actions["go.back"].isEnabled(), actions["go.next"].isEnabled()) == (True, False)


def test_switches_show_what_is_on(actions):
    actions.update(Situation(theme=ThemeChoice.DARK, text_size=TextSize.LARGE, step=Step.TACTICS))
    on = {spec.id for spec in ACTIONS if actions[spec.id].isChecked()}
    assert on == {"theme.dark", "text.125", "go.tactics"}


def test_an_action_asked_for_is_told_by_its_id(actions, qtbot):
    actions.update(OPEN)
    with qtbot.waitSignal(actions.chosen) as told:
        actions["go.next-finding"].trigger()
    assert told.args == ["go.next-finding"]


def test_the_menus_hold_every_action(actions, qtbot):
    window = actions.parent()
    actions.fill(window.menuBar(), {RECENT: QMenu("Open recent", window)})
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == ["&File", "&Edit", "&View", "&Go", "&Workshop", "&Tools", "&Help"]
