"""Links are picked by typing, chips and figures lie beside them, and nothing unknown comes in."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from planner.editing.verbs import add, reorder
from planner.model.records_experience import Voice
from planner.model.records_purpose import Person
from planner.model.records_work import Serving

KEY = Qt.Key


def test_a_link_is_completed_from_a_part_of_the_name(qtbot, shown):
    editor = shown("tactics", "accountable")
    line = editor.focus_target()
    QTest.keyClicks(line, "ash")
    popup = editor._picker._popup
    qtbot.waitUntil(popup.isVisible)
    assert [popup.model().index(row, 0).data() for row in range(2)] == ["Ben Ashe", "New person “ash”"]
    QTest.keyClick(popup, KEY.Key_Down)
    QTest.keyClick(popup, KEY.Key_Return)
    assert editor.said == ["ben"]
    assert line.text() == "Ben Ashe"


def test_a_whole_name_is_taken_without_the_list(shown):
    editor = shown("tactics", "accountable")
    QTest.keyClicks(editor.focus_target(), "ana")
    editor._picker._popup.hide()
    QTest.keyClick(editor.focus_target(), KEY.Key_Return)
    assert editor.said == ["ana"]


def test_enter_in_the_open_list_takes_whom_the_whole_name_names_and_nobody_else(people_document, shown):
    """Anabel comes before Ana in the plan, and her name begins like Ana's."""
    people_document.do(add(people_document.plan, Person(id="anabel", name="Anabel")))
    people_document.do(reorder(people_document.plan, "anabel", 0))
    assert next(iter(people_document.plan.people)) == "anabel"
    editor = shown("tactics", "accountable")
    QTest.keyClicks(editor.focus_target(), "ana")
    QTest.keyClick(QApplication.activePopupWidget(), KEY.Key_Return)
    assert editor.said == ["ana"]
    assert editor.focus_target().text() == "Ana"


def test_enter_takes_the_marked_name_without_calling_its_part_unknown(shown):
    editor = shown("tactics", "accountable")
    problems = []
    editor.problem_changed.connect(problems.append)
    QTest.keyClicks(editor.focus_target(), "ash")
    QTest.keyClick(QApplication.activePopupWidget(), KEY.Key_Return)
    assert editor.said == ["ben"]
    assert problems == []


def test_somebody_new_is_asked_for_from_the_list(qtbot, shown):
    editor = shown("tactics", "accountable")
    QTest.keyClicks(editor.focus_target(), "Zoe")
    popup = editor._picker._popup
    with qtbot.waitSignal(editor.created) as told:
        QTest.keyClick(popup, KEY.Key_Down)
        QTest.keyClick(popup, KEY.Key_Return)
    assert told.args == ["people", "Zoe"]
    assert editor.said == []


def test_an_unknown_name_is_told_and_not_taken(shown):
    editor = shown("tactics", "accountable", "ana")
    line = editor.focus_target()
    line.selectAll()
    QTest.keyClicks(line, "Zoe")
    editor._picker._popup.hide()
    editor.flush()
    assert editor.problem.startswith("There is no person called “Zoe”")
    assert editor.value() == "ana"


@pytest.mark.parametrize(
    ("typed", "said", "problem"), [("ana", ["ana"], ""), ("Zoe", [], "There is no person called “Zoe”")]
)
def test_tab_from_the_open_list_takes_the_name_or_says_that_nobody_has_it(qtbot, shown, typed, said, problem):
    editor = shown("tactics", "accountable")
    after = QLineEdit(editor)
    after.show()
    QTest.keyClicks(editor.focus_target(), typed)
    popup = editor._picker._popup
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, KEY.Key_Tab)
    qtbot.waitUntil(after.hasFocus)
    assert not popup.isVisible()
    assert editor.said == said
    assert editor.problem.startswith(problem)
    assert bool(editor.problem) == bool(problem)


def test_emptying_a_link_takes_it_out(shown):
    editor = shown("tactics", "accountable", "ana")
    editor.focus_target().selectAll()
    QTest.keyClick(editor.focus_target(), KEY.Key_Delete)
    editor._picker._popup.hide()
    editor.flush()
    assert editor.said == [None]


def test_links_are_added_and_taken_out(qtbot, shown):
    editor = shown("tactics", "responsible", ("ana",))
    QTest.keyClicks(editor.focus_target(), "Ben Ashe")
    editor.flush()
    assert editor.said == [("ana", "ben")]
    assert editor.focus_target().text() == ""
    QTest.keyClick(editor.focus_target(), KEY.Key_Backspace)
    assert editor.said[-1] == ("ana",)
    QTest.mouseClick(editor._chips[0]._cross, Qt.MouseButton.LeftButton)
    assert editor.said[-1] == ()


def test_a_share_is_typed_as_a_percentage(shown):
    editor = shown("tactics", "objectives", (Serving("more"), Serving("kept")))
    figure = editor._rows["more"].figure
    assert figure.text() == ""
    QTest.keyClicks(figure, "40 %")
    assert editor.said[-1] == (Serving("more", Decimal("0.4")), Serving("kept"))
    figure.clear()
    assert editor.said[-1] == (Serving("more"), Serving("kept"))


def test_voices_get_their_hours(shown):
    editor = shown("channels", "voices", ())
    QTest.keyClicks(editor.focus_target(), "Ana")
    editor.flush()
    assert editor.said == [(Voice("ana"),)]
    figure = editor._rows["ana"].figure
    figure.selectAll()
    QTest.keyClicks(figure, "7:30")
    assert editor.said[-1] == (Voice("ana", Decimal("7.5")),)


def test_hours_of_a_voice_that_do_not_fit_leave_those_from_before(shown):
    editor = shown("channels", "voices", (Voice("ana", Decimal(4)),))
    figure = editor._rows["ana"].figure
    figure.setFocus()
    QTest.keyClick(figure, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(figure, "99x")
    QTest.keyClick(figure, KEY.Key_Return)
    assert editor.problem
    assert editor.value() == (Voice("ana", Decimal(4)),)
