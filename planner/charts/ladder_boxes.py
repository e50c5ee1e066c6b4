"""What the boxes of the ladder say, and how they look."""

from dataclasses import dataclass
from decimal import Decimal

from planner.charts.ladder_layout import Rung
from planner.charts.lettering import Lettering
from planner.charts.scene import Role, Weight
from planner.language import say
from planner.model.format import day, format_number, in_sentence
from planner.model.plan import Plan, display_name
from planner.model.records_work import Metric, Objective


@dataclass(frozen=True)
class BoxLine:
    """One line of text in a box, with the height that it takes."""

    text: str
    height: float
    role: Role = Role.INK
    weight: Weight = Weight.REGULAR
    small: bool = False


@dataclass(frozen=True)
class Verdict:
    """Whether what a box stands for is reached.

    Attributes:
        text: short, as it stands in the box; a sign at its beginning tells good from bad.
        words: the same in a sentence.
        bad: whether it is not.
    """

    text: str
    words: str
    bad: bool


@dataclass(frozen=True)
class BoxContent:
    """What a box says.

    Attributes:
        name: in up to two lines.
        over: a short line above the name.
        under: a short line below the name.
        verdict: a short line at the bottom, where the figures do not suffice or just do.
        weight: of the name.
        fill: of the box.
        stroke: of the box.
        thick: of the stroke.
        problem: whether a cross stands before the name.
    """

    name: str
    over: str = ""
    under: str = ""
    verdict: Verdict | None = None
    weight: Weight = Weight.REGULAR
    fill: Role = Role.SURFACE
    stroke: Role = Role.RULE
    thick: float = 0.8
    problem: bool = False

    def indent(self, letters: Lettering) -> float:
        """Return the room that the cross before the name takes."""
        return letters.size * 0.9 if self.problem else 0.0

    def lines(self, letters: Lettering, room: float, most: int) -> list[BoxLine]:
        """Return the lines as they fit a width.

        Those of the name are at most as many as given, figures and verdict one less, and two at most.
        """
        room -= self.indent(letters)
        role = Role.BAD if self.problem else Role.INK
        name = letters.wrap(self.name, room, most, weight=self.weight)
        return [
            *self._small(self.over, letters, room, 1),
            *(BoxLine(text, letters.size * 1.3, role, self.weight) for text in name),
            *self._small(self.under, letters, room, most - 1),
            *self._verdict(letters, room, most - 1),
        ]

    def _verdict(self, letters: Lettering, room: float, most: int) -> list[BoxLine]:
        if self.verdict is None:
            return []
        role = Role.BAD if self.verdict.bad else Role.OK
        found = letters.wrap(self.verdict.text, room, min(most, 2), small=True, weight=Weight.SEMIBOLD)
        return [_small_line(text, letters, role, Weight.SEMIBOLD) for text in found if text]

    @staticmethod
    def _small(text: str, letters: Lettering, room: float, most: int) -> list[BoxLine]:
        found = letters.wrap(text, room, min(most, 2), small=True)
        return [_small_line(text, letters, Role.MUTED) for text in found if text]


def _small_line(text: str, letters: Lettering, role: Role, weight: Weight = Weight.REGULAR) -> BoxLine:
    return BoxLine(text, letters.small * 1.25, role, weight, small=True)


def box_content(plan: Plan, rung: Rung, verdict: Verdict | None = None) -> BoxContent:
    """Return what a box says and how it looks."""
    record = plan.find(rung.record)
    match record:
        case Objective():
            return BoxContent(
                display_name(record),
                under=figures(record),
                verdict=verdict,
                weight=Weight.SEMIBOLD,
                fill=Role.ACCENT_TINT,
                stroke=Role.ACCENT,
                thick=1.2,
            )
        case Metric():
            said = (display_name(record), record.level.label, figures(record), verdict)
            return BoxContent(*said, fill=Role.PANEL)
        case None if rung.is_rest:
            return BoxContent(rung.note)
        case None:
            return BoxContent(rung.note, fill=Role.BAD_TINT, stroke=Role.BAD, thick=1.2, problem=True)
    return BoxContent(display_name(record))


def figures(record: Objective | Metric) -> str:
    """Return where a figure stands and where it is to go, with its unit."""
    if record.baseline is None and record.target is None:
        return say("no figures")
    target = f"{_figure(record.target)} {record.unit}".strip()
    return say("{baseline} to {target}", baseline=_figure(record.baseline), target=target)


def tooltip(plan: Plan, record_id: str, verdict: Verdict | None = None) -> str:
    """Return what a box is, in words."""
    record = plan.find(record_id)
    lines = [display_name(record)]
    if isinstance(record, Objective | Metric):
        aim = figures(record)
        lines.append(say("{figure} by {day}", figure=aim, day=day(record.due)) if record.due else aim)
    if isinstance(record, Metric):
        lines.append(link_words(plan, record))
    if verdict is not None:
        lines.append(verdict.words)
    return "\n".join(lines)


def link_words(plan: Plan, metric: Metric) -> str:
    """Return what a metric leads to, at which rate, and how that is known."""
    if metric.feeds is None:
        return say("Feeds nothing")
    rate = (
        say("no rate") if metric.rate is None else say("each brings {rate}", rate=format_number(metric.rate))
    )
    return say(
        "Feeds “{name}”: {rate}, {evidence}",
        name=plan.name_of(metric.feeds),
        rate=rate,
        evidence=in_sentence(metric.evidence.label),
    )


def _figure(figure: Decimal | None) -> str:
    return "?" if figure is None else format_number(figure)
