"""Cost: nothing is free, and what is spent stands against what it brings (truths R1, S7)."""

from collections.abc import Iterator
from decimal import Decimal

from planner.analysis.budget import CostSummary, lines_by_category
from planner.analysis.worth import worth_of_objectives
from planner.language import say
from planner.model.format import hours, listing, money, quoted
from planner.model.plan import Plan, display_name
from planner.model.records_purpose import BudgetLine
from planner.model.values import Money
from planner.model.vocabulary import BudgetCategory, Weight
from planner.truths.example_edits import example_with
from planner.truths.example_plan import example_plan
from planner.truths.findings import PLAN
from planner.truths.look import Look
from planner.truths.registry import Example, Hit, Message, Rule, rule

_DASHBOARD = BudgetLine(
    id="dashboard",
    name="Dashboard for all networks",
    category=BudgetCategory.TOOLS,
    amount=Money(Decimal(25_000), "EUR"),
)


@rule(
    Rule(
        id="cost.free-lunch",
        level=Weight.STOP,
        claim="Every tactic has its price",
        reason=(
            "An account costs nothing; the people who look after it do. A tactic without hours or money is "
            "done by somebody who has no time for it, or not at all."
        ),
        sources=("R1",),
        applies_to="tactics",
        messages={
            "finding": Message(
                "“{name}” has neither hours nor cost, as if it were free.",
                "Estimate the hours a week of all who work on it, and what has to be paid beyond that.",
            )
        },
        breaks=Example(
            "The replies are to be written beside other work.",
            lambda: example_with(("answer-reviews", "hours", None)),
        ),
        keeps=Example("The replies take four hours a week.", example_plan),
    )
)
def free_lunch(look: Look) -> Iterator[Hit]:
    """Yield a hit for each tactic with neither hours nor money; nought counts as nothing."""
    for tactic in look.plan.tactics.values():
        if not tactic.hours and (tactic.cost is None or not tactic.cost.amount):
            yield Hit(tactic.id, "hours")


@rule(
    Rule(
        id="cost.no-budget",
        level=Weight.WARN,
        claim="Somebody has released a budget",
        reason=(
            "A plan for which nobody released money lives on goodwill and on hours stolen from other work, "
            "and stops when they run out."
        ),
        sources=("R1",),
        applies_to=PLAN,
        messages={
            "costly": Message(
                "No budget is approved, and the plan costs {total}.",
                "Have an amount released for the whole plan, and enter it with who approved it.",
            ),
            "finding": Message(
                "No budget is approved.",
                "Have an amount released for the whole plan, and enter it with who approved it.",
            ),
        },
        breaks=Example("Nobody has released any money.", lambda: example_with(("budget", "approved", None))),
        keeps=Example("The managing director has released EUR 30,000.", example_plan),
    )
)
def no_budget(look: Look) -> Iterator[Hit]:
    """Yield a hit where no amount is approved."""
    if look.plan.the_budget.approved is None:
        message = "costly" if look.cost.total.amount else "finding"
        yield Hit(field="budget.approved", message=message, params={"total": money(look.cost.total)})


@rule(
    Rule(
        id="cost.over-budget",
        level=Weight.STOP,
        claim="The plan costs no more than was released",
        reason=(
            "A plan that costs more than there is will be cut while it runs, where it hurts most: at the "
            "people who answer. Better to choose now."
        ),
        sources=("R1",),
        applies_to=PLAN,
        messages={
            "finding": Message(
                "The plan costs {total}, {over} more than the approved {approved}: {parts}.",
                "Cut or put off work worth {over}, or have the higher amount approved.",
            )
        },
        breaks=Example(
            "The managing director has released EUR 20,000, and the plan costs more.",
            lambda: example_with(("budget", "approved", Money(Decimal(20_000), "EUR"))),
        ),
        keeps=Example("The plan costs less than the EUR 30,000 released.", example_plan),
    )
)
def over_budget(look: Look) -> Iterator[Hit]:
    """Yield a hit where the planned cost is above the approved amount; the message says what it is."""
    cost = look.cost
    if cost.over is not None and cost.approved is not None:
        params = {
            "total": money(cost.total),
            "over": money(cost.over),
            "approved": money(cost.approved),
            "parts": _parts(cost),
        }
        yield Hit(field="budget.approved", params=params)


