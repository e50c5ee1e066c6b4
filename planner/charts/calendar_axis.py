"""The months of a chart: where a day lies from left to right, and the grid behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from planner.charts.scene import Line, Role, Weight
from planner.charts.sheet import Sheet
from planner.language.calendar_words import short_month

HEAD = 3.0
"""Height that years and months take above a chart, in sizes of captions."""

_STEPS = (1, 3, 6, 12, 24, 60, 120, 600, 1200, 6000)
"""Months between two labels; the first that leaves them room is taken."""


@dataclass(frozen=True)
class CalendarAxis:
    """A run of whole months between two edges of a chart.

    Attributes:
        first: the first month, as 12 x year + month - 1.
        last: the last month, counted likewise.
        left: x of the first month's beginning.
        right: x of the last month's end.
        labels: x at which the labels of the rows begin, left of the months.
    """

    first: int
    last: int
    left: float
    right: float
    labels: float = 0.0

    @classmethod
    def over(cls, days: tuple[date, date], left: float, right: float, labels: float = 0.0) -> "CalendarAxis":
        """Return the axis of all months that two days and those between them lie in."""
        return cls(month_number(days[0]), month_number(days[1]), left, right, labels)

    @property
    def day_width(self) -> float:
        """How wide a day is."""
        return (self.right - self.left) / (_ordinal(self.last + 1) - _ordinal(self.first))

    def x(self, day: date) -> float:
        """Return where a day begins, never outside the edges."""
        return self._x(day.toordinal())

    def x_after(self, day: date) -> float:
        """Return where a day ends, never outside the edges."""
        return self._x(day.toordinal() + 1)

    def holds(self, day: date) -> bool:
        """Whether a day lies in one of the months."""
        return self.first <= month_number(day) <= self.last

    def draw(self, sheet: Sheet, top: float, bottom: float) -> None:
        """Draw the years and months above `top`, and a line down to `bottom` at each label."""
        letters = sheet.letters
        labelled = self._labelled(sheet)
        for month in labelled:
            x = self._x(_ordinal(month))
            sheet.draw(Line(x, top - letters.small * 1.2, x, bottom))
            if labelled[-1] - labelled[0] < 12 * len(labelled):
                name = short_month(month % 12 + 1)
                at, room = (x + 3, top - letters.small * 0.4), self.right - x - 3
                sheet.write(at, name, role=Role.MUTED, small=True, room=room)
            if month == labelled[0] or month % 12 == 0:
                self._write_year(sheet, month // 12, (x + 3, top - letters.small * 1.7))
        sheet.draw(Line(self.right, top - letters.small * 1.2, self.right, bottom))

    def _labelled(self, sheet: Sheet) -> Sequence[int]:
        room = (self.right - self.left) / (self.last + 1 - self.first)
        month = max(sheet.letters.width(short_month(each), small=True) for each in range(1, 13)) + 5
        year = sheet.letters.width("0000", small=True) + 5
        step = next((s for s in _STEPS if s * room >= (month if s < 12 else year)), _STEPS[-1])
        return [m for m in range(self.first, self.last + 1) if m % step == 0] or [self.first]

    def _write_year(self, sheet: Sheet, year: int, at: tuple[float, float]) -> None:
        room = self.right - at[0]
        sheet.write(at, str(year), role=Role.MUTED, weight=Weight.SEMIBOLD, small=True, room=room)

    def _x(self, ordinal: int) -> float:
        start, end = _ordinal(self.first), _ordinal(self.last + 1)
        part = (ordinal - start) / (end - start)
        return self.left + (self.right - self.left) * min(1.0, max(0.0, part))


def head_height(sheet: Sheet) -> float:
    """Return the height that years and months take above a chart."""
    return sheet.letters.small * HEAD


def month_number(day: date) -> int:
    """Return a day's month, counted from January of the year 0."""
    return day.year * 12 + day.month - 1


@cache
def _ordinal(month: int) -> int:
    """Return the number of a month's first day; the month after the last possible one has it too."""
    year, index = divmod(month, 12)
    return date.max.toordinal() + 1 if year > date.max.year else date(year, index + 1, 1).toordinal()
