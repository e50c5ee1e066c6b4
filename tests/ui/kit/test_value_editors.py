"""Names, figures, days and choices: told at each key, and what does not fit is said and not kept."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QCheckBox

from planner.model.records_experience import Voice
from planner.model.values import Money
from planner.model.vocabulary import VoicesHeard

KEY = Qt.Key
FIGURES = [
    pytest.param("touchpoints", "rating", Decimal(4), "30", id="rating"),
    pytest.param("limits", "occupancy", Decimal("0.85"), "990 %", id="percentage"),
    pytest.param("limits", "first_review_days", 90, "99999", id="whole number"),
    pytest.param("people", "hours", Decimal(20), "90000", id="hours"),
    pytest.param("budget", "approved", Money(Decimal(500), "EUR"), "70x", id="amount"),
]


def test_each_key_in_a_line_is_told_once(shown):
    editor = shown("people", "name")
    QTest.keyClicks(editor.focus_target(), "Ana")
    assert editor.said == ["A", "An", "Ana"]


def test_what_a_program_sets_is_not_told(shown):
    editor = shown("people", "name", "Ana")
    editor.set_value("Ben")
    assert editor.focus_target().text() == "Ben"
    assert editor.said == []


def test_text_set_by_dictation_is_told(shown):
    editor = shown("people", "name")
    editor.focus_target().setText("Spoken")
    assert editor.said == ["Spoken"]


def test_the_echo_of_what_one_types_leaves_the_text_alone(shown):
    editor = shown("people", "name")
    QTest.keyClicks(editor.focus_target(), "Ana ")
    editor.set_value("Ana")
    assert editor.focus_target().text() == "Ana "
    QTest.keyClick(editor.focus_target(), KEY.Key_Return)
    assert editor.focus_target().text() == "Ana"


def test_a_change_from_elsewhere_replaces_the_text(shown):
    editor = shown("people", "hours", Decimal(8))
    QTest.keyClicks(editor.focus_target(), "x")
    editor.set_value(Decimal(6))
    assert editor.focus_target().text() == "6"
    assert editor.problem == ""


def test_what_does_not_fit_is_said_and_the_last_good_value_kept(shown):
    editor = shown("people", "hours", Decimal(8))
    line = editor.focus_target()
    line.selectAll()
    QTest.keyClicks(line, "many")
    assert editor.problem == ""
    QTest.keyClick(line, KEY.Key_Return)
    assert editor.problem.startswith("“many” is not a number of hours.")
    assert line.property("invalid") is True
    assert line.accessibleDescription() == editor.problem
    assert line.text() == "many"
    assert editor.value() == Decimal(8)
    assert editor.said == []


def test_a_pause_is_enough_to_be_told_what_does_not_fit(qtbot, shown):
    editor = shown("people", "hours")
    QTest.keyClicks(editor.focus_target(), "many")
    with qtbot.waitSignal(editor.problem_changed):
        pass
    assert editor.problem


def test_escape_goes_back_to_the_plans_value(shown):
    editor = shown("people", "hours", Decimal(8))
    QTest.keyClicks(editor.focus_target(), "x")
    QTest.keyClick(editor.focus_target(), KEY.Key_Return)
    assert editor.problem
    QTest.keyClick(editor.focus_target(), KEY.Key_Escape)
    assert editor.problem == ""
    assert editor.focus_target().text() == "8"


def test_mending_what_does_not_fit_clears_the_sentence(shown):
    editor = shown("people", "hours", Decimal(8))
    QTest.keyClicks(editor.focus_target(), "x")
    QTest.keyClick(editor.focus_target(), KEY.Key_Return)
    editor.focus_target().setText("8")
    assert editor.problem == ""
    assert editor.focus_target().property("invalid") is False


def test_a_figure_out_of_bounds_says_the_bounds(shown):
    editor = shown("touchpoints", "rating")
    QTest.keyClicks(editor.focus_target(), "11")
    QTest.keyClick(editor.focus_target(), KEY.Key_Return)
    assert "from 0 to 10" in editor.problem
    assert editor.value() is None


def test_an_amount_is_written_neatly_when_one_leaves(shown):
    editor = shown("tactics", "cost")
    QTest.keyClicks(editor.focus_target(), "12.5k")
    QTest.keyClick(editor.focus_target(), KEY.Key_Return)
    assert editor.focus_target().text() == "12,500"
    assert editor.said[-1] == Money(Decimal(12500), "EUR")


def test_a_rating_is_given_by_mouse_too(shown):
    editor = shown("touchpoints", "rating")
    bar = editor._bar
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.rect().center())
    assert editor.said == [Decimal(5)]
    assert editor.focus_target().text() == "5"


def test_a_day_counts_when_the_typing_rests(qtbot, shown):
    editor = shown("tactics", "starts_on")
    QTest.keyClicks(editor.focus_target(), "3.5.2027")
    assert editor.said == []
    with qtbot.waitSignal(editor.edited):
        pass
    assert editor.said == [date(2027, 5, 3)]
    QTest.keyClick(editor.focus_target(), KEY.Key_Return)
    assert editor.focus_target().text() == "3 May 2027"


def test_a_day_is_taken_when_one_leaves(qtbot, shown):
    editor = shown("tactics", "starts_on")
    QTest.keyClicks(editor.focus_target(), "+2w")
    editor.flush()
    assert editor.said == [date(2026, 12, 5)]


def test_a_day_is_picked_from_the_calendar_by_keys(qtbot, shown):
    editor = shown("tactics", "starts_on", date(2027, 5, 3))
    QTest.keyClick(editor.focus_target(), KEY.Key_Down)
    calendar = editor.findChild(QCalendarWidget)
    qtbot.waitUntil(calendar.isVisible)
    assert calendar.selectedDate() == QDate(2027, 5, 3)
    calendar.setSelectedDate(QDate(2027, 5, 4))
    calendar.activated.emit(calendar.selectedDate())
    assert editor.said == [date(2027, 5, 4)]
    assert not calendar.isVisible()


def test_a_choice_is_made_by_keys_and_never_by_the_wheel(qtbot, shown):
    editor = shown("ideas", "decision")
    combo = editor.focus_target()
    assert combo.currentText() == "—"
    QTest.keyClick(combo, KEY.Key_Down)
    assert [member.value for member in editor.said] == ["adopt"]
    QTest.wheelEvent(
        combo.windowHandle() or combo.window().windowHandle(), combo.rect().center(), QPoint(0, -120)
    )
    assert [member.value for member in editor.said] == ["adopt"]


def test_several_are_ticked_in_the_vocabularys_order(shown):
    editor = shown("listening", "voices")
    boxes = editor.findChildren(QCheckBox)
    boxes[2].click()
    boxes[0].click()
    assert editor.said[-1] == (VoicesHeard.OUR_CUSTOMERS, VoicesHeard.STAFF)


def test_yes_and_no_are_switched_by_arrows(shown):
    editor = shown("channels", "public", True)
    QTest.keyClick(editor.focus_target(), KEY.Key_Right)
    assert editor.said == [False]


def test_hours_that_do_not_fit_are_told_under_the_field(shown):
    editor = shown("channels", "voices", (Voice("ana", Decimal(5)),))
    figure = editor._rows["ana"].figure
    figure.setText("200")
    QTest.keyClick(figure, KEY.Key_Return)
    assert "from 0 to 168" in editor.problem
    assert editor.value() == (Voice("ana", Decimal(5)),)


def test_a_currency_is_found_by_its_name(qtbot, shown):
    editor = shown("brief", "currency", "EUR")
    line = editor.focus_target()
    line.selectAll()
    QTest.keyClicks(line, "swiss")
    popup = editor._picker._popup
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, KEY.Key_Down)
    QTest.keyClick(popup, KEY.Key_Return)
    assert editor.said == ["CHF"]


@pytest.mark.parametrize(("kind", "name", "value", "typed"), FIGURES)
@pytest.mark.parametrize("pauses", [False, True])
def test_the_first_digits_of_a_figure_that_does_not_fit_are_worth_nothing(
    qtbot, shown, kind, name, value, typed, pauses
):
    editor = shown(kind, name, value)
    QTest.keyClick(editor.focus_target(), KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor.focus_target(), typed)
    assert editor.value() != value
    if pauses:
        qtbot.waitUntil(lambda: bool(editor.problem))
    else:
        QTest.keyClick(editor.focus_target(), KEY.Key_Return)
    assert editor.problem
    assert editor.value() == editor.said[-1] == value
    assert editor.focus_target().text() == typed


def test_what_fitted_when_one_left_is_what_comes_back(shown):
    editor = shown("touchpoints", "rating", Decimal(4))
    for typed in ("3", "35"):
        QTest.keyClick(editor.focus_target(), KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(editor.focus_target(), typed)
        QTest.keyClick(editor.focus_target(), KEY.Key_Return)
    assert editor.problem
    assert editor.value() == Decimal(3)


def test_a_day_that_became_none_leaves_the_day_from_before(qtbot, shown):
    editor = shown("reviews", "on", date(2027, 3, 1))
    QTest.keyClick(editor.focus_target(), KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor.focus_target(), "5.6.2027")
    qtbot.waitUntil(lambda: editor.value() == date(2027, 6, 5))
    QTest.keyClicks(editor.focus_target(), "77")
    QTest.keyClick(editor.focus_target(), KEY.Key_Return)
    assert editor.problem
    assert editor.value() == date(2027, 3, 1)


def test_of_words_that_do_not_fit_the_beginning_is_kept(shown):
    editor = shown("layout", "accent", "#0B4F7D")
    QTest.keyClick(editor.focus_target(), KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor.focus_target(), "#FFEE001")
    QTest.keyClick(editor.focus_target(), KEY.Key_Return)
    assert editor.problem
    assert editor.value() == "#FFEE00"
