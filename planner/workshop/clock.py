"""The workshop's clock: a pure machine that is told the time, and says how the day stands.

Each act takes the state and returns the next one. The state is a log of stretches: nothing is rounded,
so that the time of all blocks and all pauses together is always the time since the start.

A computer that slept goes on as the room did, since moments are absolute; `slept` tells it, and
`leave_out` takes the time back where the room slept too. A clock that is set back can't be told from
time that passed: what had passed when it was last looked at counts, and counting begins anew.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from msgspec.structs import replace

from planner.errors import PlanError
from planner.language import phrase, say
from planner.model.plan import Plan
from planner.workshop.face import Face, face
from planner.workshop.state import NOT_BEGUN, Extra, RoomState, Stretch

__all__ = [
    "Face",
    "add_minutes",
    "face",
    "finish",
    "go_back",
    "go_next",
    "jump",
    "leave_out",
    "look",
    "pause",
    "resume",
    "slept",
    "start",
]

UNSEEN = timedelta(minutes=5)
"""Nobody looked at the clock for so long: the computer slept, or the program did not run."""

_NOT_RUNNING = phrase("The workshop is not running.")


def start(plan: Plan, state: RoomState, now: datetime) -> RoomState:
    """Begin the workshop with the first block of the agenda; one that ended begins anew.

    Raises:
        PlanError: it runs already, or the agenda is empty.
    """
    if state.block:
        raise PlanError(say("The workshop has begun already."))
    first = next(iter(plan.agenda_blocks), None)
    if first is None:
        raise PlanError(say("The agenda is empty."), hint=say("Choose a template, or add a block."))
    fresh = replace(NOT_BEGUN, view=state.view, flags=state.flags, groups=state.groups)
    return replace(fresh, began=now, block=first, since=now, seen=now)


def go_next(plan: Plan, state: RoomState, now: datetime) -> RoomState:
    """Leave the block at hand for the next one; behind the last one the workshop is over.

    Raises:
        PlanError: the workshop is not running.
    """
    _refuse_idle(state)
    following = next_block(plan, state)
    left = _leaving(state, now)
    return finish(left, now) if following is None else _entering(left, following, now)


def go_back(plan: Plan, state: RoomState, now: datetime) -> RoomState:
    """Return to the block before the one at hand; its time goes on where it stood.

    A workshop that is over goes on with the block that was the last.

    Raises:
        PlanError: the workshop has not begun, or there is no block before.
    """
    if state.has_ended and state.stretches:
        return replace(_entering(state, state.stretches[-1].block, now), ended=None)
    _refuse_idle(state)
    before = _before(list(plan.agenda_blocks), state)
    if before is None:
        raise PlanError(say("This is the first block."))
    return _entering(_stopped(state, now), before, now)


def jump(plan: Plan, state: RoomState, block: str, now: datetime) -> RoomState:
    """Go to any block of the agenda; its time goes on where it stood.

    Raises:
        PlanError: the workshop is not running, or the agenda has no such block.
    """
    _refuse_idle(state)
    if block not in plan.agenda_blocks:
        raise PlanError(say("This block is no longer in the agenda."))
    return state if block == state.block else _entering(_leaving(state, now), block, now)


def pause(state: RoomState, now: datetime) -> RoomState:
    """Let the time of the block at hand stand still.

    Raises:
        PlanError: no time is being counted.
    """
    if not state.is_running:
        raise PlanError(say(_NOT_RUNNING))
    return _stopped(state, now)


def resume(state: RoomState, now: datetime) -> RoomState:
    """Let the time of the block at hand go on.

    Raises:
        PlanError: nothing is paused.
    """
    if not state.is_paused:
        raise PlanError(say("The clock is not paused."))
    return replace(state, since=now, seen=now)


def add_minutes(state: RoomState, minutes: int) -> RoomState:
    """Give the block at hand more time, or less where the minutes are negative.

    Raises:
        PlanError: the workshop is not running.
    """
    _refuse_idle(state)
    more = state.added_to(state.block) + timedelta(minutes=minutes)
    others = tuple(one for one in state.extra if one.block != state.block)
    return replace(state, extra=(*others, Extra(state.block, int(more.total_seconds()))))


def finish(state: RoomState, now: datetime) -> RoomState:
    """End the workshop, wherever it stands.

    Raises:
        PlanError: it has not begun.
    """
    if not state.has_begun:
        raise PlanError(say(_NOT_RUNNING))
    return replace(_stopped(state, now), block="", ended=now)


def look(state: RoomState, now: datetime) -> RoomState:
    """Return the state as seen now, for each tick: where the computer's clock was set back, time is banked.

    Args:
        state: as it was at the last look.
        now: by the computer's clock.
    """
    if state.since is None or state.seen is None:
        return state
    if now >= state.seen:
        return replace(state, seen=now)
    return replace(_stopped(state, state.seen), since=now, seen=now)


def slept(state: RoomState, now: datetime) -> timedelta | None:
    """Return for how long nobody looked at a running clock, where that is long; to be asked before `look`."""
    if state.since is None or state.seen is None:
        return None
    unseen = now - state.seen
    return unseen if unseen >= UNSEEN else None


def leave_out(state: RoomState, unseen: timedelta, now: datetime) -> RoomState:
    """Take time back that the block at hand was not worked on, such as while the computer slept.

    Args:
        state: as it is now.
        unseen: how much; no more than the present stretch has.
        now: the present moment.

    Raises:
        PlanError: no time is being counted.
    """
    if state.since is None:
        raise PlanError(say(_NOT_RUNNING))
    worked = max(timedelta(), now - state.since - max(timedelta(), unseen))
    stretch = Stretch(state.block, state.since, state.since + worked)
    return replace(state, stretches=(*state.stretches, stretch), since=now, seen=now)


def next_block(plan: Plan, state: RoomState) -> str | None:
    """Return the id of the block that comes next: the first behind the one at hand.

    Where the one at hand was taken out of the agenda, it is the first one that was not done yet.
    """
    ids = list(plan.agenda_blocks)
    if state.block in ids:
        return next(iter(ids[ids.index(state.block) + 1 :]), None)
    return next((block for block in ids if block not in state.done), None)


def _before(ids: Sequence[str], state: RoomState) -> str | None:
    if state.block in ids:
        return next(iter(ids[: ids.index(state.block)][-1:]), None)
    return next((block for block in reversed(state.done) if block in ids), None)


def _refuse_idle(state: RoomState) -> None:
    if not state.block:
        raise PlanError(say(_NOT_RUNNING))


def _stopped(state: RoomState, now: datetime) -> RoomState:
    """Return the state with the present stretch closed: now, or when it was last seen if that is later."""
    if state.since is None:
        return replace(state, seen=now)
    ended = max(now, state.since, state.seen or state.since)
    stretch = Stretch(state.block, state.since, ended)
    return replace(state, stretches=(*state.stretches, stretch), since=None, seen=now)


def _leaving(state: RoomState, now: datetime) -> RoomState:
    stopped = _stopped(state, now)
    others = tuple(block for block in stopped.done if block != state.block)
    return replace(stopped, done=(*others, state.block))


def _entering(state: RoomState, block: str, now: datetime) -> RoomState:
    done = tuple(known for known in state.done if known != block)
    return replace(state, block=block, since=now, seen=now, done=done)
