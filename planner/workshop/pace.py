"""How a block and the day stand against their time: by word, shape and colour."""

from datetime import timedelta

from planner.language import say
from planner.model.format import plural
from planner.model.values import Choice

_HOUR = 60
_NEARLY = timedelta(minutes=5)
_NEARLY_SHARE = 5
"""A block is nearly over in its last fifth, and never longer before its end than five minutes."""


class Pace(Choice):
    """How something stands against its time."""

    ON_TIME = "on-time", "On time"
    NEARLY_OVER = "nearly-over", "Nearly over"
    OVER_TIME = "over-time", "Over time"

    @property
    def mark(self) -> str:
        """The shape that stands for it beside the word."""
        return _MARKS[self]

    @property
    def tone(self) -> str:
        """The colour's name in the theme: ok is green, warn amber, stop red."""
        return _TONES[self]


_MARKS = {Pace.ON_TIME: "circle", Pace.NEARLY_OVER: "triangle", Pace.OVER_TIME: "square"}
_TONES = {Pace.ON_TIME: "ok", Pace.NEARLY_OVER: "warn", Pace.OVER_TIME: "stop"}


def pace_of(elapsed: timedelta, length: timedelta) -> Pace:
    """Return how a block stands.

    Args:
        elapsed: its time so far.
        length: the time that it has.
    """
    if elapsed >= length:
        return Pace.OVER_TIME
    return Pace.NEARLY_OVER if length - elapsed <= min(_NEARLY, length / _NEARLY_SHARE) else Pace.ON_TIME


def pace_of_day(behind: timedelta, slack: timedelta) -> Pace:
    """Return how the whole day stands: late is what no buffer takes up any more.

    Args:
        behind: how much later than planned the day would end.
        slack: the time of the buffers that are still to come.
    """
    if behind <= timedelta(minutes=1):
        return Pace.ON_TIME
    return Pace.NEARLY_OVER if behind <= slack else Pace.OVER_TIME


def clock_words(length: timedelta) -> str:
    """Return a length of time as a clock shows it: "12:05", or "1:02:05" from an hour on; never negative.

    A part of a second counts as none, so that a clock shows 0:00 exactly when the time is over.
    """
    whole = max(0, int(length.total_seconds()))
    hours, rest = divmod(whole, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def hours_words(minutes: int) -> str:
    """Return a length of time in words, such as "6 h 10 min"."""
    hours, rest = divmod(minutes, _HOUR)
    if not hours:
        return plural(rest, "minute")
    return say("{hours} h {minutes} min", hours=hours, minutes=rest) if rest else plural(hours, "hour")
