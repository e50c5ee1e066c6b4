"""Days that stand as text in a spreadsheet: a whole column tells whether the day or the month comes first.

“03/04/2027” is two days, and who wrote the sheet may have another order than who reads it. One “13/04/2027”
in the same column says which is meant; only where a column tells nothing does the reader's own order count.
"""

import re
from collections.abc import Iterable
from enum import Enum, auto

from planner.errors import PlanError
from planner.language import say

_IN_FIGURES = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})")
_MONTHS = 12


class DayOrder(Enum):
    """What a column tells.

    Attributes:
        UNTOLD: nothing; the reader's order counts.
        DAY_FIRST: the day comes first.
        MONTH_FIRST: the month comes first.
        MIXED: now the one, now the other.
    """

    UNTOLD = auto()
    DAY_FIRST = auto()
    MONTH_FIRST = auto()
    MIXED = auto()


def order_of(cells: Iterable[str]) -> DayOrder:
    """Return what the texts of a column tell about the order of its days."""
    told = {_told(text) for text in cells} - {DayOrder.UNTOLD}
    if len(told) > 1:
        return DayOrder.MIXED
    return next(iter(told), DayOrder.UNTOLD)


def in_order(text: str, order: DayOrder) -> str:
    """Return a day in figures as 2027-04-13, so that nobody can mistake it.

    Args:
        text: of a cell; what is no day in figures, or could still be two, is returned as it is.
        order: of its column.

    Raises:
        PlanError: its column has both orders, and it could be either.
    """
    found = _IN_FIGURES.fullmatch(text.strip())
    if found is None:
        return text
    first, _, second, year = found.groups()
    own = _told(text)
    if is_two_days(text):
        if order is DayOrder.MIXED:
            msg = say("“{text}” could be two days: its column has days and months in both orders.", text=text)
            raise PlanError(msg)
        if order is DayOrder.UNTOLD:
            return text
        own = order
    day, month = (second, first) if own is DayOrder.MONTH_FIRST else (first, second)
    return f"{year if len(year) == 4 else '20' + year}-{month.zfill(2)}-{day.zfill(2)}"


def is_two_days(text: str) -> bool:
    """Say whether a text is one day where the day comes first, and another one where the month does."""
    found = _IN_FIGURES.fullmatch(text.strip())
    return found is not None and _told(text) is DayOrder.UNTOLD and int(found[1]) != int(found[3])


def _told(text: str) -> DayOrder:
    found = _IN_FIGURES.fullmatch(text.strip())
    if found is None:
        return DayOrder.UNTOLD
    first, second = int(found[1]), int(found[3])
    if second > _MONTHS >= first:
        return DayOrder.MONTH_FIRST
    is_day_first = found[2] == "." or first > _MONTHS >= second
    return DayOrder.DAY_FIRST if is_day_first else DayOrder.UNTOLD
