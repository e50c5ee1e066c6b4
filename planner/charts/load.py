"""The load of each person over time: a heat map of the hours planned against the hours there are.

A month shows its fullest week. More hours than a person has are told by a thick border, an
exclamation mark and the figure, so that a grey print still reads.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from msgspec import Struct

from planner.analysis.load import PersonLoad, weekly_loads
from planner.charts.calendar_axis import MONTHS, month_number
from planner.charts.lettering import ROW
from planner.charts.scene import Anchor, Measure, Rect, Role, Scene, Weight
from planner.charts.sheet import Sheet
from planner.model.format import day, format_number, hours, listing, plural
from planner.model.plan import Plan, display_name

_STRONGEST = 0.4
"""Of the fill of a full week: dark text on it keeps its contrast."""


class LoadCell(Struct, frozen=True):
    """The fullest week of a stretch of weeks.

    Attributes:
        first: the Monday of the first week.
        monday: the Monday of the fullest week.
        planned: its hours.
        over: whether that is more than the person has.
    """

    first: date
    monday: date
    planned: Decimal
    over: bool


def load_chart(
    plan: Plan,
    width: float,
    measure: Measure,
    *,
    size: float = 9.0,
    people: slice = slice(None),
    by_week: bool = False,
) -> Scene:
    """Draw each person's hours against the hours that the person has.

    Args:
        plan: the plan.
        width: of the drawing.
        measure: widths of texts in the renderer's font.
        size: of running text.
        people: which of the plan's people, for a page; see `load_pages`.
        by_week: a column for each week; by default one for each month.
    """
    sheet = Sheet(width, measure, size)
    loads = list(weekly_loads(plan).values())
    shown = [(load, cells_of(load, by_week=by_week)) for load in loads[people]]
    labels = min(sheet.letters.width("n") * 26, width * 0.3)
    columns = max((len(cells) for _, cells in shown), default=0)
    if shown and columns:
        wide = (width - labels) / columns
        _draw_head(sheet, shown[0][1], labels, wide)
        for index, (load, cells) in enumerate(shown):
            _draw_person(sheet, plan, load, cells, (labels, _head(sheet) + index * _row(size), wide))
    bottom = _head(sheet) + len(shown) * _row(size)
    return sheet.scene(bottom, _summary(plan, loads))


def load_pages(plan: Plan, height: float, *, size: float = 9.0) -> tuple[slice, ...]:
    """Return the people for each page of a height."""
    a_page = max(1, int((height - 3 * size) / _row(size)))
    return tuple(slice(at, at + a_page) for at in range(0, len(plan.people), a_page))


def cells_of(load: PersonLoad, *, by_week: bool) -> list[LoadCell]:
    """Return a person's cells: one for each week, or one for each month that a week begins in."""
    groups = (
        [[week] for week in load.weeks]
        if by_week
        else [list(weeks) for _, weeks in groupby(load.weeks, key=lambda week: month_number(week.monday))]
    )
    cells = []
    for weeks in groups:
        fullest = max(weeks, key=lambda week: week.total)
        over = load.available is not None and fullest.total > load.available
        cells.append(LoadCell(weeks[0].monday, fullest.monday, fullest.total, over))
    return cells


def _row(size: float) -> float:
    return size * (ROW + 0.6)


def _head(sheet: Sheet) -> float:
    return sheet.letters.small * 3


def _draw_head(sheet: Sheet, cells: Sequence[LoadCell], left: float, wide: float) -> None:
    """Write each month above its first column, and each year above its first month."""
    letters = sheet.letters
    last_year = last_month = -1
    for index, cell in enumerate(cells):
        x = left + index * wide + 3
        if cell.first.year != last_year:
            at = (x, letters.small)
            sheet.write(at, str(cell.first.year), role=Role.MUTED, weight=Weight.SEMIBOLD, small=True)
        if month_number(cell.first) != last_month:
            at = (x, letters.small * 2.4)
            sheet.write(at, MONTHS[cell.first.month - 1], role=Role.MUTED, small=True)
        last_year, last_month = cell.first.year, month_number(cell.first)


def _draw_person(
    sheet: Sheet, plan: Plan, load: PersonLoad, cells: Sequence[LoadCell], at: tuple[float, float, float]
) -> None:
    letters = sheet.letters
    left, y, wide = at
    name = display_name(plan.people[load.person])
    middle = y + _row(letters.size) / 2
    has = "no hours stated" if load.available is None else f"{hours(load.available)} a week"
    room = left - letters.gap
    sheet.write((0, middle - letters.size * 0.1), name, room=room)
    sheet.write((0, middle + letters.size * 0.95), has, role=Role.MUTED, small=True, room=room)
    for index, cell in enumerate(cells):
        box = (left + index * wide + 1, y + 1, wide - 2, _row(letters.size) - 2)
        sheet.mark(box, load.person, f"{name}\n{_words(load, cell)}")
        _draw_cell(sheet, load, cell, box)


def _draw_cell(
    sheet: Sheet, load: PersonLoad, cell: LoadCell, box: tuple[float, float, float, float]
) -> None:
    x, y, wide, high = box
    letters = sheet.letters
    stroke, thick = (Role.BAD, 1.8) if cell.over else (Role.RULE, 0.6)
    sheet.draw(
        Rect(
            *box, Role.ACCENT, stroke, thick, min(3.0, wide / 4), strength=_STRONGEST * _fullness(load, cell)
        )
    )
    if not cell.planned:
        return
    figure = format_number(cell.planned, places=0)
    text = next((t for t in (f"! {figure}", "!") if letters.width(t, small=True) <= wide - 2), "")
    if not cell.over:
        text = figure if letters.width(figure, small=True) <= wide - 2 else ""
    weight = Weight.SEMIBOLD if cell.over else Weight.REGULAR
    middle = (x + wide / 2, y + high / 2 + letters.drop * 0.85)
    sheet.write(middle, text, anchor=Anchor.MIDDLE, weight=weight, small=True)


def _fullness(load: PersonLoad, cell: LoadCell) -> float:
    """Return planned over available hours, at most 1; without a figure, planned over a full week."""
    there = load.available or Decimal(40)
    return min(1.0, float(cell.planned / there))


def _words(load: PersonLoad, cell: LoadCell) -> str:
    has = "" if load.available is None else f" of {hours(load.available)}"
    over = ", too much" if cell.over else ""
    return f"Week of {day(cell.monday)}: {hours(cell.planned)}{has}{over}"


def _summary(plan: Plan, loads: Sequence[PersonLoad]) -> str:
    over = [load for load in loads if load.over]
    if not over:
        return f"Load of {plural(len(loads), 'person', 'people')}; nobody has more than the hours they have."
    told = listing(
        (f"{plan.name_of(load.person)} in {plural(len(load.over), 'week')}" for load in over), most=5
    )
    return f"Load of {plural(len(loads), 'person', 'people')}; too much for {told}."
