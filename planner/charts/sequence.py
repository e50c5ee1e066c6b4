"""The sequence: fixes above, pushes below, and which push waits for which fix.

A line leads from the last fix that a push waits for to the push's start. Where the push starts before it,
the days between lie in a frame with a cross, the line is broken and thick, and the row says "before a fix".
"""

from collections.abc import Iterator, Sequence
from datetime import date

from planner.analysis.fixes import PushStart, push_sequence
from planner.charts.calendar_axis import CalendarAxis, head_height
from planner.charts.lettering import ROW
from planner.charts.scene import Dash, Line, Measure, Point, Polygon, Polyline, Rect, Role, Scene, Weight
from planner.charts.sheet import Sheet
from planner.charts.timeline import draw_days, timeline_span
from planner.charts.timeline_rows import draw_fix, draw_pointer, draw_tactic
from planner.language import say, say_count
from planner.model.format import day, listing, plural, quoted
from planner.model.plan import Plan
from planner.model.records_experience import ExperienceIssue

ALL_PUSHES = slice(None)


def sequence_chart(
    plan: Plan,
    width: float,
    measure: Measure,
    *,
    size: float = 9.0,
    pushes: slice = ALL_PUSHES,
    today: date | None = None,
) -> Scene:
    """Draw the fixes in the order of their dates, and below them the pushes in the order of their starts.

    Args:
        plan: the plan.
        width: of the drawing.
        measure: widths of texts in the renderer's font.
        size: of running text.
        pushes: which of the pushes, for a page; see `sequence_pages`. The first page has all fixes, each
            other one those that its pushes wait for.
        today: draws a line, and tells late fixes.
    """
    starts = push_sequence(plan)
    shown = starts[pushes]
    fixes = _fixes(plan, shown, every=not pushes.start)
    drawing = _Drawing(Sheet(width, measure, size), plan, fixes, shown)
    drawing.ground(today)
    drawing.links()
    drawing.rows(today)
    return drawing.scene(_summary(plan, starts))


def sequence_pages(plan: Plan, height: float, *, size: float = 9.0) -> tuple[slice, ...]:
    """Return the pushes for each page of a height; every page has room for the fixes above them."""
    row = size * ROW
    rows = int((height - 3 * size - 3 * row) / row)
    a_page = max(6, rows - len(plan.issues))
    pushes = len(push_sequence(plan))
    return tuple(slice(at, at + a_page) for at in range(0, max(1, pushes), a_page))


