from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication

from planner.editing import verbs
from planner.model.plan import empty_plan
from planner.model.records_purpose import Person
from planner.model.records_work import Tactic
from planner.model.vocabulary import TacticKind
from ui.kit.change_many_dialog import ChangeManyDialog
from ui.kit.editors import FieldEditor
from ui.kit.kind_editor import KindEditor
from ui.kit.remove_dialog import RemoveDialog
from ui.theme import TextSize, apply_theme, dress

KEY = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def plan_with(*names):
    plan = verbs.add(empty_plan(), Person(id="ana", name="Ana")).plan
    for name in names:
        plan = verbs.add(plan, Tactic(id=name, name=name.upper())).plan
    return plan


@pytest.fixture
def abcd(new_document):
    return new_document(plan_with(*"abcd"))


@pytest.fixture
def open_editor(qtbot):
    opened = []

    def make(document, kind="tactics", size=(1000, 700)):
        editor = KindEditor(document, kind)
        qtbot.addWidget(editor)
        editor.resize(*size)
        with qtbot.waitActive(editor):
            editor.show()
            editor.activateWindow()
        opened.append(editor)
        return editor

    return make


def order(document):
    return "".join(document.plan.tactics)


def press(view, key, modifier=Qt.KeyboardModifier.NoModifier):
    view.setFocus()
    QTest.keyClick(view, key, modifier)


def cell_editor(view):
    return next(e for e in view.viewport().findChildren(FieldEditor) if e.isVisible())


def edit_cell(view, record, field):
    model = view.records
    index = view.proxy.mapFromSource(model.index(model.row_of(record), model.column_of(field)))
    view.setFocus()
    view.setCurrentIndex(index)
    QTest.keyClick(view, KEY.Key_F2)
    return cell_editor(view)


def test_quick_add_takes_three_in_a_row_and_keeps_the_keyboard(open_editor, abcd):
    editor = open_editor(abcd)
    line = editor.table.quick_line
    line.setFocus()
    for name in ("One", "Two", "Three"):
        QTest.keyClicks(line, name)
        QTest.keyClick(line, KEY.Key_Return)
    assert [t.name for t in abcd.plan.tactics.values()][-3:] == ["One", "Two", "Three"]
    assert line.hasFocus()
    assert line.text() == ""
    assert editor.form.record_id == list(abcd.plan.tactics)[-1]
    assert abcd.history.undo_label == "Add tactic “Three”"


def test_an_empty_quick_line_adds_nothing(open_editor, abcd):
    editor = open_editor(abcd)
    QTest.keyClick(editor.table.quick_line, KEY.Key_Return)
    assert order(abcd) == "abcd"


def test_the_add_button_leads_into_the_form(qtbot, open_editor, abcd):
    editor = open_editor(abcd)
    QTest.mouseClick(editor.table._add_button, Qt.MouseButton.LeftButton)
    assert len(abcd.plan.tactics) == 5
    assert editor.form.record_id == list(abcd.plan.tactics)[-1]
    assert editor.form.row("name").editor.focus_target().hasFocus()


def test_a_cell_is_typed_over_in_place(open_editor, abcd):
    editor = open_editor(abcd)
    view = editor.table.view
    view.select("b", "name")
    view.setFocus()
    QTest.keyClicks(view, "N")
    inner = cell_editor(view).focus_target()
    QTest.keyClicks(inner, "ew")
    QTest.keyClick(inner, KEY.Key_Return)
    assert abcd.plan.tactics["b"].name == "New"
    assert view.state() is not QAbstractItemView.State.EditingState


def test_escape_leaves_a_cell_as_it_was(open_editor, abcd):
    view = open_editor(abcd).table.view
    inner = edit_cell(view, "b", "name").focus_target()
    QTest.keyClicks(inner, "zzz")
    QTest.keyClick(inner, KEY.Key_Escape)
    assert abcd.plan.tactics["b"].name == "B"


def test_a_cell_takes_a_figure_as_people_write_it(open_editor, abcd):
    view = open_editor(abcd).table.view
    inner = edit_cell(view, "b", "hours").focus_target()
    QTest.keyClicks(inner, "7:30")
    QTest.keyClick(inner, KEY.Key_Return)
    assert abcd.plan.tactics["b"].hours == Decimal("7.5")


def test_what_does_not_fit_keeps_the_cell_open_and_is_told(open_editor, abcd):
    editor = open_editor(abcd)
    view = editor.table.view
    inner = edit_cell(view, "b", "hours").focus_target()
    QTest.keyClicks(inner, "many")
    QTest.keyClick(inner, KEY.Key_Return)
    assert cell_editor(view).focus_target() is inner
    assert "is not a number of hours" in editor.table.notice
    assert abcd.plan.tactics["b"].hours is None


