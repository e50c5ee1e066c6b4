"""The ladder for a room: one objective at a time, its rungs as lines that the last row can read."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.analysis.board import Band, board_bands
from planner.charts.ladder_boxes import figures
from planner.charts.scene import Circle, Line, Measure, Role, Scene, Weight
from planner.charts.sheet import Sheet
from planner.language import say, say_count
from planner.model.format import plural
from planner.model.plan import Plan, display_name
from planner.model.records_work import Metric, Objective
from planner.model.vocabulary import Level

_LINE = 1.55
"""Height of a line, in sizes of running text."""
_FIGURES = 1.3
"""Height of a line of figures below their entry, in sizes of running text."""
_BETWEEN = 0.45
"""Further room between two rungs, in sizes of running text."""


@dataclass(frozen=True, slots=True)
class _Rung:
    """What stands on one height of the ladder.

    Attributes:
        name: of the height.
        records: the entries there, with their figures.
        lacks: there is nothing, and there should be.
    """

    name: str
    records: tuple[Objective | Metric, ...]
    note: str = ""
    lacks: bool = False


def room_ladders(plan: Plan, room: tuple[float, float], measure: Measure, size: float) -> tuple[Scene, ...]:
    """Draw a ladder for each objective, from the business result down to what is done.

    Args:
        plan: the plan.
        room: width and height of a drawing.
        measure: widths of texts in the renderer's font.
        size: of running text; nothing is smaller.
    """
    bands = (band for band in board_bands(plan) if band.objective)
    return tuple(_draw(plan, band, Sheet(room[0], measure, size), room[1]) for band in bands)


def _draw(plan: Plan, band: Band, sheet: Sheet, height: float) -> Scene:
    size = sheet.letters.size
    rungs = list(_rungs(plan, band))
    room = height / size - len(rungs) * _BETWEEN
    lines = [max(1, len(rung.records)) for rung in rungs]
    below = sum(lines) * _LINE + sum(map(_figures_of, rungs)) * _FIGURES <= room
    shown = _shares(lines, int(room / _LINE))
    left = max(sheet.letters.width(rung.name, weight=Weight.SEMIBOLD) for rung in rungs) + 2.6 * size
    y, words, dots = 0.0, [], []
    for rung, count in zip(rungs, shown, strict=True):
        dots.append(y + _LINE * size / 2)
        y, told = _draw_rung(sheet, rung, (left, y), count, below=below)
        words += told
    sheet.draw(Line(size * 0.5, dots[0], size * 0.5, dots[-1], Role.RULE, size / 12))
    for rung, dot in zip(rungs, dots, strict=True):
        role = Role.BAD if rung.lacks else Role.ACCENT
        fill = Role.SURFACE if rung.lacks else role
        sheet.draw(Circle(size * 0.5, dot, size * 0.24, fill, role, size / 12))
    name = display_name(plan.objectives[band.objective])
    return sheet.scene(y, say("Ladder to “{name}”.", name=name), words)


def _draw_rung(
    sheet: Sheet, rung: _Rung, at: tuple[float, float], count: int, *, below: bool
) -> tuple[float, list[str]]:
    """Draw as many of a rung's lines as have room; return where the next one begins, and the words."""
    letters = sheet.letters
    left, y = at
    drop = _LINE * letters.size / 2 + letters.drop
    sheet.write((letters.size * 1.2, y + drop), rung.name, role=Role.MUTED, weight=Weight.SEMIBOLD)
    lines = _lines(rung, count)
    weight = Weight.SEMIBOLD if isinstance(next(iter(rung.records), None), Objective) else Weight.REGULAR
    role = Role.BAD if rung.lacks else Role.INK
    for name, figure in lines:
        used = sheet.write((left, y + drop), name, role=role, weight=weight, room=sheet.width - left)
        y += _draw_figure(sheet, figure, (left, y + drop), used, below=below)
        y += _LINE * letters.size
    return y + _BETWEEN * letters.size, [
        say("{rung}: {name}", rung=rung.name, name=name) for name, _ in lines
    ]


def _draw_figure(sheet: Sheet, figure: str, at: tuple[float, float], used: float, *, below: bool) -> float:
    """Draw what an entry is measured by, below its name or behind it; return the height that it takes.

    The name is worth more than its figure, which stands behind it only where both have room.
    """
    letters = sheet.letters
    left, y = at
    if not figure:
        return 0
    if below:
        lower = _FIGURES * letters.size
        sheet.write((left, y + lower), figure, role=Role.MUTED, room=sheet.width - left)
        return lower
    behind = left + used + letters.gap * 2
    if letters.width(figure) <= sheet.width - behind:
        sheet.write((behind, y), figure, role=Role.MUTED)
    return 0


def _lines(rung: _Rung, count: int) -> list[tuple[str, str]]:
    """Return a rung's lines with their figures, the last one counting those that have no room."""
    if not rung.records:
        return [(rung.note, "")]
    lines = [(display_name(record), _short_figures(record)) for record in rung.records]
    if len(lines) <= count:
        return lines
    more = len(lines) - count + 1
    return [*lines[: count - 1], (say_count("and {count} more", "and {count} more", more), "")]


def _figures_of(rung: _Rung) -> int:
    """Return how many entries of a rung have figures."""
    return sum(bool(_short_figures(record)) for record in rung.records)


def _short_figures(record: Objective | Metric) -> str:
    return figures(record) if record.baseline is not None or record.target is not None else ""


def _rungs(plan: Plan, band: Band) -> Iterator[_Rung]:
    yield _Rung(say("Result"), (plan.objectives[band.objective],))
    metrics = [plan.metrics[entry.record] for entry in band.metrics]
    if not metrics:
        yield _Rung(say("Metrics"), (), say("nothing is measured yet"), lacks=True)
    for level in reversed(Level):
        there = tuple(metric for metric in metrics if metric.level is level)
        if there:
            yield _Rung(level.label, there)
    lacks = not band.tactics
    note = say("nothing is done for it yet") if lacks else plural(len(band.tactics), "tactic")
    yield _Rung(say("What we do"), (), note, lacks=lacks)


def _shares(wanted: list[int], room: int) -> list[int]:
    """Take lines from the fullest rungs until all have room; each keeps one."""
    shares = list(wanted)
    while sum(shares) > max(room, len(shares)):
        shares[shares.index(max(shares))] -= 1
    return shares
