"""Where each rung of the ladder stands: objectives to the right, what leads to them to their left.

Each metric feeds one thing, so metrics and objectives form trees; a tactic stands once, beside the
lowest metric that it feeds. Trees never overlap, hence their links never cross; only the further
links of a tactic that feeds several metrics can.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from planner.language import say
from planner.model.plan import Plan
from planner.model.records_work import Metric, Tactic
from planner.model.vocabulary import Level

OBJECTIVE_COLUMN = len(Level)
_LEVELS = {level: column for column, level in enumerate(Level)}
_TALL = 1.75
"""Slots of a box that has lines above and below its name."""

MOST_TACTICS = 8
"""More tactics than this at one metric are counted, not drawn."""


@dataclass
class Rung:
    """One box of the ladder.

    Attributes:
        record: id of the entry that it shows; empty for a note.
        note: what a box without an entry says.
        is_rest: whether that note only counts what finds no room.
        column: place from left to right; lower is further from the objective.
        parent: the box that it leads to.
        slots: the room that it needs where nothing leads to it, in slots.
        y: its centre, in slots from the top.
        feeders: boxes that lead to it.
    """

    record: str
    column: int
    note: str = ""
    is_rest: bool = False
    parent: "Rung | None" = None
    slots: float = 1.0
    y: float = 0.0
    feeders: list["Rung"] = field(default_factory=list)


@dataclass(frozen=True)
class LadderLayout:
    """All boxes with their places.

    Attributes:
        rungs: the boxes, each after the one that it leads to.
        columns: how many columns there are.
        height: of all, in slots.
        further: tactics and metrics that are linked beside the tree's own links, as pairs of boxes.
    """

    rungs: Sequence[Rung]
    columns: int
    height: float
    further: Sequence[tuple[Rung, Rung]]


@dataclass(frozen=True)
class LadderGrid:
    """The measures of a ladder, in the scene's unit.

    Attributes:
        wide: width of a box.
        between: distance of two columns, with room for a rate.
        slot: height of a slot.
        lines: how many lines a name may have.
        inset: room left and right of a box's text.
        padding: room above and below it.
    """

    wide: float
    between: float
    slot: float
    lines: int
    inset: float
    padding: float

    @classmethod
    def of(cls, layout: LadderLayout, width: float, size: float) -> "LadderGrid":
        """Return the measures for a layout in a width; narrow boxes have more and shorter lines."""
        columns = max(1, layout.columns)
        between = min(size * 3.6, width / columns * 0.4)
        wide = (width - 1 - between * (columns - 1)) / columns
        lines = 2 if wide > size * 14 else 3 if wide > size * 8 else 4
        return cls(wide, between, size * (1.3 * lines + 1.8), lines, size * 0.5, size * 0.5)

    @property
    def room(self) -> float:
        """Width of a box's text."""
        return self.wide - 2 * self.inset


def ladder_roots(plan: Plan) -> list[str]:
    """Return what the ladder's trees lead to: each objective, then "" for all that leads nowhere."""
    reached = {metric for root in plan.objectives for metric in _below(plan, root)}
    adrift = any(metric not in reached for metric in plan.metrics)
    return [*plan.objectives, *([""] if adrift or any(map(_feeds_nothing, plan.tactics.values())) else [])]


def lay_out(plan: Plan, roots: Sequence[str]) -> LadderLayout:
    """Return the boxes of some trees (see `ladder_roots`) with their places."""
    feeders = _feeders(plan)
    trees = [tree for root in roots for tree in _trees(plan, root, feeders)]
    rungs = [rung for tree in trees for rung in _walk(tree)]
    lowest = min((rung.column for rung in rungs if rung.record in plan.metrics), default=OBJECTIVE_COLUMN)
    homes = _tactics_by_metric(plan, {rung.record for rung in rungs})
    for rung in list(rungs):
        _add_tactics(rung, homes.get(rung.record, ()), lowest - 1)
    if "" in roots:
        trees += _tactics_adrift(plan, lowest)
    rungs = [rung for tree in trees for rung in _walk(tree)]
    height = _place(rungs)
    return LadderLayout(rungs, _squeeze(rungs), height, _further_links(plan, rungs))


def _feeders(plan: Plan) -> Mapping[str, list[Metric]]:
    found: dict[str, list[Metric]] = {}
    for metric in plan.metrics.values():
        if metric.feeds is not None:
            found.setdefault(metric.feeds, []).append(metric)
    return found


def _below(plan: Plan, root: str) -> Iterator[str]:
    """Yield the ids of all metrics that lead to an entry; circles end."""
    feeders, seen, queue = _feeders(plan), set[str](), [root]
    while queue:
        for metric in feeders.get(queue.pop(), ()):
            if metric.id not in seen:
                seen.add(metric.id)
                queue.append(metric.id)
                yield metric.id


