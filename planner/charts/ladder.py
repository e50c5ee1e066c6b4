"""The ladder: from tactics over metrics to objectives, with the rate and the evidence of each link."""

from collections.abc import Sequence
from decimal import Decimal

from planner.analysis.ladder_gaps import shortfalls
from planner.charts.ladder_boxes import box_content, tooltip
from planner.charts.ladder_layout import LadderGrid, LadderLayout, Rung, ladder_roots, lay_out
from planner.charts.ladder_words import ladder_lines, ladder_verdicts
from planner.charts.lettering import ROW
from planner.charts.scene import Anchor, Dash, Line, Measure, Point, Polyline, Rect, Role, Scene
from planner.charts.sheet import Box, Sheet
from planner.language import say, say_count
from planner.model.format import format_number, in_sentence, listing, plural, quoted
from planner.model.plan import Plan
from planner.model.vocabulary import Evidence

_EVIDENCE: dict[Evidence, tuple[Dash, float]] = {
    Evidence.ASSUMED: (Dash.DOTTED, 1.2),
    Evidence.CORRELATED: (Dash.DASHED, 1.2),
    Evidence.TESTED: (Dash.SOLID, 1.2),
    Evidence.DIRECT: (Dash.SOLID, 2.4),
}

_NO_RATE = "?"
"""Stands on a link that says nobody knows how many of the next one each brings."""


def ladder(
    plan: Plan,
    width: float,
    measure: Measure,
    *,
    size: float = 9.0,
    roots: Sequence[str] | None = None,
) -> Scene:
    """Draw how activity becomes a business result.

    Args:
        plan: the plan.
        width: of the drawing.
        measure: widths of texts in the renderer's font.
        size: of running text.
        roots: which trees, for a page (see `ladder_pages`); all by default.
    """
    shown = ladder_roots(plan) if roots is None else roots
    layout = lay_out(plan, shown)
    sheet = Sheet(width, measure, size)
    grid = LadderGrid.of(layout, width, size)
    drawing = _Drawing(sheet, plan, layout, grid)
    for rung in layout.rungs:
        drawing.link(rung)
    for lower, upper in layout.further:
        drawing.further_link(lower, upper)
    for rung in layout.rungs:
        drawing.box(rung)
    bottom = layout.height * grid.slot
    bottom += _draw_legend(sheet, bottom) if layout.rungs else sheet.letters.row
    return sheet.scene(bottom, _summary(plan), ladder_lines(plan, shown))


def ladder_pages(plan: Plan, width: float, height: float, *, size: float = 9.0) -> list[list[str]]:
    """Return the trees for each page of a height; a tree higher than a page has one of its own."""
    roots = ladder_roots(plan)
    slot = LadderGrid.of(lay_out(plan, roots), width, size).slot
    pages: list[list[str]] = []
    left = 0.0
    for root in roots:
        needed = lay_out(plan, [root]).height * slot
        if not pages or needed > left:
            pages.append([])
            left = height - size * ROW
        pages[-1].append(root)
        left -= needed
    return pages


