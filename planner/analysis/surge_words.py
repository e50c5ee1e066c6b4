"""What a rush does, in one plain sentence: for the window, for screen readers and for charts."""

from decimal import Decimal
from fractions import Fraction
from math import ceil

from planner.analysis.capacity import channel_capacity, people_needed
from planner.analysis.cover import DAY_NAMES
from planner.analysis.surge import MOST_TIMES, Arrivals, SurgeCourse
from planner.language import say, say_count
from planner.model.format import format_number, hours, plural
from planner.model.plan import Plan
from planner.model.records_experience import Channel

CLEARING_DAYS = 5
"""Working days within which a backlog is to be cleared, unless somebody says otherwise."""

WORKDAY = Decimal(8)
"""Paid hours of one person a day, of which occupancy and presence leave the productive ones."""


def surge_sentence(course: SurgeCourse) -> str:
    """Return what happens at a multiple: when the promise breaks, and when the backlog is gone."""
    if course.broken_before:
        return say("{verdict}; {backlog}.", verdict=_even_now(course), backlog=_backlog_at(course))
    return say("{verdict}; {backlog}.", verdict=_verdict(course), backlog=_backlog(course))


def times_sentence(course: SurgeCourse) -> str:
    """Return the multiple and what happens at it, for who can't see the one beside the other."""
    return say("{times}. {sentence}", times=_at_times(course), sentence=surge_sentence(course))


def _at_times(course: SurgeCourse) -> str:
    """Return the multiple in words, as a sentence begins: "At 4 times today's messages"."""
    times = _times(course)
    if times == 1:
        return say("At today's messages")
    return say_count("At {count} time today's messages", "At {count} times today's messages", times)


def _at_times_within(course: SurgeCourse) -> str:
    """Return the same as it stands within a sentence."""
    times = _times(course)
    if times == 1:
        return say("at today's messages")
    return say_count("at {count} time today's messages", "at {count} times today's messages", times)


def _times(course: SurgeCourse) -> Decimal:
    return Decimal(course.times.numerator) / course.times.denominator


def moment_words(hour: int) -> str:
    """Return the end of an hour of a rush that began on a Monday at 0:00, such as "Tuesday 11:00"."""
    day, clock = divmod(hour + 1, 24)
    week, weekday = divmod(day, 7)
    name, time = say(DAY_NAMES[weekday]), f"{clock}:00"
    if not week:
        return say("{day} {time}", day=name, time=time)
    return say("{day} of week {week}, {time}", day=name, week=week + 1, time=time)


def cover_words(course: SurgeCourse) -> str:
    """Return the hours of cover that were reckoned with, and what was taken for granted."""
    cover = course.setup.cover
    week = hours(Decimal(cover.week_minutes) / 60)
    if not cover.note:
        return say("Cover: {cover}, {hours} a week.", cover=cover.in_words(), hours=week)
    return say("Cover: {cover}, {hours} a week. {note}", cover=cover.in_words(), hours=week, note=cover.note)


def arrivals_words(arrivals: Arrivals) -> str:
    """Return what is taken for granted on when people write."""
    if arrivals is Arrivals.COVER:
        return say("Messages are taken to come evenly in the hours of cover.")
    return say("Messages are taken to come evenly at any hour; what comes outside the hours of cover waits.")


def breaking_words(plan: Plan, channel: Channel, course: SurgeCourse, breaks: Fraction | None) -> str:
    """Return at which rush the promise breaks, by the hours that there are and by the wait itself.

    Args:
        plan: the plan.
        channel: the channel.
        course: any rush of the length in question.
        breaks: what `planner.analysis.surge.breaking_point` says.
    """
    most = channel_capacity(plan, channel).holds_up_to
    tells_wait = course.setup.promise is not None and (breaks is None or breaks > 1)
    if most is None:
        return _by_wait(course.days, breaks) if tells_wait else ""
    times = format_number(most, 1)
    if tells_wait:
        return _by_both(times, course.days, breaks)
    return say("The voices' hours are enough up to {times} times today's messages.", times=times)


def _by_wait(days: int, breaks: Fraction | None) -> str:
    if breaks is None:
        return say_count(
            "In a rush of {count} day the promise holds even at {times} times.",
            "In a rush of {count} days the promise holds even at {times} times.",
            days,
            times=MOST_TIMES,
        )
    return say_count(
        "In a rush of {count} day the promise breaks from {times} times on.",
        "In a rush of {count} days the promise breaks from {times} times on.",
        days,
        times=_in_figures(breaks),
    )


def _by_both(enough: str, days: int, breaks: Fraction | None) -> str:
    if breaks is None:
        return say_count(
            "The voices' hours are enough up to {enough} times today's messages; in a rush of {count} day "
            "the promise holds even at {times} times.",
            "The voices' hours are enough up to {enough} times today's messages; in a rush of {count} days "
            "the promise holds even at {times} times.",
            days,
            enough=enough,
            times=MOST_TIMES,
        )
    return say_count(
        "The voices' hours are enough up to {enough} times today's messages; in a rush of {count} day the "
        "promise breaks from {times} times on.",
        "The voices' hours are enough up to {enough} times today's messages; in a rush of {count} days the "
        "promise breaks from {times} times on.",
        days,
        enough=enough,
        times=_in_figures(breaks),
    )


