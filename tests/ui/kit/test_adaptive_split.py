"""In a low window table and form are shown in turn, by mouse and by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from planner.editing import verbs
from planner.model.kinds import Step
from planner.model.plan import empty_plan
from planner.model.records_work import Tactic
from planner.samples import load_sample
from planner.store.plan_file import PlanFile
from ui.kit.item_bar import ItemBar
from ui.kit.kind_editor import KindEditor
from ui.theme import TextSize

KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier
LOW, HIGH = (800, 400), (800, 700)
FEWEST_ROWS = 5


@pytest.fixture
def editor(qtbot, new_document):
    plan = empty_plan()
    for name in "abc":
        plan = verbs.add(plan, Tactic(id=name, name=name.upper())).plan
    editor = KindEditor(new_document(plan), "tactics")
    qtbot.addWidget(editor)
    editor.resize(*LOW)
    with qtbot.waitActive(editor):
        editor.show()
        editor.activateWindow()
    return editor


def seen(editor):
    return editor.table.isVisible(), editor.form.isVisible()


def button(editor, words):
    return next(b for b in editor.findChildren(QPushButton) if b.isVisible() and b.text() == words)


def test_a_low_editor_shows_its_table_alone_and_a_high_one_both(editor):
    assert seen(editor) == (True, False)
    editor.resize(*HIGH)
    assert seen(editor) == (True, True)
    assert not editor._split.open_button.isVisible()


def test_the_button_leads_to_the_fields_and_back(editor):
    QTest.mouseClick(button(editor, "Details"), Qt.MouseButton.LeftButton)
    assert seen(editor) == (False, True)
    assert editor.form.row("name").editor.focus_target().hasFocus()
    QTest.mouseClick(button(editor, "Back to the list"), Qt.MouseButton.LeftButton)
    assert seen(editor) == (True, False)
    assert editor.table.view.hasFocus()


@pytest.mark.parametrize("size", [LOW, HIGH])
def test_a_key_leads_from_a_row_to_its_fields_and_back(editor, size):
    editor.resize(*size)
    editor.table.view.setFocus()
    QTest.keyClick(editor.table.view, KEY.Key_Down)
    QTest.keyClick(editor.table.view, KEY.Key_Return, ALT)
    name = editor.form.row("name").editor.focus_target()
    assert (editor.form.record_id, name.hasFocus()) == ("b", True)
    QTest.keyClick(name, KEY.Key_Return, ALT)
    assert editor.table.view.hasFocus()
    assert editor.table.view.current_id == "b"


def test_escape_leads_back_to_the_row(editor):
    editor.show_record("b", "stop")
    assert editor.form.row("stop").editor.focus_target().hasFocus()
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Escape)
    assert seen(editor) == (True, False)
    assert editor.table.view.hasFocus()


def test_one_goes_along_the_entries_without_the_list(editor):
    editor.show_record("a", "name")
    bar = editor.findChild(ItemBar)
    assert bar._place.text() == "1 of 3"
    assert not bar._before.isEnabled()
    QTest.mouseClick(bar._after, Qt.MouseButton.LeftButton)
    assert (editor.form.record_id, bar._place.text()) == ("b", "2 of 3")
    assert seen(editor) == (False, True)
    QTest.mouseClick(bar._after, Qt.MouseButton.LeftButton)
    assert not bar._after.isEnabled()


def test_when_the_last_entry_goes_the_list_says_what_to_do(editor):
    editor.show_record("a", "name")
    for name in "abc":
        editor.table._document.do(verbs.remove(editor.table._document.plan, name))
    assert editor.table._empty.isVisible()
    assert not editor._split.open_button.isVisible()


def test_quick_adding_brings_the_list_back(editor):
    editor.show_record("a", "name")
    editor.quick_add()
    assert editor.table.quick_line.hasFocus()


def test_what_has_the_keyboard_stays_when_the_room_gets_low(editor):
    editor.resize(*HIGH)
    editor.show_record("c", "stop")
    editor.resize(*LOW)
    assert seen(editor) == (False, True)
    assert editor.form.row("stop").editor.focus_target().hasFocus()


@pytest.mark.parametrize("step", [Step.TACTICS, Step.METRICS, Step.PEOPLE, Step.EXPERIENCE, Step.CHANNELS])
def test_five_rows_are_seen_in_the_smallest_window_with_the_largest_text(desk, qtbot, tmp_path, step):
    path = tmp_path / "good.tcplan"
    PlanFile.create(path, load_sample("pizzeria")).close()
    window = desk.window_with(path)
    window.resize(1024, 720)
    window._look.write(TextSize.LARGEST)
    window.workbench.show_step(step)
    desk.settle(window)
    view = window.workbench.page.findChild(KindEditor).table.view

    def rows_seen():
        return view.viewport().height() // view.verticalHeader().defaultSectionSize()

    try:
        qtbot.waitUntil(lambda: rows_seen() >= FEWEST_ROWS)
        assert window.width() == 1024
    finally:
        window._look.write(TextSize.NORMAL)