class _Drawing:
    """Draws boxes and links at their places."""

    def __init__(self, sheet: Sheet, plan: Plan, layout: LadderLayout, grid: LadderGrid) -> None:
        self._sheet, self._plan, self._grid = sheet, plan, grid
        self._verdicts = ladder_verdicts(plan)
        self._boxes = {id(rung): self._box_of(rung) for rung in layout.rungs}

    def box(self, rung: Rung) -> None:
        """Draw a box with what it says."""
        sheet, letters, grid = self._sheet, self._sheet.letters, self._grid
        x, y, wide, high = self._boxes[id(rung)]
        verdict = self._verdicts.get(rung.record)
        content = box_content(self._plan, rung, verdict)
        sheet.draw(Rect(x, y, wide, high, content.fill, content.stroke, content.thick, letters.size * 0.4))
        if content.problem:
            sheet.cross((x + grid.inset, y + high / 2))
        start, at = x + grid.inset + content.indent(letters), y + grid.padding
        for line in content.lines(letters, grid.room, grid.lines):
            at += line.height
            baseline = (start, at - line.height * 0.26)
            sheet.write(baseline, line.text, role=line.role, weight=line.weight, small=line.small)
        if rung.record:
            sheet.mark((x, y, wide, high), rung.record, tooltip(self._plan, rung.record, verdict))

    def link(self, rung: Rung) -> None:
        """Draw the link from a box to the one that it leads to, with its rate."""
        if rung.parent is None:
            return
        start, end = self._ends(rung, rung.parent)
        metric = self._plan.metrics.get(rung.record)
        dash, thick = (Dash.SOLID, 0.8) if metric is None else _EVIDENCE[metric.evidence]
        bad = not rung.parent.record or not rung.record
        self._sheet.draw(Polyline(_curve(start, end), Role.BAD if bad else Role.MUTED, thick, dash))
        if metric is not None and rung.parent.record:
            at = _on_curve(start, end, self._grid.between / 2 / (end[0] - start[0]))
            self._rate(at, metric.rate)

    def further_link(self, lower: Rung, upper: Rung) -> None:
        """Draw the link of a tactic to a metric beside which it does not stand."""
        self._sheet.draw(Polyline(_curve(*self._ends(lower, upper)), Role.MUTED, 0.5))

    def _ends(self, lower: Rung, upper: Rung) -> tuple[Point, Point]:
        x, y, wide, high = self._boxes[id(lower)]
        to = self._boxes[id(upper)]
        return (x + wide, y + high / 2), (to[0], to[1] + to[3] / 2)

    def _rate(self, at: Point, rate: Decimal | None) -> None:
        sheet, letters = self._sheet, self._sheet.letters
        room = self._grid.between - letters.gap
        text = letters.elide(_NO_RATE if rate is None else format_number(rate), room, small=True)
        role = Role.WARN if rate is None else Role.INK
        wide = letters.width(text, small=True) + letters.gap
        high = letters.small * 1.3
        sheet.draw(Rect(at[0] - wide / 2, at[1] - high / 2, wide, high, Role.SURFACE))
        baseline = (at[0], at[1] + letters.drop * 0.85)
        sheet.write(baseline, text, role=role, anchor=Anchor.MIDDLE, small=True)

    def _box_of(self, rung: Rung) -> Box:
        grid = self._grid
        content = box_content(self._plan, rung, self._verdicts.get(rung.record))
        lines = content.lines(self._sheet.letters, grid.room, grid.lines)
        high = sum(line.height for line in lines) + 2 * grid.padding
        return rung.column * (grid.wide + grid.between), rung.y * grid.slot - high / 2, grid.wide, high


def _curve(start: Point, end: Point, steps: int = 32) -> tuple[Point, ...]:
    """Return a curve that leaves and arrives level."""
    return tuple(_on_curve(start, end, step / steps) for step in range(steps + 1))


def _on_curve(start: Point, end: Point, part: float) -> Point:
    (x1, y1), (x2, y2) = start, end
    return x1 + (x2 - x1) * part, y1 + (y2 - y1) * part * part * (3 - 2 * part)


def _draw_legend(sheet: Sheet, bottom: float) -> float:
    """Draw what links and figures mean; return the height that it takes."""
    letters = sheet.letters
    x, middle = 0.0, bottom + letters.row / 2
    for evidence, (dash, thick) in _EVIDENCE.items():
        sheet.draw(Line(x, middle, x + letters.size * 2, middle, Role.MUTED, thick, dash))
        x = sheet.legend((x + letters.size * 2 + letters.gap, middle), in_sentence(evidence.label))
    words = say("number: how many each brings, {sign}: not known", sign=_NO_RATE)
    return letters.row + sheet.legend_note((x, middle), words)


def _summary(plan: Plan) -> str:
    unreached = sum(
        not any(metric.feeds == objective for metric in plan.metrics.values())
        for objective in plan.objectives
    )
    parts = [
        plural(len(plan.tactics), "tactic"),
        plural(len(plan.metrics), "metric"),
        plural(len(plan.objectives), "objective"),
    ]
    return " ".join(
        filter(
            None,
            (say("Ladder of {parts}.", parts=listing(parts)), _unreached(unreached), _too_little(plan)),
        )
    )


def _unreached(objectives: int) -> str:
    if not objectives:
        return ""
    return say_count(
        "No metric leads to {count} objective.", "No metric leads to {count} objectives.", objectives
    )


def _too_little(plan: Plan) -> str:
    short = [quoted(plan.name_of(objective)) for objective in shortfalls(plan)]
    if not short:
        return ""
    return say("The targets do not yield enough for {objectives}.", objectives=listing(short, most=5))
