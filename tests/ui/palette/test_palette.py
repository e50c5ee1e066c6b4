"""The palette in the real window, by keys and mouse."""

import time

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit

from planner.editing.verbs import change
from planner.model.kinds import KINDS, Step
from planner.samples import load_sample
from planner.store.plan_file import PlanFile
from planner.truths.example_plan import example_plan
from ui.dialogs.keys import KeysDialog
from ui.kit.line_list import LineList
from ui.palette.entries import plan_entries
from ui.palette.palette import Palette

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
NEVER = {"approvals", "approval_requests", "signed_revisions", "dismissals"}
"""Kinds without entries that anybody would go to by name."""


@pytest.fixture
def window(desk, plan_path):
    return desk.window_with(plan_path)


def activate(window, qtbot):
    """Do what a window manager does when a page was made, which offscreen takes the window's turn."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def palette_of(window, qtbot):
    """Open the palette by its key, and wait until it knows the whole plan."""
    activate(window, qtbot)
    qtbot.keyClick(QApplication.focusWidget() or window, KEY.Key_K, CTRL)
    palette = window.findChild(Palette)
    assert palette.isVisible()
    qtbot.waitUntil(lambda: palette._entries.is_done)
    return palette


def titles(palette):
    return [line.title for line in palette.list.lines]


def type_words(qtbot, words):
    qtbot.keyClicks(QApplication.focusWidget(), words)


def test_a_name_and_enter_lead_to_an_entry_on_another_step(window, qtbot):
    palette = palette_of(window, qtbot)
    tactic = next(iter(window.document.plan.tactics.values()))
    type_words(qtbot, tactic.name)
    assert palette.list.current.title == tactic.name
    assert palette.list.current.aside == "Tactic"
    qtbot.keyClick(palette.line, KEY.Key_Return)
    assert not palette.isVisible()
    assert window.workbench.step is Step.TACTICS
    assert window.workbench.chosen_record == tactic.id


def test_it_walks_by_arrows_and_does_an_action(window, qtbot):
    palette = palette_of(window, qtbot)
    type_words(qtbot, "key")
    while palette.list.current.title != "Keys":
        before = palette.list.currentIndex().row()
        qtbot.keyClick(palette.line, KEY.Key_Down)
        assert palette.list.currentIndex().row() == before + 1
    qtbot.keyClick(palette.line, KEY.Key_Return)
    assert window.findChild(KeysDialog).isVisible()


def test_an_action_shows_its_key_and_a_step_is_told_as_one(window, qtbot):
    palette = palette_of(window, qtbot)
    asides = {line.title: line.aside for line in palette.list.lines}
    assert asides["Keys"] == "Action · F1"
    assert asides["5 Tactics"] == "Step · Ctrl+5"


def test_what_cannot_be_done_says_why_and_is_not_done(window, qtbot):
    palette = palette_of(window, qtbot)
    type_words(qtbot, "undo")
    assert palette.list.current.aside == "There is nothing to undo"
    qtbot.keyClick(palette.line, KEY.Key_Return)
    assert palette.isVisible()
    window.document.do(change(window.document.plan, "brief", "stands_for", "Patience."))
    qtbot.keyClick(palette.line, KEY.Key_Escape)
    palette = palette_of(window, qtbot)
    type_words(qtbot, "undo")
    assert palette.list.current.aside == "Action · Ctrl+Z"


def test_without_a_plan_it_offers_what_needs_none(desk, qtbot):
    palette = palette_of(desk.window(), qtbot)
    type_words(qtbot, "tactics")
    assert palette.list.current.aside == "No plan is open"
    palette.line.clear()
    type_words(qtbot, "open")
    assert palette.list.current.title == "Open"


def test_escape_gives_the_keyboard_back_to_where_it_was(window, qtbot):
    field = next(line for line in window.findChildren(QLineEdit) if line.isVisible())
    field.setFocus()
    palette = palette_of(window, qtbot)
    assert QApplication.focusWidget() is palette.line
    qtbot.keyClick(palette.line, KEY.Key_Tab)
    assert QApplication.focusWidget() is palette.line
    qtbot.keyClick(palette.line, KEY.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is field


def test_a_click_picks_and_a_click_beside_closes(window, qtbot):
    palette = palette_of(window, qtbot)
    type_words(qtbot, "people")
    row = next(at for at, line in enumerate(palette.list.lines) if line.title == "6 People")
    area = palette.list.visualRect(palette.list.model().index(row, 0))
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert window.workbench.step is Step.PEOPLE
    palette = palette_of(window, qtbot)
    field = next(
        line for line in window.findChildren(QLineEdit) if line.isVisible() and line is not palette.line
    )
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is field


def test_what_was_chosen_last_stands_first_next_time_in_another_window_too(desk, window, qtbot):
    palette = palette_of(window, qtbot)
    type_words(qtbot, "budget and")
    qtbot.keyClick(palette.line, KEY.Key_Return)
    again = palette_of(window, qtbot)
    assert titles(again)[0] == "8 Budget and rhythm"


def test_what_nobody_called_so_is_told(window, qtbot):
    palette = palette_of(window, qtbot)
    type_words(qtbot, "zyxwzyxw")
    assert palette.list.lines == ()
    assert palette._told.text() == "Nothing has this name."


def test_its_parts_have_names_and_roles(window, qtbot):
    palette = palette_of(window, qtbot)
    line = QAccessible.queryAccessibleInterface(palette.line)
    assert line.text(QAccessible.Text.Name) == "Do or go to"
    assert line.role() is QAccessible.Role.EditableText
    found = QAccessible.queryAccessibleInterface(palette.findChild(LineList))
    assert found.role() is QAccessible.Role.List
    first = palette.list.model().index(0, 0)
    assert "Step, Ctrl+" in first.data(Qt.ItemDataRole.AccessibleTextRole).replace(" · ", ", ")


OFFERED = sorted({entry.key[0] for entry in plan_entries(load_sample("pizzeria"))})


def test_entries_of_nearly_every_kind_are_offered():
    singles = {kind.key for kind in KINDS if kind.single or kind.room}
    assert {kind.key for kind in KINDS} - singles - set(OFFERED) <= NEVER | {"house_truths"}


@pytest.mark.parametrize("kind", OFFERED)
def test_each_entry_that_it_offers_is_shown_by_its_page(desk, qtbot, tmp_path, kind):
    plan = load_sample("pizzeria")
    wanted = next(key for entry in plan_entries(plan) if (key := entry.key)[0] == kind)
    path = tmp_path / "shown.tcplan"
    PlanFile.create(path, plan).close()
    window = desk.window_with(path)
    window.workbench.lead_to_entry(*wanted)
    activate(window, qtbot)
    page = window.workbench.page
    assert kind in page._places
    assert page.isAncestorOf(QApplication.focusWidget())


def test_it_opens_at_once_over_a_plan_of_two_thousand_entries(desk, qtbot, tmp_path):
    plan = example_plan()
    own = list(plan.tactics.values())
    many = {
        f"copy-{n}": msgspec.structs.replace(own[0], id=f"copy-{n}", name=f"Tactic {n}") for n in range(2000)
    }
    path = tmp_path / "large.tcplan"
    PlanFile.create(path, msgspec.structs.replace(plan, tactics={**plan.tactics, **many})).close()
    window = desk.window_with(path)
    took = []
    for _ in range(5):
        began = time.thread_time()
        window.perform("go.palette")
        took.append(time.thread_time() - began)
        window.findChild(Palette).leave()
    assert min(took) < 0.05
    palette = palette_of(window, qtbot)
    began = time.thread_time()
    type_words(qtbot, "tactic 1999")
    assert palette.list.current.title == "Tactic 1999"
    assert (time.thread_time() - began) / 11 < 0.1


def test_the_letters_that_were_typed_are_marked_in_what_is_found(window, qtbot):
    palette = palette_of(window, qtbot)
    before = palette.list.viewport().grab().toImage()
    type_words(qtbot, "find plan")
    line = palette.list.current
    assert [line.title[part.start : part.end] for part in line.title_marks] == ["Find", "plan"]
    assert palette.list.viewport().grab().toImage() != before
    palette.line.clear()
    assert not any(line.title_marks for line in palette.list.lines)
