from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.analysis.surge import (
    MOST_DAYS,
    MOST_TIMES,
    Arrivals,
    breaking_point,
    simulate,
    surge_setup,
)
from planner.analysis.surge_words import (
    arrivals_words,
    clearing_words,
    cover_words,
    moment_words,
    surge_sentence,
)
from planner.model.plan import empty_plan
from planner.model.records_experience import Channel, Voice
from planner.model.records_purpose import Limits

PLAN = msgspec.structs.replace(
    empty_plan(), limits={"limits": Limits(occupancy=Decimal(1), presence=Decimal(1))}
)
STEADY = Channel(
    id="steady",
    interactive=True,
    promise_hours=Decimal(5),
    cover="24/7",
    messages=168,
    minutes=Decimal(60),
    voices=(Voice("a", Decimal(168)), Voice("b", Decimal(168))),
)
"""One message an hour comes, two an hour can be answered."""
OFFICE = msgspec.structs.replace(
    STEADY, cover="Mon to Fri 9 to 17", messages=40, voices=(Voice("a", Decimal(80)),)
)
"""One message an hour of cover comes, two can be answered."""


def course(channel=STEADY, times=4, days=1, arrivals=Arrivals.COVER):
    return simulate(surge_setup(PLAN, channel, arrivals), times, days)


def waits(found):
    return tuple(found.waiting(hour) for hour in range(len(found.arrived)))


def test_a_rush_as_worked_by_hand():
    """Four an hour come for a day and two are answered: 48 wait, and go by one an hour within 48 hours."""
    found = course()
    assert waits(found)[:3] == (2, 4, 6)
    assert found.most == found.left == 48
    assert found.waiting(24) == 47
    assert found.cleared == 23 + 48


def test_the_oldest_message_ages_by_half_an_hour_an_hour():
    found = course()
    assert found.ages[:4] == (0.5, 1.0, 1.5, 2.0)
    assert max(found.ages) == 24  # the last message of the rush waits behind 48
    assert found.breaks == 10  # after eleven hours it is 5.5 h old


def test_a_promise_that_is_just_kept_is_kept():
    """The last message of the rush waits 24 hours behind 48 others, and no other waits longer."""
    assert course(msgspec.structs.replace(STEADY, promise_hours=Decimal(24))).breaks is None
    assert course(msgspec.structs.replace(STEADY, promise_hours=Decimal("23.99"))).breaks == 47


def test_work_as_usual_builds_up_no_backlog():
    found = course(times=1)
    assert set(waits(found)) == {0}
    assert (found.breaks, found.broken_before, found.cleared) == (None, False, 24)


def test_nobody_answers_outside_the_cover_and_the_clock_stands_still():
    found = course(OFFICE, times=4, days=1)
    assert found.waiting(8) == 0  # Monday 9:00
    assert found.waiting(16) == 16  # eight hours at two more than are answered
    assert waits(found)[17:32] == (16,) * 15  # the night
    assert found.ages[17:32] == (found.ages[16],) * 15
    assert found.cleared == 48 + 16  # Tuesday takes eight off, Wednesday the rest


def test_a_promise_of_days_counts_days_with_cover():
    late = msgspec.structs.replace(OFFICE, promise_hours=Decimal(24))
    hours = course(late, times=8, days=1).ages
    assert hours[32] - hours[23] == pytest.approx(9, abs=1)  # the night counts


def test_what_comes_at_night_waits_for_the_morning():
    found = course(msgspec.structs.replace(OFFICE, messages=168), times=1, arrivals=Arrivals.ANY_HOUR)
    assert found.waiting(7) - found.waiting(3) == 4
    weekend = course(OFFICE, times=1, days=7, arrivals=Arrivals.ANY_HOUR)
    assert weekend.waiting(7) > 0  # Monday morning finds the weekend


def test_too_few_hours_are_never_enough():
    found = course(msgspec.structs.replace(STEADY, voices=(Voice("a", Decimal(168)),)))
    assert found.cleared is None
    assert "never goes away" in surge_sentence(found)


def test_nobody_there_answers_nothing():
    found = course(msgspec.structs.replace(STEADY, voices=()), times=1)
    assert set(found.answered) == {0}
    assert found.broken_before


def test_messages_that_take_no_time_never_wait_in_the_hours_of_cover():
    found = course(msgspec.structs.replace(OFFICE, minutes=Decimal(0)), times=20, days=28)
    assert set(waits(found)) == {0}


@pytest.mark.parametrize("name", ["messages", "minutes"])
def test_without_figures_there_is_nothing_to_reckon(name):
    assert surge_setup(PLAN, msgspec.structs.replace(STEADY, **{name: None})) is None


def test_without_a_promise_none_breaks():
    setup = surge_setup(PLAN, msgspec.structs.replace(STEADY, promise_hours=None))
    assert simulate(setup, 20, 3).breaks is None
    assert breaking_point(setup, 3) is None
    assert "no promise that could break" in surge_sentence(simulate(setup, 4, 1))


def test_the_breaking_point_is_worked_by_hand():
    """The last message of a day waits 24 x (times / 2 - 1) hours: more than five above 2.417 times."""
    assert breaking_point(surge_setup(PLAN, STEADY), 1) == Fraction(25, 10)


