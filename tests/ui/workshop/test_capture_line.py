"""What is said is captured line by line, completed while typing, and taken back by the same keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from planner.model.records_workshop import AgendaBlock, Participant
from planner.model.vocabulary import BlockSort, Decision, Origin
from planner.truths.example_plan import example_plan
from ui.kit.edits import add_all
from ui.workshop.capture.panel import CapturePanel

CTRL = Qt.KeyboardModifier.ControlModifier
ROOM = (
    AgendaBlock(id="writing", name="Silence", sort=BlockSort.WRITING),
    Participant(id="ana", name="Ana Ruiz"),
    Participant(id="ben", name="Ben"),
)


@pytest.fixture
def document(new_document, checked):
    document = new_document(add_all(example_plan(), ROOM, "Room").plan)
    checked(document)
    return document


@pytest.fixture
def panel(document, show):
    panel = show(CapturePanel(document, lambda: "writing"), 900, 500)
    panel.take_focus()
    return panel


def enter(panel, text):
    QTest.keyClicks(panel.line, text)
    QTest.keyClick(QApplication.activePopupWidget() or panel.line, Qt.Key.Key_Return)


def ideas(document):
    return [idea.name for idea in document.plan.ideas.values()][1:]


def test_one_line_after_another_is_in_the_plan_and_the_line_keeps_the_keyboard(panel, document):
    for text in ("Answer on Sundays", "A table for those who come alone", "Lunch to go"):
        enter(panel, text)
        assert panel.line.text() == ""
        assert QApplication.focusWidget() is panel.line
    assert ideas(document) == ["Answer on Sundays", "A table for those who come alone", "Lunch to go"]
    assert len(document.history.done) == 3


def test_shorthand_becomes_fields_and_is_foreseen_in_plain_words(panel, document):
    QTest.keyClicks(panel.line, "tactic: Answer on Sundays @service by 3 May #reviews")
    foreseen = panel.preview.text()
    for part in ("“Answer on Sundays”", "tactic", "3 May 2027"):
        assert part in foreseen
    assert len(document.plan.tactics) == 2
    QTest.keyClick(QApplication.activePopupWidget() or panel.line, Qt.Key.Key_Return)
    tactic = list(document.plan.tactics.values())[-1]
    assert (tactic.name, tactic.accountable, tactic.channel, tactic.ends_on) == (
        "Answer on Sundays", "service-lead", "reviews", date(2027, 5, 3),
    )  # fmt: skip


def test_enter_keeps_the_line_though_names_are_offered_unless_one_was_gone_to(panel, document):
    QTest.keyClicks(panel.line, "tactic: Answer on Sundays #rev")
    assert panel.line.suggestions.is_open
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
    assert panel.line.text() == ""
    assert list(document.plan.tactics.values())[-1].channel == "reviews"
    QTest.keyClicks(panel.line, "tactic: Answer at night #rev")
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Down)
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
    assert panel.line.text().startswith("tactic: Answer at night #")
    assert not panel.line.text().endswith("#rev")
    assert not panel.line.suggestions.is_open


def test_names_are_offered_while_typing_and_tab_takes_one(panel, document):
    QTest.keyClicks(panel.line, "Answer on Sundays ")
    assert not panel.line.suggestions.is_open
    QTest.keyClicks(panel.line, "@serv")
    assert panel.line.suggestions.is_open
    offered = panel.line.suggestions.shown
    assert any("service" in words.casefold() for words in offered)
    QTest.keyClick(panel.line, Qt.Key.Key_Tab)
    assert not panel.line.suggestions.is_open
    assert QApplication.focusWidget() is panel.line
    name = document.plan.people["service-lead"].name
    assert panel.line.text().startswith(f"Answer on Sundays @{name}")
    QTest.keyClicks(panel.line, "by ")
    QTest.keyClick(panel.line, Qt.Key.Key_Tab)
    assert "by tomorrow" in panel.line.text()


def test_ctrl_z_in_the_empty_line_takes_the_last_one_back(panel, document):
    enter(panel, "One")
    enter(panel, "Two")
    QTest.keyClick(panel.line, Qt.Key.Key_Z, CTRL)
    assert ideas(document) == ["One"]
    assert [line.title for line in panel.last.lines] == ["One"]
    QTest.keyClicks(panel.line, "Th")
    QTest.keyClick(panel.line, Qt.Key.Key_Z, CTRL)
    assert ideas(document) == ["One"]


def test_what_was_captured_is_listed_with_what_the_check_finds_at_once(panel, document, checked):
    enter(panel, "tactic: Answer on Sundays")
    enter(panel, "park: A second oven")
    assert [line.title for line in panel.last.lines] == ["A second oven", "Answer on Sundays"]
    checked(document)
    found = [one for one in document.report.standing if one.subject == list(document.plan.tactics)[-1]]
    assert len(found) > 2
    assert panel.last.lines[1].aside == f"tactic · {len(found)} findings"
    assert list(document.plan.ideas.values())[-1].decision is Decision.PARK


def test_who_is_writing_is_chosen_once_and_kept_with_each_line(panel, document):
    panel.who.setFocus()
    QTest.keyClick(panel.who, Qt.Key.Key_Down)
    panel.take_focus()
    enter(panel, "Answer on Sundays")
    enter(panel, "Lunch to go ~Ben")
    first, second = list(document.plan.ideas.values())[1:]
    assert (first.said_by, first.origin, first.block) == ("Ana Ruiz", Origin.WORKSHOP, "writing")
    assert second.said_by == "Ben"
    assert panel.who.currentData() == "Ana Ruiz"


def test_what_can_t_be_kept_is_told_and_stays_in_the_line(panel, document):
    before = document.plan
    enter(panel, "@service")
    assert document.plan is before
    assert panel.line.text() == "@service"
    assert "Only marks" in panel.preview.text()


def test_escape_empties_the_line(panel):
    QTest.keyClicks(panel.line, "nothing")
    QTest.keyClick(panel.line, Qt.Key.Key_Escape)
    assert panel.line.text() == ""


def test_a_captured_entry_is_shown_where_it_is_picked(panel, document, qtbot):
    enter(panel, "Lunch to go")
    rows = panel.last.findChild(QWidget, "") and panel.last._list
    rows.setFocus()
    with qtbot.waitSignal(panel.opened) as told:
        QTest.keyClick(rows, Qt.Key.Key_Return)
    assert told.args == [list(document.plan.ideas)[-1]]


def test_what_was_not_understood_stands_there_until_the_next_line_is_begun(panel):
    enter(panel, "Lunch to go @nobody")
    assert "“@nobody” is not known" in panel.preview.text()
    QTest.keyClicks(panel.line, "T")
    assert "@nobody" not in panel.preview.text()


def test_signs_alone_are_refused_and_stay_in_the_line(panel, document):
    enter(panel, "???")
    assert panel.line.text() == "???"
    assert "say what it is" in panel.preview.text()
    assert ideas(document) == []


def test_a_long_name_leaves_the_line_its_width(new_document, show):
    usual = show(CapturePanel(new_document(example_plan()), lambda: "writing"), 600, 400)
    named = add_all(
        example_plan(), [Participant(id="long", name="Wolfeschlegelsteinhausen " * 8)], "Room"
    ).plan
    panel = show(CapturePanel(new_document(named), lambda: "writing"), 600, 400)
    assert panel.width() == 600
    assert panel.line.width() == usual.line.width()
    assert panel.line.width() > panel.who.width()
