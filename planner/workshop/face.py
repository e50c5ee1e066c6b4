"""What the clock shows at a moment: the block at hand, what comes, and how the day stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from planner.language import say, say_count
from planner.model.plan import Plan
from planner.model.records_workshop import AgendaBlock
from planner.model.vocabulary import BlockSort
from planner.workshop.pace import Pace, hours_words, pace_of, pace_of_day
from planner.workshop.state import RoomState

_NO_TIME = timedelta()
_SAID_IN_HOURS = 90
"""From so many minutes on, a length of time is easier to grasp in hours."""


@dataclass(frozen=True, slots=True)
class Day:
    """How the whole day stands.

    Attributes:
        behind: how much later than planned it would end; negative where it is ahead.
        ends_at: when it would end, if what comes takes its planned time.
        slack: the time of the buffers that are still to come.
        pace: ahead or behind, by word and mark; behind counts only beyond the buffers.
    """

    behind: timedelta
    ends_at: datetime
    slack: timedelta

    @property
    def pace(self) -> Pace:
        """On time; late, but within the buffers; or late."""
        return pace_of_day(self.behind, self.slack)

    @property
    def sentence(self) -> str:
        """The day's state in words, such as "4 minutes behind" or "3 h 20 min behind"."""
        minutes = round(abs(self.behind) / timedelta(minutes=1))
        if not minutes:
            return say("On time")
        is_ahead = self.behind < _NO_TIME
        if minutes >= _SAID_IN_HOURS:
            length = hours_words(minutes)
            return say("{length} ahead", length=length) if is_ahead else say("{length} behind", length=length)
        if is_ahead:
            return say_count("{count} minute ahead", "{count} minutes ahead", minutes)
        return say_count("{count} minute behind", "{count} minutes behind", minutes)


@dataclass(frozen=True, slots=True)
class Face:
    """What the clock shows.

    Attributes:
        block: the block at hand; None before the start, after the end, and where it was taken out.
        following: the block that comes next; None behind the last one.
        number: of the block at hand, from 1; 0 where there is none.
        count: how many blocks the agenda has.
        elapsed: time spent on the block at hand, pauses left out.
        length: the time that it has, what was added included.
        is_paused: its time stands still.
        has_ended: the workshop is over.
        day: how the whole day stands; None before the start and after the end.
    """

    block: AgendaBlock | None
    following: AgendaBlock | None
    number: int
    count: int
    elapsed: timedelta
    length: timedelta
    is_paused: bool
    has_ended: bool
    day: Day | None

    @property
    def left(self) -> timedelta:
        """The time that is left; nothing where it is over."""
        return max(_NO_TIME, self.length - self.elapsed)

    @property
    def over(self) -> timedelta:
        """The time by which it is over; nothing before."""
        return max(_NO_TIME, self.elapsed - self.length)

    @property
    def share(self) -> float:
        """How much of the block's time has passed, from 0 to 1."""
        return 1.0 if self.elapsed >= self.length else self.elapsed / self.length

    @property
    def pace(self) -> Pace:
        """On time, nearly over or over time."""
        return Pace.ON_TIME if self.block is None else pace_of(self.elapsed, self.length)


def face(plan: Plan, state: RoomState, now: datetime) -> Face:
    """Return what the clock shows.

    Args:
        plan: the plan with the agenda.
        state: where the workshop stands.
        now: the present moment, in the time zone of the room.
    """
    ids = list(plan.agenda_blocks)
    block = plan.agenda_blocks.get(state.block)
    coming = list(_coming(plan, state))
    elapsed = elapsed_on(state, state.block, now) if state.block else _NO_TIME
    length = _NO_TIME if block is None else length_of(block, state)
    return Face(
        block=block,
        following=coming[0] if coming else None,
        number=ids.index(block.id) + 1 if block is not None else 0,
        count=len(ids),
        elapsed=elapsed,
        length=length,
        is_paused=state.is_paused,
        has_ended=state.has_ended,
        day=_day(plan, state, now, max(_NO_TIME, length - elapsed)) if state.block else None,
    )


def elapsed_on(state: RoomState, block: str, now: datetime) -> timedelta:
    """Return the time spent on a block up to now; time that seems to run backwards counts as none."""
    running = state.since if state.block == block else None
    passing = _NO_TIME if running is None else max(_NO_TIME, now - running)
    return state.spent_on(block) + passing


def length_of(block: AgendaBlock, state: RoomState) -> timedelta:
    """Return the time that a block has, what was added or taken included."""
    return max(_NO_TIME, timedelta(minutes=block.minutes) + state.added_to(block.id))


def _coming(plan: Plan, state: RoomState) -> Iterator[AgendaBlock]:
    """Yield the blocks behind the one at hand; where that was taken out, those that were not done."""
    blocks = list(plan.agenda_blocks.values())
    at = next((number for number, block in enumerate(blocks) if block.id == state.block), None)
    if at is not None:
        yield from blocks[at + 1 :]
    elif not state.has_ended:
        yield from (block for block in blocks if block.id not in state.done)


def _day(plan: Plan, state: RoomState, now: datetime, left: timedelta) -> Day:
    coming = list(_coming(plan, state))
    rest = sum((length_of(block, state) for block in coming), _NO_TIME)
    slack = sum((length_of(block, state) for block in coming if block.sort is BlockSort.BUFFER), _NO_TIME)
    planned = _planned_start(plan, state, now) + sum(
        (timedelta(minutes=block.minutes) for block in plan.agenda_blocks.values()), _NO_TIME
    )
    ends_at = now + left + rest
    return Day(ends_at - planned, ends_at, slack)


def _planned_start(plan: Plan, state: RoomState, now: datetime) -> datetime:
    """Return when the day was to begin: as planned where that is the day, else when it did begin."""
    began = (state.began or now).astimezone(now.tzinfo)
    held = plan.the_workshop
    if held.on != began.date() or not held.start:
        return began
    return datetime.combine(held.on, time.fromisoformat(held.start), now.tzinfo)