def test_tab_in_a_cell_goes_on_to_the_next(open_editor, abcd):
    view = open_editor(abcd).table.view
    inner = edit_cell(view, "b", "starts_on").focus_target()
    QTest.keyClicks(inner, "3 May 2027")
    QTest.keyClick(inner, KEY.Key_Tab)
    assert abcd.plan.tactics["b"].starts_on == date(2027, 5, 3)
    assert view.records.spec_of(view.currentIndex().column()).name == "ends_on"


def test_a_choice_in_a_cell_opens_its_list_and_closes_when_chosen(qtbot, open_editor, abcd):
    view = open_editor(abcd).table.view
    combo = edit_cell(view, "b", "kind").focus_target()
    qtbot.waitUntil(lambda: combo.view().isVisible())
    combo.setCurrentIndex(list(TacticKind).index(TacticKind.SERVE))
    combo.activated.emit(combo.currentIndex())
    assert abcd.plan.tactics["b"].kind is TacticKind.SERVE
    assert view.state() is not QAbstractItemView.State.EditingState


def test_somebody_new_can_be_made_in_a_cell(qtbot, open_editor, abcd):
    view = open_editor(abcd).table.view
    editor = edit_cell(view, "b", "accountable")
    QTest.keyClicks(editor.focus_target(), "Zoe")
    popup = editor._picker._popup
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, KEY.Key_End)
    QTest.keyClick(popup, KEY.Key_Return)
    zoe = abcd.plan.tactics["b"].accountable
    assert abcd.plan.people[zoe].name == "Zoe"
    assert len(abcd.history.done) == 1


def test_a_cell_left_by_mouse_takes_what_was_typed(qtbot, open_editor, abcd):
    editor = open_editor(abcd)
    view = editor.table.view
    inner = edit_cell(view, "b", "name").focus_target()
    QTest.keyClicks(inner, "Left")
    editor.table.quick_line.setFocus()
    qtbot.waitUntil(lambda: abcd.plan.tactics["b"].name == "Left")


def test_alt_and_arrows_move_the_row_and_the_selection_follows(open_editor, abcd):
    view = open_editor(abcd).table.view
    view.select("b")
    press(view, KEY.Key_Down, ALT)
    press(view, KEY.Key_Down, ALT)
    assert order(abcd) == "acdb"
    assert view.current_id == "b"
    press(view, KEY.Key_Down, ALT)
    assert order(abcd) == "acdb"
    press(view, KEY.Key_Up, ALT)
    assert order(abcd) == "acbd"


def test_several_rows_move_together(open_editor, abcd):
    view = open_editor(abcd).table.view
    view.select_many(["b", "c"])
    press(view, KEY.Key_Up, ALT)
    assert order(abcd) == "bcad"
    assert view.selected_ids() == ["b", "c"]
    assert len(abcd.history.done) == 1


def test_a_drop_on_the_view_is_one_step_and_keeps_the_selection(qtbot, open_editor, abcd):
    view = open_editor(abcd).table.view
    view.select("a")
    below = view.visualRect(view.proxy.index(2, 1))
    carried = view.model().mimeData(view.selectionModel().selectedIndexes())
    copied = QMimeData()
    copied.setData(carried.formats()[0], carried.data(carried.formats()[0]))
    model = view.proxy
    assert model.dropMimeData(copied, Qt.DropAction.MoveAction, 3, 0, model.index(-1, -1)) is False
    assert below.isValid()
    assert order(abcd) == "bcad"
    assert view.current_id == "a"
    assert view.selected_ids() == ["a"]
    assert len(abcd.history.done) == 1
    assert abcd.history.undo_label == "Move “A”"


def test_removing_what_nobody_uses_asks_nothing(open_editor, abcd):
    editor = open_editor(abcd)
    view = editor.table.view
    view.select("b")
    press(view, KEY.Key_Delete)
    assert order(abcd) == "acd"
    assert view.current_id == "c"
    abcd.undo()
    assert order(abcd) == "abcd"


