"""The plan at a glance: each objective with what is done for it and what is measured, and every gap.

A gap is something that the line from a person over a tactic and a figure to a business result lacks.
It is read off the plan alone and needs no check, so that the board follows each key.
"""

import msgspec
from msgspec import Struct

from planner.language import phrase
from planner.model.kinds import Step
from planner.model.plan import Plan
from planner.model.records_work import Metric, Objective, Tactic

NO_OBJECTIVE, NO_TACTIC, NO_METRIC = phrase("no objective"), phrase("no tactic"), phrase("no metric")
NO_OWNER, NO_DATES, FEEDS_NOTHING = phrase("no owner"), phrase("no dates"), phrase("feeds nothing")
"""Gaps, as messages that are said where they are shown."""


class Entry(Struct, frozen=True):
    """A tactic or a metric on the board.

    Attributes:
        record: its id.
        gaps: what it lacks, as messages.
    """

    record: str
    gaps: tuple[str, ...] = ()


class Band(Struct, frozen=True):
    """One objective with all that leads to it, or what leads to none.

    Attributes:
        objective: its id; empty for what leads to no objective.
        gaps: what the objective lacks, as messages.
        tactics: those that serve it, in the plan's order.
        metrics: those from which the ladder leads up to it, in the plan's order.
    """

    objective: str
    gaps: tuple[str, ...] = ()
    tactics: tuple[Entry, ...] = ()
    metrics: tuple[Entry, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it shows nothing at all."""
        return not (self.objective or self.tactics or self.metrics)

    @property
    def gap_count(self) -> int:
        """How many gaps it has, those of its tactics and metrics included."""
        return len(self.gaps) + sum(len(entry.gaps) for entry in (*self.tactics, *self.metrics))


class BoardFilter(Struct, frozen=True):
    """What of the plan is shown; empty fields show everything.

    Attributes:
        person: id of a person: what the person owns, answers for or works on.
        channel: id of a channel: its tactics, and the metrics that they feed.
        step: the entries of one step: objectives, tactics or metrics.
        only_gaps: only what lacks something.
    """

    person: str = ""
    channel: str = ""
    step: Step | None = None
    only_gaps: bool = False


def board_bands(plan: Plan) -> tuple[Band, ...]:
    """Return a band for each objective in the plan's order, then one for what leads to none, if anything."""
    tactics: dict[str, list[Entry]] = {objective: [] for objective in plan.objectives}
    metrics: dict[str, list[Entry]] = {objective: [] for objective in plan.objectives}
    for tactic in plan.tactics.values():
        for objective in _served(plan, tactic) or [""]:
            tactics.setdefault(objective, []).append(Entry(tactic.id, _tactic_gaps(plan, tactic)))
    for metric in plan.metrics.values():
        end = objective_above(plan, metric.id)
        metrics.setdefault(end, []).append(Entry(metric.id, _metric_gaps(metric)))
    bands = [_band(each, tactics[each.id], metrics[each.id]) for each in plan.objectives.values()]
    loose = Band("", (), tuple(tactics.get("", ())), tuple(metrics.get("", ())))
    return (*bands, loose) if loose.tactics or loose.metrics else tuple(bands)


def objective_above(plan: Plan, metric: str) -> str:
    """Return the id of the objective to which the ladder leads from a metric; empty where to none."""
    seen: set[str] = set()
    rung: str | None = metric
    while rung is not None and rung in plan.metrics and rung not in seen:
        seen.add(rung)
        rung = plan.metrics[rung].feeds
    return rung if rung is not None and rung in plan.objectives else ""


def filtered(plan: Plan, bands: tuple[Band, ...], wanted: BoardFilter) -> tuple[Band, ...]:
    """Return what of the bands a filter shows; what lacks something lacks it under any filter.

    Args:
        plan: the plan that the bands are of.
        bands: `board_bands(plan)`.
        wanted: the filter.
    """
    if wanted == BoardFilter():
        return bands
    shown = (_shown_of(plan, band, wanted) for band in bands)
    return tuple(band for band in shown if band is not None)


def _served(plan: Plan, tactic: Tactic) -> list[str]:
    found = dict.fromkeys(serving.objective for serving in tactic.objectives)
    return [objective for objective in found if objective in plan.objectives]


def _tactic_gaps(plan: Plan, tactic: Tactic) -> tuple[str, ...]:
    lacks = {
        NO_OBJECTIVE: not _served(plan, tactic),
        NO_OWNER: not tactic.accountable,
        NO_METRIC: not tactic.metrics,
        NO_DATES: tactic.starts_on is None and tactic.ends_on is None,
    }
    return tuple(gap for gap, is_so in lacks.items() if is_so)


def _metric_gaps(metric: Metric) -> tuple[str, ...]:
    lacks = {FEEDS_NOTHING: metric.feeds is None, NO_OWNER: not metric.owner}
    return tuple(gap for gap, is_so in lacks.items() if is_so)


def _band(objective: Objective, tactics: list[Entry], metrics: list[Entry]) -> Band:
    lacks = {NO_TACTIC: not tactics, NO_METRIC: not metrics, NO_OWNER: not objective.owner}
    gaps = tuple(gap for gap, is_so in lacks.items() if is_so)
    return Band(objective.id, gaps, tuple(tactics), tuple(metrics))


def _shown_of(plan: Plan, band: Band, wanted: BoardFilter) -> Band | None:
    """Return what of a band is shown, None where nothing of it is."""
    tactics = tuple(e for e in band.tactics if _tactic_fits(plan, e, wanted))
    fed = _fed(plan, tactics) if wanted.channel else None
    metrics = tuple(
        e for e in band.metrics if _metric_fits(plan, e, wanted) and (fed is None or e.record in fed)
    )
    head_fits = bool(band.objective) and _head_fits(plan, band, wanted)
    if not (tactics or metrics or head_fits):
        return None
    return msgspec.structs.replace(band, tactics=tactics, metrics=metrics)


def _tactic_fits(plan: Plan, entry: Entry, wanted: BoardFilter) -> bool:
    tactic = plan.tactics[entry.record]
    return (
        wanted.step in {None, Step.TACTICS}
        and wanted.person in {"", tactic.accountable, *tactic.responsible}
        and wanted.channel in {"", tactic.channel}
        and (not wanted.only_gaps or bool(entry.gaps))
    )


def _metric_fits(plan: Plan, entry: Entry, wanted: BoardFilter) -> bool:
    return (
        wanted.step in {None, Step.METRICS}
        and wanted.person in {"", plan.metrics[entry.record].owner}
        and (not wanted.only_gaps or bool(entry.gaps))
    )


def _head_fits(plan: Plan, band: Band, wanted: BoardFilter) -> bool:
    return (
        wanted.step in {None, Step.OBJECTIVES}
        and wanted.person in {"", plan.objectives[band.objective].owner}
        and not wanted.channel
        and (not wanted.only_gaps or bool(band.gaps))
    )


def _fed(plan: Plan, tactics: tuple[Entry, ...]) -> set[str]:
    """Return the ids of the metrics that some tactics feed, directly or up the ladder."""
    found: set[str] = set()
    for entry in tactics:
        for metric in plan.tactics[entry.record].metrics:
            rung: str | None = metric
            while rung is not None and rung in plan.metrics and rung not in found:
                found.add(rung)
                rung = plan.metrics[rung].feeds
    return found
