"""The agenda is made, moved and stretched by a real mouse and real keys; everything after follows."""

import pytest
from mouse import LEFT, NONE, drag
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTabWidget

from planner.editing import verbs
from planner.model.vocabulary import BlockSort
from planner.workshop.agenda import make_agenda, timed
from ui.kit.bound_card import BoundCard
from ui.workshop.agenda.editor import AgendaEditor
from ui.workshop.agenda.slots import height_of, place_at

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def document(new_document):
    document = new_document()
    document.do(make_agenda(document.plan, "ogsm", document.report))
    return document


@pytest.fixture
def editor(document, show):
    editor = show(AgendaEditor(document), 1280, 800)
    editor.column.setFocus()
    return editor


def ids(document):
    return list(document.plan.agenda_blocks)


def minutes(document):
    return [block.minutes for block in document.plan.agenda_blocks.values()]


def press(editor, key, keys=NONE):
    QTest.keyClick(editor.column, key, keys)


def at_top(editor, block, way=0):
    """Return a place near the upper edge of a block, where it is taken as a whole."""
    middle = editor.column.middle_of(block)
    return QPoint(middle.x(), middle.y() + way)


def test_the_rhythm_of_180_minutes_stands_on_a_scale_of_time(document, editor):
    assert minutes(document) == [20, 25, 35, 45, 35, 20]
    assert [slot.starts for slot in editor.column.slots] == [
        "09:00",
        "09:20",
        "09:45",
        "10:20",
        "11:05",
        "11:40",
    ]
    shown = [editor.column.visualRect(editor.column.model().index(row, 0)).height() for row in range(6)]
    assert shown == [height_of(long) for long in minutes(document)]
    assert height_of(90) == 2 * height_of(45)
    assert height_of(5) >= 24


def test_a_block_dragged_down_moves_there_and_all_times_follow(document, editor):
    before, steps = ids(document), len(document.history.done)
    start, end = at_top(editor, before[0]), at_top(editor, before[3], 15)
    drag(editor.column.viewport(), start, start + QPoint(0, 15), end)
    assert ids(document) == [before[1], before[2], before[3], before[0], *before[4:]]
    assert [one.begins for one in timed(document.plan)][:4] == [540, 565, 600, 645]
    assert len(document.history.done) == steps + 1
    document.undo()
    assert ids(document) == before


def test_while_a_block_is_dragged_the_day_is_shown_as_it_would_be_and_escape_takes_it_back(document, editor):
    before = document.plan
    first = ids(document)[0]
    start, end = at_top(editor, first), at_top(editor, ids(document)[2], 15)
    drag(editor.column.viewport(), start, start + QPoint(0, 15), end, release=False)
    assert [slot.id for slot in editor.column.slots].index(first) == 2
    assert editor.column.slots[0].starts == "09:00"
    assert document.plan is before
    press(editor, Qt.Key.Key_Escape)
    assert [slot.id for slot in editor.column.slots] == ids(document)
    QTest.mouseRelease(editor.column.viewport(), LEFT, NONE, end)
    assert document.plan is before