def test_removing_what_is_in_use_says_what_loses_it(qtbot, open_editor, abcd):
    abcd.do(verbs.change(abcd.plan, "a", "accountable", "ana"))
    editor = open_editor(abcd, "people")
    view = editor.table.view
    view.select("ana")
    press(view, KEY.Key_Delete)
    dialog = editor.findChild(RemoveDialog)
    assert dialog.windowTitle() == "Remove person “Ana”?"
    assert dialog.sentences == "Tactic “A” loses: accountable"
    assert list(abcd.plan.people) == ["ana"]
    dialog.reject()
    assert list(abcd.plan.people) == ["ana"]
    press(view, KEY.Key_Delete)
    editor.findChild(RemoveDialog).accept()
    assert list(abcd.plan.people) == []
    assert abcd.plan.tactics["a"].accountable is None
    abcd.undo()
    assert abcd.plan.tactics["a"].accountable == "ana"


def test_a_copy_stands_right_below_and_is_selected(open_editor, abcd):
    view = open_editor(abcd).table.view
    view.select("b")
    press(view, KEY.Key_D, CTRL)
    names = [t.name for t in abcd.plan.tactics.values()]
    assert names == ["A", "B", "B (copy)", "C", "D"]
    assert abcd.plan.tactics[view.current_id].name == "B (copy)"


def test_rows_go_to_a_spreadsheet_and_come_back(open_editor, abcd):
    abcd.do(verbs.change(abcd.plan, "a", "hours", Decimal("7.5")))
    abcd.do(verbs.change(abcd.plan, "b", "name", "=SUM(A1)"))
    abcd.do(verbs.change(abcd.plan, "a", "accountable", "ana"))
    view = open_editor(abcd).table.view
    view.select_many(["a", "b"])
    press(view, KEY.Key_C, CTRL)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Tactic\tKind\tChannel\tAccountable\tStart")
    assert lines[1].startswith("A\tConverse\t\tAna\t")
    assert lines[2].startswith("'=SUM(A1)\t")
    press(view, KEY.Key_V, CTRL)
    pasted = list(abcd.plan.tactics.values())[-2:]
    assert [t.name for t in pasted] == ["A", "=SUM(A1)"]
    assert pasted[0].hours == Decimal("7.5")
    assert pasted[0].accountable == "ana"
    assert abcd.history.undo_label == "Paste 2 tactics"
    abcd.undo()
    assert order(abcd) == "abcd"


def test_pasted_cells_that_cannot_be_read_are_told_and_left_empty(open_editor, abcd):
    editor = open_editor(abcd)
    QGuiApplication.clipboard().setText("First\tServe\t\tNobody known\tsoon\nSecond\t\t\tana\t3 May 2027\n")
    press(editor.table.view, KEY.Key_V, CTRL)
    first, second = list(abcd.plan.tactics.values())[-2:]
    assert (first.kind, first.accountable, first.starts_on) == (TacticKind.SERVE, None, None)
    assert (second.accountable, second.starts_on) == ("ana", date(2027, 5, 3))
    assert "Row 1, Start: “soon” is not a day." in editor.table.notice
    assert "Row 1, Accountable: The plan has no entry called “Nobody known”." in editor.table.notice


def test_a_name_that_hundreds_of_pasted_rows_have_is_told_once(open_editor, abcd):
    editor = open_editor(abcd)
    rows = [f"Post {number}\tServe\t\t{'Nobody known' if number != 2 else 'Ana'}" for number in range(200)]
    editor.table.commands.paste_text("\n".join(rows))
    assert len(abcd.plan.tactics) == 204
    assert editor.table.notice.splitlines()[1:] == [
        "Row 1 and 198 more, Accountable: The plan has no entry called “Nobody known”."
    ]


def test_a_title_line_may_name_the_columns_in_another_order(open_editor, abcd):
    editor = open_editor(abcd)
    editor.table.commands.paste_text("Start\tTactic\tUnknown\n3 May 2027\tMine\tx\n")
    mine = list(abcd.plan.tactics.values())[-1]
    assert (mine.name, mine.starts_on) == ("Mine", date(2027, 5, 3))
    assert editor.table.notice == "This table has no column “Unknown”; it was left out."


def test_a_pasted_column_without_anything_in_it_is_not_missed(open_editor, abcd):
    editor = open_editor(abcd)
    editor.table.commands.paste_text("Start\tTactic\tUnknown\n3 May 2027\tMine\t\n")
    assert editor.table.notice == ""


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("", ""),
        ("\tx", "The rows have 1 column more than this table; it was left out."),
        ("\tx\t\ty", "The rows have 2 columns more than this table; they were left out."),
    ],
)
def test_pasted_cells_beyond_the_last_column_are_told(open_editor, abcd, more, told):
    editor = open_editor(abcd)
    columns = len(editor.table.view.records.specs)
    editor.table.commands.paste_text("Mine" + "\t" * (columns - 1) + more)
    assert list(abcd.plan.tactics.values())[-1].name == "Mine"
    assert editor.table.notice == told


