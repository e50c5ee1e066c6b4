"""What the ladder says in words: what the targets yield, what is missing, and each way up."""

from collections.abc import Collection, Iterator, Mapping

from planner.analysis.ladder import Ascent, Chain, ascents
from planner.analysis.ladder_gaps import Shortfall, ladder_gaps, shortfalls
from planner.charts.ladder_boxes import Verdict, figures, link_words
from planner.language import phrase, say
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
        known = said.words if said else say("What its targets yield is not known yet")
        yield say(
            "{objective}, {figures}: {verdict}.",
            objective=display_name(objective),
            figures=figures(objective),
            verdict=known,
        )
        for chain in (*ascent.chains, *ascent.unknown):
            yield _way_up(plan, objective, chain)
    if not found or "" in roots or found[-1].objective in roots:
        yield from _gap_lines(plan, found)


def _is_known(ascent: Ascent) -> bool:
    return bool(ascent.chains) and ascent.wanted is not None and ascent.wanted > 0


def _of_objective(plan: Plan, ascent: Ascent, short: Shortfall | None) -> Verdict:
    objective = plan.objectives[ascent.objective]
    reach, wanted = format_number(ascent.reach), format_number(ascent.wanted or 0)
    sign = _ENOUGH if short is None else _SHORT
    text = say("{sign} yields {reach} of {wanted}", sign=sign, reach=reach, wanted=wanted)
    words = say("The targets yield {reach} of {wanted} that are wanted", reach=reach, wanted=wanted)
    if short is None:
        return Verdict(text, _enough(words, is_whole=not ascent.unknown), bad=False)
    missing = with_unit(short.short, objective.unit)
    return Verdict(text, _missing(words, missing, is_whole=not ascent.unknown), bad=True)


def _enough(words: str, *, is_whole: bool) -> str:
    if is_whole:
        return say("{verdict}: enough", verdict=words)
    return say("{verdict}: enough; other ways lack figures", verdict=words)


def _missing(words: str, missing: str, *, is_whole: bool) -> str:
    if is_whole:
        return say("{verdict}: {figure} missing", verdict=words, figure=missing)
    return say("{verdict}: {figure} missing; other ways lack figures", verdict=words, figure=missing)


def _of_bottom(plan: Plan, short: Shortfall) -> Verdict:
    metric = plan.metrics[short.metric]
    if short.needed is None or short.more is None:
        return Verdict(
            say("{sign} brings nothing up", sign=_SHORT),
            say("A rate of 0 on its way lets nothing reach the top"),
            bad=True,
        )
    needed, more = format_number(short.needed), with_unit(short.more, metric.unit)
    objective = quoted(plan.name_of(short.objective))
    return Verdict(
        say("{sign} {needed} needed", sign=_SHORT, needed=needed),
        say(
            "{needed} would be needed for {objective}: {more} more than its target",
            needed=needed,
            objective=objective,
            more=more,
        ),
        bad=True,
    )


def _way_up(plan: Plan, objective: Objective, chain: Chain) -> str:
    """Return the steps of a way to an objective, and what it yields."""
    way = "; ".join(
        f"{display_name(plan.metrics[link])}: {link_words(plan, plan.metrics[link])}"
        for link in chain.metrics
    )
    if chain.reach is None:
        return say("{way}; its yield is not known.", way=way)
    return say("{way}; yields {figure}.", way=way, figure=with_unit(chain.reach, objective.unit))


_GAPS = (
    (phrase("No metric leads to {names}."), "unreached"),
    (phrase("Feed nothing: {names}."), "feeding_nothing"),
    (phrase("Without a rate: {names}."), "without_rate"),
    (phrase("Without a target: {names}."), "without_target"),
    (phrase("Only assumed all the way up: {names}."), "guessed"),
)
_CIRCLE = phrase("Feed each other in a circle: {names}.")


def _gap_lines(plan: Plan, found: tuple[Ascent, ...]) -> Iterator[str]:
    gaps = ladder_gaps(plan, found)
    told = [(message, getattr(gaps, name)) for message, name in _GAPS]
    for message, ids in (*told, *((_CIRCLE, circle) for circle in gaps.circles)):
        if ids:
            yield say(message, names=listing(quoted(plan.name_of(each)) for each in ids))
