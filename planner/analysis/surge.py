"""What a rush does to a promise: backlog and the oldest message's age, hour by hour.

A channel is a queue that is answered first in, first out. An hour of the week brings messages and takes
answers:

    arriving an hour = messages a week x minutes of cover in it / minutes of cover a week
    answered an hour = productive hours a week x 60 / minutes a message, spread in the same way

The rush begins on a Monday at 0:00, after two weeks as usual, and multiplies what arrives for some days; then
all is as usual again. The voices' hours are spread evenly over the hours of cover. Messages may also be
taken to come at any hour (`Arrivals.ANY_HOUR`), evenly over day and night; what comes outside the cover
waits.

The promise's clock stands still where nobody is said to be there: a promise of less than a day counts
hours of cover, a longer one counts whole days with cover.

The queue is reckoned in whole numbers of the smallest part of a message that any hour brings or takes, so
that nothing is lost by rounding: arrived = answered + waiting, at every hour.

Source: promises of hours are judged by workload and backlog, oldest first (R3, R7, B; back-office planning).
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache
from math import lcm
from operator import sub

from msgspec import Struct
from msgspec.structs import replace

from planner.analysis.capacity import channel_capacity
from planner.analysis.cover import WEEK_HOURS, Cover, read_cover
from planner.model.plan import Plan
from planner.model.records_experience import Channel
from planner.model.values import Choice

MOST_TIMES = 20
USUAL_DAYS, MOST_DAYS = 3, 28
"""A rush that lasts longer is no rush, but the new usual."""

_BEFORE = 2 * WEEK_HOURS
"""Two weeks as usual, so that the rush finds what a weekend leaves behind."""

_LAST_HOUR = 26 * WEEK_HOURS
"""Half a year after the rush began: a backlog that lasts longer is told as lasting longer."""

_AFTER = 4 * WEEK_HOURS
"""How far a backlog that only grows is followed."""


class Arrivals(Choice):
    """When people write."""

    COVER = "cover", "In the hours of cover"
    ANY_HOUR = "any-hour", "At any hour"


class SurgeSetup(Struct, frozen=True, kw_only=True):
    """A channel as a queue, by the hour of the week.

    Attributes:
        channel: id of the channel.
        cover: when somebody is there.
        arriving: parts of a message that arrive in each hour of a week, as usual.
        answering: parts of a message that can be answered in each hour; None where a message takes no
            time, so that all that wait are answered.
        part: how many parts make one message.
        promise: minutes within which an answer is promised; None without a promise.
        clock: minutes of each hour of a week for which the promise's clock runs.
    """

    channel: str
    cover: Cover
    arriving: tuple[int, ...]
    answering: tuple[int, ...] | None
    part: int
    promise: Fraction | None
    clock: tuple[int, ...]

    @property
    def only_grows(self) -> bool:
        """Whether a backlog never goes away: no more can be answered in a week than arrives as usual."""
        return self.answering is not None and sum(self.answering) <= sum(self.arriving)


class SurgeCourse(Struct, frozen=True, kw_only=True, dict=True):
    """The hours of a rush; each list has an entry for the end of each hour from its beginning on.

    Attributes:
        setup: the queue.
        times: by what today's messages are multiplied.
        days: how long the rush lasts.
        arrived: parts of a message that came since the weeks before, in all.
        answered: parts of them that were answered.
        ages: age of the oldest message that waits, in hours of the promise's clock.
        breaks: the hour by the end of which the promise is broken first; None where it holds.
        broken_before: whether it was broken in the weeks before the rush already.
        cleared: the hour after the rush by the end of which nothing waits; None where that is not reached
            within half a year.
    """

    setup: SurgeSetup
    times: Fraction
    days: int
    arrived: tuple[int, ...]
    answered: tuple[int, ...]
    ages: tuple[float, ...]
    breaks: int | None
    broken_before: bool
    cleared: int | None

    @cached_property
    def parts_waiting(self) -> tuple[int, ...]:
        """Parts of a message that wait at the end of each hour."""
        return tuple(map(sub, self.arrived, self.answered))

    def waiting(self, hour: int) -> Fraction:
        """Return how many messages wait at the end of an hour, exactly; none once they are cleared."""
        return Fraction(self.parts_waiting[hour] if hour < len(self.arrived) else 0, self.setup.part)

    @property
    def left(self) -> Fraction:
        """Messages that wait when the rush ends."""
        return self.waiting(self.days * 24 - 1)

    @property
    def most(self) -> Fraction:
        """The most messages that wait at the end of any hour of the rush."""
        return Fraction(max(self.parts_waiting[: self.days * 24]), self.setup.part)


def surge_setup(plan: Plan, channel: Channel, arrivals: Arrivals = Arrivals.COVER) -> SurgeSetup | None:
    """Return a channel as a queue.

    Args:
        plan: the plan, for its occupancy and presence.
        channel: one of its channels.
        arrivals: when people write.

    Returns:
        The queue; None where the messages a week or the minutes a message are missing.
    """
    if channel.messages is None or channel.minutes is None:
        return None
    cover = read_cover(channel.cover)
    week = cover.week_minutes
    per_minute = Fraction(channel.messages, week if arrivals is Arrivals.COVER else WEEK_HOURS * 60)
    productive = Fraction(channel_capacity(plan, channel).productive) * 60
    rate = productive / Fraction(channel.minutes) / week if channel.minutes else None
    part = lcm(per_minute.denominator, 1 if rate is None else rate.denominator)
    arriving, answered = int(per_minute * part), None if rate is None else int(rate * part)
    open_minutes = cover.minutes if arrivals is Arrivals.COVER else (60,) * WEEK_HOURS
    promise = None if channel.promise_hours is None else Fraction(channel.promise_hours) * 60
    return SurgeSetup(
        channel=channel.id,
        cover=cover,
        arriving=tuple(minutes * arriving for minutes in open_minutes),
        answering=None if answered is None else tuple(minutes * answered for minutes in cover.minutes),
        part=part,
        promise=promise,
        clock=_clock(cover, promise),
    )


def simulate(setup: SurgeSetup, times: Fraction | Decimal | int, days: int) -> SurgeCourse:
    """Return how a rush goes.

    Args:
        setup: the queue.
        times: by what today's messages are multiplied while the rush lasts; 0 or more.
        days: how many days it lasts, from 1 to `MOST_DAYS`.
    """
    return _Simulation(setup, Fraction(times), days).run()


@lru_cache(maxsize=512)
def breaking_point(setup: SurgeSetup, days: int) -> Fraction | None:
    """Return the least multiple of today's messages, to a tenth, at which the promise breaks.

    More messages never shorten a wait, so the point is found by halving.

    Returns:
        The multiple; None without a promise, or where it holds even at `MOST_TIMES`; 1 where it breaks
        already as things are.
    """
    if setup.promise is None or not _breaks(setup, MOST_TIMES * 10, days):
        return None
    low, high = 10, MOST_TIMES * 10
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if _breaks(setup, middle, days) else (middle + 1, high)
    return Fraction(high, 10)


def _breaks(setup: SurgeSetup, tenths: int, days: int) -> bool:
    return _Simulation(setup, Fraction(tenths, 10), days).is_ever_late()


def _clock(cover: Cover, promise: Fraction | None) -> tuple[int, ...]:
    if promise is None or promise < 24 * 60:
        return cover.minutes
    days = {span.day for span in cover.spans}
    return tuple(60 if hour // 24 in days else 0 for hour in range(WEEK_HOURS))


class _Simulation:
    """Goes through the hours once: each message's hour of arrival is passed but one time."""

    def __init__(self, setup: SurgeSetup, times: Fraction, days: int) -> None:
        scale = times.denominator
        self._setup = replace(
            setup,
            arriving=tuple(each * scale for each in setup.arriving),
            answering=None if setup.answering is None else tuple(each * scale for each in setup.answering),
            part=setup.part * scale,
        )
        self._times, self._days = times, days
        self._first, self._end = _BEFORE, _BEFORE + days * 24
        self._arrivals: list[int] = []
        self._arrived, self._answered, self._clocks = [0], [0], [0]
        self._oldest = 0
        self._ages: list[float] = []
        self._late: list[bool] = []

    def run(self) -> SurgeCourse:
        """Return the course from the rush's first hour on."""
        first = self._first
        last = max(self._hours())
        is_clear = last >= self._end and self._arrived[-1] == self._answered[-1]
        return SurgeCourse(
            setup=self._setup,
            times=self._times,
            days=self._days,
            arrived=tuple(self._arrived[first + 1 :]),
            answered=tuple(self._answered[first + 1 :]),
            ages=tuple(self._ages[first:]),
            breaks=next((at for at, late in enumerate(self._late[first:]) if late), None),
            broken_before=any(self._late[:first]),
            cleared=last - first if is_clear else None,
        )

    def is_ever_late(self) -> bool:
        """Return whether the promise is broken at any hour, before, in or after the rush."""
        return any(self._late[hour] for hour in self._hours())

    def _hours(self) -> Iterator[int]:
        """Go through the hours and yield each, up to the first after the rush at which nothing waits."""
        last = self._end + _AFTER if self._setup.only_grows else self._first + _LAST_HOUR
        for hour in range(last):
            self._step(hour)
            yield hour
            if hour >= self._end and self._arrived[-1] == self._answered[-1]:
                return

    def _step(self, hour: int) -> None:
        setup, of_week = self._setup, hour % WEEK_HOURS
        arriving = setup.arriving[of_week]
        if self._first <= hour < self._end:
            arriving = arriving // self._times.denominator * self._times.numerator
        self._arrivals.append(arriving)
        self._arrived.append(self._arrived[-1] + arriving)
        self._answered.append(min(self._arrived[-1], self._answered[-1] + self._can_answer(of_week)))
        self._clocks.append(self._clocks[-1] + setup.clock[of_week])
        self._note_age()

    def _can_answer(self, of_week: int) -> int:
        if self._setup.answering is not None:
            return self._setup.answering[of_week]
        return self._arrived[-1] if self._setup.cover.minutes[of_week] else 0

    def _note_age(self) -> None:
        """Note how old the oldest message is: it came when as many had arrived as are answered now."""
        answered = self._answered[-1]
        if answered == self._arrived[-1]:
            self._ages.append(0.0)
            self._late.append(False)
            return
        while self._arrived[self._oldest + 1] <= answered:
            self._oldest += 1
        came, inside = self._arrivals[self._oldest], answered - self._arrived[self._oldest]
        since, of_hour = (
            self._clocks[self._oldest],
            self._clocks[self._oldest + 1] - self._clocks[self._oldest],
        )
        age = (self._clocks[-1] - since) * came - of_hour * inside
        promise = self._setup.promise
        self._ages.append(age / came / 60)
        self._late.append(promise is not None and age * promise.denominator > promise.numerator * came)