def test_the_lower_edge_pulled_down_makes_a_block_longer_in_steps_of_five(document, editor):
    third, steps = ids(document)[2], len(document.history.done)
    edge = editor.column.edge_of(third)
    way = height_of(100) - height_of(80)
    drag(editor.column.viewport(), edge, edge + QPoint(0, way // 2), edge + QPoint(0, way))
    assert document.plan.agenda_blocks[third].minutes == 55
    assert editor.column.slots[3].starts == "10:40"
    assert len(document.history.done) == steps + 1
    document.undo()
    assert document.plan.agenda_blocks[third].minutes == 35


def test_pulled_far_up_a_block_keeps_five_minutes(document, editor):
    third = ids(document)[2]
    edge = editor.column.edge_of(third)
    drag(editor.column.viewport(), edge, edge - QPoint(0, 20), edge - QPoint(0, 400))
    assert document.plan.agenda_blocks[third].minutes == 5


def test_a_click_moves_nothing(document, editor):
    before = document.plan
    for block in ids(document):
        QTest.mouseClick(editor.column.viewport(), LEFT, NONE, editor.column.middle_of(block))
        assert editor.column.current == block
        assert editor.form.record_id == block
    assert document.plan is before


def test_by_keys_alone_a_block_is_moved_and_stretched(document, editor):
    before = ids(document)
    press(editor, Qt.Key.Key_Down)
    press(editor, Qt.Key.Key_Down, ALT)
    assert ids(document)[:3] == [before[0], before[2], before[1]]
    assert editor.column.current == before[1]
    press(editor, Qt.Key.Key_Up, ALT)
    assert ids(document) == before
    press(editor, Qt.Key.Key_Plus)
    press(editor, Qt.Key.Key_Down, SHIFT)
    press(editor, Qt.Key.Key_Up, SHIFT)
    assert document.plan.agenda_blocks[before[1]].minutes == 30
    assert editor.column.slots[2].starts == "09:50"
    press(editor, Qt.Key.Key_Minus)
    assert document.plan.agenda_blocks[before[1]].minutes == 25


def test_stretching_by_keys_is_one_step_to_undo(document, editor):
    steps, first = len(document.history.done), ids(document)[0]
    for _ in range(4):
        press(editor, Qt.Key.Key_Plus)
    assert document.plan.agenda_blocks[first].minutes == 40
    assert len(document.history.done) == steps + 1


def test_enter_leads_to_the_form_and_what_is_typed_there_appears_in_the_day(document, editor):
    press(editor, Qt.Key.Key_Return)
    line = QApplication.focusWidget()
    assert line is editor.form.row("name").editor.focus_target()
    line.selectAll()
    QTest.keyClicks(line, "Welcome")
    assert editor.column.slots[0].name == "Welcome"


def test_the_start_is_typed_as_people_write_times_and_the_whole_day_follows(document, editor):
    tabs = editor.findChild(QTabWidget)
    tabs.setCurrentIndex(1)
    line = tabs.currentWidget().findChild(BoundCard).focus_field("start").editor.focus_target()
    line.selectAll()
    QTest.keyClicks(line, "8.30am")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert document.plan.the_workshop.start == "08:30"
    assert line.text() == "08:30"
    assert [slot.starts for slot in editor.column.slots][:2] == ["08:30", "08:50"]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "1e")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert document.plan.the_workshop.start == "08:30"


def test_a_removed_block_is_brought_back_by_the_button_that_appears(document, editor):
    first = ids(document)[0]
    press(editor, Qt.Key.Key_Delete)
    assert first not in ids(document)
    assert editor.column.slots[0].starts == "09:00"
    assert editor.undo_strip.isVisible()
    QTest.mouseClick(editor.undo_strip.button, LEFT)
    assert ids(document)[0] == first


def named(editor, words):
    return next(
        one for one in editor.tools.findChildren(QAbstractButton) if one.accessibleName().startswith(words)
    )


def test_the_buttons_do_what_the_keys_do(document, editor):
    before = ids(document)
    editor.show_block(before[1])
    for words in ("Move the block down", "Five minutes more", "Move the block up", "Five minutes more"):
        QTest.mouseClick(named(editor, words), LEFT)
    assert ids(document) == before
    assert document.plan.agenda_blocks[before[1]].minutes == 35
    QTest.mouseClick(named(editor, "Five minutes less"), LEFT)
    QTest.mouseClick(named(editor, "Remove the block"), LEFT)
    assert ids(document) == [before[0], *before[2:]]
    assert editor.column.current == before[2]


def test_an_added_block_stands_behind_the_marked_one_and_is_named_at_once(document, editor):
    before = ids(document)
    editor.show_block(before[1])
    add = next(one for one in editor.tools.findChildren(QAbstractButton) if one.text() == "Add block")
    QTest.mouseClick(add, LEFT)
    line = QApplication.focusWidget()
    line.selectAll()
    QTest.keyClicks(line, "Warm-up")
    assert [slot.name for slot in editor.column.slots][2] == "Warm-up"


def test_a_break_looks_different_by_word_and_icon(document, editor):
    editor.show_block(ids(document)[1])
    add = next(one for one in editor.tools.findChildren(QAbstractButton) if one.text() == "Add break")
    QTest.mouseClick(add, LEFT)
    slot = editor.column.slots[2]
    assert (slot.word, slot.icon) == ("Break", "coffee")
    assert [one.word for one in editor.column.slots].count("") == 6


def test_what_does_not_fit_before_people_must_leave_is_told(document, editor):
    assert editor.total.words[1] == ""
    document.do(verbs.change(document.plan, "workshop", "until", "11:30"))
    assert "30 minutes too long" in editor.total.words[1]
    assert [slot.is_late for slot in editor.column.slots] == [False] * 4 + [True] * 2
    document.do(verbs.change(document.plan, "workshop", "start", "08:00"))
    assert editor.total.words[1] == ""
    assert editor.column.slots[0].starts == "08:00"


def test_an_agenda_that_nothing_closes_is_told_until_something_does(document, editor):
    (closing,) = (key for key in ids(document) if document.plan.find(key).sort is BlockSort.CLOSING)
    document.do(verbs.change(document.plan, closing, "sort", BlockSort.WORK))
    assert "what is still undecided" in editor.total.words[1]
    document.do(verbs.change(document.plan, "workshop", "until", "11:30"))
    assert len(editor.total.words[1].splitlines()) == 2
    document.do(verbs.change(document.plan, "workshop", "until", ""))
    document.do(verbs.change(document.plan, closing, "sort", BlockSort.CLOSING))
    assert editor.total.words[1] == ""


def test_without_an_agenda_a_template_is_chosen_by_keys(new_document, show):
    document = new_document()
    editor = show(AgendaEditor(document), 1280, 800)
    rows = editor.beginning.rows
    rows.setFocus()
    assert [line.key for line in rows.lines] == ["half-day", "day", "ogsm", "remote", "walk"]
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    assert len(document.plan.agenda_blocks) > 8
    assert len(document.history.done) == 1
    assert not editor.beginning.isVisible()
    assert QApplication.focusWidget() is editor.column


def test_another_template_replaces_the_agenda_in_one_step_that_is_offered_back(document, editor):
    before, steps = ids(document), len(document.history.done)
    editor.use("walk")
    assert ids(document) != before
    assert len(document.history.done) == steps + 1
    QTest.mouseClick(editor.undo_strip.button, LEFT)
    assert ids(document) == before


def test_a_plan_that_can_only_be_read_lets_no_block_be_moved(document, new_document, show):
    fixed = new_document(document.plan, read_only_reason="It is signed.")
    editor = show(AgendaEditor(fixed), 1280, 800)
    first, third = ids(fixed)[0], ids(fixed)[2]
    start = at_top(editor, first)
    drag(editor.column.viewport(), start, start + QPoint(0, 20), at_top(editor, third, 15))
    editor.column.setFocus()
    for key, keys in ((Qt.Key.Key_Down, ALT), (Qt.Key.Key_Plus, NONE), (Qt.Key.Key_Delete, NONE)):
        press(editor, key, keys)
    assert fixed.plan is document.plan


def test_a_place_is_found_by_the_middles_of_the_blocks_that_stay():
    order = [("a", 60), ("b", 60), ("c", 60)]
    high = height_of(60)
    assert [place_at(order, "a", depth) for depth in (0, high * 0.4, high * 0.6, high * 1.6, 9999)] == [
        0,
        0,
        1,
        2,
        2,
    ]
