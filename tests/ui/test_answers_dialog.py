import pytest
from hands import said
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QListWidget, QPushButton

from ui.dialogs.answers import AnswersDialog
from ui.dialogs.answers.editor import LinesEdit

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(desk, qtbot, plan_path):
    window = desk.window_with(plan_path)
    window.resize(1200, 900)
    window._actions["edit.answers"].trigger()
    dialog = window.findChild(AnswersDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.document = window.document
    return dialog


@pytest.fixture
def told(dialog, qtbot):
    """Return what is told of the lines once the typing has come to rest."""

    def read():
        qtbot.waitUntil(lambda: dialog._told is not None)
        listed = dialog.findChild(QListWidget)
        return [listed.item(row).text() for row in range(listed.count())]

    return read


def lines(dialog):
    return dialog.findChild(LinesEdit)


def take(dialog):
    return dialog.findChild(QPushButton, "take")


def test_answers_become_one_step_to_undo(dialog, qtbot, told):
    before = qtbot.document.plan
    count = len(before.channels)
    letter = chr(ord("a") + count)
    QTest.keyClicks(lines(dialog), f"4.1{letter}: Market stall")
    QTest.keyClick(lines(dialog), Qt.Key.Key_Return)
    QTest.keyClicks(lines(dialog), "1.3: Whether guests come back")
    dialog.findChild(QCheckBox).setFocus()
    QTest.keyClick(dialog.findChild(QCheckBox), Qt.Key.Key_Space)
    assert told()[0] == f"1  Channel {letter} (new): Channel → Market stall"
    assert told()[1].endswith(" → Whether guests come back")
    assert "2 answers fit" in said(dialog)
    QTest.mouseClick(take(dialog), Qt.MouseButton.LeftButton)
    after = qtbot.document.plan
    assert [channel.name for channel in after.channels.values()][count:] == ["Market stall"]
    assert after.the_brief.answer == "Whether guests come back"
    qtbot.document.undo()
    assert qtbot.document.plan == before


def test_an_entry_is_told_by_its_name_and_a_link_by_its_own(dialog, qtbot, told):
    plan = qtbot.document.plan
    channel, person = next(iter(plan.channels.values())), next(iter(plan.people.values()))
    dialog.findChild(QCheckBox).setChecked(True)
    lines(dialog).setPlainText(f"4.3a: {person.name}")
    assert told() == [f"1  Channel a “{channel.name}”: Owner → {person.name}"]


def test_a_line_that_does_not_fit_is_marked_and_holds_the_rest_back(dialog, told):
    lines(dialog).setPlainText("hello\n4.3a: Nobody Known\n99.1: x\n2.1z: Queue")
    meanings = told()
    assert [line[0] for line in meanings] == ["1", "2", "3", "4"]
    assert "no number" in meanings[0]
    assert "no entry called “Nobody Known”" in meanings[1]
    assert "No field has the number" in meanings[2]
    assert len(lines(dialog).extraSelections()) == 3
    assert not take(dialog).isEnabled()
    assert "3 lines do not" in said(dialog)
    QTest.mouseClick(
        dialog.findChild(QListWidget).viewport(),
        Qt.MouseButton.LeftButton,
        pos=dialog.findChild(QListWidget).visualItemRect(dialog.findChild(QListWidget).item(2)).center(),
    )
    assert lines(dialog).line == "99.1: x"
    assert lines(dialog).hasFocus()


def test_the_field_of_the_line_is_told_while_one_types_its_number(dialog, qtbot):
    QTest.keyClicks(lines(dialog), "4.3a")
    assert "Owner" in said(dialog)
    assert next(iter(qtbot.document.plan.channels.values())).name in said(dialog)


def test_an_answer_is_completed_to_a_name(dialog, qtbot):
    person = next(iter(qtbot.document.plan.people.values()))
    QTest.keyClicks(lines(dialog), f"4.3a: {person.name[:3]}")
    QTest.keyClick(lines(dialog), Qt.Key.Key_Space, CTRL)
    assert lines(dialog).toPlainText() == f"4.3a: {person.name}"


def test_what_stands_there_is_only_replaced_where_one_wants_it(dialog, told):
    lines(dialog).setPlainText("1.1: Another title")
    assert "something else already" in told()[0]
    dialog.findChild(QCheckBox).setChecked(True)
    assert "→ Another title" in told()[0]
    assert take(dialog).isEnabled()


def test_many_lines_are_pasted(dialog, told):
    QGuiApplication.clipboard().setText(
        "\n".join(f"2.1{a}{b}: Place {a}{b}" for a in "bcd" for b in "abcdefgh")
    )
    QTest.keyClick(lines(dialog), Qt.Key.Key_V, CTRL)
    assert len(told()) == 24
    assert take(dialog).text() == "Type in 24 answers"


def test_tab_leaves_the_lines(dialog):
    lines(dialog).setFocus()
    QTest.keyClick(lines(dialog), Qt.Key.Key_Tab)
    assert not lines(dialog).hasFocus()
