"""Times of day as people type them (9, 9:00, 9.30, 9am, 14h30, 0930), as the plan keeps them: HH:MM."""

import re
import typing
import unicodedata

from msgspec import Meta

from planner.errors import PlanError
from planner.language import say
from planner.model.records_workshop import TimeOfDay
from planner.model.schema import FieldSpec

_META: Meta = typing.get_args(TimeOfDay)[1]
"""By this a field of a time of day is told from other lines of text."""

_PARTED = re.compile(r"(\d{1,2})(?:\s*[:.,h時时点시]\s*(\d{2})?)?\s*([^\d\s]*)")
"""Hours, then minutes behind a mark of some region, then words such as "pm"."""
_RUN_TOGETHER = re.compile(r"(\d{1,2})(\d{2})\s*([^\d\s]*)")
"""As on a railway timetable: 0930, 930."""
_MORNING, _EVENING = frozenset({"am", "a"}), frozenset({"pm", "p"})
_SAYS_NOTHING = frozenset({"", "h", "uhr", "oclock", "hrs", "分", "분"})
_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_HALF = 12


def is_time(spec: FieldSpec) -> bool:
    """Whether a field holds a time of day."""
    return _META in typing.get_args(spec.type)


def read_time(text: str) -> str:
    """Return a time of day as HH:MM; nothing for a blank text.

    Args:
        text: as typed.

    Raises:
        PlanError: it is no time of day.
    """
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    plain = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in plain)
    if not plain or plain in _NAMED:
        return _NAMED.get(plain, "")
    found = _PARTED.fullmatch(_close(plain)) or _RUN_TOGETHER.fullmatch(_close(plain))
    clock = None if found is None else _clock(int(found[1]), int(found[2] or 0), found[3])
    if clock is None:
        msg = say("“{text}” is not a time of day.", text=text.strip())
        raise PlanError(msg, hint=say("Write it as 9:00, 9am or 14.30."))
    return clock


def _close(text: str) -> str:
    """Return a text whose "a.m." and "o'clock" are one word each."""
    return re.sub(r"(?<=[a-z])[.'’ ]+(?=[a-z]|$)", "", text)


def _clock(hours: int, minutes: int, word: str) -> str | None:
    """Return hours and minutes as HH:MM; None where there are no such ones."""
    if word in _MORNING | _EVENING:
        if not 1 <= hours <= _HALF:
            return None
        hours = hours % _HALF + (_HALF if word in _EVENING else 0)
    elif word not in _SAYS_NOTHING:
        return None
    return f"{hours:02}:{minutes:02}" if hours < 2 * _HALF and minutes < 60 else None
