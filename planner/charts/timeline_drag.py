"""What is drawn over the timeline while a bar is moved: where it would lie, its days, and what is wrong."""

from collections.abc import Iterator
from datetime import date

from planner.analysis.fixes import fixes_in_front
from planner.charts.calendar_axis import CalendarAxis
from planner.charts.scene import Dash, Mark, Measure, Rect, Role, Scene, Weight
from planner.charts.sheet import Sheet
from planner.charts.timeline_rows import days_between
from planner.editing.spans import Grip, Span, span_of, with_span
from planner.language import say, say_count
from planner.model.format import day
from planner.model.plan import Plan, display_name
from planner.model.records_experience import ExperienceIssue
from planner.model.records_work import Tactic

_REACH = 6.0
"""How far from an end it can still be gripped, in the scene's unit."""
_NARROW = 18.0
"""Bars below this width are gripped at their ends from outside only."""


def ends_of(axis: CalendarAxis, span: Span) -> tuple[float, float]:
    """Return where a span begins and ends; a day that is missing lets it run to the edge."""
    left = axis.x(span.first) if span.first else axis.left
    right = axis.x_after(span.last) if span.last else axis.right
    return min(left, right), max(left, right)


def grip_at(axis: CalendarAxis, record: object, x: float) -> Grip | None:
    """Return what of an entry's bar lies at a place, None beside it.

    Args:
        axis: the timeline's months.
        record: a record of the plan.
        x: the place, in the scene's unit.
    """
    span = span_of(record)
    if span is None:
        return None
    left, right = ends_of(axis, span)
    if isinstance(record, ExperienceIssue):
        return Grip.WHOLE if abs(x - left) <= 2 * _REACH else None
    inner = _REACH if right - left >= _NARROW else 0.0
    if left - _REACH <= x < left + inner:
        return Grip.FIRST
    if right - inner < x <= right + _REACH:
        return Grip.LAST
    return Grip.WHOLE if left <= x <= right else None


def drag_scene(
    plan: Plan, axis: CalendarAxis, row: Mark, span: Span, width: float, measure: Measure, size: float
) -> Scene:
    """Draw an entry at other days over its row; the summary says the same in words.

    Args:
        plan: the plan, with the entry still where it was.
        axis: the timeline's months.
        row: the mark of the entry.
        span: where it would lie.
        width: of the timeline.
        measure: widths of texts in the renderer's font.
        size: of running text.
    """
    sheet = Sheet(width, measure, size)
    problem = schedule_problem(plan, row.record, span)
    record = plan.find(row.record)
    middle = row.y + row.height / 2
    left, right = ends_of(axis, span)
    # The days before stay as an outline, alone in their row: what was written there is of the old days.
    ground = (axis.left + 0.5, row.y + 1, sheet.width - axis.left - 0.5, row.height - 2)
    sheet.draw(Rect(*ground, Role.SURFACE))
    bars = [(span_of(record) or span, False), (span, True)]
    for days, is_new in bars:
        _shape(sheet, axis, record, days, middle, bad=bool(problem) and is_new, is_new=is_new)
    if isinstance(record, ExperienceIssue):
        right = left
    words = _days(span)
    _label(sheet, (left, right, middle), axis.left, words, problem)
    told = ", ".join(filter(None, (display_name(plan.find(row.record)), words, problem)))
    return sheet.scene(row.y + row.height, told)


def schedule_problem(plan: Plan, record_id: str, span: Span) -> str:
    """Return what would be wrong with an entry at other days, in a few words; empty where nothing."""
    return ", ".join(_problems(plan, with_span(plan, record_id, span), record_id, span))


def _problems(before: Plan, plan: Plan, record_id: str, span: Span) -> Iterator[str]:
    brief = plan.the_brief
    days = [when for when in (span.first, span.last) if when]
    if any(_beyond(when, brief.starts_on, brief.ends_on) for when in days):
        yield say("outside the plan")
    record = plan.find(record_id)
    if isinstance(record, Tactic) and any(fixes_in_front(plan, record)):
        yield say("before a fix")
    if isinstance(record, ExperienceIssue):
        waiting = sum(
            any(issue.id == record_id for issue in fixes_in_front(plan, tactic))
            for tactic in before.tactics.values()
        )
        if waiting:
            yield say_count("{count} push before it", "{count} pushes before it", waiting)


def _beyond(when: date, first: date | None, last: date | None) -> bool:
    return (first is not None and when < first) or (last is not None and when > last)


def _days(span: Span) -> str:
    if span.first == span.last and span.first is not None:
        return day(span.first)
    return days_between(span.first, span.last)


def _shape(
    sheet: Sheet, axis: CalendarAxis, record: object, span: Span, middle: float, *, bad: bool, is_new: bool
) -> None:
    """Draw a bar or a diamond: filled where it would lie, a broken outline where it was."""
    role = Role.BAD if bad else Role.ACCENT if is_new else Role.MUTED
    left, right = ends_of(axis, span)
    if isinstance(record, ExperienceIssue):
        sheet.diamond((left, middle), role, filled=is_new)
        return
    size = sheet.letters.size
    box = (left, middle - size * 0.72, max(2.0, right - left), size * 1.44)
    dash = Dash.SOLID if is_new else Dash.DASHED
    sheet.draw(Rect(*box, role if is_new else None, role, 2.0 if is_new else 1.0, 2.5, 0.45, dash))


def _label(sheet: Sheet, at: tuple[float, float, float], edge: float, words: str, problem: str) -> None:
    """Write the days on a ground of their own: to the right of the bar, to its left, or over it."""
    left, right, middle = at
    letters = sheet.letters
    pad, cross = letters.gap, letters.size * 0.56 + letters.gap if problem else 0.0
    texts = [letters.width(text, small=True, weight=Weight.SEMIBOLD) for text in (words, problem) if text]
    wide = sum(texts) + cross + 2 * pad + (letters.gap if problem else 0.0)
    x = right + letters.size
    if x + wide > sheet.width:
        x = left - letters.size - wide
    if x < edge:
        x = min(left + letters.size, sheet.width - wide)
    x = max(0.0, x)
    role = Role.BAD if problem else Role.ACCENT
    tall = letters.small * 1.9
    sheet.draw(Rect(x, middle - tall / 2, wide, tall, Role.SURFACE, role, 1.2, 3.0))
    baseline = middle + letters.drop * 0.9
    x += pad
    if problem:
        x += sheet.cross((x, middle)) + letters.gap / 2
        x += (
            sheet.write((x, baseline), problem, role=Role.BAD, small=True, weight=Weight.SEMIBOLD)
            + letters.gap
        )
    sheet.write((x, baseline), words, small=True, weight=Weight.SEMIBOLD)
