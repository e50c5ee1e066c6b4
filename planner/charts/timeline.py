"""The timeline: fixes first, then the tactics as bars, then the reviews, over a grid of months.

A problem is told by a cross and a word: "no owner", "no dates", "before a fix", "outside the plan".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from planner.charts.calendar_axis import CalendarAxis, head_height
from planner.charts.lettering import ROW
from planner.charts.scene import Anchor, Circle, Dash, Line, Measure, Role, Scene, Weight
from planner.charts.sheet import Sheet
from planner.charts.timeline_rows import draw_fix, draw_pointer, draw_reviews, draw_tactic
from planner.language import phrase, say
from planner.model.format import day, listing, plural
from planner.model.plan import Plan
from planner.model.vocabulary import FixStatus

ALL_ROWS = slice(None)
TODAY = phrase("today")
"""The word beside the line of today."""


@dataclass(frozen=True)
class _Row:
    """One row: its section, and the record that it shows; the reviews share one."""

    section: str
    record: str


def timeline(
    plan: Plan,
    width: float,
    measure: Measure,
    *,
    size: float = 9.0,
    rows: slice = ALL_ROWS,
    today: date | None = None,
) -> Scene:
    """Draw when everything happens.

    Args:
        plan: the plan.
        width: of the drawing.
        measure: widths of texts in the renderer's font.
        size: of running text.
        rows: which rows, for a page; see `timeline_pages`.
        today: draws a line, and tells late fixes.
    """
    sheet = Sheet(width, measure, size)
    shown = _rows(plan)[rows]
    axis = timeline_axis(plan, width, measure, size)
    top = head_height(sheet)
    bottom = top + _height_of(shown, sheet.letters.row)
    draw_days(sheet, plan, axis, (top, bottom), today)
    _draw_rows(sheet, plan, axis, shown, today)
    draw_legend(sheet, bottom)
    return sheet.scene(bottom + sheet.letters.row, timeline_summary(plan))


def timeline_axis(plan: Plan, width: float, measure: Measure, size: float) -> CalendarAxis:
    """Return the months of a timeline; see `timeline` for the arguments."""
    labels = min(measure("n", size, Weight.REGULAR) * 36, width * 0.36)
    return CalendarAxis.over(timeline_span(plan), labels, width - 1)


def timeline_pages(plan: Plan, height: float, *, size: float = 9.0) -> tuple[slice, ...]:
    """Return the rows for each page of a height, so that long timelines go over pages.

    Every page has room for the months and the heads of all sections.
    """
    row = size * ROW
    a_page = max(1, int((height - 3 * size - 4 * row) / row))
    return tuple(slice(at, at + a_page) for at in range(0, len(_rows(plan)), a_page))


def timeline_span(plan: Plan) -> tuple[date, date]:
    """Return the first and last day that the timeline shows.

    That is the period of the plan; a day that it does not name is taken from what has a date.
    """
    brief, days = plan.the_brief, sorted(dated_days(plan))
    first = brief.starts_on or (days[0] if days else brief.ends_on or date(2027, 1, 1))
    last = brief.ends_on or (days[-1] if days else first)
    return first, max(first, last)


def dated_days(plan: Plan) -> Iterator[date]:
    """Yield each day on which something of the plan begins, ends or falls due."""
    for tactic in plan.tactics.values():
        yield from (when for when in (tactic.starts_on, tactic.ends_on) if when)
    yield from (issue.fix_due for issue in plan.issues.values() if issue.fix_due)
    yield from (review.on for review in plan.reviews.values() if review.on)


def _rows(plan: Plan) -> list[_Row]:
    """Return fixes and tactics, the earliest first, then the reviews."""
    fixes = sorted(plan.issues.values(), key=lambda issue: issue.fix_due or date.max)
    tactics = sorted(plan.tactics.values(), key=lambda tactic: tactic.starts_on or date.max)
    return [
        *(_Row(say("Fixes first"), issue.id) for issue in fixes),
        *(_Row(say("Tactics"), tactic.id) for tactic in tactics),
        *([_Row(say("Reviews"), "")] if plan.reviews else []),
    ]


def _height_of(rows: Sequence[_Row], row: float) -> float:
    return row * (len(rows) + len({shown.section for shown in rows}))


def draw_days(
    sheet: Sheet, plan: Plan, axis: CalendarAxis, ends: tuple[float, float], today: date | None
) -> None:
    """Draw the months and the line of today; neither where nothing of the plan has a day.

    Args:
        sheet: is drawn on.
        plan: the plan.
        axis: its months, which are made up where it names no day.
        ends: top and bottom of the rows.
        today: where the line is drawn; None for none.
    """
    brief = plan.the_brief
    if brief.starts_on is None and brief.ends_on is None and not any(dated_days(plan)):
        return
    axis.draw(sheet, *ends)
    if today is not None and axis.holds(today):
        _draw_today(sheet, axis.x(today), *ends)


def _draw_today(sheet: Sheet, x: float, top: float, bottom: float) -> None:
    """Draw the line of today from top to bottom, with its word beside it."""
    sheet.draw(Line(x, top, x, bottom, Role.ACCENT, 1.2))
    word, weight = say(TODAY), Weight.SEMIBOLD
    fits = x + 3 + sheet.letters.width(word, small=True, weight=weight) <= sheet.width
    at = (x + 3 if fits else x - 3, top + sheet.letters.small)
    anchor = Anchor.START if fits else Anchor.END
    sheet.caption(at, word, role=Role.ACCENT, anchor=anchor, weight=weight)


def draw_legend(sheet: Sheet, bottom: float) -> float:
    """Draw what the shapes mean, in a row below the chart; return where the next shape may stand."""
    letters = sheet.letters
    middle, step = bottom + letters.row / 2, letters.size
    x = step * 0.6
    sheet.diamond((x, middle), Role.ACCENT, filled=False)
    x = sheet.legend((x + step, middle), say("fix date"))
    draw_pointer(sheet, (x - step * 0.4, middle - step * 0.6), step * 1.2, Role.ACCENT)
    x = sheet.legend((x + step * 0.6, middle), say("publishes or promotes"))
    sheet.draw(Line(x, middle, x + step * 1.6, middle, Role.ACCENT, 1.2, Dash.DASHED))
    x = sheet.legend((x + step * 2.2, middle), say("pilot"))
    sheet.draw(Circle(x, middle, step * 0.42, Role.SURFACE, Role.INK, 1.2))
    return sheet.legend((x + step * 0.8, middle), say("review"))


def _draw_rows(
    sheet: Sheet, plan: Plan, axis: CalendarAxis, rows: Sequence[_Row], today: date | None
) -> None:
    letters = sheet.letters
    y = head_height(sheet)
    for section, members in groupby(rows, key=lambda row: row.section):
        sheet.write((0, y + letters.row * 0.62), section, weight=Weight.SEMIBOLD, room=axis.left)
        y += letters.row
        for row in members:
            sheet.draw(Line(0, y, sheet.width, y, Role.RULE, 0.35))
            _draw_row(sheet, plan, axis, row, y, today)
            y += letters.row


def _draw_row(sheet: Sheet, plan: Plan, axis: CalendarAxis, row: _Row, y: float, today: date | None) -> None:
    if row.record in plan.issues:
        draw_fix(sheet, plan, axis, plan.issues[row.record], y, today)
    elif row.record in plan.tactics:
        draw_tactic(sheet, plan, axis, plan.tactics[row.record], y)
    else:
        draw_reviews(sheet, plan, axis, y)


def timeline_summary(plan: Plan) -> str:
    """Return what the timeline says in one sentence, for those who can't see it."""
    first, last = timeline_span(plan)
    open_fixes = sum(issue.status is not FixStatus.DONE for issue in plan.issues.values())
    parts = [
        plural(open_fixes, "open fix", "open fixes"),
        plural(len(plan.tactics), "tactic"),
        plural(len(plan.reviews), "review"),
    ]
    return say(
        "Timeline from {first} to {last}: {parts}.", first=day(first), last=day(last), parts=listing(parts)
    )
