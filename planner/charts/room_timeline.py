"""The timeline for a room: fixes and tactics in close rows, with neither heads nor legend."""

from collections.abc import Sequence
from datetime import date

from planner.charts.calendar_axis import CalendarAxis, head_height
from planner.charts.scene import Line, Measure, Role, Scene
from planner.charts.sheet import Sheet, even_pages
from planner.charts.timeline import timeline_span, timeline_summary
from planner.charts.timeline_rows import draw_fix, draw_tactic
from planner.model.plan import Plan

_PITCH = 1.5
"""Height of a row, in sizes of running text."""
_LABELS = 0.4
"""Part of the width for the names."""


def room_timelines(
    plan: Plan, room: tuple[float, float], measure: Measure, size: float, today: date | None
) -> tuple[Scene, ...]:
    """Draw when everything happens, as many rows on a page as have room.

    Args:
        plan: the plan.
        room: width and height of a drawing.
        measure: widths of texts in the renderer's font.
        size: of running text; captions are smaller.
        today: draws a line, and tells late fixes.
    """
    rows = _rows(plan)
    free = room[1] - head_height(Sheet(room[0], measure, size, _PITCH))
    a_page = max(1, int(free / (_PITCH * size)))
    return tuple(
        _draw(plan, page, Sheet(room[0], measure, size, _PITCH), today) for page in even_pages(rows, a_page)
    )


def _rows(plan: Plan) -> list[str]:
    """Return ids of fixes and tactics, the earliest first."""
    fixes = sorted(plan.issues.values(), key=lambda issue: issue.fix_due or date.max)
    tactics = sorted(plan.tactics.values(), key=lambda tactic: tactic.starts_on or date.max)
    return [*(issue.id for issue in fixes), *(tactic.id for tactic in tactics)]


def _draw(plan: Plan, rows: Sequence[str], sheet: Sheet, today: date | None) -> Scene:
    letters = sheet.letters
    names = max((letters.width(plan.name_of(row)) for row in rows), default=0.0)
    labels = min(names + letters.gap, sheet.width * _LABELS)
    axis = CalendarAxis.over(timeline_span(plan), labels, sheet.width - 1)
    top = head_height(sheet)
    bottom = top + len(rows) * letters.row
    axis.draw(sheet, top, bottom)
    if today is not None and axis.holds(today):
        # The line alone: close rows leave its word no room.
        sheet.draw(Line(axis.x(today), top, axis.x(today), bottom, Role.ACCENT, letters.size / 16))
    for place, row in enumerate(rows):
        y = top + place * letters.row
        sheet.draw(Line(0, y, sheet.width, y, Role.RULE, letters.size / 40))
        if row in plan.issues:
            draw_fix(sheet, plan, axis, plan.issues[row], y, today)
        else:
            draw_tactic(sheet, plan, axis, plan.tactics[row], y)
    return sheet.scene(bottom, timeline_summary(plan))
