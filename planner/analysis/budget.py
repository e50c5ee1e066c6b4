"""What a plan costs, in whole and for each objective.

Planned cost has four parts: the lines of the budget, the money of the tactics, the money of the fixes
(done or not: the plan pays for them), and people's hours at the plan's hourly rate:

    hours = each tactic's hours a week x its weeks within the plan
          + each listening source's hours a week x the plan's weeks
          + answering on the channels that the plan opens, from their first day

Answering on a channel that exists already is paid for with or without the plan and is left out. A week
is seven days; a part of one counts in part. A tactic without a start or an end runs from the start or to
the end of the plan. Without an hourly rate, or where plan and tactics have no dates, hours cost nothing.

Source: such tools are an investment and not free (R1).
"""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from msgspec import Struct

from planner.analysis.load import answering_hours
from planner.analysis.period import Span, plan_period, within
from planner.model.plan import Plan
from planner.model.records_work import Serving, Tactic
from planner.model.values import Money
from planner.model.vocabulary import BudgetCategory

_NOTHING = Decimal(0)


class CostSummary(Struct, frozen=True, kw_only=True):
    """The planned cost by part, against what was approved.

    Attributes:
        lines: sum of the budget's lines.
        tactics: money of the tactics, beyond hours.
        fixes: money of the experience fixes.
        hours: people's hours at the plan's rate.
        total: all four.
        approved: the approved budget, if there is one.
        over: by how much the total is above it; None where it is not.
        worked: the hours behind `hours`, over the whole plan.
    """

    lines: Money
    tactics: Money
    fixes: Money
    hours: Money
    total: Money
    approved: Money | None
    over: Money | None
    worked: Decimal


def planned_cost(plan: Plan) -> CostSummary:
    """Return what the whole plan costs."""
    lines = _sum(line.amount for line in plan.budget_lines.values())
    tactics = _sum(tactic.cost for tactic in plan.tactics.values())
    fixes = _sum(issue.cost for issue in plan.issues.values())
    worked = _hours_worked(plan)
    hours = worked * _rate(plan)
    total = lines + tactics + fixes + hours
    approved = plan.the_budget.approved
    excess = _NOTHING if approved is None else total - approved.amount
    return CostSummary(
        lines=_money(plan, lines),
        tactics=_money(plan, tactics),
        fixes=_money(plan, fixes),
        hours=_money(plan, hours),
        total=_money(plan, total),
        approved=approved,
        over=_money(plan, excess) if excess > 0 else None,
        worked=worked,
    )


def tactic_cost(plan: Plan, tactic: Tactic) -> Money:
    """Return what one tactic costs: its money, and its hours at the plan's rate."""
    return _money(plan, _tactic_amount(plan, tactic, plan_period(plan)))


def tactic_costs(plan: Plan) -> dict[str, Money]:
    """Return what each tactic costs, by its id; see `tactic_cost`."""
    period = plan_period(plan)
    return {tactic.id: _money(plan, _tactic_amount(plan, tactic, period)) for tactic in plan.tactics.values()}


def all_tactics_cost(plan: Plan) -> Money:
    """Return what all tactics cost together, each with its money and its hours."""
    period = plan_period(plan)
    return _money(plan, sum((_tactic_amount(plan, t, period) for t in plan.tactics.values()), _NOTHING))


def cost_by_objective(plan: Plan) -> dict[str, Money]:
    """Return what the tactics of each objective cost, by its id.

    A tactic's cost is split by the stated shares. Objectives without one split what the others leave,
    evenly; shares that add up to more than the whole are brought down to it in proportion.
    """
    period = plan_period(plan)
    amounts = dict.fromkeys(plan.objectives, _NOTHING)
    for tactic in plan.tactics.values():
        amount = _tactic_amount(plan, tactic, period) if tactic.objectives else _NOTHING
        for objective, share in _shares(tactic.objectives):
            amounts[objective] += amount * share
    return {objective: _money(plan, amount) for objective, amount in amounts.items()}


def unassigned_cost(plan: Plan) -> Money:
    """Return what the tactics cost that no objective is charged with.

    Those are the tactics that serve none, and what stated shares leave over:

        unassigned = sum of each tactic's cost x (1 - its shares, at most 1)
    """
    period = plan_period(plan)
    amounts = (
        _tactic_amount(plan, tactic, period) * (1 - sum((s for _, s in _shares(tactic.objectives)), _NOTHING))
        for tactic in plan.tactics.values()
    )
    return _money(plan, max(_NOTHING, sum(amounts, _NOTHING)))


def lines_by_category(plan: Plan) -> dict[BudgetCategory, Money]:
    """Return the sum of the budget's lines for each category, those without a line included."""
    amounts = dict.fromkeys(BudgetCategory, _NOTHING)
    for line in plan.budget_lines.values():
        amounts[line.category] += _NOTHING if line.amount is None else line.amount.amount
    return {category: _money(plan, amount) for category, amount in amounts.items()}


def _hours_worked(plan: Plan) -> Decimal:
    period = plan_period(plan)
    if period is None:
        return _NOTHING
    tactics = sum((_tactic_hours(tactic, period) for tactic in plan.tactics.values()), _NOTHING)
    listening = sum((source.hours or _NOTHING for source in plan.listening.values()), _NOTHING)
    return tactics + listening * _weeks(period) + sum(_new_answering(plan, period), _NOTHING)


def _new_answering(plan: Plan, period: Span) -> Iterator[Decimal]:
    for channel in plan.channels.values():
        days = None if channel.existing else within(period, channel.opens_on, None)
        if days is not None:
            yield answering_hours(channel) * _weeks(days)


def _tactic_hours(tactic: Tactic, period: Span) -> Decimal:
    days = within(period, tactic.starts_on, tactic.ends_on)
    return _NOTHING if days is None or tactic.hours is None else tactic.hours * _weeks(days)


def _tactic_amount(plan: Plan, tactic: Tactic, period: Span | None) -> Decimal:
    money = _NOTHING if tactic.cost is None else tactic.cost.amount
    return money if period is None else money + _tactic_hours(tactic, period) * _rate(plan)


def _shares(servings: tuple[Serving, ...]) -> Iterator[tuple[str, Decimal]]:
    stated = sum((serving.share for serving in servings if serving.share is not None), _NOTHING)
    open_ones = sum(serving.share is None for serving in servings)
    rest = max(_NOTHING, 1 - stated) / open_ones if open_ones else _NOTHING
    for serving in servings:
        yield serving.objective, rest if serving.share is None else serving.share / max(stated, Decimal(1))


def _weeks(days: Span) -> Decimal:
    return Decimal((days[1] - days[0] + timedelta(days=1)).days) / 7


def _rate(plan: Plan) -> Decimal:
    rate = plan.the_brief.hourly_rate
    return _NOTHING if rate is None else rate.amount


def _sum(amounts: Iterator[Money | None]) -> Decimal:
    return sum((amount.amount for amount in amounts if amount is not None), _NOTHING)


def _money(plan: Plan, amount: Decimal) -> Money:
    return Money(amount.quantize(Decimal("0.01")), plan.the_brief.currency)
