from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest

from planner.editing import verbs
from planner.model.kinds import KINDS
from planner.model.plan import empty_plan
from planner.model.records_experience import Channel
from planner.model.records_purpose import Person
from planner.model.records_work import Tactic
from planner.model.schema import fields
from planner.model.values import Form
from ui.kit.edits import new_record
from ui.kit.record_form import RecordForm

KEY = Qt.Key


@pytest.fixture
def tactics_document(new_document):
    plan = empty_plan()
    plan = verbs.add(plan, Person(id="ana", name="Ana")).plan
    plan = verbs.add(plan, Channel(id="shop", name="Shop")).plan
    plan = verbs.add(plan, Tactic(id="one", name="One", starts_on=date(2027, 1, 4))).plan
    return new_document(verbs.add(plan, Tactic(id="two", name="Two")).plan)


@pytest.fixture
def open_form(qtbot):
    def make(document, kind="tactics", record="one", width=700):
        form = RecordForm(document, kind)
        qtbot.addWidget(form)
        form.resize(width, 500)
        form.set_record(record)
        with qtbot.waitActive(form):
            form.show()
            form.activateWindow()
        return form

    return make


def line(form, name):
    return form.row(name).editor.focus_target()


def test_typing_is_in_the_plan_at_once_and_one_step(open_form, tactics_document):
    form = open_form(tactics_document)
    line(form, "name").selectAll()
    QTest.keyClicks(line(form, "name"), "Reply to reviews")
    assert tactics_document.plan.tactics["one"].name == "Reply to reviews"
    assert len(tactics_document.history.done) == 1
    assert tactics_document.history.undo_label == "Change tactic of “Reply to reviews”"


