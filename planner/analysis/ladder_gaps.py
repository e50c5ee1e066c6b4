"""Where the ladder does not hold: targets that do not suffice, links without rates, figures without use.

What is missing at the bottom follows from the yield of `planner.analysis.ladder` read backwards:

    target needed at the bottom = baseline + (wanted - what the other chains yield) / rates of the chain

It is asked of the chain that yields most, because there the least has to change.

Source: the four steps from the result down to the activity that brings it (SL).
"""

from decimal import Decimal

from msgspec import Struct

from planner.analysis.ladder import Ascent, Chain, ascents, loops, target_needed
from planner.model.plan import Plan
from planner.model.vocabulary import Evidence


class Shortfall(Struct, frozen=True, kw_only=True):
    """An objective that the targets do not reach, and what its best chain would have to bring.

    Attributes:
        objective: id of the objective.
        short: how much of the wanted change is missing, in the objective's unit.
        metric: id of the best chain's lowest metric.
        needed: the target with which the objective would be reached; None where a rate of 0 keeps it out
            of reach.
        more: by how much that is beyond the present target; None where `needed` is.
    """

    objective: str
    short: Decimal
    metric: str
    needed: Decimal | None
    more: Decimal | None


class LadderGaps(Struct, frozen=True, kw_only=True):
    """What keeps the ladder from being reckoned through, by id.

    Attributes:
        feeding_nothing: metrics that lead nowhere.
        without_rate: metrics that feed something at no stated rate.
        without_target: lowest metrics that aim at nothing.
        circles: metrics that feed each other.
        unreached: objectives to which no metric leads.
        guessed: lowest metrics of chains in which every link is assumed.
    """

    feeding_nothing: tuple[str, ...]
    without_rate: tuple[str, ...]
    without_target: tuple[str, ...]
    circles: tuple[tuple[str, ...], ...]
    unreached: tuple[str, ...]
    guessed: tuple[str, ...]


def best_chain(ascent: Ascent) -> Chain:
    """Return the chain that yields most, one with a rate above 0 first; the ascent has some."""
    return max(ascent.chains, key=lambda chain: (bool(chain.rate), chain.reach or 0))


def shortfalls(plan: Plan, found: tuple[Ascent, ...] | None = None) -> dict[str, Shortfall]:
    """Return the objectives that their chains, with all their figures, do not reach together, by id.

    Args:
        plan: the plan.
        found: `ascents(plan)`, where the caller has them.
    """
    return {
        ascent.objective: _shortfall(plan, ascent, ascent.wanted)
        for ascent in (ascents(plan) if found is None else found)
        if ascent.wanted is not None and ascent.wanted > 0 and ascent.falls_short
    }


def ladder_gaps(plan: Plan, found: tuple[Ascent, ...] | None = None) -> LadderGaps:
    """Return what keeps the ladder from being reckoned through; see `shortfalls` for the arguments."""
    all_ascents = ascents(plan) if found is None else found
    every = [chain for ascent in all_ascents for chain in (*ascent.chains, *ascent.unknown)]
    metrics = plan.metrics
    return LadderGaps(
        feeding_nothing=tuple(metric.id for metric in metrics.values() if metric.feeds is None),
        without_rate=tuple(m.id for m in metrics.values() if m.feeds is not None and m.rate is None),
        without_target=tuple(chain.bottom for chain in every if (chain.bottom, "target") in chain.missing),
        circles=loops(plan),
        unreached=tuple(a.objective for a in all_ascents if not a.chains and not a.unknown),
        guessed=tuple(chain.bottom for chain in every if is_guessed(plan, chain)),
    )


def is_guessed(plan: Plan, chain: Chain) -> bool:
    """Whether every link of a chain is assumed; none was tested or measured."""
    return all(plan.metrics[link].evidence is Evidence.ASSUMED for link in chain.metrics)


def _shortfall(plan: Plan, ascent: Ascent, wanted: Decimal) -> Shortfall:
    chain = best_chain(ascent)
    needed = target_needed(plan, ascent, chain)
    target = plan.metrics[chain.bottom].target
    return Shortfall(
        objective=ascent.objective,
        short=wanted - ascent.reach,
        metric=chain.bottom,
        needed=needed,
        more=None if needed is None or target is None else abs(needed - target),
    )
