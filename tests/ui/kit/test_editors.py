from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QCheckBox, QLineEdit

from planner.editing.verbs import add
from planner.model.kinds import KINDS
from planner.model.plan import empty_plan
from planner.model.records_experience import Voice
from planner.model.records_purpose import Person
from planner.model.records_work import Objective, Serving
from planner.model.schema import field, fields
from planner.model.values import Form, Money
from planner.model.vocabulary import VoicesHeard
from ui.kit.editors import make_editor

ALL_FIELDS = [pytest.param(spec, id=f"{kind.key}.{spec.name}") for kind in KINDS for spec in fields(kind.key)]
KEY = Qt.Key


@pytest.fixture
def people_document(new_document):
    plan = empty_plan()
    for person in (Person(id="ana", name="Ana"), Person(id="ben", name="Ben Ashe")):
        plan = add(plan, person).plan
    plan = add(plan, Objective(id="more", name="More bookings")).plan
    return new_document(add(plan, Objective(id="kept", name="Guests kept")).plan)


@pytest.fixture
def shown(qtbot, people_document):
    """Return a maker of editors that are shown, loaded and record what they say."""

    def make(kind, name, value=None):
        editor = make_editor(field(kind, name), people_document)
        qtbot.addWidget(editor)
        editor.load(field(kind, name).default if value is None else value)
        editor.said = []
        editor.edited.connect(editor.said.append)
        editor.resize(400, editor.sizeHint().height())
        with qtbot.waitActive(editor):
            editor.show()
            editor.activateWindow()
        editor.focus_target().setFocus()
        return editor

    return make


def sample(spec, document):
    """Return a value of a field other than its default."""
    plan = document.plan
    target = next((next(iter(plan.records(key)), None) for key in spec.to), None)
    return {
        Form.LINE: "a" * 64 if spec.name == "fingerprint" else "A line <b>of</b> text",
        Form.TEXT: "Two\nlines & <i>more</i>",
        Form.WHOLE: 1250,
        Form.NUMBER: Decimal("12.5"),
        Form.HOURS: Decimal("7.5"),
        Form.PERCENT: Decimal("0.45"),
        Form.RATING: Decimal("6.5"),
        Form.MONEY: Money(Decimal("12500.50"), "EUR"),
        Form.CURRENCY: "GBP",
        Form.DATE: date(2027, 5, 3),
        Form.MOMENT: datetime(2027, 5, 3, 12, tzinfo=UTC),
        Form.YES_NO: not spec.default,
        Form.CHOICE: list(spec.choices or [None])[-1],
        Form.CHOICES: tuple(spec.choices or ())[:2],
        Form.LINK: target,
        Form.LINKS: (target,) if target else (),
        Form.SHARES: (Serving("more", Decimal("0.4")), Serving("kept")),
        Form.VOICES: (Voice("ana", Decimal(5)),),
    }[spec.form]


@pytest.mark.parametrize("spec", ALL_FIELDS)
def test_every_field_has_an_editor_that_shows_a_value_and_keeps_it(qtbot, people_document, spec):
    editor = make_editor(spec, people_document)
    qtbot.addWidget(editor)
    said = []
    editor.edited.connect(said.append)
    editor.load(spec.default)
    value = sample(spec, people_document)
    editor.set_value(value)
    editor.flush()
    assert editor.value() == value
    assert said == []
    assert editor.problem == ""
    target = editor.focus_target()
    assert target.accessibleName()
    assert target.accessibleDescription() == spec.hint


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
    with qtbot.waitSignal(editor.problem_changed, timeout=3000):
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
    with qtbot.waitSignal(editor.edited, timeout=3000):
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


@pytest.mark.parametrize("spec", ALL_FIELDS)
def test_a_read_only_editor_takes_nothing(qtbot, people_document, spec):
    editor = make_editor(spec, people_document)
    qtbot.addWidget(editor)
    editor.load(sample(spec, people_document))
    editor.set_read_only(on=True)
    editor.show()
    said = []
    editor.edited.connect(said.append)
    if editor.focus_target().isEnabled():
        QTest.keyClicks(editor.focus_target(), "1y")
    for line in editor.findChildren(QLineEdit):
        QTest.keyClicks(line, "1")
    editor.flush()
    assert said == []


@pytest.mark.parametrize("spec", ALL_FIELDS)
def test_no_editor_is_wider_than_a_narrow_form(qtbot, people_document, spec):
    editor = make_editor(spec, people_document)
    qtbot.addWidget(editor)
    editor.load(sample(spec, people_document))
    assert editor.minimumSizeHint().width() <= 260


FIGURES = [
    pytest.param("touchpoints", "rating", Decimal(4), "30", id="rating"),
    pytest.param("limits", "occupancy", Decimal("0.85"), "990 %", id="percentage"),
    pytest.param("limits", "first_review_days", 90, "99999", id="whole number"),
    pytest.param("people", "hours", Decimal(20), "90000", id="hours"),
    pytest.param("budget", "approved", Money(Decimal(500), "EUR"), "70x", id="amount"),
]


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
        qtbot.waitUntil(lambda: bool(editor.problem), timeout=3000)
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


def test_hours_of_a_voice_that_do_not_fit_leave_those_from_before(shown):
    editor = shown("channels", "voices", (Voice("ana", Decimal(4)),))
    figure = editor._rows["ana"].figure
    figure.setFocus()
    QTest.keyClick(figure, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(figure, "99x")
    QTest.keyClick(figure, KEY.Key_Return)
    assert editor.problem
    assert editor.value() == (Voice("ana", Decimal(4)),)