def test_a_promise_that_is_broken_anyway_breaks_at_once():
    assert breaking_point(surge_setup(PLAN, msgspec.structs.replace(STEADY, voices=())), 1) == 1


def test_a_promise_that_holds_at_any_rush_has_no_breaking_point():
    many = msgspec.structs.replace(STEADY, voices=(Voice("a", Decimal(168)),) * 20)
    assert breaking_point(surge_setup(PLAN, many), MOST_DAYS) is None


CHANNELS = st.builds(
    Channel,
    id=st.just("any"),
    interactive=st.just(True),
    promise_hours=st.one_of(st.none(), st.integers(0, 100).map(Decimal)),
    cover=st.sampled_from(["24/7", "Mon to Fri 9 to 17", "Daily 8:30-12 and 13-18:15", "Sat 22 to 2", "?"]),
    messages=st.integers(0, 100_000),
    minutes=st.decimals(0, 600, places=1),
    voices=st.lists(st.decimals(0, 168, places=2), max_size=3).map(
        lambda hours: tuple(Voice(f"p{at}", each) for at, each in enumerate(hours))
    ),
)
RUSHES = st.tuples(st.integers(1, MOST_TIMES), st.integers(1, 9), st.sampled_from(Arrivals))


@settings(max_examples=40)
@given(CHANNELS, RUSHES)
def test_no_message_is_lost(channel, rush):
    times, days, arrivals = rush
    setup = surge_setup(PLAN, channel, arrivals)
    found = simulate(setup, times, days)
    week = sum(setup.arriving)
    assert Fraction(week, setup.part) == channel.messages
    came = [(b - a) * setup.part for a, b in pairwise((0, *found.arrived))][1:]
    for hour, parts in enumerate(came, start=1):
        factor = times if hour < days * 24 else 1
        assert parts == setup.arriving[hour % 168] * factor * found.setup.part
    answered = [b - a for a, b in pairwise(found.answered)]
    assert all(each >= 0 for each in answered)
    if setup.answering is not None:
        assert all(each <= setup.answering[(at + 1) % 168] for at, each in enumerate(answered))
    assert all(waiting >= 0 for waiting in waits(found))


@settings(max_examples=40)
@given(CHANNELS, RUSHES, st.integers(1, MOST_TIMES))
def test_more_messages_never_shorten_a_wait(channel, rush, other):
    times, days, arrivals = rush
    setup = surge_setup(PLAN, channel, arrivals)
    few, many = (simulate(setup, each, days) for each in sorted((times, other)))
    for less, more in zip(few.ages, many.ages, strict=False):
        assert less <= more + 1e-9
    assert few.breaks is None or (many.breaks is not None and many.breaks <= few.breaks)
    assert many.cleared is None or (few.cleared is not None and few.cleared <= many.cleared)


@settings(max_examples=40)
@given(CHANNELS, RUSHES)
def test_every_course_has_a_sentence(channel, rush):
    times, days, arrivals = rush
    found = simulate(surge_setup(PLAN, channel, arrivals), times, days)
    assert surge_sentence(found).endswith(".")
    assert surge_sentence(found)[0].isupper()
    clearing_words(PLAN, channel, found)


@settings(max_examples=25)
@given(CHANNELS, RUSHES)
def test_the_breaking_point_is_where_it_begins_to_break(channel, rush):
    _, days, arrivals = rush
    setup = surge_setup(PLAN, channel, arrivals)
    point = breaking_point(setup, days)
    holds = point - Fraction(1, 10) if point else Fraction(MOST_TIMES)
    if point:
        at_point = simulate(setup, point, days)
        assert at_point.broken_before or at_point.breaks is not None
    if setup.promise is not None and point != 1:
        assert simulate(setup, holds, days).breaks is None


def test_a_rush_is_told_in_one_sentence():
    assert surge_sentence(course()) == (
        "At 4 times today's messages the 5-hour promise breaks on Monday 11:00; 48 messages wait when the "
        "rush ends, and the backlog is gone 2 days later."
    )
    assert surge_sentence(course(times=1)) == (
        "At today's messages the 5-hour promise holds; no backlog builds up."
    )


def test_people_who_clear_the_backlog_are_told():
    """48 in 5 days and 24 a day are 33.6 a day; at 8 h of answering a person does 8: five people."""
    assert "takes 5 people at 8 h of answering a day" in clearing_words(PLAN, STEADY, course())
    assert clearing_words(PLAN, STEADY, course(times=1)) == ""


@pytest.mark.parametrize(
    ("hour", "words"),
    [
        (0, "Monday 1:00"),
        (34, "Tuesday 11:00"),
        (167, "Monday of week 2, 0:00"),
        (176, "Monday of week 2, 9:00"),
    ],
)
def test_moments_are_told_by_day_and_clock(hour, words):
    assert moment_words(hour) == words


def test_the_cover_that_is_reckoned_with_is_told():
    unclear = course(msgspec.structs.replace(OFFICE, cover="mostly"))
    assert cover_words(unclear) == (
        "Cover: Mon to Fri 9:00 to 17:00, 40 h a week. "
        "Hours of cover not understood: counted as Mon to Fri 9:00 to 17:00."
    )
    assert all(arrivals_words(each).endswith(".") for each in Arrivals)
