"""The board for a room: each objective with how much leads to it and what is missing, in large letters."""

from collections.abc import Sequence

from planner.analysis.board import Band, board_bands
from planner.charts.board_words import band_name
from planner.charts.scene import Line, Measure, Role, Scene, Weight
from planner.charts.sheet import Sheet, even_pages
from planner.language import say
from planner.model.format import plural
from planner.model.plan import Plan

_ROW = 3.5
"""Height of an objective, in sizes of running text."""


def room_boards(plan: Plan, room: tuple[float, float], measure: Measure, size: float) -> tuple[Scene, ...]:
    """Draw all objectives, as many on a page as have room.

    Args:
        plan: the plan.
        room: width and height of a drawing.
        measure: widths of texts in the renderer's font.
        size: of running text; nothing is smaller.
    """
    bands = board_bands(plan)
    a_page = max(1, int(room[1] / (_ROW * size)))
    return tuple(_draw(plan, page, Sheet(room[0], measure, size)) for page in even_pages(bands, a_page))


def _draw(plan: Plan, bands: Sequence[Band], sheet: Sheet) -> Scene:
    row = _ROW * sheet.letters.size
    lines = [_draw_band(sheet, plan, band, place * row) for place, band in enumerate(bands)]
    summary = say("The objectives, what leads to them and what is missing.")
    return sheet.scene(len(bands) * row, summary, lines)


def _draw_band(sheet: Sheet, plan: Plan, band: Band, top: float) -> str:
    """Draw one objective; return it in words."""
    letters = sheet.letters
    size = letters.size
    if top:
        sheet.draw(Line(0, top, sheet.width, top, Role.RULE, size / 24))
    name = band_name(plan, band)
    first, second = top + size * 1.35, top + size * 2.8
    sheet.write((0, first), name, weight=Weight.SEMIBOLD, room=sheet.width)
    counts = say(
        "{tactics}, {metrics}",
        tactics=plural(len(band.tactics), "tactic"),
        metrics=plural(len(band.metrics), "metric"),
    )
    x = sheet.write((0, second), counts, role=Role.MUTED) + 2 * letters.gap
    if not band.gap_count:
        whole = say("nothing is missing")
        sheet.write((x, second), whole, role=Role.OK, room=sheet.width - x)
        return say("{name}: {counts}, {verdict}", name=name, counts=counts, verdict=whole)
    gaps = plural(band.gap_count, "gap")
    x += sheet.cross((x, second - size * 0.3)) + letters.gap
    sheet.write((x, second), gaps, role=Role.BAD, weight=Weight.SEMIBOLD, room=sheet.width - x)
    return say("{name}: {counts}, {verdict}", name=name, counts=counts, verdict=gaps)
