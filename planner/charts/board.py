"""The board: a band for each objective, with the tactics that serve it and the metrics that lead to it.

What is missing is told where it would stand, by a broken frame or a cross, and a word. The same drawing
is shown in the window, saved as a picture and read aloud, hence a scene and no list of the window's own.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from planner.analysis.board import NO_METRIC, NO_TACTIC, Band, BoardFilter, board_bands, filtered
from planner.charts.board_cards import Card, draw_card, draw_gap, draw_summary, objective_height, short_height
from planner.charts.board_words import (
    band_name,
    metric_card,
    objective_card,
    objective_lines,
    summary,
    tactic_card,
    with_gaps,
)
from planner.charts.scene import Line, Measure, Point, Role, Scene, Weight
from planner.charts.sheet import Box, Sheet
from planner.language import phrase, say
from planner.model.format import plural
from planner.model.plan import Plan
from planner.truths.findings import Finding

OUTSIDE = "brief"
"""Stands for the band of what leads to no objective: that is the plan's own."""
_COLUMNS = ((phrase("Objectives"), 0.27), (phrase("Tactics"), 0.42), (phrase("Metrics"), 0.31))
"""Headings and shares of the width."""

Findings = Mapping[str, Sequence[Finding]]
"""The standing findings of entries, by id."""


def board(
    plan: Plan,
    width: float,
    measure: Measure,
    *,
    size: float = 9.0,
    wanted: BoardFilter | None = None,
    folded: AbstractSet[str] = frozenset(),
    findings: Findings | None = None,
) -> Scene:
    """Draw the whole plan by its objectives.

    Args:
        plan: the plan.
        width: of the drawing.
        measure: widths of texts in the renderer's font.
        size: of running text.
        wanted: what of it is shown; everything where None.
        folded: ids of the objectives, or `OUTSIDE`, of which only numbers are shown.
        findings: what the truths found, to mark the entries with.
    """
    every = board_bands(plan)
    bands = filtered(plan, every, wanted or BoardFilter())
    drawing = _Drawing(Sheet(width, measure, size), plan, findings or {})
    for band in bands:
        drawing.band(band, is_folded=(band.objective or OUTSIDE) in folded)
    return drawing.scene(summary(plan, every), _spoken(plan, bands, folded))


class _Drawing:
    """Draws band below band."""

    def __init__(self, sheet: Sheet, plan: Plan, findings: Findings) -> None:
        self._sheet, self._plan, self._findings = sheet, plan, findings
        self._gap = sheet.letters.size * 0.8
        self._lefts, self._widths = _columns(sheet.width, 2 * self._gap)
        self._y = sheet.letters.row
        for (title, _), left in zip(_COLUMNS, self._lefts, strict=True):
            sheet.write(
                (left, self._y - sheet.letters.size), say(title), role=Role.MUTED, weight=Weight.SEMIBOLD
            )

    def band(self, band: Band, *, is_folded: bool) -> None:
        """Draw one band."""
        sheet, top = self._sheet, self._y
        sheet.draw(Line(0, top, sheet.width, top, Role.RULE, 0.8))
        top += self._gap
        height = self._head(band, top, is_folded=is_folded)
        if is_folded:
            self._numbers(band, top)
            reach = top + short_height(sheet.letters)
        else:
            reach = max(self._tactics(band, top), self._metrics(band, top))
        self._y = max(top + height, reach) + self._gap

    def scene(self, words: str, lines: Iterator[str]) -> Scene:
        """Return all as a scene."""
        return self._sheet.scene(self._y, words, lines)

    def _head(self, band: Band, top: float, *, is_folded: bool) -> float:
        """Draw the objective's card with its fold; return its height."""
        card = objective_card(self._plan, band, self._found(band.objective))
        lines = objective_lines(self._sheet.letters, card, self._widths[0])
        height = objective_height(self._sheet.letters, lines, card)
        box = (self._lefts[0], top, self._widths[0], height)
        draw_card(self._sheet, box, card, lines, fold=is_folded)
        name = band_name(self._plan, band)
        words = say("Open {name}", name=name) if is_folded else say("Fold {name}", name=name)
        side = self._sheet.letters.row
        self._sheet.mark((box[0], top, side, side), band.objective or OUTSIDE, words, folds=True)
        return height

    def _numbers(self, band: Band, top: float) -> None:
        for column, (counted, lacks, missing) in enumerate(_counted(band), 1):
            box = (self._lefts[column], top, self._widths[column], short_height(self._sheet.letters))
            if missing in band.gaps:
                self._missing(box, say(missing), band)
            else:
                draw_summary(self._sheet, box, counted, lacks)

    def _tactics(self, band: Band, top: float) -> float:
        missing = NO_TACTIC if NO_TACTIC in band.gaps else ""
        cards = (tactic_card(self._plan, entry, self._found(entry.record)) for entry in band.tactics)
        return self._stack(1, cards, (self._lefts[1], top), missing, band)

    def _metrics(self, band: Band, top: float) -> float:
        missing = NO_METRIC if NO_METRIC in band.gaps else ""
        cards = (metric_card(self._plan, entry, self._found(entry.record)) for entry in band.metrics)
        return self._stack(2, cards, (self._lefts[2], top), missing, band)

    def _stack(self, column: int, cards: Iterator[Card], at: Point, missing: str, band: Band) -> float:
        """Draw cards one below the other, or a gap where something is missing; return the last one's end."""
        sheet, letters = self._sheet, self._sheet.letters
        x, y = at
        height = short_height(letters)
        if missing:
            self._missing((x, y, self._widths[column], height), say(missing), band)
            return y + height
        step = height + letters.size * 0.45
        end = y
        for card in cards:
            draw_card(sheet, (x, y, self._widths[column], height), card, (card.name,))
            end = y + height
            y += step
        return end

    def _missing(self, box: Box, words: str, band: Band) -> None:
        draw_gap(self._sheet, box, words, band.objective or OUTSIDE, band_name(self._plan, band))

    def _found(self, record: str) -> Sequence[Finding]:
        return self._findings.get(record, ())


def _counted(band: Band) -> tuple[tuple[str, str, str], ...]:
    """Return what is said of a folded band's tactics and metrics: how many, with how many gaps, or none."""
    return (
        (plural(len(band.tactics), "tactic"), with_gaps(band.tactics), NO_TACTIC),
        (plural(len(band.metrics), "metric"), with_gaps(band.metrics), NO_METRIC),
    )


def _columns(width: float, between: float) -> tuple[list[float], list[float]]:
    """Return the left edges and the widths of the columns."""
    room = width - between * (len(_COLUMNS) - 1)
    widths = [room * share for _, share in _COLUMNS]
    lefts = [sum(widths[:at]) + at * between for at in range(len(widths))]
    return lefts, widths


def _spoken(plan: Plan, bands: Sequence[Band], folded: AbstractSet[str]) -> Iterator[str]:
    """Yield the board in words, band after band; of a folded one its numbers."""
    for band in bands:
        yield objective_card(plan, band, ()).spoken
        if (band.objective or OUTSIDE) in folded:
            yield from (", ".join(filter(None, each[:2])) for each in _counted(band))
            continue
        yield from (say("Tactic: {card}", card=tactic_card(plan, entry, ()).spoken) for entry in band.tactics)
        yield from (say("Metric: {card}", card=metric_card(plan, entry, ()).spoken) for entry in band.metrics)
