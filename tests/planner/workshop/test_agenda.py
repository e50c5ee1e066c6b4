"""The agenda: times follow from lengths, whatever is moved; templates fit the plan and the day."""

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.editing import verbs
from planner.editing.patch import apply, diff
from planner.errors import PlanError
from planner.model.kinds import Step
from planner.model.plan import empty_plan
from planner.model.records_workshop import AgendaBlock
from planner.model.vocabulary import BlockSort
from planner.samples import load_sample
from planner.truths.engine import check_plan
from planner.truths.progress import StepState
from planner.workshop.agenda import (
    available,
    clock_of,
    delete,
    ends,
    insert,
    is_closed,
    make_agenda,
    move,
    not_fitting,
    overrun,
    resize,
    timed,
    total,
)
from planner.workshop.fitting import fitted, from_walk
from planner.workshop.templates import TEMPLATES, template

TODAY = date(2027, 1, 15)


def agenda(*minutes: int):
    plan = empty_plan("A day together")
    for number, length in enumerate(minutes):
        plan = verbs.add(plan, AgendaBlock(id=f"b{number}", name=f"Block {number}", minutes=length)).plan
    return plan


def day(plan, **values):
    for name, value in values.items():
        plan = verbs.change(plan, "workshop", name, value).plan
    return plan


def spans(plan):
    return [(one.block.id, one.begins - 540, one.ends - 540) for one in timed(plan)]


def test_times_follow_from_the_start_and_the_lengths():
    assert spans(agenda(20, 25, 35)) == [("b0", 0, 20), ("b1", 20, 45), ("b2", 45, 80)]
    assert [one.span for one in timed(agenda(20, 25))] == ["09:00 to 09:20", "09:20 to 09:45"]


def test_a_start_that_nobody_set_is_nine():
    assert timed(day(agenda(20), start=""))[0].span == "09:00 to 09:20"
    assert timed(day(agenda(20), start="13:45"))[0].span == "13:45 to 14:05"


def test_a_block_over_midnight_belongs_to_the_next_day():
    (one,) = timed(day(agenda(90), start="23:00"))
    assert one.ends_at(date(2027, 2, 28)).isoformat() == "2027-03-01T00:30:00"
    assert clock_of(one.ends).isoformat() == "00:30:00"


def test_everything_after_a_resized_block_moves():
    assert spans(resize(agenda(20, 25, 35), "b0", 30).plan) == [("b0", 0, 30), ("b1", 30, 55), ("b2", 55, 90)]


def test_a_moved_inserted_or_deleted_block_lets_the_others_close_up():
    plan = agenda(20, 25, 35)
    assert [key for key, *_ in spans(move(plan, "b2", 0).plan)] == ["b2", "b0", "b1"]
    assert spans(delete(plan, "b1").plan) == [("b0", 0, 20), ("b2", 20, 55)]
    after = insert(plan, 1, sort=BlockSort.PAUSE, block="rest").plan
    assert spans(after)[:2] == [("b0", 0, 20), ("rest", 20, 35)]
    assert after.agenda_blocks["rest"].name == "Break"


def test_a_length_that_no_day_has_is_refused():
    with pytest.raises(PlanError):
        resize(agenda(20), "b0", 24 * 60 + 1)


def test_what_does_not_fit_the_day_is_told():
    plan = day(agenda(60, 60, 60), until="11:00")
    assert (available(plan), overrun(plan)) == (120, 60)
    assert [one.block.id for one in not_fitting(plan)] == ["b2"]
    assert not_fitting(day(plan, until="")) == ()
    assert overrun(day(plan, until="12:00")) == 0


def test_people_who_leave_after_midnight_leave_on_the_next_day():
    assert available(day(agenda(60), start="22:00", until="01:00")) == 180


MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("move"), st.integers(0, 5), st.integers(-2, 9)),
        st.tuples(st.just("resize"), st.integers(0, 5), st.integers(0, 300)),
        st.tuples(st.just("insert"), st.integers(-2, 9), st.sampled_from(list(BlockSort))),
        st.tuples(st.just("delete"), st.integers(0, 5), st.none()),
    ),
    max_size=15,
)


@given(MOVES)
def test_whatever_is_done_the_blocks_follow_one_another_and_make_up_the_total(moves):
    plan = agenda(20, 25, 35, 45, 35, 20)
    for act, one, other in moves:
        before, block = plan, f"b{one}"
        if act == "insert":
            plan = insert(plan, one, sort=other).plan
            assert len(plan.agenda_blocks) == len(before.agenda_blocks) + 1
        elif block not in plan.agenda_blocks:
            continue
        elif act == "move":
            plan = move(plan, block, other).plan
            assert set(plan.agenda_blocks) == set(before.agenda_blocks)
            assert total(plan) == total(before)
        elif act == "resize":
            plan = resize(plan, block, other).plan
            assert total(plan) == total(before) - before.agenda_blocks[block].minutes + other
        else:
            plan = delete(plan, block).plan
            assert total(plan) == total(before) - before.agenda_blocks[block].minutes
        found = timed(plan)
        assert [one.block for one in found] == list(plan.agenda_blocks.values())
        assert all(one.ends == two.begins for one, two in pairwise(found))
        assert ends(plan) == 540 + total(plan)


