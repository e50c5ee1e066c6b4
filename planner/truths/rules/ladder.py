"""The ladder: figures of activity lead, link by link, to a result of the business (truths SL, S8, V7)."""

from collections.abc import Iterator
from decimal import Decimal

from planner.analysis.ladder import Ascent, Chain, loops, target_needed
from planner.analysis.ladder_gaps import best_chain
from planner.language import phrase, say_count
from planner.model.format import format_number, with_unit
from planner.model.plan import Plan, display_name
from planner.model.vocabulary import Level, Weight
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan
from planner.truths.look import Look
from planner.truths.mends import ladder
from planner.truths.naming import names
from planner.truths.registry import Example, Fix, Hit, Message, Rule, rule

_RAISE = phrase(
    "Set the target of “{name}” to {needed}, improve a rate on the way, add another way to the objective, or "
    "aim lower."
)
_CORRECT = phrase("Correct that rate, add another way to the objective, or aim lower.")


@rule(
    Rule(
        id="ladder.vanity-only",
        level=Weight.STOP,
        claim="No objective rests on figures of activity alone",
        reason=(
            "How much was posted or answered says that people were busy. Only what others do because of it "
            "can lead to a result of the business."
        ),
        sources=("S8", "SL"),
        applies_to="objectives",
        messages={
            "finding": Message(
                "All that the tactics for “{name}” move is activity: {metrics}.",
                "Add the figure that shows what people do because of it, such as bookings or enquiries, and "
                "let the activity feed that.",
            )
        },
        breaks=Example(
            "Replies and clicks count as activity, and lead to no other figure.",
            lambda: example_with(
                ("letter-clicks", "level", Level.ACTIVITY),
                ("letter-clicks", "feeds", "weekday-guests"),
                ("reviews-answered", "feeds", "weekday-guests"),
            ),
        ),
        keeps=Example("Replies lead to bookings by guests who return.", example_plan),
    )
)
def vanity_only(look: Look) -> Iterator[Hit]:
    """Yield a hit for each objective whose tactics reach figures of activity only.

    What a tactic feeds is taken with all that those metrics feed in turn: replies are a good first
    rung where they lead to another one. Without any metric, measure.tactic-unmeasured says so.
    """
    above_activity = _leading_above_activity(look)
    for objective, tactics in look.tactics_by_objective.items():
        fed = list(dict.fromkeys(metric for tactic in tactics for metric in tactic.metrics))
        if fed and not any(metric in above_activity for metric in fed):
            yield Hit(objective, params={"metrics": names((look.plan.metrics[each] for each in fed), most=4)})


def _leading_above_activity(look: Look) -> set[str]:
    """Return the metrics above activity, and those that lead to one, directly or in steps."""
    metrics = look.plan.metrics
    fed_by: dict[str, list[str]] = {}
    for metric in metrics.values():
        fed_by.setdefault(metric.feeds or "", []).append(metric.id)
    found = {metric.id for metric in metrics.values() if metric.level is not Level.ACTIVITY}
    queue = list(found)
    while queue:
        new = [below for below in fed_by.get(queue.pop(), ()) if below not in found]
        found.update(new)
        queue += new
    return found


@rule(
    Rule(
        id="ladder.dead-end",
        level=Weight.WARN,
        claim="Every metric leads somewhere",
        reason=(
            "A figure that leads to no other is read and forgotten. Its place on the way to a result is "
            "what makes it worth reading."
        ),
        sources=("SL",),
        applies_to="metrics",
        messages={
            "finding": Message(
                "“{name}” feeds neither another metric nor an objective.",
                "Say which metric or objective moves when it moves, or take it out.",
            )
        },
        breaks=Example(
            "The clicks in the letter lead nowhere.", lambda: example_with(("letter-clicks", "feeds", None))
        ),
        keeps=Example("The clicks in the letter lead to bookings.", example_plan),
        fixes=(Fix("Let it feed the only objective", ladder.feeds_only_objective),),
    )
)
def dead_end(look: Look) -> Iterator[Hit]:
    """Yield a hit for each metric that feeds nothing."""
    for metric in look.plan.metrics.values():
        if metric.feeds is None:
            yield Hit(metric.id, "feeds")


