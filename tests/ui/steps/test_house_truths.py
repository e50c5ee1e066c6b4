"""House truths in the window: made by rows or as written, tried at once, undone, and shared as files."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from planner.editing import verbs
from planner.exchange.house_json import read_house_file, write_house_file
from planner.model.kinds import Step
from planner.model.records_house import HouseTruth
from planner.model.vocabulary import Joined, Subject, TruthSort, Weight
from planner.truths.example_edits import example_with
from ui.dialogs.house_import import HouseImportDialog
from ui.dialogs.waive import WaiveDialog
from ui.steps.sign_off.house import HouseTab
from ui.steps.sign_off.house.row import FieldsRow, WrittenRow
from ui.steps.sign_off.questions import QuestionsTab

KEY = Qt.Key
LONG = HouseTruth(id="long", name="Short weeks", conditions="entry.hours > 1", message="{name}: {hours}")
OWN = HouseTruth(
    id="own",
    name="Own words",
    conditions='entry.hours > entry.accountable.hours\nentry.kind == "publish"',
)
ASKED = HouseTruth(id="asked", name="Why us?", sort=TruthSort.QUESTION)


@pytest.fixture
def opened(new_document, open_page):
    """Return a maker of the tab over a plan with some house truths."""

    def make(*truths, **more):
        document = new_document(example_with(*truths), **more)
        page = open_page(Step.SIGN_OFF, document)
        page.show_record("house_truths", truths[0].id if truths else "", "")
        QApplication.processEvents()
        return page, page.findChild(HouseTab), document

    return make


def choose(combo, words):
    combo.setFocus()
    combo.setCurrentIndex(combo.findText(words))


def wait_for(qtbot, document):
    qtbot.waitUntil(lambda: not document.is_checking)


def type_into(line, text):
    line.selectAll()
    QTest.keyClicks(line, text)


def test_from_nothing_to_a_rule_that_finds_something_without_programming(qtbot, opened):
    page, tab, document = opened()
    QTest.mouseClick(tab.table._empty.button, Qt.MouseButton.LeftButton)
    (truth,) = document.plan.house_truths.values()
    QTest.keyClicks(page.focusWidget(), "Short weeks")
    conditions = tab.form.conditions
    assert "No condition yet" in conditions.state
    QTest.mouseClick(conditions.add_button, Qt.MouseButton.LeftButton)
    row = conditions.rows[0]
    choose(row.fields, "Hours a week")
    choose(row.comparisons, "is more than")
    assert row.problem == "Give a value to compare with."
    assert document.plan.house_truths[truth.id].conditions == ""
    type_into(row.value.editor.focus_target(), "1")
    made = document.plan.house_truths[truth.id]
    assert (made.name, made.conditions) == ("Short weeks", "entry.hours > 1")
    assert conditions.state == ""
    wait_for(qtbot, document)
    found = [f for f in document.report.findings if f.rule == f"house.{truth.id}"]
    assert tab.form.finds.words == f"Finds {len(found)} entries in this plan."
    assert len(tab.form.finds.buttons) == len(found)


def test_what_it_finds_changes_while_one_types_and_leads_to_the_entry(qtbot, opened):
    page, tab, document = opened(LONG)
    wait_for(qtbot, document)
    before = len(tab.form.finds.buttons)
    value = tab.form.conditions.rows[0].value.editor.focus_target()
    type_into(value, "1000")
    wait_for(qtbot, document)
    assert tab.form.finds.words == "Finds nothing in this plan."
    type_into(value, "1")
    wait_for(qtbot, document)
    assert len(tab.form.finds.buttons) == before
    found = next(f for f in document.report.findings if f.rule == "house.long")
    with qtbot.waitSignal(page.record_wanted) as wanted:
        QTest.mouseClick(tab.form.finds.buttons[0], Qt.MouseButton.LeftButton)
    assert wanted.args == ["tactics", found.subject, "hours"]


@pytest.mark.parametrize(
    ("field", "comparison", "condition"),
    [
        ("Customer benefit", "is empty", 'entry.benefit == ""'),
        ("Kind", "is one of", ""),
        ("Start", "is before today", "entry.starts_on < today"),
        ("Responsible", "are fewer than", ""),
        ("Accountable: level", "is", 'entry.accountable.level == "intern"'),
        ("Pilot", "is", "entry.pilot == true"),
    ],
)
def test_comparisons_suit_the_field(opened, field, comparison, condition):
    _page, tab, document = opened(LONG)
    row = tab.form.conditions.rows[0]
    choose(row.fields, field)
    choose(row.comparisons, comparison)
    assert row.comparisons.currentText() == comparison
    assert row.text == condition
    # What is not complete yet stays out of the plan, which keeps what it had.
    if condition:
        assert document.plan.house_truths["long"].conditions == condition
    else:
        assert row.problem == "Give a value to compare with."
        assert document.plan.house_truths["long"].conditions


def test_several_values_and_other_forms_of_value(opened):
    _page, tab, document = opened(LONG)
    row = tab.form.conditions.rows[0]
    choose(row.fields, "Kind")
    choose(row.comparisons, "is one of")
    QApplication.processEvents()
    boxes = {box.text(): box for box in row.value.editor.findChildren(QAbstractButton)}
    QTest.mouseClick(boxes["Publish"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(boxes["Promote"], Qt.MouseButton.LeftButton)
    assert document.plan.house_truths["long"].conditions == 'entry.kind in ["publish", "promote"]'
    choose(row.fields, "Tactic")
    choose(row.comparisons, "is one of")
    type_into(row.value.editor.focus_target(), "One; Two & three;")
    assert document.plan.house_truths["long"].conditions == 'entry.name in ["One", "Two & three"]'
    choose(row.fields, "Cost")
    choose(row.comparisons, "is at least")
    type_into(row.value.editor.focus_target(), "1,200.50")
    assert document.plan.house_truths["long"].conditions == "entry.cost >= 1200.5"
    choose(row.fields, "Responsible")
    choose(row.comparisons, "are more than")
    type_into(row.value.editor.focus_target(), "2")
    assert document.plan.house_truths["long"].conditions == "size(entry.responsible) > 2"
    choose(row.fields, "Start")
    choose(row.comparisons, "is after")
    type_into(row.value.editor.focus_target(), "3 May 2027")
    QTest.keyClick(row.value.editor.focus_target(), KEY.Key_Return)
    assert document.plan.house_truths["long"].conditions == (
        'entry.starts_on > timestamp("2027-05-03T00:00:00Z")'
    )


def test_what_rows_cant_say_is_written_and_a_mistake_is_told_at_its_line(opened):
    _page, tab, document = opened(OWN)
    written, row = tab.form.conditions.rows
    assert isinstance(written, WrittenRow)
    assert isinstance(row, FieldsRow)
    assert written.text == "entry.hours > entry.accountable.hours"
    type_into(written.edit, "entry.hous > 5")
    assert written.problem == ("A tactic has no field called “hous”; the nearest is “hours”. (character 7)")
    assert written.edit.accessibleDescription() == written.problem
    assert "Not saved yet" in tab.form.conditions.state
    assert document.plan.house_truths["own"].conditions == OWN.conditions
    type_into(written.edit, "entry.hours > 5 || entry.pilot")
    assert written.problem == ""
    assert document.plan.house_truths["own"].conditions.startswith("entry.hours > 5 || entry.pilot\n")


def test_a_condition_is_turned_into_its_other_form_and_back(opened):
    _page, tab, document = opened(OWN)
    conditions = tab.form.conditions
    QTest.mouseClick(conditions.rows[1].turn_button, Qt.MouseButton.LeftButton)
    assert conditions.rows[1].text == 'entry.kind == "publish"'
    assert isinstance(conditions.rows[1], WrittenRow)
    QTest.mouseClick(conditions.rows[1].turn_button, Qt.MouseButton.LeftButton)
    assert isinstance(conditions.rows[1], FieldsRow)
    QTest.mouseClick(conditions.rows[0].turn_button, Qt.MouseButton.LeftButton)
    assert isinstance(conditions.rows[0], WrittenRow)
    assert "Rows can't say" in conditions.state
    assert document.plan.house_truths["own"].conditions == OWN.conditions


def test_every_edit_can_be_undone_and_is_shown_again(opened):
    _page, tab, document = opened(OWN)
    QTest.mouseClick(tab.form.conditions.rows[0].remove_button, Qt.MouseButton.LeftButton)
    assert document.plan.house_truths["own"].conditions == 'entry.kind == "publish"'
    document.undo()
    assert document.plan.house_truths["own"].conditions == OWN.conditions
    assert [row.text for row in tab.form.conditions.rows] == OWN.conditions.split("\n")
    document.redo()
    assert len(tab.form.conditions.rows) == 1


def test_another_kind_reads_the_conditions_anew(qtbot, opened):
    _page, tab, document = opened(LONG)
    document.do(verbs.change(document.plan, "long", "looks_at", Subject.CHANNELS))
    (row,) = tab.form.conditions.rows
    assert isinstance(row, WrittenRow)
    assert row.problem.startswith("A channel has no field called “hours”")
    wait_for(qtbot, document)
    assert "could not be checked" in tab.form.finds.words
    assert tab.form.finds.buttons == ()


def test_a_question_has_no_conditions_and_stands_among_the_questions(qtbot, opened):
    page, tab, document = opened(ASKED)
    assert not tab.form.conditions.isVisible()
    assert not tab.form.row("level").isVisible()
    assert tab.form.row("why").isVisible()
    wait_for(qtbot, document)
    page.show_record("answers", "house.asked", "evidence")
    questions = page.findChild(QuestionsTab)
    assert questions.form.question_id == "house.asked"
    QTest.keyClicks(page.focusWidget(), "Because")
    assert [a.evidence for a in document.plan.answers.values() if a.question == "house.asked"] == ["Because"]
    document.do(verbs.change(document.plan, "asked", "name", "Why not?"))
    assert questions.form.question_id == "house.asked"
    assert "Why not?" in questions.listing.currentIndex().data()


def test_truths_are_duplicated_moved_and_removed_like_all_entries(opened):
    _page, tab, document = opened(LONG, OWN)
    tab.table.select("long")
    tab.table._actions._duplicate.trigger()
    assert [truth.name for truth in document.plan.house_truths.values()] == [
        "Short weeks",
        "Short weeks (copy)",
        "Own words",
    ]
    tab.table.select("own")
    tab.table._actions._up.trigger()
    assert list(document.plan.house_truths)[1] == "own"
    tab.table._commands.remove(["long"])
    assert "long" not in document.plan.house_truths
    document.undo()
    assert "long" in document.plan.house_truths


def test_examples_to_start_from_are_a_click_away(opened):
    _page, tab, document = opened()
    for action in tab.examples.actions():
        action.trigger()
    assert len(document.plan.house_truths) == 3
    document.undo()
    assert len(document.plan.house_truths) == 2


def test_level_and_joining_are_chosen(opened):
    _page, tab, document = opened(LONG)
    choose(tab.form.row("level").editor.focus_target(), "Stop")
    choose(tab.form.row("joined").editor.focus_target(), "Any of these holds")
    truth = document.plan.house_truths["long"]
    assert (truth.level, truth.joined) == (Weight.STOP, Joined.ANY)


def test_a_failing_truth_is_led_to_from_its_finding(qtbot, opened):
    page, tab, document = opened(msgspec.structs.replace(LONG, conditions="entry.hous > 1"))
    wait_for(qtbot, document)
    (found,) = [f for f in document.report.findings if f.rule == "house.long"]
    page.show_record(found.kind, found.subject, found.field)
    assert page.focusWidget() is tab.form.conditions.rows[0].edit


def test_all_or_the_selected_truths_are_exported(opened, tmp_path):
    _page, tab, _document = opened(LONG, OWN, ASKED)
    tab.table.select("own")
    tab.export_to(str(tmp_path / "all.json"))
    assert [truth.id for truth in read_house_file(tmp_path / "all.json")] == ["long", "own", "asked"]
    assert tab.told.endswith("(3 house truths).")
    tab.table.view.select_many(["long", "asked"])
    tab.export_to(str(tmp_path / "some.json"))
    assert [truth.id for truth in read_house_file(tmp_path / "some.json")] == ["long", "asked"]
    tab.export_to(str(tmp_path / "no" / "such" / "folder.json"))
    assert "Written" not in tab.told


@pytest.fixture
def importing(opened, tmp_path):
    """Return a plan with two truths, and the dialog over a set of which one differs and one is new."""
    _page, tab, document = opened(LONG, OWN)
    path = tmp_path / "set.json"
    write_house_file(path, [msgspec.structs.replace(LONG, name="Longer weeks"), OWN, ASKED])
    tab.import_from(str(path))
    dialog = tab.findChild(HouseImportDialog)
    return tab, document, dialog


def shown(dialog):
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_what_would_come_in_is_shown_first_and_replaces(importing):
    _tab, document, dialog = importing
    texts = shown(dialog)
    for words in (
        "New: 1 truth",
        "Question: Why us?",
        "with other content: 1 truth",
        "Longer weeks",
        "just so",
    ):
        assert words in texts
    assert document.plan.house_truths["long"].name == "Short weeks"
    QTest.mouseClick(dialog.findChild(QAbstractButton, "accept"), Qt.MouseButton.LeftButton)
    names = [truth.name for truth in document.plan.house_truths.values()]
    assert names == ["Longer weeks", "Own words", "Why us?"]
    document.undo()
    assert [truth.name for truth in document.plan.house_truths.values()] == ["Short weeks", "Own words"]


def test_both_are_kept_where_that_is_chosen(importing):
    _tab, document, dialog = importing
    QTest.mouseClick(dialog.keep_choice, Qt.MouseButton.LeftButton)
    dialog.keep_choice.setChecked(True)
    QTest.mouseClick(dialog.findChild(QAbstractButton, "accept"), Qt.MouseButton.LeftButton)
    names = [truth.name for truth in document.plan.house_truths.values()]
    assert names == ["Short weeks", "Own words", "Longer weeks (taken in)", "Why us?"]


def test_a_file_that_is_no_set_is_told_and_changes_nothing(opened, tmp_path):
    _page, tab, document = opened(LONG)
    bad = tmp_path / "bad.json"
    bad.write_text("<b>no</b>", encoding="utf-8")
    before = document.plan
    tab.import_from(str(bad))
    assert tab.told.startswith("This file is not valid JSON")
    assert tab.findChild(HouseImportDialog) is None
    assert document.plan is before


def test_every_control_has_a_name_and_can_be_reached_by_keyboard(opened):
    _page, tab, _document = opened(OWN)
    controls = [
        control
        for control in tab.form.findChildren(QWidget)
        if isinstance(control, QAbstractButton | QComboBox | QLineEdit | QPlainTextEdit)
        and control.isVisible()
    ]
    assert len(controls) > 12
    for control in controls:
        assert control.accessibleName() or control.text(), control
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus, control
    names = [row.turn_button.accessibleName() for row in tab.form.conditions.rows]
    assert names == ["Choose from lists: condition 1", "Write as text: condition 2"]


def test_boxes_keep_the_names_of_what_they_stand_for(opened):
    _page, tab, _document = opened(LONG)
    row = tab.form.conditions.rows[0]
    choose(row.fields, "Kind")
    choose(row.comparisons, "is none of")
    names = [box.accessibleName() for box in row.value.editor.findChildren(QAbstractButton)]
    assert names[:2] == ["Value for kind: Listen", "Value for kind: Respond"]


def test_a_stop_of_the_house_is_not_waived_in_the_window_either(qtbot, opened):
    page, _tab, document = opened(LONG)
    wait_for(qtbot, document)
    warning = next(finding for finding in document.report.findings if finding.rule == "house.long")
    document.do(verbs.change(document.plan, "long", "level", Weight.STOP))
    dialog = WaiveDialog(document, warning, page)
    dialog.findChild(QPlainTextEdit).setPlainText("We are in a hurry.")
    dialog.show()
    QTest.mouseClick(dialog.findChild(QAbstractButton, "accept"), Qt.MouseButton.LeftButton)
    assert "A stop can't be accepted as an exception" in shown(dialog)
    assert document.plan.waivers == example_with(LONG).waivers
    dialog.close()


def test_a_plan_that_is_only_read_shows_its_truths_and_lets_nothing_be_changed(opened):
    _page, tab, document = opened(OWN, read_only_reason="Somebody else has it.")
    assert tab.form.conditions.rows[0].edit.isReadOnly()
    assert not tab.form.conditions.add_button.isEnabled()
    assert not tab.form.conditions.rows[1].remove_button.isEnabled()
    assert document.plan.house_truths["own"] == OWN
