"""Votes are cast for the people in the room by keys alone, hidden until they are revealed."""

import pytest
from mouse import LEFT, NONE
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.editing import verbs
from planner.model.plan import empty_plan
from planner.model.records_purpose import Person
from planner.model.records_work import Idea
from planner.model.records_workshop import AgendaBlock, Ballot, Participant
from planner.model.vocabulary import BallotSort, Reply
from planner.truths.example_plan import example_plan
from planner.truths.questions import questions_of
from ui.kit.edits import add_all
from ui.workshop.voting.desk import VotingDesk
from ui.workshop.voting.grid_model import MASK

SHIFT = Qt.KeyboardModifier.ShiftModifier
WHO = ("ana", "ben", "chi")
ENTRIES = ("one", "two", "three")


def room(sort, **more):
    records = [
        *(Participant(id=who, name=who.capitalize()) for who in WHO),
        *(Idea(id=idea, name=f"Idea {idea}") for idea in ENTRIES),
        Ballot(id="ballot", name="What first?", sort=sort, entries=ENTRIES, **more),
    ]
    return add_all(empty_plan(), records, "Room").plan


@pytest.fixture
def open_desk(new_document, show):
    def opened(plan):
        document = new_document(plan)
        desk = show(VotingDesk(document), 1100, 760)
        desk.grid.setFocus()
        return document, desk

    return opened


@pytest.fixture
def dots(open_desk):
    return open_desk(room(BallotSort.DOTS))


def votes(document, name="dots"):
    return {(vote.participant, vote.entry): getattr(vote, name) for vote in document.plan.votes.values()}


_NAMED = {"\n": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}


def type_in(desk, text):
    for letter in text:
        QTest.keyClick(desk.grid, _NAMED.get(letter, letter))


def shown(desk, row, column):
    return desk.grid.model().index(row, column).data()


def header(desk, column):
    return desk.grid.model().headerData(column, Qt.Orientation.Horizontal)


def test_figures_and_enter_cast_everybodys_dots(dots):
    document, desk = dots
    type_in(desk, "2\n1\n\n" + "\n3\n\n" + "1\n1\n1")
    assert votes(document) == {
        ("ana", "one"): 2, ("ana", "two"): 1, ("ben", "two"): 3,
        ("chi", "one"): 1, ("chi", "two"): 1, ("chi", "three"): 1,
    }  # fmt: skip
    assert desk.words == ("All 3 have voted.", "")


def test_dots_left_are_told_and_never_more_are_given_than_each_has(dots):
    document, desk = dots
    assert header(desk, 0) == "Ana\n3 left"
    type_in(desk, "2\n2")
    assert votes(document) == {("ana", "one"): 2}
    assert "1 dot left" in desk.words[1]
    assert header(desk, 0) == "Ana\n1 left"
    assert not desk.grid.sheet.voters[0].is_done
    type_in(desk, "1")
    assert desk.grid.sheet.voters[0].is_done
    assert desk.words[1] == ""
    assert header(desk, 0) == "Ana\n0 left"


def test_plus_minus_and_delete_change_a_cell(dots):
    document, desk = dots
    type_in(desk, "++-")
    assert votes(document) == {("ana", "one"): 1}
    QTest.keyClick(desk.grid, Qt.Key.Key_Delete)
    assert votes(document) == {}


def test_each_vote_is_one_step_to_undo(dots):
    document, desk = dots
    type_in(desk, "2\n1")
    document.undo()
    assert votes(document) == {("ana", "one"): 2}
    assert header(desk, 0) == "Ana\n1 left"


def test_what_others_have_cast_and_the_result_are_hidden_until_they_are_revealed(dots):
    document, desk = dots
    type_in(desk, "2\t1")
    assert shown(desk, 0, 0) == MASK
    assert shown(desk, 0, 1) == "1"
    assert not desk.bars.isVisible()
    assert document.plan.ballots["ballot"].revealed is False
    QTest.keyClick(desk.reveal_button, Qt.Key.Key_Space)
    assert document.plan.ballots["ballot"].revealed
    assert shown(desk, 0, 0) == "2"
    assert desk.bars.isVisible()
    first = desk.bars.bars[0]
    assert (first.name, first.words, first.is_first) == ("Idea one", "3 dots", True)
    QTest.keyClick(desk.reveal_button, Qt.Key.Key_Space)
    assert not desk.bars.isVisible()


def test_bars_are_sorted_and_as_long_as_their_dots(dots):
    _document, desk = dots
    type_in(desk, "\n1\n2" + "\n\n\n3")
    QTest.mouseClick(desk.reveal_button, LEFT)
    assert [bar.name for bar in desk.bars.bars] == ["Idea three", "Idea two", "Idea one"]
    assert [bar.share for bar in desk.bars.bars] == [1.0, 0.2, 0.0]


def test_who_has_not_voted_is_told_by_name(dots):
    _document, desk = dots
    type_in(desk, "1")
    assert desk.words[0] == "1 of 3 have voted. Still to vote: Ben and Chi"


def test_tab_goes_from_person_to_person_and_then_out_of_the_table(dots):
    _document, desk = dots
    type_in(desk, "\t\t")
    assert desk.grid.cell == ("chi", "one")
    assert QApplication.focusWidget() is desk.grid
    type_in(desk, "\t")
    assert QApplication.focusWidget() is not desk.grid


def test_places_typed_in_any_order_become_a_ranking(open_desk):
    document, desk = open_desk(room(BallotSort.RANKING))
    type_in(desk, "3\n2\n1\n")
    assert votes(document, "place") == {("ana", "three"): 1, ("ana", "two"): 2, ("ana", "one"): 3}
    type_in(desk, "1\n2\n3")
    assert votes(document, "place")["ben", "one"] == 1
    QTest.mouseClick(desk.reveal_button, LEFT)
    assert {bar.words for bar in desk.bars.bars} == {"4 points"}


