"""Where a workshop stands: what runs since when, and what the room sees.

It is no part of the plan and of its undo history: nobody takes a minute back by Ctrl+Z. Moments are
absolute, so that a program that is started again goes on to the second.
"""

from datetime import UTC, datetime, timedelta

import msgspec
from msgspec import Struct

from planner.model.values import Id, Line, Moment

QUESTION_VIEW = "question"
"""The room's first view: one question, large."""


class Stretch(Struct, frozen=True, forbid_unknown_fields=True):
    """Some time, without a pause in it, that was spent on one block.

    Attributes:
        block: id of the block.
        began: its first moment.
        ended: the moment at which it was over.
    """

    block: Id
    began: Moment
    ended: Moment

    @property
    def length(self) -> timedelta:
        """How long it was."""
        return self.ended - self.began


class Extra(Struct, frozen=True, forbid_unknown_fields=True):
    """Time that was added to one block while it ran, or taken from it.

    Attributes:
        block: id of the block.
        seconds: how much; negative where it was taken.
    """

    block: Id
    seconds: int


class RoomState(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a workshop stands.

    Attributes:
        began: when it was started; None before.
        ended: when it was over; None until then.
        block: id of the block at hand; empty before the start and after the end.
        since: since when that block runs; None while it is paused.
        seen: when the clock was last looked at, by the computer's own clock.
        stretches: the time spent so far, in the order in which it passed.
        extra: time added to blocks.
        done: ids of the blocks that were left for the next one.
        view: what the room sees; the windows name their views.
        flags: what else is shown or hidden there; the windows name that too, each once.
        ballot: id of the ballot that is open; empty where none is.
        finding: rule, subject and field of the finding that the room looks at; empty where none is.
        groups: names of the wall's groups that stay without a card.
    """

    began: Moment | None = None
    ended: Moment | None = None
    block: str = ""
    since: Moment | None = None
    seen: Moment | None = None
    stretches: tuple[Stretch, ...] = ()
    extra: tuple[Extra, ...] = ()
    done: tuple[Id, ...] = ()
    view: Line = QUESTION_VIEW
    flags: tuple[Line, ...] = ()
    ballot: str = ""
    finding: tuple[str, ...] = ()
    groups: tuple[Line, ...] = ()

    @property
    def has_begun(self) -> bool:
        """Whether the workshop was started."""
        return self.began is not None

    @property
    def has_ended(self) -> bool:
        """Whether it was started and is over."""
        return self.ended is not None

    @property
    def is_running(self) -> bool:
        """Whether time is being counted."""
        return self.since is not None

    @property
    def is_paused(self) -> bool:
        """Whether a block is at hand and its time stands still."""
        return bool(self.block) and self.since is None

    def has(self, flag: str) -> bool:
        """Whether a flag of the room's view is set."""
        return flag in self.flags

    def spent_on(self, block: str) -> timedelta:
        """Return the time spent on a block in stretches that are over."""
        return sum((one.length for one in self.stretches if one.block == block), timedelta())

    def added_to(self, block: str) -> timedelta:
        """Return the time that was added to a block."""
        return timedelta(seconds=sum(one.seconds for one in self.extra if one.block == block))


NOT_BEGUN = RoomState()
"""A workshop that nobody has started."""


def to_json(state: RoomState) -> str:
    """Return a state as JSON, its moments in UTC."""
    return msgspec.json.encode(_in_utc(state)).decode()


def from_json(text: str) -> RoomState:
    """Return the state that JSON tells.

    Raises:
        msgspec.MsgspecError: it tells none.
    """
    return msgspec.json.decode(text, type=RoomState)


def shown(
    state: RoomState,
    *,
    view: str | None = None,
    ballot: str | None = None,
    finding: tuple[str, ...] | None = None,
    groups: tuple[str, ...] | None = None,
) -> RoomState:
    """Return the state with something else in the room's view or on the wall; what is None stays."""
    wanted = {"view": view, "ballot": ballot, "finding": finding, "groups": groups}
    return msgspec.structs.replace(
        state, **{name: value for name, value in wanted.items() if value is not None}
    )


def flagged(state: RoomState, flag: str, *, on: bool) -> RoomState:
    """Return the state with a flag of the room's view set or not."""
    others = tuple(known for known in state.flags if known != flag)
    return msgspec.structs.replace(state, flags=(*others, flag) if on else others)


def _in_utc(state: RoomState) -> RoomState:
    return msgspec.structs.replace(
        state,
        began=_utc(state.began),
        ended=_utc(state.ended),
        since=_utc(state.since),
        seen=_utc(state.seen),
        stretches=tuple(
            Stretch(one.block, one.began.astimezone(UTC), one.ended.astimezone(UTC))
            for one in state.stretches
        ),
    )


def _utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.astimezone(UTC)
