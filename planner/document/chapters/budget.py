"""What the plan costs, for which objective, and what was approved."""

from collections.abc import Iterator

from planner.analysis.budget import CostSummary, cost_by_objective, planned_cost
from planner.document.blocks import Block, Cell, Chart, Column, Mark, Marked, Named, Table
from planner.document.chapters.common import Contents, column, quiet, section, table_or_quiet
from planner.document.source import Source
from planner.document.wording import NOTHING, rounded, shown
from planner.language import phrase, say
from planner.model.format import format_number, money
from planner.model.records_purpose import BudgetLine
from planner.model.values import Money

_APPROVED = {
    (True, True): phrase("{amount} was approved by {name} on {day}."),
    (True, False): phrase("{amount} was approved by {name}."),
    (False, True): phrase("{amount} was approved on {day}."),
    (False, False): phrase("{amount} was approved."),
}
"""How much was approved: whether it is known by whom, and on which day."""


def _line_columns() -> tuple[Column, ...]:
    return (
        column("budget_lines", "name"),
        column("budget_lines", "category", whole=True),
        column("budget_lines", "bought_on", whole=True),
        column("budget_lines", "amount", number=True),
    )


def _part_columns() -> tuple[Column, ...]:
    return (Column(say("Planned cost")), Column(say("Amount"), "right", whole=True))


def _objective_columns() -> tuple[Column, ...]:
    return (
        column("objectives", "name"),
        Column(say("Cost of its tactics"), "right", whole=True),
        column("objectives", "value", number=True),
        Column(say("Worth over cost"), "right", whole=True),
    )


def budget(source: Source) -> Contents:
    """Write the chapter on the budget."""
    cost = planned_cost(source.plan)
    blocks = (
        *section(say("Planned and approved"), _parts(source, cost)),
        *_chart(cost),
        *section(say("Budget lines"), _lines(source, cost)),
        *section(say("Cost by objective"), _by_objective(source)),
    )
    return Contents(_finding(cost), blocks)


def _parts(source: Source, cost: CostSummary) -> Block:
    if not cost.total.amount:
        return quiet(f"{say('Nothing in the plan costs anything yet.')} {_approval(source, cost)}")
    rate = source.plan.the_brief.hourly_rate
    worked = (
        say("{hours} hours at {rate}", hours=format_number(cost.worked, 0), rate=money(rate))
        if rate
        else say("the plan states no hourly rate")
    )
    rows: tuple[tuple[Cell, ...], ...] = (
        (Named(say("Budget lines")), money(cost.lines)),
        (Named(say("Tactics"), say("Money beyond hours and budget lines")), money(cost.tactics)),
        (Named(say("Experience fixes")), money(cost.fixes)),
        (Named(say("People's hours"), worked), money(cost.hours)),
        (Named(say("Planned cost")), money(cost.total)),
    )
    return Table(_part_columns(), rows, total=True, note=_approval(source, cost))


def _chart(cost: CostSummary) -> Iterator[Block]:
    if cost.total.amount:
        yield Chart("budget", say("What the cost consists of"))


def _approval(source: Source, cost: CostSummary) -> str:
    released = source.plan.the_budget
    if released.approved is None:
        return say("No budget is approved yet.")
    message = _APPROVED[bool(released.approved_by), bool(released.approved_on)]
    values = {
        "amount": money(released.approved),
        "name": source.name(released.approved_by),
        "day": shown(released.approved_on),
    }
    return f"{say(message, **values)} {_balance(cost, released.approved)}"


def _balance(cost: CostSummary, approved: Money) -> str:
    if cost.over:
        return say("The plan costs {amount} more than that.", amount=money(cost.over))
    left = Money(approved.amount - cost.total.amount, approved.currency)
    return say("{amount} is left.", amount=money(left)) if left.amount else say("All of it is planned.")


def _lines(source: Source, cost: CostSummary) -> Block:
    lines = source.plan.budget_lines.values()
    if not lines:
        return table_or_quiet(_line_columns(), (), say("The budget has no line yet."))
    total: tuple[Cell, ...] = (Named(say("All lines")), "", "", money(cost.lines))
    return Table(_line_columns(), (*(_line(source, line) for line in lines), total), total=True)


def _line(source: Source, line: BudgetLine) -> tuple[Cell, ...]:
    return (
        Named(source.name(line.id), line.note),
        shown(line.category),
        shown(line.bought_on),
        shown(line.amount),
    )


def _by_objective(source: Source) -> Block:
    costs = cost_by_objective(source.plan)
    rows = (
        (
            Named(source.name(objective.id)),
            money(rounded(costs[objective.id])),
            shown(objective.value),
            _worth(objective.value, costs[objective.id]),
        )
        for objective in source.plan.objectives.values()
    )
    return table_or_quiet(
        _objective_columns(), rows, say("There is no objective to which cost could be counted.")
    )


def _worth(value: Money | None, cost: Money) -> Cell:
    """Return how many times its cost an objective is worth; worth less than it costs is marked."""
    if value is None or not cost.amount:
        return NOTHING
    times = say("{number} times", number=format_number(value.amount / cost.amount, 1))
    return times if value.amount >= cost.amount else Marked(times, Mark.AT_RISK)


def _finding(cost: CostSummary) -> str:
    if cost.approved is None:
        if not cost.total.amount:
            return say("Nothing costs anything yet, and no budget is approved")
        return say("{amount} is planned, and no budget is approved", amount=money(rounded(cost.total)))
    if cost.over:
        return say("The plan costs {amount} more than was approved", amount=money(rounded(cost.over)))
    return say(
        "{amount} is planned of {approved} approved",
        amount=money(rounded(cost.total)),
        approved=money(cost.approved),
    )
