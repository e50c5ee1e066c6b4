"""The rows of the timeline: what stands in its label, and what is drawn along the months."""

from datetime import date
from functools import partial

from planner.analysis.fixes import fixes_in_front
from planner.charts.calendar_axis import CalendarAxis
from planner.charts.scene import Circle, Dash, Point, Polygon, Rect, Role
from planner.charts.sheet import Box, Sheet
from planner.language import say
from planner.language.figures import in_a_row
from planner.model.format import day, in_sentence
from planner.model.plan import Plan, display_name
from planner.model.records_experience import ExperienceIssue
from planner.model.records_work import Tactic
from planner.model.vocabulary import PUSH_KINDS, FixStatus, Severity


def draw_fix(
    sheet: Sheet, plan: Plan, axis: CalendarAxis, issue: ExperienceIssue, y: float, today: date | None
) -> None:
    """Draw an experience issue: a diamond on the day by which it is fixed, filled once it is done.

    Args:
        sheet: is drawn on.
        plan: the plan.
        axis: of the days.
        issue: what is to be fixed.
        y: upper edge of its row.
        today: tells whether it is late; None where nobody asks.
    """
    _label(sheet, axis, display_name(issue), y)
    words, problem = _fix_words(plan, axis, issue, today)
    sheet.mark((0, y, sheet.width, sheet.letters.row), issue.id, _lines(display_name(issue), words, problem))
    middle = y + sheet.letters.row / 2
    if issue.fix_due is None:
        _write_words(sheet, (axis.left + sheet.letters.gap, middle), words, problem, sheet.width)
        return
    x = min(max(axis.x(issue.fix_due), axis.left + sheet.letters.gap), axis.right - sheet.letters.gap)
    role = Role.BAD if problem else Role.OK if issue.status is FixStatus.DONE else Role.ACCENT
    sheet.diamond((x, middle), role, filled=issue.status is FixStatus.DONE)
    _beside(sheet, axis, (x, x), middle, words, problem)


def draw_tactic(
    sheet: Sheet, plan: Plan, axis: CalendarAxis, tactic: Tactic, y: float, more: str = ""
) -> None:
    """Draw a tactic: a bar from its first to its last day with its owner; a push points forward.

    Args:
        sheet: what it is drawn on.
        plan: the plan.
        axis: the months.
        tactic: one of the plan's.
        y: top of the row.
        more: what its mark says besides.
    """
    _label(sheet, axis, display_name(tactic), y)
    owner = plan.name_of(tactic.accountable, missing="")
    words = in_a_row(owner, say("pilot") if tactic.pilot else "")
    problem = _tactic_problem(plan, axis, tactic)
    text = _lines(_tactic_text(tactic, words, problem), more)
    sheet.mark((0, y, sheet.width, sheet.letters.row), tactic.id, text)
    middle = y + sheet.letters.row / 2
    if tactic.starts_on is None and tactic.ends_on is None:
        _write_words(sheet, (axis.left + sheet.letters.gap, middle), words, problem, sheet.width)
        return
    bar = _bar(sheet, axis, tactic, middle)
    _draw_bar(sheet, bar, tactic, bad=bool(problem))
    _words_of_bar(sheet, axis, bar, words, problem)


def draw_reviews(sheet: Sheet, plan: Plan, axis: CalendarAxis, y: float) -> None:
    """Draw all reviews in one row: a circle on each day, with the day beside it where there is room."""
    letters = sheet.letters
    middle = y + letters.row / 2
    dated = sorted((r for r in plan.reviews.values() if r.on), key=lambda review: review.on or date.max)
    undated = len(plan.reviews) - len(dated)
    _label(sheet, axis, _dated_words(len(dated), undated), y)
    radius = letters.size * 0.42
    ends = [axis.x(review.on) - 2 * radius for review in dated[1:] if review.on]
    ends += [sheet.width] * bool(dated)
    for review, end in zip(dated, ends, strict=True):
        when = review.on or date.max
        x = min(max(axis.x(when), axis.left + radius), axis.right - radius)
        sheet.draw(Circle(x, middle, radius, Role.SURFACE, Role.INK, 1.2))
        sheet.mark(
            (x - radius, y, 2 * radius, letters.row), review.id, f"{display_name(review)}\n{day(when)}"
        )
        text = str(when.day)
        if x + radius + 3 + letters.width(text, small=True) <= end:
            sheet.caption((x + radius + 3, middle + letters.drop), text)


def _dated_words(dated: int, undated: int) -> str:
    if undated:
        return say("{count} dated, {others} without a date", count=dated, others=undated)
    return say("{count} dated", count=dated)


def _label(sheet: Sheet, axis: CalendarAxis, text: str, y: float) -> None:
    letters = sheet.letters
    at = (axis.labels, y + letters.row / 2 + letters.drop)
    sheet.write(at, text, room=axis.left - axis.labels - letters.gap)