def _parts(cost: CostSummary) -> str:
    parts = (
        (cost.lines, say("{amount} in budget lines", amount=money(cost.lines))),
        (cost.tactics, say("{amount} for tactics", amount=money(cost.tactics))),
        (cost.fixes, say("{amount} for fixes", amount=money(cost.fixes))),
        (cost.hours, say("{amount} for {time} of work", amount=money(cost.hours), time=hours(cost.worked))),
    )
    return listing(words for amount, words in parts if amount.amount)


@rule(
    Rule(
        id="cost.worth-less",
        level=Weight.WARN,
        claim="An objective is worth what it costs",
        reason=(
            "Effort that costs more than its result is a hobby. It may still be right, but then for a "
            "reason that somebody should write down."
        ),
        sources=("R1",),
        applies_to="objectives",
        messages={
            "finding": Message(
                "The tactics for “{name}” cost {cost}, and reaching it is worth {value}.",
                "Find a cheaper way ({dearest} costs most), aim higher, or say why it is worth more.",
            )
        },
        breaks=Example(
            "Fuller tables are worth EUR 5,000 a year, and the work for them costs more.",
            lambda: example_with(("weekday-guests", "value", Money(Decimal(5_000), "EUR"))),
        ),
        keeps=Example("Fuller tables are worth several times what the work for them costs.", example_plan),
    )
)
def worth_less(look: Look) -> Iterator[Hit]:
    """Yield a hit for each objective whose tactics cost more than its expected value, where stated."""
    for each in worth_of_objectives(look.plan).objectives:
        if each.worth is not None and each.is_worth_less:
            dearest = _dearest(look, each.objective)
            params = {"cost": money(each.cost), "value": money(each.worth), "dearest": dearest}
            yield Hit(each.objective, "value", params=params)


def _dearest(look: Look, objective_id: str) -> str:
    costs, tactics = look.tactic_costs, look.tactics_by_objective[objective_id]
    return quoted(display_name(max(tactics, key=lambda tactic: costs[tactic.id].amount)))


@rule(
    Rule(
        id="cost.tools-over-people",
        level=Weight.WARN,
        claim="More goes into people than into tools",
        reason=(
            "A tool does what the people behind it can do. Money that goes into software instead of those "
            "who use it buys a faster way to be no better."
        ),
        sources=("S7",),
        applies_to=PLAN,
        messages={
            "finding": Message(
                "{tools} goes into tools, and {people} into people and training, hours included.",
                "Put off {dearest}, or put more into the people who will use it and their training.",
            )
        },
        breaks=Example(
            "A dashboard costs more than all the people who work for the plan.",
            lambda: example_with(_DASHBOARD),
        ),
        keeps=Example("The tool costs EUR 480, people and training many times that.", example_plan),
    )
)
def tools_over_people(look: Look) -> Iterator[Hit]:
    """Yield a hit where budget lines for tools are above those for people and training with all hours."""
    lines = lines_by_category(look.plan)
    tools = lines[BudgetCategory.TOOLS]
    spent = (lines[BudgetCategory.PEOPLE], lines[BudgetCategory.TRAINING], look.cost.hours)
    people = sum((part.amount for part in spent), Decimal(0))
    if tools.amount > people:
        params = {
            "tools": money(tools),
            "people": money(Money(people, tools.currency)),
            "dearest": _dearest_tool(look.plan),
        }
        yield Hit(field="budget_lines", params=params)


def _dearest_tool(plan: Plan) -> str:
    tools = [line for line in plan.budget_lines.values() if line.category is BudgetCategory.TOOLS]
    return quoted(display_name(max(tools, key=lambda line: line.amount.amount if line.amount else 0)))
