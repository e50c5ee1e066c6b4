"""Decisions say who, when and why; each is one step; what is undecided can't be forgotten."""

from datetime import date

import pytest
from room_maker import room

from planner.editing import revision, verbs
from planner.editing.patch import apply, diff
from planner.errors import PlanError
from planner.model.kinds import kind_of
from planner.model.records_signoff import Answer
from planner.model.vocabulary import Decision, Reply
from planner.samples import load_sample, sample_names
from planner.truths.engine import check_plan
from planner.workshop.deciding import (
    GROWS_INTO,
    Ruling,
    decide_ballot,
    decide_idea,
    decide_reply,
    grow,
    grown_from,
    undecided,
)
from planner.workshop.voting import reply

DAY = date(2027, 3, 4)
RULING = Ruling(by="ben", on=DAY, why="It costs little.")


def ruling_of(record):
    return record.decided_by, record.decided_on, record.why


@pytest.mark.parametrize("decision", list(Decision))
def test_a_decision_about_an_idea_says_who_when_and_why(decision):
    edit = decide_idea(room(), "i1", decision, RULING)
    idea = edit.plan.ideas["i1"]
    assert idea.decision is decision
    assert ruling_of(idea) == ("ben", DAY, "It costs little.")
    assert edit.label == f"{decision.label}: “Answer within the hour”"


def test_a_decision_is_taken_back_whole():
    plan = decide_idea(room(), "i1", Decision.PARK, RULING).plan
    assert decide_idea(plan, "i1", None, Ruling()).plan == room_like(plan)


def room_like(plan):
    return revision.with_tables(plan, {"ideas": {**plan.ideas, "i1": room().ideas["i1"]}})


def test_a_ballot_decides_for_ideas_and_can_park_the_rest():
    plan = decide_ballot(room(), "dots", ["i2"], RULING, Decision.PARK).plan
    assert ruling_of(plan.ballots["dots"]) == ("ben", DAY, "It costs little.")
    assert plan.ballots["dots"].chosen == ("i2",)
    decisions = [idea.decision for idea in plan.ideas.values()]
    assert decisions == [Decision.PARK, Decision.ADOPT, Decision.PARK]
    open_ones = decide_ballot(room(), "dots", ["i2"], RULING).plan
    assert [idea.decision for idea in open_ones.ideas.values()] == [None, Decision.ADOPT, None]


def test_what_is_not_on_the_ballot_is_not_chosen():
    with pytest.raises(PlanError, match="not on the ballot"):
        decide_ballot(room(), "dots", ["repeat"], RULING)
    with pytest.raises(PlanError, match="answers a question"):
        decide_ballot(room(), "asked", [], RULING)


def test_the_vote_on_a_question_becomes_the_teams_answer():
    plan = reply(room(), "asked", "p1", Reply.PARTLY).plan
    plan = decide_reply(plan, "asked", RULING).plan
    (answer,) = plan.answers.values()
    assert (answer.question, answer.reply, answer.by, answer.on) == (
        "ask.ten-times",
        Reply.PARTLY,
        "ben",
        DAY,
    )
    assert answer.evidence == "It costs little."
    assert plan.ballots["asked"].revealed


def test_an_answer_that_is_there_is_changed_and_keeps_its_evidence_where_none_is_given():
    known = Answer(id="a1", question="ask.ten-times", reply=Reply.NO, evidence="We counted.")
    plan = verbs.add(room(), known).plan
    plan = decide_reply(plan, "asked", Ruling(by="ana", on=DAY), Reply.YES).plan
    (answer,) = plan.answers.values()
    assert (answer.id, answer.reply, answer.evidence) == ("a1", Reply.YES, "We counted.")


def test_tied_votes_decide_nothing_by_themselves():
    with pytest.raises(PlanError, match="tied"):
        decide_reply(room(), "asked", RULING)
    with pytest.raises(PlanError, match="no question"):
        decide_reply(room(), "dots", RULING)


@pytest.mark.parametrize("kind", GROWS_INTO)
def test_an_idea_grows_into_an_entry_and_is_its_origin(kind):
    edit = grow(room(), "i2", kind, RULING, record_id="new")
    record = edit.plan.find("new")
    assert kind_of(record).key == kind
    assert record.name == "Show the kitchen"
    assert grown_from(edit.plan, "i2") == record
    assert edit.plan.ideas["i2"].decision is Decision.ADOPT


def test_growing_is_one_step_that_can_be_taken_back():
    before = room()
    after = grow(before, "i2", "changes", RULING).plan
    assert apply(after, diff(before, after).inverse()) == before


def test_a_tactic_takes_over_what_its_idea_is_about():
    plan = grow(room(), "i2", "tactics", RULING, record_id="new").plan
    tactic = plan.tactics["new"]
    assert (tactic.accountable, tactic.channel, tactic.touchpoints) == ("ana", "reviews", ("pickup",))
    assert [served.objective for served in tactic.objectives] == ["repeat"]
    assert tactic.idea == "i2"


def test_an_idea_grows_once():
    plan = grow(room(), "i2", "changes", RULING).plan
    with pytest.raises(PlanError, match="has become “Show the kitchen” already"):
        grow(plan, "i2", "tactics", RULING)
    with pytest.raises(PlanError, match="can't become"):
        grow(room(), "i2", "answers", RULING)


def told(plan):
    return [(one.kind, one.record) for one in undecided(plan, check_plan(plan, DAY))]


def test_everything_undecided_is_on_the_list_until_it_is_decided():
    plan = room()
    assert told(plan)[:6] == [
        ("ideas", "i1"), ("ideas", "i2"), ("ideas", "i3"),
        ("ballots", "dots"), ("ballots", "ranks"), ("ballots", "asked"),
    ]  # fmt: skip
    assert ("question", "ask.ten-times") in told(plan)
    plan = decide_ballot(plan, "dots", ["i2"], RULING, Decision.PARK).plan
    plan = decide_reply(plan, "asked", RULING, Reply.YES).plan
    assert told(plan)[0] == ("ballots", "ranks")
    assert ("question", "ask.ten-times") not in told(plan)


@pytest.mark.parametrize("sample", [sample.name for sample in sample_names()])
def test_each_thing_undecided_has_words_and_a_key_of_its_own(sample):
    plan = load_sample(sample)
    found = undecided(plan, check_plan(plan, DAY))
    assert len({one.key for one in found}) == len(found)
    assert all(one.text and one.sort for one in found)