def _fix_words(plan: Plan, axis: CalendarAxis, issue: ExperienceIssue, today: date | None) -> tuple[str, str]:
    """Return who mends it and how far it is, and what is wrong with that."""
    owner = plan.name_of(issue.fix_owner, missing="")
    when = "" if issue.fix_due is None or axis.holds(issue.fix_due) else day(issue.fix_due)
    if issue.status is FixStatus.DONE:
        return in_a_row(say("done"), when, owner), ""
    severity = in_sentence(issue.severity.label) if issue.severity is Severity.CRITICAL else ""
    problems = []
    if issue.fix_due is None:
        problems.append(say("no date"))
    elif today is not None and issue.fix_due < today:
        problems.append(say("late"))
    if not owner:
        problems.append(say("no owner"))
    return in_a_row(when, owner, severity), ", ".join(problems)


def _tactic_problem(plan: Plan, axis: CalendarAxis, tactic: Tactic) -> str:
    problems = []
    if not tactic.accountable:
        problems.append(say("no owner"))
    days = [when for when in (tactic.starts_on, tactic.ends_on) if when]
    if not days:
        problems.append(say("no dates"))
    elif days[0] > days[-1]:
        problems.append(say("ends before it starts"))
    elif not all(map(axis.holds, days)):
        problems.append(say("outside the plan"))
    if any(fixes_in_front(plan, tactic)):
        problems.append(say("before a fix"))
    return ", ".join(problems)


def days_between(first: date | None, last: date | None) -> str:
    """Return from when to when something runs, in words; either day may be missing."""
    if first is not None and last is not None:
        return say("{first} to {last}", first=day(first), last=day(last))
    if first is not None:
        return say("{first} to no end", first=day(first))
    return say("no start to {last}", last=day(last)) if last is not None else say("no start to no end")


def _tactic_text(tactic: Tactic, words: str, problem: str) -> str:
    days = days_between(tactic.starts_on, tactic.ends_on)
    return _lines(
        display_name(tactic),
        say("{kind}: {days}", kind=tactic.kind.label, days=days),
        words,
        problem,
    )


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


def _bar(sheet: Sheet, axis: CalendarAxis, tactic: Tactic, middle: float) -> Box:
    """Return the bar's box; a day that is missing lets it run to the edge."""
    start = axis.x(tactic.starts_on) if tactic.starts_on else axis.left
    end = axis.x_after(tactic.ends_on) if tactic.ends_on else axis.right
    left, right = min(start, end), max(start, end)
    thick = min(sheet.letters.size * 1.45, sheet.letters.row * 0.86)
    return left, middle - thick / 2, max(2.0, right - left), thick


def _draw_bar(sheet: Sheet, bar: Box, tactic: Tactic, *, bad: bool) -> None:
    x, y, width, height = bar
    role = Role.BAD if bad else Role.ACCENT
    push = tactic.kind in PUSH_KINDS
    strength = 0.3 if push and not bad else 0.12
    dash = Dash.DASHED if tactic.pilot else Dash.SOLID
    thick = 1.6 if bad else 1.0
    sheet.draw(
        Rect(*bar, fill=role, stroke=role, thick=thick, radius=2.5, strength=strength, dash=dash),
    )
    if push:
        draw_pointer(sheet, (x, y), min(height, 2 * width), role)


def draw_pointer(sheet: Sheet, at: Point, height: float, role: Role) -> None:
    """Draw the pointer at the beginning of a push tactic."""
    x, y = at
    sheet.draw(Polygon(((x, y), (x + height / 2, y + height / 2), (x, y + height)), role))


def _words_of_bar(sheet: Sheet, axis: CalendarAxis, bar: Box, words: str, problem: str) -> None:
    x, y, width, height = bar
    inset = height / 2 + sheet.letters.gap / 2
    if _needed(sheet, words, problem) + inset <= width:
        _write_words(sheet, (x + inset, y + height / 2), words, problem, x + width, role=Role.INK)
    else:
        _beside(sheet, axis, (x, x + width), y + height / 2, words, problem)


def _beside(
    sheet: Sheet, axis: CalendarAxis, ends: tuple[float, float], middle: float, words: str, problem: str
) -> None:
    """Write to the right of a shape, or to its left where there is more room."""
    away = sheet.letters.size * 0.55 + sheet.letters.gap / 2
    needed = _needed(sheet, words, problem)
    at, limit = ends[1] + away, sheet.width
    to_the_left = ends[0] - away - axis.left
    if needed > limit - at and to_the_left > limit - at:
        limit = ends[0] - away
        at = max(axis.left, limit - needed)
    _write_words(sheet, (at, middle), words, problem, limit)


def _needed(sheet: Sheet, words: str, problem: str) -> float:
    letters = sheet.letters
    width = letters.width(words, small=True) + 2
    return width + letters.width(problem, small=True) + 2.5 * letters.gap if problem else width


def _write_words(
    sheet: Sheet, at: Point, words: str, problem: str, limit: float, *, role: Role = Role.MUTED
) -> None:
    """Write a problem with its cross, then the plain words, from a point on a row's middle.

    Words beside a shape cover the lines behind them; a bar is their ground otherwise.
    """
    letters = sheet.letters
    write = sheet.caption if role is Role.MUTED else partial(sheet.write, small=True)
    x, baseline = at[0], at[1] + letters.drop * 0.9
    if problem:
        x += sheet.cross(at) + letters.gap / 2
        x += write((x, baseline), problem, role=Role.BAD, room=limit - x) + letters.gap
    write((x, baseline), words, role=role, room=limit - x)
