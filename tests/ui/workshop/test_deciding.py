"""Everything undecided is decided by keyboard, with who and why, until nothing is left."""

import pytest
from mouse import LEFT
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.editing.verbs import change
from planner.model.records_work import Idea
from planner.model.records_workshop import Ballot, Participant
from planner.model.vocabulary import BallotSort, Decision, Reply
from planner.truths.example_plan import EXAMPLE_DAY, example_plan
from planner.truths.questions import questions_of
from planner.workshop.voting import give_dots, reply
from ui.kit.edits import add_all
from ui.workshop.deciding.panel import DecidingPanel

CTRL = Qt.KeyboardModifier.ControlModifier
RECORDS = (
    Idea(id="one", name="Answer on Sundays", said_by="Ben"),
    Idea(id="two", name="Lunch to go"),
    Idea(id="three", name="Pay at the table", decision=Decision.PARK),
)


@pytest.fixture
def plan():
    return add_all(example_plan(), RECORDS, "Room").plan


@pytest.fixture
def open_panel(new_document, show, checked):
    def opened(plan):
        document = new_document(plan)
        checked(document)
        panel = show(DecidingPanel(document), 1000, 700)
        panel.rows.setFocus()
        return document, panel

    return opened


def key(pressed, keys=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), pressed, keys)


def keys_in(text):
    QTest.keyClicks(QApplication.focusWidget(), text)


def test_all_that_is_open_is_listed_and_the_first_is_asked(open_panel, plan):
    _document, panel = open_panel(plan)
    assert panel.words[:2] == ("2 things are undecided", "Answer on Sundays")
    assert [line.title for line in panel.rows.lines] == [
        "Idea without a decision", "Answer on Sundays", "Lunch to go",
    ]  # fmt: skip


def test_by_keys_alone_one_idea_after_another_is_decided(open_panel, plan):
    document, panel = open_panel(plan)
    key(Qt.Key.Key_A)
    keys_in(document.plan.people["boss"].name)
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is panel.form.why_line
    keys_in("Guests ask for it")
    key(Qt.Key.Key_Return)
    idea = document.plan.ideas["one"]
    assert (idea.decision, idea.decided_by, idea.decided_on, idea.why) == (
        Decision.ADOPT, "boss", EXAMPLE_DAY, "Guests ask for it",
    )  # fmt: skip
    assert len(document.history.done) == 1
    assert panel.words[:2] == ("1 thing is undecided", "Lunch to go")
    assert QApplication.focusWidget() is panel.rows
    key(Qt.Key.Key_D)
    assert QApplication.focusWidget() is panel.form.why_line
    key(Qt.Key.Key_Return, CTRL)
    assert document.plan.ideas["two"].decision is Decision.DECLINE
    assert document.plan.ideas["two"].decided_by == "boss"
    assert panel.rows.lines == ()
    assert not panel.rows.isVisible()


def test_an_adopted_idea_turns_into_a_tactic_in_the_same_step(open_panel, plan):
    document, panel = open_panel(plan)
    key(Qt.Key.Key_1)
    assert panel.form.grows.isVisible()
    panel.form.grows.setFocus()
    key(Qt.Key.Key_Down)
    panel.form.done_button.click()
    tactic = list(document.plan.tactics.values())[-1]
    assert (tactic.name, tactic.idea) == ("Answer on Sundays", "one")
    assert len(document.history.done) == 1
    QTest.mouseClick(panel.undo_strip.button, LEFT)
    assert tactic.id not in document.plan.tactics
    assert document.plan.ideas["one"].decision is None


def test_what_is_parked_does_not_turn_into_anything(open_panel, plan):
    _document, panel = open_panel(plan)
    key(Qt.Key.Key_P)
    assert panel.form.choice is Decision.PARK
    assert not panel.form.grows.isVisible()


def test_behind_the_one_that_is_decided_comes_the_next_one(open_panel, plan):
    _document, panel = open_panel(add_all(plan, [Idea(id="four", name="A new one")], "Idea").plan)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_P)
    panel.form.done_button.click()
    assert panel.words[1] == "A new one"


def test_nobody_decides_who_is_not_known(open_panel, plan):
    document, panel = open_panel(plan)
    key(Qt.Key.Key_P)
    keys_in("Zoe")
    panel.form.done_button.setFocus()
    key(Qt.Key.Key_Space)
    assert document.plan is plan
    assert panel.words[2] != ""


def test_somebody_new_is_added_to_the_plan_and_decides(open_panel, plan):
    document, panel = open_panel(plan)
    key(Qt.Key.Key_P)
    panel.form.who_row.editor.created.emit("people", "Zoe")
    panel.form.done_button.click()
    decided_by = document.plan.ideas["one"].decided_by
    assert document.plan.people[decided_by].name == "Zoe"


def test_without_a_choice_nothing_is_decided_and_that_is_said(open_panel, plan):
    document, panel = open_panel(plan)
    panel.form.done_button.click()
    assert document.plan is plan
    assert panel.words[2] == "Choose what is decided first."


def test_a_ballot_is_decided_for_its_winner(open_panel, plan):
    ballot = Ballot(id="ballot", name="What first?", entries=("one", "two"))
    plan = add_all(plan, [Participant(id="ana", name="Ana"), ballot], "Room").plan
    plan = give_dots(plan, "ballot", "ana", "two", 3).plan
    document, panel = open_panel(plan)
    panel.show_open("ballot")
    assert panel.chosen.ids == ("two",)
    key(Qt.Key.Key_A)
    panel.form.done_button.click()
    assert document.plan.ballots["ballot"].chosen == ("two",)
    assert document.plan.ideas["two"].decision is Decision.ADOPT
    assert document.plan.ideas["one"].decision is None
    assert panel.words[0] == "1 thing is undecided"


def test_a_vote_of_yes_partly_or_no_becomes_the_answer_to_its_question(open_panel, plan):
    question = questions_of(plan)[0].id
    ballot = Ballot(id="ballot", name="Listen first?", sort=BallotSort.REPLY, question=question)
    plan = add_all(plan, [Participant(id="ana", name="Ana"), ballot], "Room").plan
    plan = reply(plan, "ballot", "ana", Reply.PARTLY).plan
    document, panel = open_panel(plan)
    panel.show_open("ballot")
    panel.form.choose(Reply.PARTLY)
    panel.form.done_button.click()
    answers = {one.question: one.reply for one in document.plan.answers.values()}
    assert answers[question] is Reply.PARTLY
    assert document.plan.ballots["ballot"].decided_on == EXAMPLE_DAY


def test_what_is_typed_stays_when_something_else_changes(open_panel, plan):
    document, panel = open_panel(plan)
    key(Qt.Key.Key_P)
    panel.form.why_line.setText("Not now")
    document.do(add_all(document.plan, [Idea(id="four", name="A new one")], "Idea"))
    assert panel.form.why == "Not now"
    assert panel.form.choice is Decision.PARK
    assert panel.words[0] == "3 things are undecided"


def test_a_warning_that_stands_leads_to_its_field(new_document, show, checked, qtbot):
    document = new_document(change(example_plan(), "return-bookings", "source", "").plan)
    checked(document)
    panel = show(DecidingPanel(document))
    assert panel.words[0] == "1 thing is undecided"
    assert not panel.form.isVisible()
    with qtbot.waitSignal(panel.go_wanted) as told:
        panel._see.click()
    assert told.args[0].subject == "return-bookings"
