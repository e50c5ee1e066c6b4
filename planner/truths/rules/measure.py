"""Measurement: results are measured against a plan that leaders asked for (truths R8, SL, R6)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from planner.language import phrase, say
from planner.model.format import OR, day, format_number, in_sentence, listing, with_unit
from planner.model.people import is_external, is_senior
from planner.model.plan import display_name
from planner.model.records_work import Metric, Objective
from planner.model.vocabulary import Direction, Mechanism, Weight
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan
from planner.truths.gaps import lacking
from planner.truths.look import Look
from planner.truths.mends import days, ladder
from planner.truths.registry import Example, Fix, Hit, Message, Rule, rule

_OF_OBJECTIVE = {
    "measure": phrase("a measure"),
    "unit": phrase("a unit"),
    "baseline": phrase("a baseline"),
    "target": phrase("a target"),
    "due": phrase("a due date"),
}
_OF_METRIC = {
    "source": phrase("a source"),
    "cadence": phrase("a cadence"),
    "target": phrase("a target"),
    "due": phrase("a due date"),
}
_ASK = phrase("Ask a director or executive of your own which figure they want to see, and name them.")


@rule(
    Rule(
        id="measure.objective-incomplete",
        level=Weight.STOP,
        claim="Every objective can be measured",
        reason=(
            "Without a figure, where it stands today, where it should be and by when, nobody can say later "
            "whether the work was worth it, and any result can be called a success."
        ),
        sources=("R8", "SL"),
        applies_to="objectives",
        messages={
            "finding": Message(
                "“{name}” lacks {missing}.",
                "Give it {missing}; whoever keeps the figures of the business knows where it stands today.",
            )
        },
        breaks=Example(
            "Nobody has written down how many guests come on weekdays today.",
            lambda: example_with(("weekday-guests", "baseline", None)),
        ),
        keeps=Example("The guests are to rise from 400 to 460 a week by the end of the year.", example_plan),
        fixes=(Fix("Let it fall due on the plan's last day", days.dated_at_plan_end),),
    )
)
def objective_incomplete(look: Look) -> Iterator[Hit]:
    """Yield a hit for each objective that lacks something, naming all of it; it leads to the first."""
    for objective in look.plan.objectives.values():
        missing = lacking(objective, _OF_OBJECTIVE)
        if missing:
            params = {"missing": listing(say(_OF_OBJECTIVE[name]) for name in missing)}
            yield Hit(objective.id, missing[0], params=params, fixable=len(missing) == 1)


@rule(
    Rule(
        id="measure.no-change",
        level=Weight.STOP,
        claim="A target is a change in the direction stated",
        reason=(
            "Money and hours go into a change. A target that equals today's figure, or lies behind it, "
            "is either a slip or an objective that needs no plan."
        ),
        sources=("R8",),
        applies_to="objectives",
        messages={
            "same": Message(
                "“{name}” stands at {baseline} today and aims at {target}: nothing is to change.",
                "Set a target that differs from today's figure, or take the objective out.",
            ),
            "up": Message(
                "“{name}” is to go up, but its target of {target} is below today's {baseline}.",
                "Set a target above {baseline}, or turn the direction round.",
            ),
            "down": Message(
                "“{name}” is to go down, but its target of {target} is above today's {baseline}.",
                "Set a target below {baseline}, or turn the direction round.",
            ),
        },
        breaks=Example(
            "Guests on weekdays are to go up from 400 to 380.",
            lambda: example_with(("weekday-guests", "target", Decimal(380))),
        ),
        keeps=Example("Guests on weekdays are to go up from 400 to 460.", example_plan),
        fixes=(Fix("Turn the direction round", ladder.turned_round, mends=("up", "down")),),
    )
)
def no_change(look: Look) -> Iterator[Hit]:
    """Yield a hit for each objective whose target is no change, or one in the wrong direction."""
    for objective in look.plan.objectives.values():
        start, target = objective.baseline, objective.target
        if start is None or target is None:
            continue
        if target == start or (target < start) is (objective.direction is Direction.UP):
            params = {"baseline": with_unit(start, objective.unit), "target": format_number(target)}
            message = "same" if target == start else objective.direction.value
            yield Hit(objective.id, "target", message, params)


@rule(
    Rule(
        id="measure.due-outside-plan",
        level=Weight.WARN,
        claim="Results fall due while the plan runs",
        reason=(
            "A result that is due before the plan begins can't come from it, and for one that is due after "
            "its end nobody is there any more to answer."
        ),
        sources=("R8",),
        applies_to="objectives",
        messages={
            "early": Message(
                "“{name}” falls due on {due}, before the plan starts on {start}.",
                "Move the due date into the plan, or start the plan earlier.",
            ),
            "late": Message(
                "“{name}” falls due on {due}, after the plan ends on {end}.",
                "Set a due date within the plan, perhaps with a smaller target, or let the plan run longer.",
            ),
        },
        breaks=Example(
            "The guests are due half a year after the plan's end.",
            lambda: example_with(("weekday-guests", "due", date(2028, 6, 30))),
        ),
        keeps=Example("The guests are due on the plan's last day.", example_plan),
        fixes=(
            Fix("Let it fall due on the plan's last day", days.due_at_plan_end),
            Fix("Let the plan run until then", days.plan_until_due, mends=("late",)),
        ),
    )
)
def due_outside_plan(look: Look) -> Iterator[Hit]:
    """Yield a hit for each objective and metric that is due outside the plan's days, as far as known.

    Where the plan ends before it starts, plan.dates says so, and every due date would lie outside.
    """
    start, end = look.plan.the_brief.starts_on, look.plan.the_brief.ends_on
    if start is not None and end is not None and end < start:
        return
    dated: tuple[Objective | Metric, ...] = (*look.plan.objectives.values(), *look.plan.metrics.values())
    for record in dated:
        if record.due is None:
            continue
        if start is not None and record.due < start:
            yield Hit(record.id, "due", "early", {"due": day(record.due), "start": day(start)})
        elif end is not None and record.due > end:
            yield Hit(record.id, "due", "late", {"due": day(record.due), "end": day(end)})


@rule(
    Rule(
        id="measure.tactic-unmeasured",
        level=Weight.WARN,
        claim="Every tactic moves a figure",
        reason=(
            "If no figure moves with it, nobody will notice that a tactic works, or that it does not, and "
            "it goes on out of habit."
        ),
        sources=("R8",),
        applies_to="tactics",
        messages={
            "finding": Message(
                "“{name}” feeds no metric, so nobody will see whether it works.",
                "Link it to the metric that moves if it works, or add one with a source and an owner.",
            )
        },
        breaks=Example(
            "No figure shows what the letter does.",
            lambda: example_with(("weekday-letter", "metrics", [])),
        ),
        keeps=Example("The letter feeds the clicks on its booking link.", example_plan),
    )
)
def tactic_unmeasured(look: Look) -> Iterator[Hit]:
    """Yield a hit for each tactic that feeds no metric."""
    for tactic in look.plan.tactics.values():
        if not tactic.metrics:
            yield Hit(tactic.id, "metrics")


@rule(
    Rule(
        id="measure.metric-incomplete",
        level=Weight.WARN,
        claim="Every metric can be read",
        reason=(
            "A figure that nobody knows where to read, how often, or what it should be, is not read at all "
            "once the work begins."
        ),
        sources=("R8",),
        applies_to="metrics",
        messages={
            "finding": Message(
                "“{name}” lacks {missing}.",
                "Give it {missing}, or take the metric out: few that are read beat many that are not.",
            )
        },
        breaks=Example(
            "Nobody says where the clicks are read.", lambda: example_with(("letter-clicks", "source", ""))
        ),
        keeps=Example("The clicks are read once a month in the letter's own report.", example_plan),
        fixes=(
            Fix("Let it fall due with its objective", days.due_with_objective, safe=True),
            Fix("Read it once a month", days.monthly),
        ),
    )
)
def metric_incomplete(look: Look) -> Iterator[Hit]:
    """Yield a hit for each metric that lacks something, naming all of it but the owner.

    A metric without an owner is told by owner.none, which weighs more.
    """
    for metric in look.plan.metrics.values():
        missing = lacking(metric, _OF_METRIC)
        if missing:
            params = {"missing": listing(say(_OF_METRIC[name]) for name in missing)}
            yield Hit(metric.id, missing[0], params=params, fixable=len(missing) == 1)


@rule(
    Rule(
        id="measure.no-mechanism",
        level=Weight.WARN,
        claim="Every objective says how its result comes about",
        reason=(
            "More sales can come from new customers, from old ones who buy more often, or from more at a "
            "time, and each needs other tactics. Without choosing, a plan aims at none of them."
        ),
        sources=("SL",),
        applies_to="objectives",
        messages={
            "finding": Message(
                "“{name}” does not say how its result comes about.",
                "Choose the mechanism: {mechanisms}.",
            )
        },
        breaks=Example(
            "It is open whether new guests come, or the same ones more often.",
            lambda: example_with(("weekday-guests", "mechanism", None)),
        ),
        keeps=Example("The tables fill because guests come more often.", example_plan),
    )
)
def no_mechanism(look: Look) -> Iterator[Hit]:
    """Yield a hit for each objective without a mechanism."""
    mechanisms = listing((in_sentence(mechanism.label) for mechanism in Mechanism), joined=OR)
    for objective in look.plan.objectives.values():
        if objective.mechanism is None:
            yield Hit(objective.id, "mechanism", params={"mechanisms": mechanisms})


@rule(
    Rule(
        id="measure.not-from-leadership",
        level=Weight.WARN,
        claim="Leaders ask for the figures",
        reason=(
            "Those who run the business decide what counts. A figure that a specialist chose is easily "
            "shrugged off when it moves, and the work behind it with it."
        ),
        sources=("SL", "R6"),
        applies_to="objectives",
        messages={
            "nobody": Message(
                "Nobody in a senior position is named who asked for the measure of “{name}”.", _ASK
            ),
            "external": Message(
                "The measure of “{name}” was asked for by {person}, who is from outside.", _ASK
            ),
            "junior": Message(
                "The measure of “{name}” was asked for by {person}, who is neither a director nor an "
                "executive.",
                _ASK,
            ),
        },
        breaks=Example(
            "The marketer chose the measure.",
            lambda: example_with(("weekday-guests", "asked_by", "marketer")),
        ),
        keeps=Example("The managing director asked for it.", example_plan),
    )
)
def not_from_leadership(look: Look) -> Iterator[Hit]:
    """Yield a hit for each objective that no senior person of the organisation's own asked for."""
    for objective in look.plan.objectives.values():
        person = look.plan.people.get(objective.asked_by or "")
        if person is None:
            yield Hit(objective.id, "asked_by", "nobody")
        elif not is_senior(person):
            message = "external" if is_external(person) else "junior"
            yield Hit(objective.id, "asked_by", message, {"person": display_name(person)})