def _in_figures(share: Fraction) -> str:
    return format_number(Decimal(share.numerator) / share.denominator)


def clearing_words(plan: Plan, channel: Channel, course: SurgeCourse) -> str:
    """Return how many people would clear the backlog that is there when the rush ends; "" without one."""
    waiting = round(course.left)
    if not waiting or not channel.minutes:
        return ""
    open_days = Decimal(len({span.day for span in course.setup.cover.spans}))
    limits = plan.the_limits
    productive = WORKDAY * limits.occupancy * limits.presence
    arriving = Decimal(channel.messages or 0) / open_days
    people = people_needed(waiting, arriving, Decimal(CLEARING_DAYS), channel.minutes, productive)
    return say(
        "To answer what waits then, and what comes in, within {days} of cover takes {people} at {hours} of "
        "answering a day.",
        days=plural(CLEARING_DAYS, "day"),
        people=plural(people, "person", "people"),
        hours=hours(productive),
    )


def _verdict(course: SurgeCourse) -> str:
    """Return whether the promise holds, as the first main clause of a sentence."""
    times, promise = _at_times(course), course.setup.promise
    if promise is None:
        return say("{at_times} there is no promise that could break", at_times=times)
    if course.breaks is None:
        return say("{at_times} the {hours}-hour promise holds", at_times=times, hours=_in_hours(promise))
    return say(
        "{at_times} the {hours}-hour promise breaks on {moment}",
        at_times=times,
        hours=_in_hours(promise),
        moment=moment_words(course.breaks),
    )


def _even_now(course: SurgeCourse) -> str:
    promise = course.setup.promise or Fraction(0)
    return say("Even as things are the {hours}-hour promise is not kept", hours=_in_hours(promise))


def _in_hours(promise: Fraction) -> str:
    return _in_figures(promise / 60)


def _backlog(course: SurgeCourse) -> str:
    """Return what becomes of the backlog, as the second main clause of a sentence."""
    most, left = round(course.most), round(course.left)
    if course.cleared is None:
        return _never_cleared(left, only_grows=course.setup.only_grows)
    if not most:
        return say("no backlog builds up")
    if not left:
        return say_count(
            "up to {count} message waits, and nothing is left when the rush ends",
            "up to {count} messages wait, and nothing is left when the rush ends",
            most,
        )
    return say_count(
        "{count} message waits when the rush ends, and the backlog is gone {days} later",
        "{count} messages wait when the rush ends, and the backlog is gone {days} later",
        left,
        days=_days_after(course, course.cleared),
    )


def _never_cleared(left: int, *, only_grows: bool) -> str:
    if only_grows:
        return say_count(
            "{count} message waits when the rush ends, and the backlog never goes away",
            "{count} messages wait when the rush ends, and the backlog never goes away",
            left,
        )
    return say_count(
        "{count} message waits when the rush ends, and half a year later the backlog is still there",
        "{count} messages wait when the rush ends, and half a year later the backlog is still there",
        left,
    )


def _backlog_at(course: SurgeCourse) -> str:
    """Return the same with the multiple, where the first clause does not tell that."""
    most, left, times = round(course.most), round(course.left), _at_times_within(course)
    if course.cleared is None:
        return _never_cleared_at(times, left, only_grows=course.setup.only_grows)
    if not most:
        return say("{at_times}, no backlog builds up", at_times=times)
    if not left:
        return say_count(
            "{at_times}, up to {count} message waits, and nothing is left when the rush ends",
            "{at_times}, up to {count} messages wait, and nothing is left when the rush ends",
            most,
            at_times=times,
        )
    return say_count(
        "{at_times}, {count} message waits when the rush ends, and the backlog is gone {days} later",
        "{at_times}, {count} messages wait when the rush ends, and the backlog is gone {days} later",
        left,
        at_times=times,
        days=_days_after(course, course.cleared),
    )


def _never_cleared_at(times: str, left: int, *, only_grows: bool) -> str:
    if only_grows:
        return say_count(
            "{at_times}, {count} message waits when the rush ends, and the backlog never goes away",
            "{at_times}, {count} messages wait when the rush ends, and the backlog never goes away",
            left,
            at_times=times,
        )
    return say_count(
        "{at_times}, {count} message waits when the rush ends, and half a year later the backlog is still "
        "there",
        "{at_times}, {count} messages wait when the rush ends, and half a year later the backlog is still "
        "there",
        left,
        at_times=times,
    )


def _days_after(course: SurgeCourse, cleared: int) -> str:
    return plural(max(1, ceil((cleared + 1) / 24) - course.days), "day")
