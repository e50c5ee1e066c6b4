"""The cells of the load: columns of hours for tactics, listening and answering, a week or month each."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from msgspec import Struct

from planner.analysis.load import PersonLoad, WeekLoad
from planner.charts.calendar_axis import month_number
from planner.charts.lettering import Lettering
from planner.charts.scene import Anchor, Line, Rect, Role, Weight
from planner.charts.sheet import Box, Sheet
from planner.language import phrase, say
from planner.model.format import day, format_number, hours, listing

FULL_WEEK = 40
"""Hours against which a load is drawn where nobody said how many a person has."""

PARTS: tuple[tuple[str, Role | None, float], ...] = (
    (phrase("tactics"), Role.ACCENT, 0.75),
    (phrase("listening"), Role.ACCENT, 0.3),
    (phrase("answering"), None, 0.0),
)
"""The parts from the bottom up: dark, light and hollow, so that a grey print tells them apart."""


class LoadCell(Struct, frozen=True):
    """The fullest week of a stretch of weeks.

    Attributes:
        first: the week that the stretch begins with.
        fullest: the week with most hours.
        over: whether that is more than the person has.
    """

    first: WeekLoad
    fullest: WeekLoad
    over: bool


def cells_of(load: PersonLoad, *, by_week: bool) -> list[LoadCell]:
    """Return a person's cells: one for each week, or one for each month that a week begins in."""
    groups = (
        [[week] for week in load.weeks]
        if by_week
        else [list(weeks) for _, weeks in groupby(load.weeks, key=lambda week: month_number(week.monday))]
    )
    return [_cell(load, weeks) for weeks in groups]


def cell_words(load: PersonLoad, cell: LoadCell) -> str:
    """Return what a cell says: the week, its hours against those there are, and its parts."""
    week = cell.fullest
    told = say("Week of {day}: {load}", day=day(week.monday), load=_against(load, cell))
    parts = part_words(week)
    return say("{week} ({parts})", week=told, parts=parts) if parts else told


def _against(load: PersonLoad, cell: LoadCell) -> str:
    total = hours(cell.fullest.total)
    if load.available is None:
        return total
    there = hours(load.available)
    if cell.over:
        return say("{hours} of {all}, too much", hours=total, all=there)
    return say("{hours} of {all}", hours=total, all=there)


def part_words(week: WeekLoad) -> str:
    """Return the parts of a week's load in words; "" without any."""
    parts = [
        say("{hours} for {part}", hours=hours(figure), part=say(word))
        for (word, *_), figure in zip(PARTS, _figures(week), strict=True)
        if figure
    ]
    return listing(parts)


def draw_cell(sheet: Sheet, load: PersonLoad, cell: LoadCell, box: Box) -> None:
    """Draw a cell: its figure above, its parts as a column below."""
    x, y, wide, high = box
    letters = sheet.letters
    stroke, thick = (Role.BAD, 1.8) if cell.over else (Role.RULE, 0.6)
    sheet.draw(Rect(*box, None, stroke, thick, min(3.0, wide / 4)))
    head = letters.small * 1.45
    total = float(cell.fullest.total)
    if not total:
        return
    _draw_figure(sheet, cell, (x, y, wide, head))
    there = float(load.available) if load.available is not None else FULL_WEEK
    scale = (high - head - 2) / max(there, total)
    side = min(3.0, wide * 0.1)
    bottom = y + high - 1.5
    for part in _column(cell.fullest, (x + side, bottom, wide - 2 * side), scale):
        sheet.draw(part)
    if cell.over:
        level = bottom - there * scale
        sheet.draw(Line(x + 1, level, x + wide - 1, level, Role.BAD, 1.4))


def draw_part(sheet: Sheet, box: Box, part: int) -> None:
    """Draw a part's look, for the legend."""
    _, role, strength = PARTS[part]
    sheet.draw(_part(box, role, strength))


def _cell(load: PersonLoad, weeks: list[WeekLoad]) -> LoadCell:
    fullest = max(weeks, key=lambda week: week.total)
    return LoadCell(weeks[0], fullest, load.available is not None and fullest.total > load.available)


def _column(week: WeekLoad, place: tuple[float, float, float], scale: float) -> Iterator[Rect]:
    x, y, wide = place
    for (_, role, strength), figure in zip(PARTS, _figures(week), strict=True):
        high = float(figure) * scale
        if high > 0:
            y -= high
            yield _part((x, y, max(0.5, wide), high), role, strength)


def _part(box: Box, role: Role | None, strength: float) -> Rect:
    return Rect(*box, Role.SURFACE if role is None else role, Role.ACCENT, 0.7, strength=strength or 1.0)


def _figures(week: WeekLoad) -> tuple[Decimal, ...]:
    return week.tactics, week.listening, week.answering


def _draw_figure(sheet: Sheet, cell: LoadCell, box: Box) -> None:
    x, y, wide, high = box
    figure = format_number(cell.fullest.total, places=0)
    texts = (f"! {figure}", "!") if cell.over else (figure,)
    weight = Weight.SEMIBOLD if cell.over else Weight.REGULAR
    text = next((each for each in texts if _fits(sheet.letters, each, wide - 2, weight)), "")
    at = (x + wide / 2, y + high * 0.8)
    sheet.write(at, text, anchor=Anchor.MIDDLE, weight=weight, small=True)


def _fits(letters: Lettering, text: str, room: float, weight: Weight) -> bool:
    return letters.width(text, small=True, weight=weight) <= room