# templates

PLAIN = [known for known in TEMPLATES if known.blocks]


@pytest.mark.parametrize(
    ("key", "minutes"), [("half-day", 240), ("day", 480), ("ogsm", 180), ("remote", 120)]
)
def test_a_template_lasts_as_long_as_it_says(key, minutes):
    assert template(key).minutes == minutes


def test_the_rhythm_is_the_one_it_is_named_for():
    assert [block.minutes for block in template("ogsm").blocks] == [20, 25, 35, 45, 35, 20]
    plan = load_sample("pizzeria")
    made = make_agenda(plan, "ogsm", check_plan(plan, TODAY)).plan
    assert [block.minutes for block in made.agenda_blocks.values()] == [20, 25, 35, 45, 35, 20]


@pytest.mark.parametrize("known", PLAIN, ids=lambda known: known.key)
def test_each_block_of_a_template_names_its_result_and_one_question(known):
    for block in known.blocks:
        assert block.name
        if block.sort is not BlockSort.PAUSE:
            assert block.output
            assert block.notes
            assert re.fullmatch(r"[^?]+\?", block.question), "one question, and nothing else"


@pytest.mark.parametrize("known", PLAIN, ids=lambda known: known.key)
def test_nobody_sits_more_than_two_hours_without_a_break_unless_the_rhythm_says_so(known):
    run = 0
    for block in known.blocks:
        run = 0 if block.sort is BlockSort.PAUSE else run + block.minutes
        assert run <= (180 if known.fixed else 130)


def test_an_unknown_template_is_told_with_those_that_are():
    with pytest.raises(PlanError) as told:
        template("week")
    assert "half-day, day, ogsm, remote, walk" in told.value.hint


STATES = st.fixed_dictionaries({step: st.sampled_from(list(StepState)) for step in Step})


@given(STATES, st.sampled_from(PLAIN))
def test_a_fitted_template_lasts_as_long_in_whole_steps_of_five_minutes(states, known):
    blocks = fitted(known.blocks, states)
    assert sum(block.minutes for block in blocks) == known.minutes
    assert all(block.minutes % 5 == 0 and block.minutes >= 10 for block in blocks)


def test_an_empty_step_gets_more_time_than_a_finished_one():
    states = dict.fromkeys(Step, StepState.OPEN) | {
        Step.EXPERIENCE: StepState.DONE,
        Step.OBJECTIVES: StepState.STOPPED,
    }
    before = {block.step: block.minutes for block in template("day").blocks if block.sort is BlockSort.WORK}
    after = {
        block.step: block.minutes
        for block in fitted(template("day").blocks, states)
        if block.sort is BlockSort.WORK
    }
    assert after[Step.EXPERIENCE] < before[Step.EXPERIENCE]
    assert after[Step.OBJECTIVES] > before[Step.OBJECTIVES]


@given(STATES, st.one_of(st.none(), st.integers(200, 600)))
def test_an_agenda_from_the_walk_has_every_step_and_breaks_in_time(states, minutes):
    blocks = from_walk(states, minutes)
    assert {block.step for block in blocks if block.step} == set(Step)
    run = 0
    for block in blocks[:-3]:
        run = 0 if block.sort is BlockSort.PAUSE else run + block.minutes
        assert run <= 90


def test_an_agenda_from_the_walk_fits_the_day_where_the_day_is_long_enough():
    states = dict.fromkeys(Step, StepState.NOT_STARTED)
    assert sum(block.minutes for block in from_walk(states)) > 400
    assert sum(block.minutes for block in from_walk(states, 400)) <= 400


@pytest.mark.parametrize("known", TEMPLATES, ids=lambda known: known.key)
def test_making_an_agenda_replaces_the_old_one_in_one_step(known):
    plan = load_sample("pizzeria")
    plan = insert(plan, 0, block="old").plan
    made = make_agenda(plan, known.key, check_plan(plan, TODAY)).plan
    assert "old" not in made.agenda_blocks
    assert len(made.agenda_blocks) >= 6
    assert apply(made, diff(plan, made).inverse()) == plan


@pytest.mark.parametrize("key", [one.key for one in TEMPLATES])
def test_every_template_ends_with_a_closing_block_for_what_is_undecided(key):
    plan = load_sample("charity")
    plan = make_agenda(plan, key, check_plan(plan, TODAY)).plan
    assert is_closed(plan)
    last = list(plan.agenda_blocks)[-1]
    assert is_closed(insert(plan, 99, sort=BlockSort.BUFFER).plan)
    assert not is_closed(insert(plan, 99, sort=BlockSort.WORK).plan)
    assert not is_closed(move(plan, last, 0).plan)
