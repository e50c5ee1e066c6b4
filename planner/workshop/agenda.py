"""The agenda: when each block begins and ends, and the edits that make and change it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from msgspec.structs import replace

from planner.editing import verbs
from planner.editing.verbs import Edit
from planner.language import say, worded
from planner.language.figures import written_time
from planner.model.format import quoted
from planner.model.plan import Plan, new_id
from planner.model.records_workshop import AgendaBlock
from planner.model.vocabulary import BlockSort
from planner.truths.findings import Report
from planner.truths.progress import step_states
from planner.workshop.common import changed
from planner.workshop.fitting import fitted, from_walk
from planner.workshop.templates import TemplateBlock, template
from planner.workshop.templates.blocks import BY_SORT

DAY_MINUTES = 24 * 60
_STARTS_AT = "09:00"
RESTS = frozenset({BlockSort.PAUSE, BlockSort.BUFFER})
"""Sorts of blocks in which nobody works."""


@dataclass(frozen=True, slots=True)
class TimedBlock:
    """A block with its planned times.

    Attributes:
        block: the block.
        number: its place in the day, from 1.
        begins: minutes since midnight of the day of the workshop; beyond a day where it goes on past it.
        ends: the same, for its end.
    """

    block: AgendaBlock
    number: int
    begins: int
    ends: int

    @property
    def span(self) -> str:
        """From when to when, in words: "09:00 to 09:20"."""
        return say("{begin} to {end}", begin=time_words(self.begins), end=time_words(self.ends))

    def begins_at(self, day: date) -> datetime:
        """Return when it begins, in the room's own time."""
        return _moment(day, self.begins)

    def ends_at(self, day: date) -> datetime:
        """Return when it ends, in the room's own time."""
        return _moment(day, self.ends)


def timed(plan: Plan) -> tuple[TimedBlock, ...]:
    """Return each block with the times that follow from the start and all blocks before it."""
    found: list[TimedBlock] = []
    begins = starts(plan)
    for number, block in enumerate(plan.agenda_blocks.values(), start=1):
        found.append(TimedBlock(block, number, begins, begins + block.minutes))
        begins += block.minutes
    return tuple(found)


def starts(plan: Plan) -> int:
    """Return when the workshop begins, in minutes since midnight; at nine where nobody said."""
    return _minutes(plan.the_workshop.start or _STARTS_AT)


def total(plan: Plan) -> int:
    """Return how many minutes all blocks take."""
    return sum(block.minutes for block in plan.agenda_blocks.values())


def ends(plan: Plan) -> int:
    """Return when the last block ends, in minutes since midnight."""
    return starts(plan) + total(plan)


def available(plan: Plan) -> int | None:
    """Return how many minutes there are until people must leave; None where nobody said when.

    A time of day before the start is one of the next day.
    """
    until = plan.the_workshop.until
    return (_minutes(until) - starts(plan)) % DAY_MINUTES or DAY_MINUTES if until else None


def overrun(plan: Plan) -> int:
    """Return by how many minutes the agenda is too long for the day; 0 where it fits."""
    room = available(plan)
    return 0 if room is None else max(0, total(plan) - room)


def not_fitting(plan: Plan) -> tuple[TimedBlock, ...]:
    """Return the blocks that end after people must leave."""
    room = available(plan)
    return () if room is None else tuple(one for one in timed(plan) if one.ends > starts(plan) + room)


def is_closed(plan: Plan) -> bool:
    """Whether the agenda ends with a closing block, in which what is undecided comes to the table.

    Breaks and buffers may follow it.
    """
    held = [block.sort for block in plan.agenda_blocks.values() if block.sort not in RESTS]
    return held[-1:] == [BlockSort.CLOSING]


def clock_of(minutes: int) -> time:
    """Return the time of day that is so many minutes after midnight, whatever the day."""
    return time(*divmod(minutes % DAY_MINUTES, 60))


def time_words(minutes: int) -> str:
    """Return a time of day, given in minutes since midnight, as the region writes it."""
    return written_time(clock_of(minutes))


def make_agenda(plan: Plan, key: str, report: Report) -> Edit:
    """Replace the agenda by that of a template, fitted to how far the plan is, as one step.

    Args:
        plan: the plan.
        key: of the template.
        report: what the truths find in the plan, since steps with stops get more time.

    Raises:
        PlanError: there is no such template.
    """
    chosen = template(key)
    after = verbs.remove(plan, list(plan.agenda_blocks)).plan if plan.agenda_blocks else plan
    for block in planned_blocks(plan, key, report):
        after = verbs.add(after, block.record()).plan
    return Edit(after, worded("Make the agenda {name}", name=quoted(chosen.title)))


def hold(plan: Plan, when_and_where: Mapping[str, object]) -> Edit:
    """Set when and where the workshop is held, as one step.

    Args:
        plan: the plan.
        when_and_where: the new values, by field of the workshop (`on`, `start`, `until`, `place`).

    Raises:
        PlanError: a value does not fit.
    """
    after = changed(plan, plan.the_workshop.id, **when_and_where)
    return Edit(after, worded("Change when and where the workshop is held"))


def planned_blocks(plan: Plan, key: str, report: Report) -> tuple[TemplateBlock, ...]:
    """Return the blocks that a template gives for a plan, before they become anybody's own.

    Raises:
        PlanError: there is no such template.
    """
    chosen = template(key)
    if chosen.fixed:
        return chosen.blocks
    states = step_states(plan, report)
    return fitted(chosen.blocks, states) if chosen.blocks else from_walk(states, available(plan))


def resize(plan: Plan, block: str, minutes: int) -> Edit:
    """Give a block another length; everything after it moves.

    Raises:
        PlanError: there is no such block, or the length does not fit.
    """
    return verbs.change(plan, block, "minutes", minutes)


def move(plan: Plan, block: str, to: int) -> Edit:
    """Move a block to another place (from 0); everything after it moves.

    Raises:
        PlanError: there is no such block.
    """
    return verbs.reorder(plan, block, to)


def insert(plan: Plan, at: int, *, sort: BlockSort = BlockSort.WORK, block: str | None = None) -> Edit:
    """Put a new block into the agenda, with what blocks of its sort begin with.

    Args:
        plan: the plan.
        at: its place, from 0.
        sort: what the room does in it.
        block: the new block's id; one is made by default.
    """
    start = BY_SORT.get(sort)
    key = block or new_id("agenda_blocks")
    record = AgendaBlock(id=key, sort=sort) if start is None else replace(start.record(), id=key)
    return verbs.add(plan, record, at=max(0, min(at, len(plan.agenda_blocks))))


def delete(plan: Plan, block: str) -> Edit:
    """Take a block out of the agenda; ideas that came up in it stay.

    Raises:
        PlanError: there is no such block.
    """
    return verbs.remove(plan, [block])


def _minutes(time_of_day: str) -> int:
    hours, minutes = time_of_day.split(":")
    return int(hours) * 60 + int(minutes)


def _moment(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)
