"""What the plan costs, for which objective, and what was approved."""

from collections.abc import Iterator

from planner.analysis.budget import CostSummary, cost_by_objective, planned_cost
from planner.document.blocks import Block, Cell, Chart, Column, Mark, Marked, Named, Table
from planner.document.chapters.common import Contents, column, quiet, section, table_or_quiet
from planner.document.source import Source
from planner.document.wording import NOTHING, rounded, shown
from planner.model.format import format_number, money
from planner.model.records_purpose import BudgetLine
from planner.model.values import Money

_LINE_COLUMNS = (
    column("budget_lines", "name"),
    column("budget_lines", "category", whole=True),
    column("budget_lines", "bought_on", whole=True),
    column("budget_lines", "amount", number=True),
)
_PART_COLUMNS = (Column("Planned cost"), Column("Amount", "right", whole=True))
_OBJECTIVE_COLUMNS = (
    column("objectives", "name"),
    Column("Cost of its tactics", "right", whole=True),
    column("objectives", "value", number=True),
    Column("Worth over cost", "right", whole=True),
)


def budget(source: Source) -> Contents:
    """Write the chapter on the budget."""
    cost = planned_cost(source.plan)
    blocks = (
        *section("Planned and approved", _parts(source, cost)),
        *_chart(cost),
        *section("Budget lines", _lines(source, cost)),
        *section("Cost by objective", _by_objective(source)),
    )
    return Contents(_finding(cost), blocks)


def _parts(source: Source, cost: CostSummary) -> Block:
    if not cost.total.amount:
        return quiet(f"Nothing in the plan costs anything yet. {_approval(source, cost)}")
    rate = source.plan.the_brief.hourly_rate
    worked = (
        f"{format_number(cost.worked, 0)} hours at {money(rate)}"
        if rate
        else "the plan states no hourly rate"
    )
    rows: tuple[tuple[Cell, ...], ...] = (
        (Named("Budget lines"), money(cost.lines)),
        (Named("Tactics", "Money beyond hours and budget lines"), money(cost.tactics)),
        (Named("Experience fixes"), money(cost.fixes)),
        (Named("People's hours", worked), money(cost.hours)),
        (Named("Planned cost"), money(cost.total)),
    )
    return Table(_PART_COLUMNS, rows, total=True, note=_approval(source, cost))


def _chart(cost: CostSummary) -> Iterator[Block]:
    if cost.total.amount:
        yield Chart("budget", "What the cost consists of")


def _approval(source: Source, cost: CostSummary) -> str:
    released = source.plan.the_budget
    if released.approved is None:
        return "No budget is approved yet."
    by = f" by {source.name(released.approved_by)}" if released.approved_by else ""
    on = f" on {shown(released.approved_on)}" if released.approved_on else ""
    return f"{money(released.approved)} was approved{by}{on}. {_balance(cost, released.approved)}"


def _balance(cost: CostSummary, approved: Money) -> str:
    if cost.over:
        return f"The plan costs {money(cost.over)} more than that."
    left = Money(approved.amount - cost.total.amount, approved.currency)
    return f"{money(left)} is left." if left.amount else "All of it is planned."


def _lines(source: Source, cost: CostSummary) -> Block:
    lines = source.plan.budget_lines.values()
    if not lines:
        return table_or_quiet(_LINE_COLUMNS, (), "The budget has no line yet.")
    total: tuple[Cell, ...] = (Named("All lines"), "", "", money(cost.lines))
    return Table(_LINE_COLUMNS, (*(_line(source, line) for line in lines), total), total=True)


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
    return table_or_quiet(_OBJECTIVE_COLUMNS, rows, "There is no objective to which cost could be counted.")


def _worth(value: Money | None, cost: Money) -> Cell:
    """Return how many times its cost an objective is worth; worth less than it costs is marked."""
    if value is None or not cost.amount:
        return NOTHING
    times = f"{format_number(value.amount / cost.amount, 1)} times"
    return times if value.amount >= cost.amount else Marked(times, Mark.AT_RISK)


def _finding(cost: CostSummary) -> str:
    if cost.approved is None:
        planned = (
            f"{money(rounded(cost.total))} is planned" if cost.total.amount else "Nothing costs anything yet"
        )
        return f"{planned}, and no budget is approved"
    if cost.over:
        return f"The plan costs {money(rounded(cost.over))} more than was approved"
    return f"{money(rounded(cost.total))} is planned of {money(cost.approved)} approved"