@rule(
    Rule(
        id="ladder.loop",
        level=Weight.STOP,
        claim="The ladder leads up, not in a circle",
        reason=(
            "Figures that explain each other explain nothing: somewhere the way has to end at a result of "
            "the business."
        ),
        sources=("SL",),
        applies_to="metrics",
        messages={
            "itself": Message("“{name}” feeds itself.", "Let it feed the next metric up, or the objective."),
            "finding": Message(
                "{metrics} feed each other in a circle.",
                "Decide which of them comes last, and let that one feed an objective.",
            ),
        },
        breaks=Example(
            "Bookings feed the replies that feed them.",
            lambda: example_with(("return-bookings", "feeds", "reviews-answered")),
        ),
        keeps=Example("Replies feed bookings, and bookings feed the objective.", example_plan),
        fixes=(Fix("Cut the circle at its highest metric", ladder.circle_cut),),
    )
)
def loop(look: Look) -> Iterator[Hit]:
    """Yield a hit for each circle, about its first metric."""
    for circle in loops(look.plan):
        message = "itself" if len(circle) == 1 else "finding"
        yield Hit(
            circle[0],
            "feeds",
            message,
            {"metrics": names((look.plan.metrics[each] for each in circle), most=4)},
        )


@rule(
    Rule(
        id="ladder.falls-short",
        level=Weight.WARN,
        claim="The targets add up to the result",
        reason=(
            "If every target on the way is met and the objective is still missed, the plan fails by "
            "arithmetic. Better to see it before the work than after it."
        ),
        sources=("SL",),
        applies_to="metrics",
        messages={
            "finding": Message(
                "The ladder to “{objective}” brings {reach} of the {wanted} needed: “{name}” aims at "
                "{target} and would have to reach {needed}.",
                _RAISE,
            ),
            "not-all-counted": Message(
                "The ladder to “{objective}” brings {reach} of the {wanted} needed: “{name}” aims at "
                "{target} and would have to reach {needed} ({others}).",
                _RAISE,
            ),
            "no-rate": Message(
                "The ladder to “{objective}” brings {reach} of the {wanted} needed: “{name}” has a rate of "
                "0 and brings nothing further up.",
                _CORRECT,
            ),
            "no-rate-not-all-counted": Message(
                "The ladder to “{objective}” brings {reach} of the {wanted} needed: “{name}” has a rate of "
                "0 and brings nothing further up ({others}).",
                _CORRECT,
            ),
        },
        breaks=Example(
            "Twenty answered reviews bring too few bookings to fill the tables.",
            lambda: example_with(("reviews-answered", "target", Decimal(20))),
        ),
        keeps=Example(
            "Replies and clicks together bring more guests than the objective needs.", example_plan
        ),
        fixes=(Fix("Set the target to what is needed", ladder.target_raised),),
    )
)
def falls_short(look: Look) -> Iterator[Hit]:
    """Yield a hit for each objective that its chains, with all their figures, do not reach together.

    It is about the lowest metric of the chain that yields most. Where another chain lacks a rate or
    target, what it would add is not known, and the message says so.
    """
    for ascent in look.ascents:
        if ascent.wanted is not None and ascent.wanted > 0 and ascent.falls_short:
            yield _short_hit(look.plan, ascent, best_chain(ascent))


def _short_hit(plan: Plan, ascent: Ascent, chain: Chain) -> Hit:
    metric, objective = plan.metrics[chain.bottom], plan.objectives[ascent.objective]
    params = {
        "reach": format_number(ascent.reach),
        "wanted": with_unit(ascent.wanted or Decimal(0), objective.unit),
        "objective": display_name(objective),
        "others": say_count(
            "{count} other chain lacks a rate or a target and can't be counted",
            "{count} other chains lack a rate or a target and can't be counted",
            len(ascent.unknown),
        ),
    }
    needed = target_needed(plan, ascent, chain)
    if needed is None:
        dry = next(link for link in chain.metrics if not plan.metrics[link].rate)
        message = "no-rate-not-all-counted" if ascent.unknown else "no-rate"
        return Hit(dry, "rate", message, params, fixable=False)
    figures = {
        "needed": with_unit(needed, metric.unit),
        "target": format_number(metric.target or Decimal(0)),
    }
    message = "not-all-counted" if ascent.unknown else "finding"
    return Hit(metric.id, "target", message, {**params, **figures})
