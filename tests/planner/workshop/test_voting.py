"""Votes in the room: limits hold, ties are told, nothing shows before it is revealed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from room_maker import room

from planner.editing import verbs
from planner.editing.patch import apply, diff
from planner.errors import PlanError
from planner.model.vocabulary import Reply
from planner.workshop.voting import (
    clear,
    dots_left,
    give_dots,
    hide,
    missing,
    rank,
    reply,
    reveal,
    tally,
    votes_of,
)

PEOPLE, IDEAS = ("p1", "p2", "p3"), ("i1", "i2", "i3")


def scores(plan, ballot="dots"):
    return {result.entry: result.score for result in tally(plan, ballot).results}


def test_dots_are_given_changed_and_taken_back():
    plan = give_dots(room(), "dots", "p1", "i1", 2).plan
    plan = give_dots(plan, "dots", "p1", "i2", 1).plan
    assert (scores(plan), dots_left(plan, "dots", "p1")) == ({"i1": 2, "i2": 1, "i3": 0}, 0)
    plan = give_dots(plan, "dots", "p1", "i1", 1).plan
    assert dots_left(plan, "dots", "p1") == 1
    plan = give_dots(plan, "dots", "p1", "i1", 0).plan
    assert [vote.entry for vote in votes_of(plan, "dots", "p1")] == ["i2"]


def test_more_dots_than_somebody_has_are_refused_with_how_many_are_left():
    plan = give_dots(room(), "dots", "p1", "i1", 2).plan
    with pytest.raises(PlanError, match=r"Anna has 1 dot left\."):
        give_dots(plan, "dots", "p1", "i2", 2)
    with pytest.raises(PlanError):
        give_dots(plan, "dots", "p1", "i2", -1)
    assert give_dots(plan, "dots", "p1", "i1", 3).plan


def test_entries_with_as_many_dots_share_a_place():
    plan = room()
    for who, entry in (("p1", "i2"), ("p2", "i3"), ("p3", "i3"), ("p3", "i2")):
        plan = give_dots(plan, "dots", who, entry, 1).plan
    told = [(one.entry, one.place, one.tied, one.voters) for one in tally(plan, "dots").results]
    assert told == [("i2", 1, True, 2), ("i3", 1, True, 2), ("i1", 3, False, 0)]


def test_who_has_not_voted_is_known():
    plan = give_dots(room(), "dots", "p2", "i1", 1).plan
    assert missing(plan, "dots") == ("p1", "p3")
    assert (tally(plan, "dots").voted, tally(plan, "dots").of) == (1, 3)


def test_a_ranking_is_counted_by_points_so_that_one_voice_does_not_win_alone():
    plan = rank(room(), "ranks", "p1", ["i3"]).plan
    plan = rank(plan, "ranks", "p2", ["i1", "i2"]).plan
    plan = rank(plan, "ranks", "p3", ["i1", "i2"]).plan
    assert scores(plan, "ranks") == {"i1": 6, "i2": 4, "i3": 3}


def test_a_new_ranking_takes_the_place_of_the_old_one():
    plan = rank(room(), "ranks", "p1", ["i1", "i2", "i3"]).plan
    plan = rank(plan, "ranks", "p1", ["i3", "i1"]).plan
    assert {vote.entry: vote.place for vote in votes_of(plan, "ranks", "p1")} == {"i3": 1, "i1": 2}
    with pytest.raises(PlanError, match="one place only"):
        rank(plan, "ranks", "p1", ["i1", "i1"])


def test_answers_to_a_question_are_counted_and_a_tie_has_no_lead():
    plan = reply(room(), "asked", "p1", Reply.YES).plan
    plan = reply(plan, "asked", "p2", Reply.NO).plan
    assert tally(plan, "asked").lead is None
    plan = reply(plan, "asked", "p3", Reply.NO).plan
    assert tally(plan, "asked").replies == {Reply.YES: 1, Reply.PARTLY: 0, Reply.NO: 2}
    assert tally(plan, "asked").lead is Reply.NO
    plan = reply(plan, "asked", "p3", None).plan
    assert tally(plan, "asked").lead is None
    assert missing(plan, "asked") == ("p3",)


def test_nothing_is_revealed_before_it_is():
    plan = room()
    assert not tally(plan, "dots").revealed
    assert tally(reveal(plan, "dots").plan, "dots").revealed
    assert not tally(hide(reveal(plan, "dots").plan, "dots").plan, "dots").revealed


def test_votes_are_cleared_for_one_or_for_all():
    plan = give_dots(room(), "dots", "p1", "i1", 1).plan
    plan = give_dots(plan, "dots", "p2", "i1", 1).plan
    assert scores(clear(plan, "dots", "p1").plan)["i1"] == 1
    assert scores(clear(plan, "dots").plan)["i1"] == 0
    with pytest.raises(PlanError, match="Nobody has voted"):
        clear(room(), "dots")


@pytest.mark.parametrize(
    "act",
    [
        lambda plan: give_dots(plan, "gone", "p1", "i1", 1),
        lambda plan: give_dots(plan, "dots", "gone", "i1", 1),
        lambda plan: give_dots(plan, "dots", "p1", "repeat", 1),
        lambda plan: give_dots(plan, "ranks", "p1", "i1", 1),
        lambda plan: rank(plan, "dots", "p1", ["i1"]),
        lambda plan: reply(plan, "dots", "p1", Reply.YES),
        lambda plan: tally(plan, "gone"),
    ],
)
def test_what_does_not_fit_a_ballot_is_refused_in_plain_words(act):
    with pytest.raises(PlanError):
        act(room())


def test_votes_go_with_the_person_the_entry_or_the_ballot():
    plan = give_dots(room(), "dots", "p1", "i1", 1).plan
    plan = give_dots(plan, "dots", "p2", "i2", 1).plan
    assert len(verbs.remove(plan, ["p1"]).plan.votes) == 1
    assert scores(verbs.remove(plan, ["i1"]).plan) == {"i2": 1, "i3": 0}
    assert len(verbs.remove(plan, ["dots"]).plan.votes) == 0


CAST = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(IDEAS), st.integers(-1, 5)), max_size=25)


@given(CAST, st.integers(0, 6))
def test_whatever_is_tried_nobody_ever_has_more_dots_than_the_ballot_gives(cast, each):
    plan = verbs.change(room(), "dots", "dots_each", each).plan
    for who, entry, dots in cast:
        before = plan
        try:
            edit = give_dots(plan, "dots", who, entry, dots)
        except PlanError:
            continue
        plan = edit.plan
        assert apply(plan, diff(before, plan).inverse()) == before
        for person in PEOPLE:
            given_dots = [vote.dots for vote in votes_of(plan, "dots", person)]
            assert sum(given_dots) + dots_left(plan, "dots", person) == each
            assert all(given_dots)
    assert sum(scores(plan).values()) == sum(vote.dots for vote in plan.votes.values())
