"""What a rush does, in one plain sentence: for the window, for screen readers and for charts."""

from decimal import Decimal
from fractions import Fraction
from math import ceil

from planner.analysis.capacity import channel_capacity, people_needed
from planner.analysis.cover import DAY_NAMES
from planner.analysis.surge import MOST_TIMES, Arrivals, SurgeCourse
from planner.model.format import format_number, hours, plural
from planner.model.plan import Plan
from planner.model.records_experience import Channel

CLEARING_DAYS = 5
"""Working days within which a backlog is to be cleared, unless somebody says otherwise."""

WORKDAY = Decimal(8)
"""Paid hours of one person a day, of which occupancy and presence leave the productive ones."""


def surge_sentence(course: SurgeCourse) -> str:
    """Return what happens at a multiple: when the promise breaks, and when the backlog is gone."""
    times = times_words(course)
    if course.broken_before:
        return f"Even as things are the {_promise(course)} is not kept; {times}, {_backlog(course)}."
    return f"{times[0].upper()}{times[1:]} {_verdict(course)}; {_backlog(course)}."


def times_words(course: SurgeCourse) -> str:
    """Return the multiple in words: "at 4 times today's messages"."""
    times = Decimal(course.times.numerator) / course.times.denominator
    return "at today's messages" if times == 1 else f"at {plural(times, 'time')} today's messages"


def moment_words(hour: int) -> str:
    """Return the end of an hour of a rush that began on a Monday at 0:00, such as "Tuesday 11:00"."""
    day, clock = divmod(hour + 1, 24)
    week, weekday = divmod(day, 7)
    name = DAY_NAMES[weekday] if week == 0 else f"{DAY_NAMES[weekday]} of week {week + 1}"
    return f"{name}, {clock}:00" if week else f"{name} {clock}:00"


def cover_words(course: SurgeCourse) -> str:
    """Return the hours of cover that were reckoned with, and what was taken for granted."""
    cover = course.setup.cover
    week = hours(Decimal(cover.week_minutes) / 60)
    return " ".join(filter(None, (f"Cover: {cover.in_words()}, {week} a week.", cover.note)))


def arrivals_words(arrivals: Arrivals) -> str:
    """Return what is taken for granted on when people write."""
    if arrivals is Arrivals.COVER:
        return "Messages are taken to come evenly in the hours of cover."
    return "Messages are taken to come evenly at any hour; what comes outside the hours of cover waits."


def breaking_words(plan: Plan, channel: Channel, course: SurgeCourse, breaks: Fraction | None) -> str:
    """Return at which rush the promise breaks, by the hours that there are and by the wait itself.

    Args:
        plan: the plan.
        channel: the channel.
        course: any rush of the length in question.
        breaks: what `planner.analysis.surge.breaking_point` says.
    """
    by_hours = channel_capacity(plan, channel).holds_up_to
    said = []
    if by_hours is not None:
        said.append(f"The voices' hours are enough up to {format_number(by_hours, 1)} times today's messages")
    if course.setup.promise is not None:
        length = plural(course.days, "day")
        if breaks is None:
            said.append(f"in a rush of {length} the promise holds even at {MOST_TIMES} times")
        elif breaks > 1:
            times = format_number(Decimal(breaks.numerator) / breaks.denominator)
            said.append(f"in a rush of {length} the promise breaks from {times} times on")
    words = "; ".join(said)
    return f"{words[0].upper()}{words[1:]}." if words else ""


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
    return (
        f"To answer what waits then, and what comes in, within {CLEARING_DAYS} days of cover takes "
        f"{plural(people, 'person', 'people')} at {hours(productive)} of answering a day."
    )


def _verdict(course: SurgeCourse) -> str:
    if course.setup.promise is None:
        return "there is no promise that could break"
    if course.breaks is None:
        return f"the {_promise(course)} holds"
    return f"the {_promise(course)} breaks on {moment_words(course.breaks)}"


def _promise(course: SurgeCourse) -> str:
    promise = course.setup.promise
    if promise is None:
        return "promise"
    return f"{format_number(Decimal(promise.numerator) / promise.denominator / 60)}-hour promise"


def _backlog(course: SurgeCourse) -> str:
    most, left = round(course.most), round(course.left)
    if course.cleared is None:
        return f"{_wait(left)} when the rush ends, and {_lasts(course)}"
    if not most:
        return "no backlog builds up"
    if not left:
        return f"up to {_wait(most)}, and nothing is left when the rush ends"
    days = max(1, ceil((course.cleared + 1) / 24) - course.days)
    return f"{_wait(left)} when the rush ends, and the backlog is gone {plural(days, 'day')} later"


def _wait(messages: int) -> str:
    return f"{plural(messages, 'message')} {'waits' if messages == 1 else 'wait'}"


def _lasts(course: SurgeCourse) -> str:
    """Tell a backlog that only grows from one that shrinks too slowly."""
    grows = course.setup.only_grows
    return "the backlog never goes away" if grows else "half a year later the backlog is still there"
