"""The load of each person over time: hours for tactics, listening and answering against the hours there are.

A month shows its fullest week. More hours than a person has are told by a thick border, an
exclamation mark and the figure, so that a grey print still reads.
"""

from collections.abc import Iterator, Sequence

from planner.analysis.load import PersonLoad, weekly_loads
from planner.charts.calendar_axis import month_number
from planner.charts.lettering import ROW
from planner.charts.load_cells import PARTS, LoadCell, cell_words, cells_of, draw_cell, draw_part, part_words
from planner.charts.scene import Measure, Rect, Role, Scene, Weight
from planner.charts.sheet import Sheet
from planner.language import say, say_count
from planner.language.calendar_words import short_month
from planner.model.format import day, hours, listing
from planner.model.plan import Plan, display_name


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
    if shown and columns:
        bottom += _draw_legend(sheet, bottom)
    return sheet.scene(bottom, _summary(plan, loads), _lines(plan, [load for load, _ in shown]))


def load_pages(plan: Plan, height: float, *, size: float = 9.0) -> tuple[slice, ...]:
    """Return the people for each page of a height."""
    a_page = max(1, int((height - 3 * size - ROW * size) / _row(size)))
    return tuple(slice(at, at + a_page) for at in range(0, len(plan.people), a_page))


def _row(size: float) -> float:
    return size * (ROW + 1.6)


def _head(sheet: Sheet) -> float:
    return sheet.letters.small * 3


def _draw_head(sheet: Sheet, cells: Sequence[LoadCell], left: float, wide: float) -> None:
    """Write each month above its first column, and each year above its first month, where they have room."""
    letters = sheet.letters
    months: dict[int, float] = {}
    years: dict[int, float] = {}
    for index, cell in enumerate(cells):
        x = left + index * wide + 3
        months.setdefault(month_number(cell.first.monday), x)
        years.setdefault(cell.first.monday.year, x)
    heads = [(x, str(year)) for year, x in years.items()]
    _write_apart(sheet, heads, letters.small, Weight.SEMIBOLD)
    heads = [(x, short_month(month % 12 + 1)) for month, x in months.items()]
    _write_apart(sheet, heads, letters.small * 2.4, Weight.REGULAR)


def _write_apart(sheet: Sheet, heads: Sequence[tuple[float, str]], y: float, weight: Weight) -> None:
    """Write words side by side, those left out that would meet the one before or leave the sheet."""
    end = 0.0
    for x, word in heads:
        wide = sheet.letters.width(word, small=True, weight=weight)
        if x >= end and x + wide <= sheet.width:
            sheet.write((x, y), word, role=Role.MUTED, weight=weight, small=True)
            end = x + wide + 3


def _draw_person(
    sheet: Sheet, plan: Plan, load: PersonLoad, cells: Sequence[LoadCell], at: tuple[float, float, float]
) -> None:
    letters = sheet.letters
    left, y, wide = at
    name = display_name(plan.people[load.person])
    middle = y + _row(letters.size) / 2
    has = _has(load)
    room = left - letters.gap
    sheet.write((0, middle - letters.size * 0.1), name, room=room)
    sheet.write((0, middle + letters.size * 0.95), has, role=Role.MUTED, small=True, room=room)
    for index, cell in enumerate(cells):
        box = (left + index * wide + 1, y + 1, wide - 2, _row(letters.size) - 2)
        sheet.mark(box, load.person, f"{name}\n{cell_words(load, cell)}")
        draw_cell(sheet, load, cell, box)


def _draw_legend(sheet: Sheet, top: float) -> float:
    """Draw what the parts of a column mean; return the height that it takes."""
    size = sheet.letters.size
    middle = top + sheet.letters.row / 2
    x = 0.5
    for part, (word, *_) in enumerate(PARTS):
        draw_part(sheet, (x, middle - size * 0.45, size * 1.6, size * 0.9), part)
        x = sheet.legend((x + size * 2.2, middle), say(word))
    sheet.draw(Rect(x, middle - size * 0.55, size * 1.6, size * 1.1, None, Role.BAD, 1.8))
    x = sheet.legend((x + size * 2.2, middle), say("! more than there is"))
    return sheet.letters.row + sheet.legend_note((x, middle), say("a month shows its fullest week"))


def _lines(plan: Plan, loads: Sequence[PersonLoad]) -> Iterator[str]:
    """Yield a line for each person: hours, fullest week with its parts, and weeks with too much."""
    for load in loads:
        name, has, fullest = plan.name_of(load.person), _has(load), _fullest(load)
        if load.over:
            yield say_count(
                "{name}, {hours}: {fullest}; too much in {count} week",
                "{name}, {hours}: {fullest}; too much in {count} weeks",
                len(load.over),
                name=name,
                hours=has,
                fullest=fullest,
            )
        else:
            yield say("{name}, {hours}: {fullest}", name=name, hours=has, fullest=fullest)


def _has(load: PersonLoad) -> str:
    """Return how many hours a person has."""
    if load.available is None:
        return say("no hours stated")
    return say("{hours} a week", hours=hours(load.available))


def _fullest(load: PersonLoad) -> str:
    week = load.peak_week
    if week is None or not week.total:
        return say("no load")
    values = {"day": day(week.monday), "hours": hours(week.total)}
    if parts := part_words(week):
        return say("fullest week {day} with {hours} ({parts})", parts=parts, **values)
    return say("fullest week {day} with {hours}", **values)


def _summary(plan: Plan, loads: Sequence[PersonLoad]) -> str:
    over = [load for load in loads if load.over]
    if not over:
        return say_count(
            "Load of {count} person; nobody has more than the hours they have.",
            "Load of {count} people; nobody has more than the hours they have.",
            len(loads),
        )
    people = listing(
        (
            say_count(
                "{name} in {count} week",
                "{name} in {count} weeks",
                len(load.over),
                name=plan.name_of(load.person),
            )
            for load in over
        ),
        most=5,
    )
    return say_count(
        "Load of {count} person; too much for {people}.",
        "Load of {count} people; too much for {people}.",
        len(loads),
        people=people,
    )