def test_rows_pasted_into_the_quick_line_are_entries_and_not_one_long_name(open_editor, abcd):
    editor = open_editor(abcd)
    QGuiApplication.clipboard().setText("First\tServe\nSecond\t\n")
    line = editor.table.quick_line
    press(line, KEY.Key_V, CTRL)
    assert [tactic.name for tactic in abcd.plan.tactics.values()][-2:] == ["First", "Second"]
    assert (line.text(), line.hasFocus()) == ("", True)
    abcd.undo()
    assert order(abcd) == "abcd"


def test_one_name_pasted_into_the_quick_line_waits_for_enter(open_editor, abcd):
    editor = open_editor(abcd)
    QGuiApplication.clipboard().setText("First\n")
    press(editor.table.quick_line, KEY.Key_V, CTRL)
    assert order(abcd) == "abcd"
    QTest.keyClick(editor.table.quick_line, KEY.Key_Return)
    assert list(abcd.plan.tactics.values())[-1].name == "First"


def test_several_rows_are_changed_at_once(qtbot, open_editor, abcd):
    editor = open_editor(abcd)
    view = editor.table.view
    view.select_many(["a", "b", "c"])
    press(view, KEY.Key_E, CTRL | Qt.KeyboardModifier.ShiftModifier)
    dialog = editor.findChild(ChangeManyDialog)
    dialog.choose("hours")
    QTest.keyClicks(dialog.row.editor.focus_target(), "4")
    dialog.buttons.accepted.emit()
    assert [t.hours for t in abcd.plan.tactics.values()] == [Decimal(4)] * 3 + [None]
    assert abcd.history.undo_label == "Change hours a week of 3 tactics"


def test_a_filter_shows_fewer_rows_and_reorders_nothing(open_editor, abcd):
    editor = open_editor(abcd)
    view = editor.table.view
    QTest.keyClicks(editor.table.filter_line, "c")
    assert view.proxy.rowCount() == 4
    editor.table.filter_line.clear()
    QTest.keyClicks(editor.table.filter_line, "nothing such")
    assert editor.table._stack.currentWidget() is editor.table._no_match
    assert order(abcd) == "abcd"
    editor.show_record("b")
    assert editor.table.filter_line.text() == ""
    assert view.current_id == "b"


def test_a_sorted_table_keeps_the_plans_order_and_leads_back(open_editor, abcd):
    editor = open_editor(abcd)
    view = editor.table.view
    view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert [view.proxy.index(row, 1).data() for row in range(4)] == list("DCBA")
    assert editor.table._order.isVisible()
    view.select("b")
    press(view, KEY.Key_Up, ALT)
    assert order(abcd) == "abcd"
    editor.table._unsort()
    assert [view.proxy.index(row, 1).data() for row in range(4)] == list("ABCD")
    assert not editor.table._order.isVisible()


def test_an_empty_table_says_what_to_do(open_editor, new_document):
    document = new_document(empty_plan())
    editor = open_editor(document)
    empty = editor.table._empty
    assert empty.isVisible()
    QTest.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert len(document.plan.tactics) == 1
    assert editor.table.view.isVisible()


def test_tab_leaves_the_table(open_editor, abcd):
    view = open_editor(abcd).table.view
    view.setFocus()
    QTest.keyClick(view, KEY.Key_Tab)
    assert not view.hasFocus()


def test_turning_to_a_row_shows_it_in_the_form(open_editor, abcd):
    editor = open_editor(abcd)
    assert editor.form.record_id == "a"
    press(editor.table.view, KEY.Key_Down)
    assert editor.form.record_id == "b"


def test_one_is_led_to_a_records_very_field(open_editor, abcd):
    editor = open_editor(abcd)
    editor.show_record("c", "stop")
    assert editor.form.record_id == "c"
    assert editor.form.row("stop").editor.focus_target().hasFocus()
    editor.show_record("", "")
    assert editor.table.view.hasFocus()


@pytest.mark.parametrize(("width", "beside"), [(560, False), (900, False), (1300, True)])
def test_the_form_stands_beside_where_there_is_room(qtbot, open_editor, abcd, width, beside):
    editor = open_editor(abcd, size=(width, 600))
    assert editor.is_beside is beside
    assert editor.minimumSizeHint().width() <= 540


