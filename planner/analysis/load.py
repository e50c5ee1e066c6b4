"""How many hours a week each person is planned for, week by week.

The load of a person has three parts:

- **tactics**: a tactic's hours a week, split evenly among its responsible people (or given to the
  accountable one where nobody is responsible), from its first to its last day; without a start or an
  end it runs from the start or to the end of the plan;
- **listening**: the hours a week of each listening source, for its owner, all through the plan;
- **answering**: on an interactive channel, messages a week x minutes a message / 60, split over its
  voices in proportion to their hours there (evenly where none states hours); an existing channel
  answers all through the plan, a new one from the day it opens.

The load of a week (Monday to Sunday, as in ISO 8601) is that of its fullest day within the plan: work
that ends on a Wednesday and work that begins on the Thursday do not add up, while a week that is
worked from Monday to Friday counts in full.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

from msgspec import Struct

from planner.analysis.period import Span, plan_period, within
from planner.model.plan import Plan
from planner.model.records_experience import Channel
from planner.model.records_work import Tactic

_TACTICS, _LISTENING, _ANSWERING = range(3)
_UNITS = 10**8
"""Hours are summed as whole hundred-millionths: thirds stay exact enough, and integers are quick."""

_HUNDREDTH = Decimal("0.01")

_Share: TypeAlias = tuple[str, int, Decimal, Span]
"""A person, the part of the load, hours a week, and the days on which they are worked."""
_Change: TypeAlias = tuple[int, int, int]
"""A day (as ordinal) from which a part of a person's load differs, which part, and by how much."""
_Load: TypeAlias = tuple[int, int, int]
"""The three parts of a load, in units."""


class WeekLoad(Struct, frozen=True, gc=False):
    """The hours that one person is planned for in one week.

    Attributes:
        monday: the week's first day.
        tactics: hours for tactics.
        listening: hours for listening.
        answering: hours for answering on channels.
    """

    monday: date
    tactics: Decimal
    listening: Decimal
    answering: Decimal

    @property
    def total(self) -> Decimal:
        """All three parts, to a hundredth of an hour."""
        return _total(self.tactics, self.listening, self.answering)


class PersonLoad(Struct, frozen=True, dict=True):
    """One person's load over the weeks of the plan.

    Attributes:
        person: id of the person.
        available: hours a week that the person has for the plan; None where nobody said.
        weeks: each week that lies in the plan, in full or in part; none without a period.
    """

    person: str
    available: Decimal | None
    weeks: tuple[WeekLoad, ...]

    @cached_property
    def over(self) -> tuple[WeekLoad, ...]:
        """The weeks in which the load is above what the person has."""
        if self.available is None:
            return ()
        return tuple(week for week in self.weeks if week.total > self.available)

    @cached_property
    def peak_week(self) -> WeekLoad | None:
        """The first of the fullest weeks; None without any."""
        return max(self.weeks, key=lambda week: week.total, default=None)

    @property
    def peak(self) -> Decimal:
        """The hours of the fullest week."""
        return Decimal(0) if self.peak_week is None else self.peak_week.total


def weekly_loads(plan: Plan) -> dict[str, PersonLoad]:
    """Return the load of each person of the plan, by id, those without any included.

    The cost follows the number of entries plus people x weeks, never tactics x weeks.
    """
    period = plan_period(plan)
    changes: dict[str, list[_Change]] = {person: [] for person in plan.people}
    if period is not None:
        for person, part, hours, (first, last) in _shares(plan, period):
            units = round(hours * _UNITS)
            changes[person] += [(first.toordinal(), part, units), (last.toordinal() + 1, part, -units)]
    return {
        person.id: PersonLoad(person.id, person.hours, tuple(_weeks(changes[person.id], period)))
        for person in plan.people.values()
    }


def carriers(tactic: Tactic) -> tuple[str, ...]:
    """Return the ids of those whose hours a tactic takes: the responsible, else the accountable."""
    if tactic.responsible:
        return tactic.responsible
    return () if tactic.accountable is None else (tactic.accountable,)


def answering_hours(channel: Channel) -> Decimal:
    """Return the hours a week that answering takes on a channel; 0 where a figure is missing."""
    if not channel.interactive or channel.messages is None or channel.minutes is None:
        return Decimal(0)
    return channel.messages * channel.minutes / 60


def answering_shares(channel: Channel) -> Iterator[tuple[str, Decimal]]:
    """Yield each voice of a channel with its part of the answering, in hours a week."""
    stated = sum((voice.hours for voice in channel.voices), Decimal(0))
    hours = answering_hours(channel)
    for voice in channel.voices:
        share = voice.hours / stated if stated else Decimal(1) / len(channel.voices)
        yield voice.person, hours * share


def _shares(plan: Plan, period: Span) -> Iterator[_Share]:
    yield from _tactic_shares(plan.tactics.values(), period)
    for source in plan.listening.values():
        if source.owner is not None and source.hours:
            yield source.owner, _LISTENING, source.hours, period
    for channel in plan.channels.values():
        days = within(period, None if channel.existing else channel.opens_on, None)
        if days is not None:
            for person, hours in answering_shares(channel):
                yield person, _ANSWERING, hours, days


def _tactic_shares(tactics: Iterable[Tactic], period: Span) -> Iterator[_Share]:
    for tactic in tactics:
        days = within(period, tactic.starts_on, tactic.ends_on)
        people = carriers(tactic)
        if days is not None and people and tactic.hours:
            for person in people:
                yield person, _TACTICS, tactic.hours / len(people), days


def _weeks(changes: Sequence[_Change], period: Span | None) -> Iterator[WeekLoad]:
    """Sweep over the days on which a person's load changes, and yield each week's fullest day."""
    if period is None:
        return
    by_week = _by_week(changes, period)
    load = (0, 0, 0)
    for monday in _mondays(period):
        fullest = load
        if of_week := by_week.get(monday):
            days = _days(load, of_week, monday)
            fullest, load = max(days, key=sum), days[-1]
        yield WeekLoad(monday, *map(_hours, fullest))


def _days(load: _Load, changes: Sequence[_Change], monday: date) -> list[_Load]:
    """Return the different loads of a week's days in order, given that of the Sunday before."""
    days = [] if changes and changes[0][0] == monday.toordinal() else [load]
    for _day, of_day in groupby(changes, key=itemgetter(0)):
        parts = list(load)
        for _, part, units in of_day:
            parts[part] += units
        load = (parts[0], parts[1], parts[2])
        days.append(load)
    return days


def _by_week(changes: Iterable[_Change], period: Span) -> Mapping[date, Sequence[_Change]]:
    """Return the changes by their week's Monday, those after the period left out."""
    last = period[1].toordinal()
    found: dict[date, list[_Change]] = {}
    for change in sorted(change for change in changes if change[0] <= last):
        found.setdefault(_monday(date.fromordinal(change[0])), []).append(change)
    return found


def _mondays(period: Span) -> Iterator[date]:
    monday = _monday(period[0])
    while monday <= period[1]:
        yield monday
        monday += timedelta(weeks=1)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


@lru_cache(maxsize=4096)
def _total(tactics: Decimal, listening: Decimal, answering: Decimal) -> Decimal:
    """Return the sum of a week's parts; the same week comes again for months."""
    return (tactics + listening + answering).quantize(_HUNDREDTH)


@lru_cache(maxsize=4096)
def _hours(units: int) -> Decimal:
    return (Decimal(units) / _UNITS).quantize(Decimal("0.0001"))
