"""The timeline on a poster: it fills the height that it is given, and counts what finds no room.

Fixes stand before tactics, so that it is seen at once what comes before the first push.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from math import ceil

from planner.charts.calendar_axis import HEAD, CalendarAxis, head_height
from planner.charts.lettering import CAPTION, ROW, caption_size
from planner.charts.scene import Line, Measure, Role, Scene, Weight
from planner.charts.sheet import Sheet
from planner.charts.timeline import TODAY, dated_days, draw_legend, timeline_span, timeline_summary
from planner.charts.timeline_rows import draw_fix, draw_reviews, draw_tactic
from planner.language import say, say_count
from planner.model.plan import Plan
from planner.model.records_experience import ExperienceIssue
from planner.model.records_work import Tactic
from planner.model.vocabulary import PUSH_KINDS, FixStatus

_PITCHES = (ROW, 2.0, 1.85, 1.7, 1.6, 1.5, 1.42)
"""Heights of a row in sizes of its text, the most comfortable first."""
_TIGHTEST, _AIRIEST = _PITCHES[-1], 3.0
"""Where there is much to show, and where there is little."""
_LARGEST = 17.0
"""Size of running text at most; more would shout down the title."""
_LABELS = 0.32
"""Part of the width that sections and labels take."""
_FIXES_PART = 0.4
"""Part of the rows that fixes take at most where not everything finds room."""

_ROUNDED = 0.49
"""What is at most added to a size when it becomes a whole number."""

_Draw = Callable[[Sheet, CalendarAxis, float], None]


@dataclass(frozen=True, slots=True)
class _Section:
    """One part of the chart: its heading, and what draws each of its rows."""

    heading: str
    rows: tuple[_Draw, ...]


@dataclass(frozen=True, slots=True)
class _Type:
    """Size of running text and height of a row."""

    size: float
    row: float


def timeline_poster(
    plan: Plan, width: float, height: float, measure: Measure, *, smallest: float, today: date
) -> Scene:
    """Draw when everything happens, over the whole of a height where there is enough to show.

    Args:
        plan: the plan.
        width: of the drawing.
        height: that it may take; see `most_height`.
        measure: widths of texts in the renderer's font.
        smallest: size below which no text may be.
        today: draws a line, and tells late fixes.
    """
    least = _least(smallest)
    room = int((height - _months_height(least)) / (least * _TIGHTEST))
    sections = list(_sections(plan, today, room))
    count = sum(len(section.rows) for section in sections)
    look = _grown(height, count, least)
    sheet = Sheet(width, measure, look.size, look.row / look.size)
    axis = _axis(plan, today, sheet)
    top = head_height(sheet)
    bottom = top + count * look.row
    axis.draw(sheet, top, bottom)
    _draw_sections(sheet, axis, sections, top)
    legend_end = draw_legend(sheet, bottom)
    if axis.holds(today):
        _draw_today(sheet, axis.x(today), (top, bottom), legend_end)
    return sheet.scene(bottom + look.row, timeline_summary(plan))


def most_height(plan: Plan, smallest: float) -> float:
    """Return the height beyond which the timeline does not grow: its rows are as airy as they may be."""
    size = max(_LARGEST, _least(smallest))
    rows = max(len(plan.issues), 1) + max(len(plan.tactics), 1) + 1
    return _months_height(size) + (rows + 1) * size * _AIRIEST


def _least(smallest: float) -> float:
    """Return the smallest size of running text whose captions are not smaller than a size."""
    return (ceil(smallest) - _ROUNDED) / CAPTION


def _grown(height: float, rows: int, least: float) -> _Type:
    """Return the look in which rows and legend fill a height: rows get tight before type gets too small."""
    size = least
    for pitch in _PITCHES:
        size = min(_LARGEST, (height - _months_height(least)) / ((rows + 1) * pitch))
        if size >= least:
            break
    size = max(size, least)
    row = (height - _months_height(size)) / (rows + 1)
    return _Type(size, min(row, size * _AIRIEST))


def _months_height(size: float) -> float:
    """Return the height that years and months take for a size of running text."""
    return HEAD * caption_size(size)


def _axis(plan: Plan, today: date, sheet: Sheet) -> CalendarAxis:
    brief = plan.the_brief
    days = timeline_span(plan)
    if not (brief.starts_on or brief.ends_on or any(dated_days(plan))):
        days = (today, _a_year_on(today))
    labels = sheet.letters.width(say("Fixes first"), weight=Weight.SEMIBOLD) + 2 * sheet.letters.gap
    return CalendarAxis.over(days, sheet.width * _LABELS, sheet.width - 1, labels)


def _a_year_on(day: date) -> date:
    """Return a day in the eleventh month after that of a day: with it they make a year."""
    year, month = divmod(day.year * 12 + day.month - 1 + 11, 12)
    return date.max if year > date.max.year else date(year, month + 1, 1)


def _sections(plan: Plan, today: date, room: int) -> Iterator[_Section]:
    room -= 2
    for_fixes = max(len(plan.issues), 1)
    if for_fixes + max(len(plan.tactics), 1) > room:
        for_fixes = min(for_fixes, max(2, int(room * _FIXES_PART), room - len(plan.tactics)))
    fixes = [partial(_fix, plan, issue, today) for issue in _fixes(plan)]
    yield _Section(say("Fixes first"), _fitting(fixes, for_fixes, _more_fixes, say("No fix is named")))
    left = max(room - for_fixes, 2)
    tactics = [partial(_tactic, plan, tactic) for tactic in _tactics(plan, left)]
    yield _Section(say("Tactics"), _fitting(tactics, left, _more_tactics, say("No tactic is planned yet")))
    yield _Section(say("Reviews"), (partial(_reviews, plan),))


def _fixes(plan: Plan) -> Sequence[ExperienceIssue]:
    """Return the issues: what is to be fixed first comes first, what is done last."""
    return sorted(plan.issues.values(), key=lambda i: (i.status is FixStatus.DONE, i.fix_due or date.max))


def _tactics(plan: Plan, room: int) -> Sequence[Tactic]:
    """Return the tactics by their start; where not all find room, those that push stand among the first.

    A push is what fixes have to come before, so that it must be seen.
    """
    ordered = sorted(plan.tactics.values(), key=_start)
    if len(ordered) <= room:
        return ordered
    pushes = [tactic for tactic in ordered if tactic.kind in PUSH_KINDS][: room // 2]
    others = [tactic for tactic in ordered if tactic not in pushes]
    kept = room - 1 - len(pushes)
    return [*sorted([*pushes, *others[:kept]], key=_start), *others[kept:]]


def _start(tactic: Tactic) -> date:
    return tactic.starts_on or tactic.ends_on or date.max


def _fitting(rows: Sequence[_Draw], room: int, more: Callable[[int], str], empty: str) -> tuple[_Draw, ...]:
    """Return the rows that fit, the last one counting in words those that do not."""
    if not rows:
        return (partial(_words, empty),)
    if len(rows) <= room:
        return tuple(rows)
    kept = max(room - 1, 1)
    return (*rows[:kept], partial(_words, more(len(rows) - kept)))


def _more_fixes(count: int) -> str:
    return say_count("and {count} more fix", "and {count} more fixes", count)


def _more_tactics(count: int) -> str:
    return say_count("and {count} more tactic", "and {count} more tactics", count)


def _draw_sections(sheet: Sheet, axis: CalendarAxis, sections: Sequence[_Section], top: float) -> None:
    letters, y = sheet.letters, top
    for section in sections:
        sheet.draw(Line(0, y, sheet.width, y, Role.INK, 0.8))
        at = (0.0, y + letters.row / 2 + letters.drop)
        sheet.write(at, section.heading, weight=Weight.SEMIBOLD, room=axis.labels - letters.gap)
        for number, draw in enumerate(section.rows):
            if number:
                sheet.draw(Line(axis.labels, y, sheet.width, y, Role.RULE, 0.5))
            draw(sheet, axis, y)
            y += letters.row
    sheet.draw(Line(0, y, sheet.width, y, Role.INK, 0.8))


def _draw_today(sheet: Sheet, x: float, ends: tuple[float, float], legend_end: float) -> None:
    """Draw a line for today and say so in the legend, where the word hides nothing."""
    top, bottom = ends
    sheet.draw(Line(x, top, x, bottom, Role.ACCENT, 1.6))
    arm, middle = sheet.letters.size * 0.5, bottom + sheet.letters.row / 2
    sheet.draw(Line(legend_end, middle - arm, legend_end, middle + arm, Role.ACCENT, 1.6))
    sheet.legend((legend_end + arm, middle), say(TODAY))


def _fix(plan: Plan, issue: ExperienceIssue, today: date, sheet: Sheet, axis: CalendarAxis, y: float) -> None:
    draw_fix(sheet, plan, axis, issue, y, today)


def _tactic(plan: Plan, tactic: Tactic, sheet: Sheet, axis: CalendarAxis, y: float) -> None:
    draw_tactic(sheet, plan, axis, tactic, y)


def _reviews(plan: Plan, sheet: Sheet, axis: CalendarAxis, y: float) -> None:
    if plan.reviews:
        draw_reviews(sheet, plan, axis, y)
    else:
        _words(say("No review is set yet"), sheet, axis, y)


def _words(text: str, sheet: Sheet, axis: CalendarAxis, y: float) -> None:
    letters = sheet.letters
    at = (axis.labels, y + letters.row / 2 + letters.drop)
    sheet.write(at, text, role=Role.MUTED, room=sheet.width - axis.labels)
