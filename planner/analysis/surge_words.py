"""What a rush does, in one plain sentence: for the window, for screen readers and for charts."""

from decimal import Decimal
from fractions import Fraction
from math import ceil

from planner.analysis.capacity import channel_capacity, people_needed
from planner.analysis.cover import DAY_NAMES
from planner.analysis.surge import MOST_TIMES, Arrivals, SurgeCourse
from planner.language import phrase, say, say_count
from planner.model.format import format_number, hours, plural
from planner.model.plan import Plan
from planner.model.records_experience import Channel

CLEARING_DAYS = 5
"""Working days within which a backlog is to be cleared, unless somebody says otherwise."""

_GROWING = phrase("{waiting} when the rush ends, and the backlog never goes away")
_LASTING = phrase("{waiting} when the rush ends, and half a year later the backlog is still there")
"""Tell a backlog that only grows from one that shrinks too slowly."""

WORKDAY = Decimal(8)
"""Paid hours of one person a day, of which occupancy and presence leave the productive ones."""


def surge_sentence(course: SurgeCourse) -> str:
    """Return what happens at a multiple: when the promise breaks, and when the backlog is gone."""
    times = times_words(course)
    if course.broken_before:
        return say(
            "Even as things are the {promise} is not kept; {times}, {backlog}.",
            promise=_promise(course),
            times=times,
            backlog=_backlog(course),
        )
    return say(
        "{times} {verdict}; {backlog}.",
        times=_capital(times),
        verdict=_verdict(course),
        backlog=_backlog(course),
    )


def times_words(course: SurgeCourse) -> str:
    """Return the multiple in words: "at 4 times today's messages"."""
    times = Decimal(course.times.numerator) / course.times.denominator
    if times == 1:
        return say("at today's messages")
    return say("at {times} today's messages", times=plural(times, "time"))


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
    by_hours, by_wait = _by_hours(plan, channel), _by_wait(course, breaks)
    if by_hours and by_wait:
        return say("{by_hours}; {by_wait}.", by_hours=_capital(by_hours), by_wait=by_wait)
    return say("{clause}.", clause=_capital(by_hours or by_wait)) if by_hours or by_wait else ""


def _by_hours(plan: Plan, channel: Channel) -> str:
    most = channel_capacity(plan, channel).holds_up_to
    if most is None:
        return ""
    return say(
        "the voices' hours are enough up to {times} times today's messages", times=format_number(most, 1)
    )


def _by_wait(course: SurgeCourse, breaks: Fraction | None) -> str:
    if course.setup.promise is None or (breaks is not None and breaks <= 1):
        return ""
    rush = plural(course.days, "day")
    if breaks is None:
        return say("in a rush of {days} the promise holds even at {times} times", days=rush, times=MOST_TIMES)
    times = format_number(Decimal(breaks.numerator) / breaks.denominator)
    return say("in a rush of {days} the promise breaks from {times} times on", days=rush, times=times)


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
    if course.setup.promise is None:
        return say("there is no promise that could break")
    if course.breaks is None:
        return say("the {promise} holds", promise=_promise(course))
    return say(
        "the {promise} breaks on {moment}", promise=_promise(course), moment=moment_words(course.breaks)
    )


def _promise(course: SurgeCourse) -> str:
    promise = course.setup.promise
    if promise is None:
        return say("promise")
    return say(
        "{hours}-hour promise", hours=format_number(Decimal(promise.numerator) / promise.denominator / 60)
    )


def _backlog(course: SurgeCourse) -> str:
    most, left = round(course.most), round(course.left)
    if course.cleared is None:
        lasting = _GROWING if course.setup.only_grows else _LASTING
        return say(lasting, waiting=_wait(left))
    if not most:
        return say("no backlog builds up")
    if not left:
        return say("up to {waiting}, and nothing is left when the rush ends", waiting=_wait(most))
    days = max(1, ceil((course.cleared + 1) / 24) - course.days)
    return say(
        "{waiting} when the rush ends, and the backlog is gone {days} later",
        waiting=_wait(left),
        days=plural(days, "day"),
    )


def _wait(messages: int) -> str:
    return say_count("{count} message waits", "{count} messages wait", messages)


def _capital(clause: str) -> str:
    return f"{clause[0].upper()}{clause[1:]}"
