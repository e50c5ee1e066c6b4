"""The ladder of figures: how each metric leads, link by link, up to an objective.

A metric feeds one other metric or an objective; its rate says how many of the next each of these
brings. All figures of a chain are taken to run over the same time (all a week, or all over the plan).
What a chain yields is the change that its lowest metric aims at, times all its rates:

    yield = (target - baseline of the lowest metric) x rate x rate x ...

A metric without a baseline starts from nothing. Several chains to one objective add up.

Source: the four steps from the result that leaders want down to the activity that brings it (SL), and
the chain from activity to business figure of the usual ladders (AMEC, logic model).
"""

from collections.abc import Iterator, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from msgspec import Struct

from planner.model.plan import Plan
from planner.model.records_work import Metric, Objective
from planner.model.vocabulary import Direction, Level


class Rung(Struct, frozen=True):
    """One level of the ladder with the ids of the metrics on it, in the plan's order."""

    level: Level
    metrics: tuple[str, ...]


class Chain(Struct, frozen=True, kw_only=True):
    """The way from one lowest metric to the top.

    Attributes:
        metrics: ids from the lowest to the highest; at least one.
        objective: id of the objective at the top; None where the way ends before one.
        rate: how much of the objective each of the lowest brings; None where a rate is missing.
        reach: what the lowest metric's target yields at the top, as a change in the objective's unit
            and direction; None where a rate or the target is missing, or there is no objective.
        missing: (metric, field) of each figure that is not there yet: "rate" or "target".
    """

    metrics: tuple[str, ...]
    objective: str | None
    rate: Decimal | None
    reach: Decimal | None
    missing: tuple[tuple[str, str], ...] = ()

    @property
    def bottom(self) -> str:
        """Id of the lowest metric."""
        return self.metrics[0]


class Ascent(Struct, frozen=True, kw_only=True):
    """What all chains to one objective yield together.

    Attributes:
        objective: id of the objective.
        wanted: the change from its baseline to its target, in its direction; None where it lacks one.
        reach: the sum of what the chains yield that have all their figures.
        chains: those chains.
        unknown: the other chains to the objective.
    """

    objective: str
    wanted: Decimal | None
    reach: Decimal
    chains: tuple[Chain, ...]
    unknown: tuple[Chain, ...]

    @property
    def falls_short(self) -> bool:
        """Whether the known yield is below the change that is wanted."""
        return bool(self.chains) and self.wanted is not None and self.reach < self.wanted


def rungs(plan: Plan) -> tuple[Rung, ...]:
    """Return the levels from activity to business, each with its metrics."""
    return tuple(
        Rung(level, tuple(metric.id for metric in plan.metrics.values() if metric.level is level))
        for level in Level
    )


def chains(plan: Plan) -> tuple[Chain, ...]:
    """Return the chain of each metric that no other one feeds; those that run into a loop end there."""
    fed = {metric.feeds for metric in plan.metrics.values()}
    return tuple(_chain(plan, metric) for metric in plan.metrics.values() if metric.id not in fed)


def ascents(plan: Plan) -> tuple[Ascent, ...]:
    """Return what the chains yield for each objective, in the plan's order."""
    by_objective: dict[str, list[Chain]] = {objective: [] for objective in plan.objectives}
    for chain in chains(plan):
        if chain.objective is not None:
            by_objective[chain.objective].append(chain)
    return tuple(_ascent(objective, by_objective[objective.id]) for objective in plan.objectives.values())


def loops(plan: Plan) -> tuple[tuple[str, ...], ...]:
    """Return each circle of metrics that feed each other, once, in the direction of the feeding."""
    seen: set[str] = set()
    found: list[tuple[str, ...]] = []
    for start in plan.metrics:
        way: dict[str, None] = {}
        here: str | None = start
        while here is not None and here in plan.metrics and here not in seen:
            seen.add(here)
            way[here] = None
            here = plan.metrics[here].feeds
        if here is not None and here in way:
            passed = list(way)
            found.append(tuple(passed[passed.index(here) :]))
    return tuple(found)


def target_needed(plan: Plan, ascent: Ascent, chain: Chain) -> Decimal | None:
    """Return the target of a chain's lowest metric with which the objective would be reached.

        target = baseline + (wanted - what the other chains yield) / rate

    Args:
        plan: the plan.
        ascent: the objective's chains together.
        chain: one of `ascent.chains`.

    Returns:
        The target, rounded up (down for a metric that is to fall) to the precision of the present
        one; None where the objective's change is unknown or the chain's rate is 0.
    """
    if ascent.wanted is None or not chain.rate or chain.reach is None:
        return None
    metric = plan.metrics[chain.bottom]
    change = (ascent.wanted - ascent.reach + chain.reach) / chain.rate
    start = metric.baseline or Decimal(0)
    up = metric.direction is Direction.UP
    target = start + change if up else start - change
    return target.quantize(_precision(metric), rounding=ROUND_CEILING if up else ROUND_FLOOR)


def gain(record: Metric | Objective) -> Decimal | None:
    """Return the change from baseline to target in the stated direction; negative on the wrong side.

    Returns:
        The change; None without a target, and for an objective also without a baseline.
    """
    start = record.baseline
    if start is None and isinstance(record, Metric):
        start = Decimal(0)
    if record.target is None or start is None:
        return None
    return record.target - start if record.direction is Direction.UP else start - record.target


def _chain(plan: Plan, bottom: Metric) -> Chain:
    metrics = _way_up(plan.metrics, bottom)
    top = metrics[-1].feeds
    objective = top if top in plan.objectives else None
    rate = _product(metrics)
    start = gain(bottom)
    missing = tuple((metric.id, "rate") for metric in metrics if metric.rate is None)
    return Chain(
        metrics=tuple(metric.id for metric in metrics),
        objective=objective,
        rate=rate,
        reach=None if rate is None or start is None or objective is None else start * rate,
        missing=missing if start is not None else ((bottom.id, "target"), *missing),
    )


def _way_up(metrics: Mapping[str, Metric], bottom: Metric) -> list[Metric]:
    way = {bottom.id: bottom}
    for metric in _above(metrics, bottom):
        if metric.id in way:
            break
        way[metric.id] = metric
    return list(way.values())


def _above(metrics: Mapping[str, Metric], metric: Metric) -> Iterator[Metric]:
    above = metrics.get(metric.feeds or "")
    while above is not None:
        yield above
        above = metrics.get(above.feeds or "")


def _product(metrics: list[Metric]) -> Decimal | None:
    product = Decimal(1)
    for metric in metrics:
        if metric.rate is None:
            return None
        product *= metric.rate
    return product


def _ascent(objective: Objective, all_chains: list[Chain]) -> Ascent:
    known = [(chain, chain.reach) for chain in all_chains if chain.reach is not None]
    return Ascent(
        objective=objective.id,
        wanted=gain(objective),
        reach=sum((reach for _, reach in known), Decimal(0)),
        chains=tuple(chain for chain, _ in known),
        unknown=tuple(chain for chain in all_chains if chain.reach is None),
    )


def _precision(metric: Metric) -> Decimal:
    """Return the unit of the last decimal that the metric's own figures have."""
    figures = [figure for figure in (metric.baseline, metric.target) if figure is not None]
    places = max((-int(figure.as_tuple().exponent) for figure in figures), default=0)
    return Decimal(1).scaleb(-max(places, 0))