def _tactics_by_metric(plan: Plan, shown: set[str]) -> Mapping[str, list[Tactic]]:
    """Return the tactics that stand beside each metric: the lowest, then the first, that they feed.

    Only metrics that are shown count, so that each part of a ladder has all tactics that lead to it.
    """
    found: dict[str, list[Tactic]] = {}
    for tactic in plan.tactics.values():
        fed = [plan.metrics[key] for key in tactic.metrics if key in shown]
        if fed:
            home = min(fed, key=lambda metric: _LEVELS[metric.level])
            found.setdefault(home.id, []).append(tactic)
    return found


def _trees(plan: Plan, root: str, feeders: Mapping[str, list[Metric]]) -> Iterator[Rung]:
    if not root:
        yield from _adrift(plan, feeders)
        return
    tree = Rung(root, OBJECTIVE_COLUMN, slots=_TALL)
    _grow(tree, feeders, {root})
    if not tree.feeders:
        column = max((_LEVELS[metric.level] for metric in plan.metrics.values()), default=0)
        _join(tree, Rung("", column, say("No metric leads here")))
    yield tree


def _adrift(plan: Plan, feeders: Mapping[str, list[Metric]]) -> Iterator[Rung]:
    """Yield a tree for the metrics that feed nothing, and one for those that feed each other."""
    dead_ends = Rung("", OBJECTIVE_COLUMN, say("Feeds nothing"))
    seen = {metric for root in plan.objectives for metric in _below(plan, root)}
    for metric in plan.metrics.values():
        if metric.feeds is None:
            _join(dead_ends, _metric_rung(metric, OBJECTIVE_COLUMN))
            seen.add(metric.id)
    for rung in dead_ends.feeders:
        _grow(rung, feeders, seen)
    if dead_ends.feeders:
        yield dead_ends
    circles = Rung("", OBJECTIVE_COLUMN, say("Feed each other in a circle"))
    for metric in plan.metrics.values():
        if metric.id not in seen:
            rung = _metric_rung(metric, OBJECTIVE_COLUMN)
            seen.add(metric.id)
            _join(circles, rung)
            _grow(rung, feeders, seen)
    if circles.feeders:
        yield circles


def _grow(tree: Rung, feeders: Mapping[str, list[Metric]], seen: set[str]) -> None:
    """Add all metrics below a box; one that was seen already (a circle) is left out."""
    queue = [tree]
    while queue:
        rung = queue.pop()
        for metric in feeders.get(rung.record, ()):
            if metric.id not in seen:
                seen.add(metric.id)
                below = _metric_rung(metric, rung.column)
                _join(rung, below)
                queue.append(below)


def _metric_rung(metric: Metric, above: int) -> Rung:
    """Stand a metric in its level's column, but always to the left of what it feeds."""
    return Rung(metric.id, min(_LEVELS[metric.level], above - 1), slots=_TALL)


def _add_tactics(rung: Rung, tactics: Sequence[Tactic], column: int) -> None:
    for tactic in tactics[:MOST_TACTICS]:
        _join(rung, Rung(tactic.id, column))
    left_out = len(tactics) - MOST_TACTICS
    if left_out > 0:
        _join(rung, Rung("", column, say("and {count} more", count=left_out), is_rest=True))


def _tactics_adrift(plan: Plan, column: int) -> list[Rung]:
    adrift = [tactic for tactic in plan.tactics.values() if _feeds_nothing(tactic)]
    root = Rung("", column, say("Feed no metric"))
    _add_tactics(root, adrift, column - 1)
    return [root] if adrift else []


def _feeds_nothing(tactic: Tactic) -> bool:
    return not tactic.metrics


def _join(parent: Rung, rung: Rung) -> None:
    rung.parent = parent
    parent.feeders.append(rung)


def _walk(tree: Rung) -> Iterator[Rung]:
    """Yield the boxes of a tree, each before what leads to it, from top to bottom."""
    stack = [tree]
    while stack:
        rung = stack.pop()
        yield rung
        stack += reversed(rung.feeders)


def _place(rungs: Sequence[Rung]) -> float:
    """Stand the outermost boxes below each other, and the others in the middle of what leads to them."""
    height = 0.0
    for rung in rungs:
        if not rung.feeders:
            alone = rung.parent is not None and len(rung.parent.feeders) == 1
            slots = max(rung.slots, rung.parent.slots if alone and rung.parent else 0.0)
            rung.y = height + slots / 2
            height += slots
    for rung in reversed(rungs):
        if rung.feeders:
            rung.y = (rung.feeders[0].y + rung.feeders[-1].y) / 2
    return height


def _squeeze(rungs: Sequence[Rung]) -> int:
    """Number the columns that are in use from 0, and return how many there are."""
    used = {column: place for place, column in enumerate(sorted({rung.column for rung in rungs}))}
    for rung in rungs:
        rung.column = used[rung.column]
    return len(used)


def _further_links(plan: Plan, rungs: Sequence[Rung]) -> list[tuple[Rung, Rung]]:
    by_record = {rung.record: rung for rung in rungs if rung.record}
    return [
        (rung, by_record[fed])
        for rung in rungs
        if rung.record in plan.tactics
        for fed in plan.tactics[rung.record].metrics
        if fed in by_record and by_record[fed] is not rung.parent
    ]