def test_a_place_that_is_taken_moves_the_other_one_down(open_desk):
    document, desk = open_desk(room(BallotSort.RANKING))
    type_in(desk, "1\n1")
    assert votes(document, "place") == {("ana", "two"): 1, ("ana", "one"): 2}


def test_yes_partly_and_no_by_their_letters(open_desk):
    question = questions_of(example_plan())[0]
    document, desk = open_desk(room(BallotSort.REPLY, question=question.id))
    type_in(desk, "y\np\nn")
    assert list(votes(document, "reply").values()) == [Reply.YES, Reply.PARTLY, Reply.NO]
    type_in(desk, "y")
    QTest.mouseClick(desk.reveal_button, LEFT)
    assert [(bar.name, bar.words) for bar in desk.bars.bars] == [
        ("Yes", "2 people"), ("Partly", "1 person"), ("No", "0 people"),
    ]  # fmt: skip
    assert desk.grid.sheet.entries == (("", question.text),)


def test_the_question_of_a_ballot_is_chosen_from_the_catalogue(open_desk):
    document, desk = open_desk(room(BallotSort.REPLY))
    desk.tabs.setCurrentIndex(1)
    box = desk.question.questions
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert document.plan.ballots["ballot"].question == questions_of(document.plan)[0].id


def test_names_typed_with_commas_are_the_people_in_the_room(open_desk):
    plan = verbs.add(empty_plan(), Person(id="boss", name="Ana Ruiz")).plan
    document, desk = open_desk(plan)
    desk.tabs.setCurrentIndex(2)
    line = desk.people.line
    line.setFocus()
    QTest.keyClicks(line, "ana ruiz, Ben")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert [(one.name, one.person) for one in document.plan.participants.values()] == [
        ("ana ruiz", "boss"), ("Ben", None),
    ]  # fmt: skip
    assert line.text() == ""
    assert len(document.history.done) == 1
    assert not desk.people.everybody_button.isVisible()


def test_everybody_of_the_plan_comes_into_the_room_by_one_button(open_desk):
    document, desk = open_desk(example_plan())
    desk.tabs.setCurrentIndex(2)
    QTest.mouseClick(desk.people.everybody_button, LEFT)
    assert len(document.plan.participants) == len(document.plan.people)
    assert len(document.history.done) == 1


def test_a_new_ballot_is_about_all_ideas_that_are_undecided(open_desk):
    document, desk = open_desk(verbs.remove(room(BallotSort.DOTS), ["ballot"]).plan)
    desk.add_ballot(BallotSort.DOTS)
    ballot = document.plan.ballots[desk.ballot]
    assert ballot.entries == ENTRIES
    line = QApplication.focusWidget()
    line.selectAll()
    QTest.keyClicks(line, "What now?")
    assert document.plan.ballots[desk.ballot].name == "What now?"


def test_a_new_ballot_belongs_to_the_block_that_runs(new_document, show):
    document = new_document(verbs.add(room(BallotSort.DOTS), AgendaBlock(id="now", name="Choose")).plan)
    desk = show(VotingDesk(document, lambda: "now"))
    desk.add_ballot(BallotSort.RANKING)
    assert document.plan.ballots[desk.ballot].block == "now"
    alone = show(VotingDesk(document))
    alone.add_ballot(BallotSort.RANKING)
    assert document.plan.ballots[alone.ballot].block is None


def test_all_votes_are_taken_back_and_brought_back(dots):
    document, desk = dots
    assert not desk.clear_button.isEnabled()
    type_in(desk, "2\n1")
    QTest.mouseClick(desk.clear_button, LEFT)
    assert votes(document) == {}
    QTest.mouseClick(desk.undo_strip.button, LEFT)
    assert votes(document) == {("ana", "one"): 2, ("ana", "two"): 1}


def test_a_removed_ballot_comes_back_with_its_votes(dots):
    document, desk = dots
    type_in(desk, "2")
    desk._take_out()
    assert not document.plan.ballots
    assert not document.plan.votes
    QTest.mouseClick(desk.undo_strip.button, LEFT)
    assert votes(document) == {("ana", "one"): 2}


def test_a_plan_that_can_only_be_read_takes_no_votes(new_document, show):
    document = new_document(room(BallotSort.DOTS), read_only_reason="It is signed.")
    desk = show(VotingDesk(document))
    desk.grid.setFocus()
    type_in(desk, "2+")
    assert not document.plan.votes
    assert not desk.reveal_button.isEnabled()
    QTest.keyClick(desk.grid, Qt.Key.Key_Tab, NONE)


def test_a_name_too_long_for_its_column_is_cut_and_told_as_a_whole(open_desk):
    plan = room(BallotSort.DOTS)
    long_name = "Annegret von Hohenstein-Wackerbarth-Untermühlen"
    _, desk = open_desk(verbs.change(plan, "ana", "name", long_name).plan)
    across, model = Qt.Orientation.Horizontal, desk.grid.model()
    shown, left = model.headerData(0, across).split("\n")
    assert shown.endswith("…")
    assert long_name.startswith(shown[:-1])
    assert left == "3 left"
    metrics = QFontMetrics(model.headerData(0, across, Qt.ItemDataRole.FontRole))
    assert metrics.horizontalAdvance(shown) < desk.grid.columnWidth(0) - 40  # the mark and what is round it
    assert long_name in model.headerData(0, across, Qt.ItemDataRole.ToolTipRole)
    assert model.headerData(1, across).startswith("Ben\n")