@pytest.mark.parametrize(("width", "shares_its_line"), [(400, False), (700, False), (1400, True)])
def test_a_name_has_more_than_half_a_line(qtbot, open_form, tactics_document, width, shares_its_line):
    form = open_form(tactics_document, width=width)
    name, kind, benefit = form.row("name"), form.row("kind"), form.row("benefit")
    qtbot.waitUntil(lambda: benefit.width() > width // 2)
    assert name.width() > benefit.width() // 2
    assert (name.y() == kind.y()) is shares_its_line


def test_undo_shows_the_value_before(open_form, tactics_document):
    form = open_form(tactics_document)
    QTest.keyClicks(line(form, "name"), "X")
    tactics_document.undo()
    assert line(form, "name").text() == "One"
    tactics_document.redo()
    assert line(form, "name").text() == "XOne"


def test_undo_by_key_is_the_windows_and_not_the_lines(qtbot, open_form, tactics_document):
    form = open_form(tactics_document)
    shortcut = QShortcut(QKeySequence.StandardKey.Undo, form)
    shortcut.activated.connect(tactics_document.undo)
    QTest.keyClicks(line(form, "name"), "abc")
    QTest.keyClick(line(form, "name"), KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line(form, "name").text() == "One"
    assert len(tactics_document.history.undone) == 1


def test_a_change_from_elsewhere_is_shown(open_form, tactics_document):
    form = open_form(tactics_document)
    tactics_document.do(verbs.change(tactics_document.plan, "one", "hours", Decimal(5)))
    assert line(form, "hours").text() == "5"


def test_a_change_of_another_field_leaves_alone_what_one_types(open_form, tactics_document):
    form = open_form(tactics_document)
    QTest.keyClicks(line(form, "hours"), "so")
    tactics_document.do(verbs.change(tactics_document.plan, "one", "name", "Other"))
    assert line(form, "hours").text() == "so"
    assert line(form, "name").text() == "Other"


def test_what_does_not_fit_is_told_under_the_field_and_the_plan_keeps_its_value(open_form, tactics_document):
    form = open_form(tactics_document)
    tactics_document.do(verbs.change(tactics_document.plan, "one", "hours", Decimal(5)))
    QTest.keyClicks(line(form, "hours"), "many")
    QTest.keyClick(line(form, "hours"), KEY.Key_Return)
    problem = form.row("hours")._problem
    assert problem.isVisible()
    assert "is not a number of hours" in problem.text()
    assert tactics_document.plan.tactics["one"].hours == Decimal(5)


def test_a_figure_that_does_not_fit_leaves_no_step_behind(open_form, tactics_document):
    form = open_form(tactics_document, "channels", "shop")
    hours = line(form, "promise_hours")
    hours.setFocus()
    QTest.keyClicks(hours, "99999")
    QTest.keyClick(hours, KEY.Key_Tab)
    assert "99999 is out of range" in form.row("promise_hours").editor.problem
    assert tactics_document.plan.channels["shop"].promise_hours is None
    assert tactics_document.history.undo_label == ""


def test_what_is_typed_is_taken_when_one_turns_to_another_record(open_form, tactics_document):
    form = open_form(tactics_document)
    line(form, "starts_on").selectAll()
    QTest.keyClicks(line(form, "starts_on"), "1 Feb 2027")
    form.set_record("two")
    assert tactics_document.plan.tactics["one"].starts_on == date(2027, 2, 1)
    assert tactics_document.plan.tactics["two"].starts_on is None
    assert line(form, "starts_on").text() == ""


def test_what_does_not_fit_does_not_follow_to_another_record(open_form, tactics_document):
    form = open_form(tactics_document)
    QTest.keyClicks(line(form, "hours"), "many")
    form.set_record("two")
    assert line(form, "hours").text() == ""
    assert form.row("hours").editor.problem == ""


def test_somebody_new_is_made_and_linked_in_one_step(qtbot, open_form, tactics_document):
    form = open_form(tactics_document)
    form.focus_field("accountable")
    QTest.keyClicks(line(form, "accountable"), "Zoe")
    popup = form.row("accountable").editor._picker._popup
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, KEY.Key_Down)
    QTest.keyClick(popup, KEY.Key_Return)
    zoe = tactics_document.plan.tactics["one"].accountable
    assert tactics_document.plan.people[zoe].name == "Zoe"
    assert line(form, "accountable").text() == "Zoe"
    assert tactics_document.history.undo_label == "Add person “Zoe” and link it"
    tactics_document.undo()
    assert len(tactics_document.plan.people) == 1
    assert line(form, "accountable").text() == ""


def test_a_linked_record_keeps_its_new_name(open_form, tactics_document):
    tactics_document.do(verbs.change(tactics_document.plan, "one", "accountable", "ana"))
    form = open_form(tactics_document)
    tactics_document.do(verbs.change(tactics_document.plan, "ana", "name", "Anna"))
    assert line(form, "accountable").text() == "Anna"


def test_an_edit_that_the_plan_refuses_is_told_at_the_field(new_document, open_form, tactics_document):
    form = open_form(tactics_document)
    form.row("accountable").edited.emit("accountable", "nobody-there")
    assert "no longer in the plan" in form.row("accountable").editor.problem


def test_findings_stand_at_their_field(qtbot, open_form, tactics_document):
    form = open_form(tactics_document)
    qtbot.waitUntil(lambda: bool(form.row("objectives").notes))
    note = form.row("objectives").notes[0]
    assert note.accessibleName().startswith("Stop: ")
    qtbot.waitUntil(note.isVisible)
    assert note.height() >= note.heightForWidth(note.width()) - 1


def test_a_finding_of_a_folded_field_is_counted_on_the_fold(qtbot, open_form, new_document):
    document = new_document(empty_plan())
    form = open_form(document, "brief", "brief")
    assert form._more.text() == "More fields (1)"


def test_a_folded_field_is_unfolded_when_one_is_led_to_it(open_form, tactics_document):
    form = open_form(tactics_document)
    assert not form.row("idea").isVisible()
    form.focus_field("idea")
    assert form.row("idea").isVisible()
    assert line(form, "idea").hasFocus()


def test_a_record_that_goes_leaves_an_empty_form(open_form, tactics_document):
    form = open_form(tactics_document)
    tactics_document.do(verbs.remove(tactics_document.plan, ["one"]))
    assert form.record_id is None
    assert form._nothing.isVisible()


def test_fields_stand_in_one_column_where_it_is_narrow(qtbot, open_form, tactics_document):
    form = open_form(tactics_document, width=460)
    assert form._main.columns == 1
    form.resize(800, 500)
    qtbot.waitUntil(lambda: form._main.columns == 2)
    form.resize(1400, 500)
    qtbot.waitUntil(lambda: form._main.columns == 3)


def test_a_read_only_plan_is_shown_and_not_edited(open_form, new_document):
    document = new_document(read_only_reason="Somebody else has it open.")
    form = open_form(document, "people", next(iter(document.plan.people)))
    before = document.plan
    QTest.keyClicks(line(form, "name"), "X")
    assert document.plan is before
    assert line(form, "name").text()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_the_form_of_each_kind_has_all_its_fields_and_fits_a_narrow_page(qtbot, new_document, kind):
    document = new_document(empty_plan())
    if not kind.single:
        document.do(verbs.add(document.plan, new_record(kind, "Name")))
    form = RecordForm(document, kind.key)
    qtbot.addWidget(form)
    form.set_record(next(iter(document.plan.records(kind))))
    assert [spec.name for spec in fields(kind.key) if form.row(spec.name).editor is None] == []
    assert form.minimumSizeHint().width() <= 420


def test_tab_leads_through_all_fields_in_their_order(qtbot, open_form, tactics_document):
    form = open_form(tactics_document)
    line(form, "name").setFocus()
    visited = []
    for _ in range(40):
        for name in form._rows:
            if form.row(name).editor.isAncestorOf(form.focusWidget()) and visited[-1:] != [name]:
                visited.append(name)
        QTest.keyClick(form.focusWidget(), KEY.Key_Tab)
    main = [spec.name for spec in fields("tactics") if spec.main]
    assert visited[: len(main)] == main


MONEY_FIELDS = [(kind, spec.name) for kind in KINDS for spec in fields(kind.key) if spec.form is Form.MONEY]


@pytest.mark.parametrize(("kind", "name"), MONEY_FIELDS, ids=lambda it: getattr(it, "key", it))
def test_an_amount_stands_as_it_is_typed_until_one_leaves_the_field(open_form, new_document, kind, name):
    plan = empty_plan()
    record_id = kind.key
    if record_id not in plan.records(kind):
        record = new_record(kind, "One")
        plan, record_id = verbs.add(plan, record).plan, record.id
    form = open_form(new_document(plan), kind.key, record_id)
    at = line(form, name)
    at.setFocus()
    typed = "23.50"
    for end, key in enumerate(typed, start=1):
        QTest.keyClicks(at, key)
        assert at.text() == typed[:end]


def test_another_currency_is_shown_behind_the_amounts_of_other_records(open_form, tactics_document):
    form = open_form(tactics_document)
    tactics_document.do(verbs.change(tactics_document.plan, "brief", "currency", "GBP"))
    assert form.row("cost").editor._unit.text() == "GBP"
