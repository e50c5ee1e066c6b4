"""The load for a room: each person's months in one row, and the fullest week in words, in large letters."""

from collections.abc import Sequence

from planner.analysis.load import PersonLoad, weekly_loads
from planner.charts.load_cells import FULL_WEEK, LoadCell, cells_of
from planner.charts.scene import Anchor, Line, Measure, Rect, Role, Scene, Weight
from planner.charts.sheet import Sheet, even_pages
from planner.language import say
from planner.language.calendar_words import short_month
from planner.model.format import format_number, hours
from planner.model.plan import Plan, display_name

_ROW = 1.9
"""Height of a person, in sizes of running text."""
_HEAD, _FOOT = 1.5, 1.7
"""The same of the months above, and of the words below."""
_NAMES = 0.3
"""Part of the width that names take at most."""
_STRIP = 0.3
"""Part of the width that the months take at least."""
_APART = (1, 2, 3, 6, 12)
"""Months from one that is named to the next."""
_MONTHS = 6
"""Names of months that are enough."""


def room_loads(plan: Plan, room: tuple[float, float], measure: Measure, size: float) -> tuple[Scene, ...]:
    """Draw the hours of all people, as many on a page as have room.

    Args:
        plan: the plan.
        room: width and height of a drawing.
        measure: widths of texts in the renderer's font.
        size: of running text; nothing is smaller.
    """
    loads = tuple(weekly_loads(plan).values())
    a_page = max(1, int((room[1] / size - _HEAD - _FOOT) / _ROW))
    return tuple(
        _Page(plan, Sheet(room[0], measure, size), loads).drawn(page) for page in even_pages(loads, a_page)
    )


class _Page:
    """Draws some people; names, months and words stand at the same places on all pages."""

    def __init__(self, plan: Plan, sheet: Sheet, loads: Sequence[PersonLoad]) -> None:
        letters = sheet.letters
        verdicts = max(letters.width(_verdict(load), weight=Weight.SEMIBOLD) for load in loads)
        names = max(letters.width(display_name(plan.people[load.person])) for load in loads)
        spare = sheet.width * (1 - _STRIP) - verdicts - 2 * letters.gap
        self._plan, self._sheet = plan, sheet
        self._left = min(names, max(spare, sheet.width * _NAMES)) + letters.gap
        self._right = sheet.width - verdicts - letters.gap

    def drawn(self, loads: Sequence[PersonLoad]) -> Scene:
        """Return a page with some people on it."""
        sheet, size = self._sheet, self._sheet.letters.size
        self._draw_months(cells_of(loads[0], by_week=False))
        lines = [self._draw_person(load, (_HEAD + at * _ROW) * size) for at, load in enumerate(loads)]
        below = (_HEAD + len(loads) * _ROW) * size
        note = say("The fullest week of each month, against the hours there are")
        sheet.write((0, below + size * 1.25), note, role=Role.MUTED, room=sheet.width)
        summary = say("The hours of each person, month by month.")
        return sheet.scene(below + _FOOT * size, summary, lines)

    def _draw_months(self, cells: Sequence[LoadCell]) -> None:
        """Write the names of as many months as have room, always the same number apart."""
        letters, wide = self._sheet.letters, (self._right - self._left) / max(1, len(cells))
        words = [short_month(cell.first.monday.month) for cell in cells]
        widest = max(map(letters.width, words), default=0.0) + letters.gap
        apart = next(
            (step for step in _APART if step * wide >= widest and len(cells) <= 6 * step), len(cells)
        )
        for at in range(0, len(cells), max(1, apart)):
            left = self._left + at * wide
            self._sheet.write((left, letters.size), words[at], role=Role.MUTED, room=self._right - left)

    def _draw_person(self, load: PersonLoad, top: float) -> str:
        """Draw one person; return it in words."""
        sheet, size = self._sheet, self._sheet.letters.size
        name, verdict = display_name(self._plan.people[load.person]), _verdict(load)
        line = top + size * 1.3
        sheet.draw(Line(0, top, sheet.width, top, Role.RULE, size / 24))
        sheet.write((0, line), name, room=self._left - sheet.letters.gap)
        role, weight = (Role.BAD, Weight.SEMIBOLD) if load.over else (Role.INK, Weight.REGULAR)
        sheet.write((sheet.width, line), verdict, role=role, anchor=Anchor.END, weight=weight)
        cells = cells_of(load, by_week=False)
        wide = (self._right - self._left) / max(1, len(cells))
        for at, cell in enumerate(cells):
            self._draw_cell(load, cell, (self._left + at * wide, top + size * 0.2, wide * 0.86))
        return say("{name}: {verdict}", name=name, verdict=verdict)

    def _draw_cell(self, load: PersonLoad, cell: LoadCell, place: tuple[float, float, float]) -> None:
        x, y, wide = place
        size = self._sheet.letters.size
        high = (_ROW - 0.4) * size
        there = float(load.available) if load.available else FULL_WEEK
        part = high * min(1.0, float(cell.fullest.total) / there)
        self._sheet.draw(Rect(x, y, wide, high, Role.PANEL))
        if part:
            self._sheet.draw(Rect(x, y + high - part, wide, part, Role.BAD if cell.over else Role.ACCENT))


def _verdict(load: PersonLoad) -> str:
    """Return the fullest week against the hours there are; a sign says where that is too much."""
    most = max((week.total for week in load.weeks), default=None)
    if not most:
        return say("no load")
    if load.available is None:
        return hours(most)
    values = {"hours": format_number(most, places=0), "all": hours(load.available)}
    if load.over:
        return say("! {hours} of {all}", **values)
    return say("{hours} of {all}", **values)
