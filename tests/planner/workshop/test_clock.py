"""The workshop's clock by an injected time: no second is lost, nothing needs a sleep."""

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from planner.editing import verbs
from planner.errors import PlanError
from planner.model.plan import Plan, empty_plan
from planner.model.records_workshop import AgendaBlock
from planner.model.vocabulary import BlockSort
from planner.workshop import clock
from planner.workshop.face import Day, elapsed_on, face
from planner.workshop.pace import Pace, clock_words
from planner.workshop.state import NOT_BEGUN, RoomState, from_json, to_json

NINE = datetime(2027, 3, 4, 9, 0, tzinfo=timezone(timedelta(hours=1)))
BLOCKS = ("opening", "work", "buffer", "closing")


def at(minutes: float = 0, seconds: float = 0) -> datetime:
    return NINE + timedelta(minutes=minutes, seconds=seconds)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def made() -> Plan:
    plan = empty_plan("A day together")
    for name in BLOCKS:
        sort = BlockSort.BUFFER if name == "buffer" else BlockSort.WORK
        plan = verbs.add(plan, AgendaBlock(id=name, name=name, minutes=20, sort=sort)).plan
    return plan


PLAN = made()


def begun(plan: Plan = PLAN) -> RoomState:
    return clock.start(plan, NOT_BEGUN, NINE)


def test_before_the_start_no_block_is_at_hand():
    shown = face(PLAN, NOT_BEGUN, NINE)
    assert (shown.block, shown.number, shown.count, shown.day) == (None, 0, 4, None)
    assert shown.following == PLAN.agenda_blocks["opening"]


def test_the_start_shows_the_first_block_and_what_comes():
    shown = face(PLAN, begun(), at(5, 30))
    assert shown.block == PLAN.agenda_blocks["opening"]
    assert shown.following == PLAN.agenda_blocks["work"]
    assert (shown.number, shown.elapsed, shown.left, shown.over) == (
        1,
        minutes(5.5),
        minutes(14.5),
        minutes(0),
    )


def test_groups_of_the_wall_that_were_prepared_are_there_when_it_begins():
    prepared = replace(NOT_BEGUN, groups=("What guests say",))
    assert clock.start(PLAN, prepared, NINE).groups == ("What guests say",)


def test_a_workshop_does_not_begin_twice_nor_without_an_agenda():
    with pytest.raises(PlanError, match="begun already"):
        clock.start(PLAN, begun(), at(1))
    with pytest.raises(PlanError, match="agenda is empty"):
        clock.start(empty_plan(), NOT_BEGUN, NINE)


@pytest.mark.parametrize(
    ("passed", "pace"),
    [
        (0, Pace.ON_TIME),
        (15.9, Pace.ON_TIME),
        (16, Pace.NEARLY_OVER),
        (19.99, Pace.NEARLY_OVER),
        (20, Pace.OVER_TIME),
        (45, Pace.OVER_TIME),
    ],
)
def test_a_block_turns_from_green_to_amber_to_red(passed, pace):
    assert face(PLAN, begun(), at(passed)).pace is pace


def test_each_pace_has_a_word_a_shape_and_a_colour_of_its_own():
    for told in ("label", "mark", "tone"):
        assert len({getattr(pace, told) for pace in Pace}) == len(Pace)


def test_the_last_five_minutes_of_a_long_block_are_nearly_over_not_its_last_fifth():
    plan = verbs.change(PLAN, "opening", "minutes", 120).plan
    assert face(plan, begun(plan), at(114)).pace is Pace.ON_TIME
    assert face(plan, begun(plan), at(115)).pace is Pace.NEARLY_OVER


def test_a_pause_stops_the_block_and_puts_the_day_behind():
    paused = clock.pause(begun(), at(10))
    assert face(PLAN, paused, at(17)).elapsed == minutes(10)
    assert face(PLAN, paused, at(17)).is_paused
    resumed = clock.resume(paused, at(17))
    shown = face(PLAN, resumed, at(20))
    assert shown.elapsed == minutes(13)
    assert shown.day.behind == minutes(7)
    assert shown.day.sentence == "7 minutes behind"


