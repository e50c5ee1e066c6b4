"""What the ladder says in words: what the targets yield, what is missing, and each way up."""

from collections.abc import Collection, Iterator, Mapping

from planner.analysis.ladder import Ascent, Chain, ascents
from planner.analysis.ladder_gaps import Shortfall, ladder_gaps, shortfalls
from planner.charts.ladder_boxes import Verdict, figures, link_words
from planner.model.format import format_number, listing, quoted, with_unit
from planner.model.plan import Plan, display_name
from planner.model.records_work import Objective

_SHORT, _ENOUGH = "✕", "✓"


def ladder_verdicts(plan: Plan) -> Mapping[str, Verdict]:
    """Return, by id, what is to be said on each objective and on each lowest metric that aims too low."""
    found = ascents(plan)
    short = shortfalls(plan, found)
    verdicts = {a.objective: _of_objective(plan, a, short.get(a.objective)) for a in found if _is_known(a)}
    for each in short.values():
        verdicts[each.metric] = _of_bottom(plan, each)
    return verdicts


def ladder_lines(plan: Plan, roots: Collection[str]) -> Iterator[str]:
    """Yield the ladder, line by line: each objective, the ways up to it, and what is missing.

    Args:
        plan: the plan.
        roots: which objectives; "" for what leads nowhere. What is missing comes with the last of all.
    """
    found = ascents(plan)
    verdicts = ladder_verdicts(plan)
    for ascent in found:
        if ascent.objective not in roots:
            continue
        objective = plan.objectives[ascent.objective]
        said = verdicts.get(ascent.objective)
        known = said.words if said else "What its targets yield is not known yet"
        yield f"{display_name(objective)}, {figures(objective)}: {known}."
        for chain in (*ascent.chains, *ascent.unknown):
            yield f"{_way(plan, chain)}{_yield(objective, chain)}."
    if not found or "" in roots or found[-1].objective in roots:
        yield from _gap_lines(plan, found)


def _is_known(ascent: Ascent) -> bool:
    return bool(ascent.chains) and ascent.wanted is not None and ascent.wanted > 0


def _of_objective(plan: Plan, ascent: Ascent, short: Shortfall | None) -> Verdict:
    objective = plan.objectives[ascent.objective]
    reach, wanted = format_number(ascent.reach), format_number(ascent.wanted or 0)
    sign = _ENOUGH if short is None else _SHORT
    text = f"{sign} yields {reach} of {wanted}"
    words = f"The targets yield {reach} of {wanted} that are wanted"
    unknown = "; other ways lack figures" if ascent.unknown else ""
    if short is None:
        return Verdict(text, f"{words}: enough{unknown}", bad=False)
    missing = with_unit(short.short, objective.unit)
    return Verdict(text, f"{words}: {missing} missing{unknown}", bad=True)


def _of_bottom(plan: Plan, short: Shortfall) -> Verdict:
    metric = plan.metrics[short.metric]
    if short.needed is None or short.more is None:
        return Verdict(
            f"{_SHORT} brings nothing up", "A rate of 0 on its way lets nothing reach the top", bad=True
        )
    needed, more = format_number(short.needed), with_unit(short.more, metric.unit)
    objective = quoted(plan.name_of(short.objective))
    return Verdict(
        f"{_SHORT} {needed} needed",
        f"{needed} would be needed for {objective}: {more} more than its target",
        bad=True,
    )


def _way(plan: Plan, chain: Chain) -> str:
    steps = (
        f"{display_name(plan.metrics[link])}: {link_words(plan, plan.metrics[link])}"
        for link in chain.metrics
    )
    return "; ".join(steps)


def _yield(objective: Objective, chain: Chain) -> str:
    if chain.reach is None:
        return "; its yield is not known"
    return f"; yields {with_unit(chain.reach, objective.unit)}"


def _gap_lines(plan: Plan, found: tuple[Ascent, ...]) -> Iterator[str]:
    gaps = ladder_gaps(plan, found)
    for words, ids in (
        ("No metric leads to", gaps.unreached),
        ("Feed nothing:", gaps.feeding_nothing),
        ("Without a rate:", gaps.without_rate),
        ("Without a target:", gaps.without_target),
        ("Only assumed all the way up:", gaps.guessed),
        *(("Feed each other in a circle:", circle) for circle in gaps.circles),
    ):
        if ids:
            yield f"{words} {listing(quoted(plan.name_of(each)) for each in ids)}."