def test_in_a_wide_window_the_table_gets_what_the_form_has_no_use_for(open_editor, abcd):
    editor = open_editor(abcd, size=(2100, 900))
    assert editor.table.width() > 1400
    assert editor.table.view.horizontalScrollBar().maximum() == 0


def test_a_read_only_table_offers_nothing_to_change(open_editor, new_document):
    document = new_document(plan_with("a"), read_only_reason="It is open elsewhere.")
    editor = open_editor(document)
    press(editor.table.view, KEY.Key_Delete)
    assert order(document) == "a"
    assert not editor.table.quick_line.isVisible()
    assert not editor.table._add_button.isEnabled()


@pytest.mark.usefixtures("qapp")
def test_every_button_of_a_table_is_named_and_large_enough(open_editor, abcd):
    editor = open_editor(abcd)
    for button in editor.table.findChildren(QAbstractButton):
        if (
            button.isVisible()
            and not button.objectName().startswith("qt_")
            and button.focusPolicy() != Qt.FocusPolicy.NoFocus
        ):
            assert button.accessibleName() or button.text(), button
            assert min(button.width(), button.height()) >= 24


def test_a_column_is_sorted_by_keyboard_up_down_and_back(open_editor, abcd):
    view = open_editor(abcd).table.view
    view.select("b", "name")
    shown = []
    for _ in range(3):
        view.sort_by_current()
        shown.append("".join(view.proxy.index(row, 1).data() for row in range(4)))
    assert shown == ["ABCD", "DCBA", "ABCD"]
    assert not view.proxy.is_sorted


def test_another_kinds_change_leaves_the_notice_standing(open_editor, abcd):
    editor = open_editor(abcd)
    editor.table.commands.paste_text("Mine\tServe\t\tNobody known\n")
    notice = editor.table.notice
    assert "Nobody known" in notice
    abcd.do(verbs.change(abcd.plan, "ana", "name", "Anna"))
    assert editor.table.notice == notice
    abcd.do(verbs.change(abcd.plan, "a", "name", "Other"))
    assert editor.table.notice == ""


@pytest.mark.parametrize("width", [560, 800, 1300])
def test_the_name_gets_its_room_before_other_columns(open_editor, new_document, width):
    name = "Answer every review with a name and a deed"
    plan = verbs.add(empty_plan(), Tactic(id="reviews", name=name)).plan
    view = open_editor(new_document(plan), size=(width, 600)).table.view
    needed = view.fontMetrics().horizontalAdvance(name)
    assert view.columnWidth(1) >= min(needed, (view.viewport().width() - view.columnWidth(0)) // 2)


def test_a_table_begins_with_its_marks_whatever_room_it_gets(open_editor, new_document):
    plan = verbs.add(empty_plan(), Tactic(id="reviews", name="Answer every review " * 4)).plan
    editor = open_editor(new_document(plan), size=(300, 600))
    view = editor.table.view
    view.select("reviews")
    view.horizontalScrollBar().setValue(80)
    editor.resize(800, 600)
    QApplication.processEvents()
    assert view.horizontalScrollBar().maximum() > 0
    assert view.columnViewportPosition(0) == 0


def test_a_short_name_leaves_its_room_to_the_others(open_editor, abcd):
    view = open_editor(abcd, size=(700, 600)).table.view
    shown = [view.columnWidth(column) for column in range(2, view.model().columnCount())]
    headings = [view.horizontalHeader().sectionSizeHint(at) for at in range(2, view.model().columnCount())]
    assert all(width >= heading for width, heading in zip(shown, headings, strict=True))
    assert view.columnWidth(1) < 350


def test_a_table_that_nobody_saw_takes_on_another_size_of_text_when_it_is_shown(
    qapp, open_editor, abcd, settings
):
    editor = open_editor(abcd)
    dress(editor)
    view = editor.table.view
    before = view.rowHeight(0), view.columnWidth(0)
    editor.hide()
    settings.text_size = TextSize.LARGEST
    apply_theme(qapp, settings)
    editor.show()
    assert view.rowHeight(0) > before[0]
    assert view.columnWidth(0) > before[1]


@pytest.mark.parametrize("width", [560, 640, 720, 800, 900, 1300])
def test_no_column_is_cut_at_the_edge_of_the_table(open_editor, new_document, width):
    name = "Answer every review with a name and a deed"
    plan = verbs.add(plan_with(), Tactic(id="reviews", name=name, accountable="ana")).plan
    view = open_editor(new_document(plan), size=(width, 600)).table.view
    columns = range(1, view.model().columnCount())
    ends = [view.columnViewportPosition(at) + view.columnWidth(at) for at in columns]
    assert view.viewport().width() in ends
