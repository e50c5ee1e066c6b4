"""Whether people can keep what a channel promises: workload against productive hours.

Promises of hours are judged by workload and backlog. Erlang C is left out on purpose: it suits answers
within minutes, and misleads where an answer may take hours (Assembled, "How to use Erlang C to plan
staffing").

    needed hours     = messages a week x minutes a message / 60
    productive hours = hours of the voices x occupancy x presence
    break multiple   = productive hours / needed hours
"""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from msgspec import Struct

from planner.analysis.load import answering_hours
from planner.model.plan import Plan
from planner.model.records_experience import Channel

_MINUTES = 60
_MOST_TIMES = Decimal(1_000_000)
"""More than that is told as that: nobody plans for it, and a tenth of more may have too many digits."""


class ChannelCapacity(Struct, frozen=True, kw_only=True):
    """The workload of a channel and who is there for it, in hours a week.

    Attributes:
        channel: id of the channel.
        needed: hours that answering all messages takes; None where messages or minutes are missing.
        staffed: hours that its voices give it.
        productive: what is left of them for messages.
        staffing_needed: hours that the voices would have to give; None where `needed` is.
        messages_fit: messages a week that fit into the productive hours; None where `needed` is, or
            a message takes no time.
    """

    channel: str
    needed: Decimal | None
    staffed: Decimal
    productive: Decimal
    staffing_needed: Decimal | None
    messages_fit: int | None

    @property
    def is_short(self) -> bool:
        """Whether more hours are needed than there are."""
        return self.needed is not None and self.needed > self.productive

    @property
    def utilisation(self) -> Decimal | None:
        """The share of the productive hours that answering takes; None if no work or no hours are known."""
        return None if self.needed is None or not self.productive else self.needed / self.productive

    @property
    def break_multiple(self) -> Decimal | None:
        """The multiple of the expected messages at which the promise breaks; None if no work is known."""
        return self.productive / self.needed if self.needed else None

    @property
    def holds_up_to(self) -> Decimal | None:
        """The break multiple as it is told: to a tenth, rounded down, so that it still holds there."""
        multiple = self.break_multiple
        if multiple is None:
            return None
        return min(multiple, _MOST_TIMES).quantize(Decimal("0.1"), rounding=ROUND_FLOOR)


class BacklogNeed(Struct, frozen=True):
    """What clearing a backlog takes.

    Attributes:
        a_day: messages to be answered a day.
        a_head: messages that one person answers a day.
        people: whole people needed.
    """

    a_day: Decimal
    a_head: Decimal
    people: int


def channel_capacity(plan: Plan, channel: Channel) -> ChannelCapacity:
    """Return the workload of a channel against its voices, by the plan's occupancy and presence."""
    limits = plan.the_limits
    share = limits.occupancy * limits.presence
    staffed = sum((voice.hours for voice in channel.voices), Decimal(0))
    known = channel.messages is not None and channel.minutes is not None
    needed = answering_hours(channel) if known else None
    return ChannelCapacity(
        channel=channel.id,
        needed=needed,
        staffed=staffed,
        productive=staffed * share,
        staffing_needed=None if needed is None else needed / share,
        messages_fit=_messages_fit(staffed * share, channel.minutes) if known else None,
    )


def backlog_need(
    backlog: int, days: Decimal, inflow: Decimal, minutes: Decimal, productive: Decimal
) -> BacklogNeed:
    """Return how many people clear a backlog in a given time while new messages come in.

        people = ceiling((backlog / days + inflow) / (productive x 60 / minutes))

    Args:
        backlog: messages waiting.
        days: working days within which they are to be answered; above 0.
        inflow: new messages a day.
        minutes: handling time of one message; above 0.
        productive: productive hours of one person a day; above 0.

    Source: the usual planning of back-office work (Turnella, "Back-office staffing").
    """
    a_day = backlog / days + inflow
    a_head = productive * _MINUTES / minutes
    return BacklogNeed(a_day, a_head, int((a_day / a_head).to_integral_value(ROUND_CEILING)))


def people_needed(
    waiting: int, arriving: Decimal, days: Decimal, minutes: Decimal, productive: Decimal
) -> int:
    """Return how many whole people clear a backlog in time; see `backlog_need` for formula and source.

    Args:
        waiting: messages waiting.
        arriving: new messages a day.
        days: working days within which they are to be answered; above 0.
        minutes: handling time of one message; above 0.
        productive: productive hours of one person a day; above 0.
    """
    return backlog_need(waiting, days, arriving, minutes, productive).people


def _messages_fit(productive: Decimal, minutes: Decimal | None) -> int | None:
    return int((productive * _MINUTES / minutes).to_integral_value(ROUND_FLOOR)) if minutes else None