class _Drawing:
    """Draws fixes, pushes and the lines between them."""

    def __init__(
        self, sheet: Sheet, plan: Plan, fixes: Sequence[ExperienceIssue], pushes: Sequence[PushStart]
    ) -> None:
        self._sheet, self._plan = sheet, plan
        self._fixes, self._pushes = fixes, pushes
        labels = min(sheet.letters.width("n") * 32, sheet.width * 0.3)
        self._axis = CalendarAxis.over(timeline_span(plan), labels, sheet.width - 1)
        row = sheet.letters.row
        self._top = head_height(sheet)
        pushes_top = self._top + row * (len(fixes) + bool(fixes))
        self._fix_rows = {issue.id: self._top + row * (at + 1) for at, issue in enumerate(fixes)}
        self._push_rows = {push.tactic: pushes_top + row * (at + 1) for at, push in enumerate(pushes)}
        self._heads = [(say("Fixes"), self._top)] * bool(fixes) + [(say("Pushes"), pushes_top)] * bool(pushes)
        self._bottom = pushes_top + row * (len(pushes) + bool(pushes))

    def ground(self, today: date | None) -> None:
        """Draw the months, the line of today, and a line above each row."""
        sheet, letters = self._sheet, self._sheet.letters
        draw_days(sheet, self._plan, self._axis, (self._top, self._bottom), today)
        for title, y in self._heads:
            sheet.write((0, y + letters.row * 0.62), title, weight=Weight.SEMIBOLD, room=self._axis.left)
        for y in (*self._fix_rows.values(), *self._push_rows.values()):
            sheet.draw(Line(0, y, sheet.width, y, Role.RULE, 0.35))

    def links(self) -> None:
        """Draw the line from each push's last fix, the broken ones on top."""
        for push in sorted(self._pushes, key=lambda push: bool(push.late)):
            if push.waits_for and push.starts_on is not None:
                self._link(push, push.waits_for[-1], push.starts_on)

    def rows(self, today: date | None) -> None:
        """Draw the fixes and the pushes."""
        for issue in self._fixes:
            draw_fix(self._sheet, self._plan, self._axis, issue, self._fix_rows[issue.id], today)
        for push in self._pushes:
            words = push_words(self._plan, push)
            tactic = self._plan.tactics[push.tactic]
            y = self._push_rows[push.tactic]
            draw_tactic(self._sheet, self._plan, self._axis, tactic, y, words)
            self._too_early(push, y)

    def scene(self, summary: str) -> Scene:
        """Return all as a scene, with the legend below."""
        if not self._fixes and not self._pushes:
            return self._sheet.scene(self._bottom, summary)
        self._legend()
        return self._sheet.scene(self._bottom + self._sheet.letters.row, summary)

    def _link(self, push: PushStart, fix: str, start: date) -> None:
        due = self._plan.issues[fix].fix_due
        if due is None:
            return
        middle = self._sheet.letters.row / 2
        x, to = self._axis.x(due), self._axis.x(start)
        y = self._push_rows[push.tactic] + middle
        path: tuple[Point, ...] = ((x, self._fix_rows[fix] + middle), (x, y), (to, y))
        if push.late:
            self._sheet.draw(Polyline(path, Role.BAD, 1.6, Dash.DASHED))
        else:
            self._sheet.draw(Polyline(path, Role.MUTED, 1.0), _arrow((to, y), self._sheet.letters.size * 0.4))

    def _too_early(self, push: PushStart, y: float) -> None:
        """Frame the days of a push that come before its last fix, with a cross at their end."""
        if push.days_early is None or push.free_from is None or push.starts_on is None:
            return
        letters = self._sheet.letters
        left, right = self._axis.x(push.starts_on), self._axis.x(push.free_from)
        box = Rect(
            left, y + 1.5, max(3.0, right - left), letters.row - 3, None, Role.BAD, 2.0, dash=Dash.DASHED
        )
        self._sheet.draw(box)
        if right + letters.size < self._axis.right:
            self._sheet.cross((right - letters.size * 0.28, y + 2))

    def _legend(self) -> None:
        sheet, size = self._sheet, self._sheet.letters.size
        middle = self._bottom + sheet.letters.row / 2
        sheet.diamond((size * 0.6, middle), Role.ACCENT, filled=False)
        x = sheet.legend((size * 1.6, middle), say("fix date"))
        draw_pointer(sheet, (x - size * 0.4, middle - size * 0.6), size * 1.2, Role.ACCENT)
        x = sheet.legend((x + size * 0.6, middle), say("push"))
        sheet.draw(Line(x, middle, x + size * 1.6, middle, Role.MUTED, 1.0))
        sheet.draw(_arrow((x + size * 1.6, middle), size * 0.4))
        x = sheet.legend((x + size * 2.2, middle), say("waits for"))
        sheet.draw(
            Rect(x, middle - size * 0.6, size * 1.8, size * 1.2, None, Role.BAD, 2.0, dash=Dash.DASHED)
        )
        sheet.legend((x + size * 2.4, middle), say("starts before the fix"))


def push_words(plan: Plan, push: PushStart) -> str:
    """Return what a push waits for, and by how much it starts too early."""
    if not push.waits_for:
        return say("waits for no fix")
    if push.days_early is not None and push.free_from is not None:
        return say_count(
            "starts {count} day before {fixes} is mended on {day}",
            "starts {count} days before {fixes} is mended on {day}",
            push.days_early,
            fixes=_named(plan, push.late),
            day=day(push.free_from),
        )
    if push.late:
        return say("nobody knows whether {fixes} is mended by then", fixes=_named(plan, push.late))
    return say("waits for {fixes}", fixes=_named(plan, push.waits_for))


def _named(plan: Plan, fixes: Sequence[str]) -> str:
    return listing((quoted(plan.name_of(fix)) for fix in fixes), most=3)


def _fixes(plan: Plan, pushes: Sequence[PushStart], *, every: bool) -> list[ExperienceIssue]:
    needed = {fix for push in pushes for fix in push.waits_for}
    shown = (issue for issue in plan.issues.values() if every or issue.id in needed)
    return sorted(shown, key=lambda issue: issue.fix_due or date.max)


def _arrow(tip: Point, length: float) -> Polygon:
    x, y = tip
    return Polygon(((x, y), (x - length, y - length * 0.6), (x - length, y + length * 0.6)), Role.MUTED)


def _summary(plan: Plan, starts: Sequence[PushStart]) -> str:
    fixes, pushes = plural(len(plan.issues), "fix", "fixes"), plural(len(starts), "push", "pushes")
    late = [push for push in starts if push.late]
    if not late:
        return say(
            "Sequence of {fixes} and {pushes}; no push starts before a fix that it waits for.",
            fixes=fixes,
            pushes=pushes,
        )
    return say(
        "Sequence of {fixes} and {pushes}; too early: {early}.",
        fixes=fixes,
        pushes=pushes,
        early=listing(_told(plan, late), most=5),
    )


def _told(plan: Plan, late: Sequence[PushStart]) -> Iterator[str]:
    return (f"{quoted(plan.name_of(push.tactic))} ({push_words(plan, push)})" for push in late)