def test_added_minutes_make_a_block_longer_and_the_day_later():
    longer = clock.add_minutes(clock.add_minutes(begun(), 5), 5)
    shown = face(PLAN, longer, at(10))
    assert (shown.length, shown.day.behind) == (minutes(30), minutes(10))
    assert face(PLAN, clock.add_minutes(longer, -15), at(10)).day.sentence == "5 minutes ahead"


def test_a_block_never_has_less_than_no_time():
    assert face(PLAN, clock.add_minutes(begun(), -500), at(0)).length == minutes(0)


def test_a_short_block_puts_the_day_ahead():
    shown = face(PLAN, clock.go_next(PLAN, begun(), at(12)), at(12))
    assert shown.day.behind == minutes(-8)
    assert shown.day.sentence == "8 minutes ahead"
    assert shown.day.ends_at == at(72)


@pytest.mark.parametrize(
    ("late", "words"),
    [
        (0.4, "On time"),
        (1, "1 minute behind"),
        (89.4, "89 minutes behind"),
        (89.6, "1 h 30 min behind"),
        (120, "2 hours behind"),
        (200, "3 h 20 min behind"),
        (1433, "23 h 53 min behind"),
        (-89, "89 minutes ahead"),
        (-90, "1 h 30 min ahead"),
        (-180, "3 hours ahead"),
    ],
)
def test_an_hour_and_a_half_and_more_is_said_in_hours(late, words):
    assert Day(minutes(late), at(80 + late), minutes(0)).sentence == words


def test_who_starts_hours_late_reads_hours():
    plan = verbs.change(PLAN, "workshop", "on", date(2027, 3, 4)).plan
    plan = verbs.change(plan, "workshop", "start", "05:40").plan
    assert face(plan, begun(plan), NINE).day.sentence == "3 h 20 min behind"


def test_buffers_take_up_what_is_late():
    late = clock.go_next(PLAN, begun(), at(35))
    shown = face(PLAN, late, at(35))
    assert (shown.day.behind, shown.day.slack, shown.day.pace) == (minutes(15), minutes(20), Pace.NEARLY_OVER)
    later = clock.go_next(PLAN, begun(), at(45))
    assert face(PLAN, later, at(45)).day.pace is Pace.OVER_TIME


def test_a_late_start_on_the_planned_day_is_behind_and_on_another_day_is_not():
    plan = verbs.change(PLAN, "workshop", "on", date(2027, 3, 4)).plan
    plan = verbs.change(plan, "workshop", "start", "08:45").plan
    assert face(plan, begun(plan), NINE).day.behind == minutes(15)
    other = verbs.change(plan, "workshop", "on", date(2027, 3, 5)).plan
    assert face(other, begun(other), NINE).day.behind == minutes(0)


def test_back_and_jump_go_on_where_a_block_stood():
    state = clock.go_next(PLAN, begun(), at(10))
    state = clock.go_back(PLAN, state, at(13))
    assert face(PLAN, state, at(15)).elapsed == minutes(12)
    state = clock.jump(PLAN, state, "closing", at(15))
    state = clock.jump(PLAN, state, "work", at(16))
    assert face(PLAN, state, at(18)).elapsed == minutes(5)
    assert set(state.done) == {"opening", "closing"}


def test_there_is_nothing_before_the_first_block():
    with pytest.raises(PlanError, match="first block"):
        clock.go_back(PLAN, begun(), at(1))


def test_behind_the_last_block_the_workshop_is_over_and_can_go_on():
    state = begun()
    for number in range(len(BLOCKS)):
        state = clock.go_next(PLAN, state, at(20 * (number + 1)))
    shown = face(PLAN, state, at(100))
    assert shown.has_ended
    assert (shown.block, shown.following, shown.day) == (None, None, None)
    again = clock.go_back(PLAN, state, at(100))
    assert face(PLAN, again, at(101)).elapsed == minutes(21)
    assert not again.has_ended


@pytest.mark.parametrize(
    "act",
    [
        lambda state: clock.go_next(PLAN, state, NINE),
        lambda state: clock.go_back(PLAN, state, NINE),
        lambda state: clock.jump(PLAN, state, "work", NINE),
        lambda state: clock.pause(state, NINE),
        lambda state: clock.resume(state, NINE),
        lambda state: clock.add_minutes(state, 5),
        lambda state: clock.finish(state, NINE),
        lambda state: clock.leave_out(state, minutes(1), NINE),
    ],
)
def test_acts_before_the_start_are_refused_in_plain_words(act):
    with pytest.raises(PlanError):
        act(NOT_BEGUN)


