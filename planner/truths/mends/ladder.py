"""Mends of the ladder: what serves what, what feeds what, and which target is needed."""

from collections.abc import Sequence

from planner.analysis.ladder import loops, target_needed
from planner.model.plan import new_id
from planner.model.records_work import Metric, Serving
from planner.model.vocabulary import Direction, Level
from planner.truths.look import Look
from planner.truths.mends.places import only_objective
from planner.truths.steps import EditStep

_LEVELS = list(Level)
_TURNED = {Direction.UP: Direction.DOWN, Direction.DOWN: Direction.UP}


def serves_only_objective(look: Look, subject: str) -> Sequence[EditStep]:
    """Link a tactic to the plan's one objective."""
    objective = only_objective(look.plan)
    return () if objective is None else ((subject, "objectives", (Serving(objective),)),)


def feeds_only_objective(look: Look, subject: str) -> Sequence[EditStep]:
    """Let a metric feed the plan's one objective."""
    objective = only_objective(look.plan)
    return () if objective is None else ((subject, "feeds", objective),)


def circle_cut(look: Look, subject: str) -> Sequence[EditStep]:
    """Let the highest metric of a circle feed the plan's one objective, or nothing where it has several."""
    circle = next((circle for circle in loops(look.plan) if subject in circle), ())
    if not circle:
        return ()
    highest = max(circle, key=lambda each: _LEVELS.index(look.plan.metrics[each].level))
    return ((highest, "feeds", only_objective(look.plan)),)


def target_raised(look: Look, subject: str) -> Sequence[EditStep]:
    """Set the target of a chain's lowest metric to what its objective needs."""
    for ascent in look.ascents:
        for chain in ascent.chains if ascent.falls_short else ():
            if chain.bottom == subject:
                needed = target_needed(look.plan, ascent, chain)
                return () if needed is None else ((subject, "target", needed),)
    return ()


def figure_made_metric(look: Look, subject: str) -> Sequence[EditStep]:
    """Turn an objective's figure of attention into a metric that leads to it, and empty its measure."""
    objective = look.plan.objectives[subject]
    of_activity = objective.measure_level is Level.ACTIVITY
    metric = Metric(
        id=new_id("metrics"),
        name=objective.measure,
        level=Level.ACTIVITY if of_activity else Level.ENGAGEMENT,
        unit=objective.unit,
        direction=objective.direction,
        baseline=objective.baseline,
        target=objective.target,
        due=objective.due,
        owner=objective.owner,
        feeds=subject,
    )
    emptied = (("measure", ""), ("unit", ""), ("baseline", None), ("target", None))
    return (metric, (subject, "measure_level", Level.BUSINESS), *((subject, *each) for each in emptied))


def turned_round(look: Look, subject: str) -> Sequence[EditStep]:
    """Turn the direction of an objective round."""
    return ((subject, "direction", _TURNED[look.plan.objectives[subject].direction]),)
