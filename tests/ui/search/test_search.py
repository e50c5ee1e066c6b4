"""Finding anything in the plan and replacing it, in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPlainTextEdit, QPushButton

from planner.editing.verbs import change
from planner.model.kinds import Step
from ui.search.panel import SearchPanel

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def window(desk, qtbot, plan_path):
    window = desk.window_with(plan_path)
    window.resize(1440, 900)
    document = window.document
    document.do(change(document.plan, "brief", "stands_for", "Quokka bread, quokkas too."))
    first = next(iter(document.plan.tactics))
    document.do(change(document.plan, first, "benefit", "A Quokka for everybody."))
    desk.settle(window)
    return window


def press(window, qtbot, key, modifiers=NONE):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifiers)


def found(panel, qtbot):
    """Wait until the search is over; return title and excerpt of each place."""
    qtbot.waitUntil(lambda: not panel._timer.isActive() and panel._search.is_done)
    return [(line.title, line.detail) for line in panel.list.lines if not line.is_heading]


def search(window, qtbot, words, key=KEY.Key_F):
    press(window, qtbot, key, CTRL)
    panel = window.findChild(SearchPanel)
    qtbot.keyClicks(QApplication.focusWidget(), words)
    return panel, found(panel, qtbot)


def test_places_stand_under_their_steps_with_field_excerpt_and_mark(window, qtbot):
    panel, places = search(window, qtbot, "quokka")
    assert [line.title for line in panel.list.lines if line.is_heading] == ["1  Purpose", "5  Tactics"]
    assert len(places) == 3
    assert places[0] == ("What we stand for", "Quokka bread, quokkas too.")
    tactic = next(iter(window.document.plan.tactics.values()))
    assert places[2] == (f"Customer benefit · {tactic.name}", "A Quokka for everybody.")
    line = panel.list.lines[-1]
    assert line.detail[line.marks[0].start : line.marks[0].end] == "Quokka"
    assert panel.told == "Found in 3 places."


def test_f3_leads_from_place_to_place_and_round_the_end(window, qtbot):
    search(window, qtbot, "quokka")
    press(window, qtbot, KEY.Key_F3)
    assert window.workbench.step is Step.PURPOSE
    field = QApplication.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    assert field.textCursor().selectedText() == "quokka"
    press(window, qtbot, KEY.Key_F3)
    assert window.workbench.step is Step.TACTICS
    assert window.workbench.page.isAncestorOf(QApplication.focusWidget())
    press(window, qtbot, KEY.Key_F3)
    assert window.workbench.step is Step.PURPOSE
    press(window, qtbot, KEY.Key_F3, SHIFT)
    assert window.workbench.step is Step.TACTICS


def test_arrows_and_enter_lead_from_the_line_and_a_click_from_the_list(window, qtbot):
    panel, _ = search(window, qtbot, "quokka")
    for _ in range(2):
        press(window, qtbot, KEY.Key_Down)
    press(window, qtbot, KEY.Key_Return)
    assert window.workbench.step is Step.TACTICS
    area = panel.list.visualRect(panel.list.model().index(1, 0))
    qtbot.mouseClick(panel.list.viewport(), LEFT, pos=area.center())
    assert window.workbench.step is Step.PURPOSE


def test_case_and_whole_words_are_switches(window, qtbot):
    panel, _ = search(window, qtbot, "Quokka")
    for name, count in (("Match case", 2), ("Whole words", 2)):
        box = next(box for box in panel.findChildren(QCheckBox) if box.text() == name)
        qtbot.keyClick(box, KEY.Key_Space)
        assert len(found(panel, qtbot)) == count
        qtbot.keyClick(box, KEY.Key_Space)
    assert len(found(panel, qtbot)) == 3


def test_what_would_change_is_shown_and_all_is_replaced_as_one_step(window, qtbot):
    panel, _ = search(window, qtbot, "quokka", KEY.Key_H)
    qtbot.keyClicks(panel.findChild(QLineEdit, "replace-line"), "koala")
    assert found(panel, qtbot)[2][1] == "A Quokka koala for everybody."
    assert [marked.mark.value for marked in panel.list.lines[-1].marks] == ["old", "new"]
    before = window.document.plan
    every = next(b for b in panel.findChildren(QPushButton) if b.text() == "Replace all")
    qtbot.mouseClick(every, LEFT)
    assert window.document.plan.the_brief.stands_for == "koala bread, koalas too."
    assert found(panel, qtbot) == []
    assert panel.told == "Replaced in 3 places.\nFound nowhere in the plan."
    qtbot.keyClicks(panel.findChild(QLineEdit, "replace-line"), "s")
    found(panel, qtbot)
    assert panel.told == "Found nowhere in the plan."
    window.perform("edit.undo")
    assert window.document.plan == before


def test_one_place_is_replaced_by_its_button(window, qtbot):
    panel, _ = search(window, qtbot, "quokka", KEY.Key_H)
    qtbot.keyClicks(panel.findChild(QLineEdit, "replace-line"), "koala")
    found(panel, qtbot)
    one = next(b for b in panel.findChildren(QPushButton) if b.text() == "Replace")
    qtbot.mouseClick(one, LEFT)
    assert window.document.plan.the_brief.stands_for == "koala bread, quokkas too."
    assert len(found(panel, qtbot)) == 2


def test_what_was_put_in_is_not_replaced_again_place_by_place(window, qtbot):
    panel, _ = search(window, qtbot, "quokka", KEY.Key_H)
    qtbot.keyClicks(panel.findChild(QLineEdit, "replace-line"), "old quokka")
    one = next(b for b in panel.findChildren(QPushButton) if b.text() == "Replace")
    for _ in range(3):
        found(panel, qtbot)
        qtbot.mouseClick(one, LEFT)
    plan = window.document.plan
    assert plan.the_brief.stands_for == "old quokka bread, old quokkas too."
    assert next(iter(plan.tactics.values())).benefit == "A old quokka for everybody."


def test_links_and_figures_are_found_by_what_they_show_and_not_replaced(window, qtbot):
    plan = window.document.plan
    name = next(iter(plan.people.values())).name
    panel, places = search(window, qtbot, name, KEY.Key_H)
    assert len(places) > 1
    asides = {line.aside for line in panel.list.lines if not line.is_heading}
    assert asides == {"", "found only"}
    assert "can't be replaced" in panel.told


def test_escape_gives_the_keyboard_back(window, qtbot):
    field = next(line for line in window.findChildren(QLineEdit) if line.isVisible())
    field.setFocus()
    panel, _ = search(window, qtbot, "quokka")
    press(window, qtbot, KEY.Key_Escape)
    assert not panel.isVisible()
    assert QApplication.focusWidget() is field


def test_an_edit_elsewhere_is_seen(window, qtbot):
    panel, _ = search(window, qtbot, "quokka")
    window.document.do(change(window.document.plan, "brief", "stands_for", "Patience."))
    assert len(found(panel, qtbot)) == 1


def test_every_control_has_a_name(window, qtbot):
    panel, _ = search(window, qtbot, "quokka", KEY.Key_H)
    for widget in [panel, panel.list, *panel.findChildren(QLineEdit), *panel.findChildren(QPushButton)]:
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_on_a_narrow_window_it_makes_room_for_the_field_and_f3_leads_on(window, qtbot):
    window.resize(1024, 720)
    panel, _ = search(window, qtbot, "quokka")
    press(window, qtbot, KEY.Key_Return)
    assert not panel.isVisible()
    for _ in range(2):
        press(window, qtbot, KEY.Key_F3)
    assert window.workbench.step is Step.TACTICS
    assert not panel.isVisible()


def test_it_lies_where_the_findings_lie_in_either_direction(window, qtbot):
    panel, _ = search(window, qtbot, "quokka")
    bench = panel.parentWidget()
    assert panel.geometry().center().x() > bench.width() // 2
    panel.leave()
    bench.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    search(window, qtbot, "quokka")
    assert panel.geometry().center().x() < bench.width() // 2