def test_a_block_that_is_taken_out_while_it_runs_is_left_for_the_first_not_done():
    state = clock.go_next(PLAN, begun(), at(20))
    plan = verbs.remove(PLAN, ["work"]).plan
    assert face(plan, state, at(21)).block is None
    assert face(plan, state, at(21)).following == plan.agenda_blocks["buffer"]
    assert clock.go_next(plan, state, at(22)).block == "buffer"


def test_what_is_resized_and_moved_while_it_runs_counts_at_once():
    plan = verbs.change(PLAN, "opening", "minutes", 45).plan
    assert face(plan, begun(), at(30)).left == minutes(15)
    plan = verbs.reorder(PLAN, "closing", 1).plan
    assert clock.go_next(plan, begun(), at(20)).block == "closing"


def test_a_clock_that_is_set_back_takes_no_time_away():
    state = clock.look(begun(), at(10))
    back = clock.look(state, at(-50))
    assert face(PLAN, back, at(-50)).elapsed == minutes(10)
    assert face(PLAN, back, at(-48)).elapsed == minutes(12)
    assert clock.pause(state, at(-50)).spent_on("opening") == minutes(10)


def test_a_computer_that_slept_is_told_and_its_time_can_be_left_out():
    state = clock.look(begun(), at(10))
    assert clock.slept(state, at(14)) is None
    assert clock.slept(state, at(52)) == minutes(42)
    assert face(PLAN, state, at(52)).elapsed == minutes(52)
    left = clock.leave_out(state, minutes(42), at(52))
    assert face(PLAN, left, at(53)).elapsed == minutes(11)


def test_no_more_is_left_out_than_passed():
    left = clock.leave_out(begun(), minutes(500), at(10))
    assert face(PLAN, left, at(10)).elapsed == minutes(0)


@pytest.mark.parametrize(
    ("length", "words"),
    [(0, "0:00"), (-5, "0:00"), (59.9, "0:59"), (725, "12:05"), (3599, "59:59"), (3725, "1:02:05")],
)
def test_a_length_of_time_as_a_clock_shows_it(length, words):
    assert clock_words(timedelta(seconds=length)) == words


ACTS = {
    "next": lambda state, now: clock.go_next(PLAN, state, now),
    "back": lambda state, now: clock.go_back(PLAN, state, now),
    "jump": lambda state, now: clock.jump(PLAN, state, "buffer", now),
    "pause": clock.pause,
    "resume": clock.resume,
    "add": lambda state, _now: clock.add_minutes(state, 5),
    "look": clock.look,
}
SEQUENCES = st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 10**10)), max_size=40)


def run(acts, kept=lambda state: state) -> tuple[RoomState, datetime, timedelta]:
    """Do acts one after the other, those refused left out; return state, last moment and time paused."""
    state, now, paused = begun(), NINE, timedelta()
    for name, microseconds in acts:
        waited = timedelta(microseconds=microseconds)
        idle = not state.is_running
        now += waited
        paused += waited if idle else timedelta()
        try:
            state = kept(ACTS[name](state, now))
        except PlanError:
            continue
    return state, now, paused


@given(SEQUENCES)
def test_whatever_is_done_with_rising_times_no_moment_is_lost(acts):
    state, now, paused = run(acts)
    spent = sum((elapsed_on(state, block, now) for block in BLOCKS), timedelta())
    assert spent + paused == now - NINE


@given(SEQUENCES)
def test_saving_and_loading_at_any_point_changes_nothing(acts):
    kept, now, _ = run(acts, lambda state: from_json(to_json(state)))
    plain, _, _ = run(acts)
    assert kept == plain
    assert face(PLAN, kept, now) == face(PLAN, plain, now)


@given(SEQUENCES)
def test_stretches_follow_one_another_and_a_ballot_on_view_stays(acts):
    state, _, _ = run(acts, lambda state: replace(state, view="board"))
    assert all(one.ended <= two.began for one, two in pairwise(state.stretches))
    assert all(one.began.astimezone(UTC) <= one.ended for one in state.stretches)
