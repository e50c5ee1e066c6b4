from datetime import date
from decimal import Decimal

import msgspec
from hypothesis import given, settings

from planner.analysis.budget import all_tactics_cost, cost_by_objective, planned_cost, unassigned_cost
from planner.analysis.worth import worth_of_objectives
from planner.editing.verbs import add, change
from planner.model.plan import empty_plan
from planner.model.records_purpose import Brief, BudgetLine
from planner.model.records_work import Objective, Serving, Tactic
from planner.model.values import Money
from tests.strategies import plans


def euros(amount):
    return Money(Decimal(amount), "EUR")


def plan():
    """Two objectives worth 10,000 and 100; a shared tactic of 1,000, one of 500 for nothing, 300 of lines."""
    found = empty_plan()
    brief = Brief(starts_on=date(2027, 1, 4), ends_on=date(2027, 12, 31))
    found = msgspec.structs.replace(found, brief={"brief": brief})
    for record in (
        Objective(id="big", value=euros(10_000)),
        Objective(id="small", value=euros(100)),
        Objective(id="unknown"),
        Tactic(
            id="shared",
            cost=euros(1_000),
            objectives=(Serving("big", Decimal("0.5")), Serving("small", Decimal("0.3"))),
        ),
        Tactic(id="adrift", cost=euros(500)),
        BudgetLine(id="line", amount=euros(300)),
    ):
        found = add(found, record).plan
    return found


def test_costs_and_worths_as_worked_by_hand():
    summary = worth_of_objectives(plan())
    big, small, unknown = summary.objectives
    assert (big.cost, big.worth_per_cost, big.is_worth_less) == (euros("500.00"), 20, False)
    assert (small.cost, round(small.worth_per_cost, 3), small.is_worth_less) == (
        euros("300.00"),
        Decimal("0.333"),
        True,
    )
    assert (unknown.cost, unknown.worth, unknown.worth_per_cost, unknown.is_worth_less) == (
        euros("0.00"),
        None,
        None,
        False,
    )
    assert (big.tactics, big.shared) == (1, 1)


def test_what_no_objective_is_charged_with_is_told():
    """A fifth of the shared tactic is left over, and one tactic serves nothing: 200 + 500."""
    summary = worth_of_objectives(plan())
    assert summary.unassigned == euros("700.00")
    assert summary.elsewhere == euros("300.00")


def test_shares_that_add_up_to_more_than_the_whole_leave_nothing_over():
    shares = (Serving("big", Decimal("0.9")), Serving("small", Decimal("0.9")))
    assert unassigned_cost(change(plan(), "shared", "objectives", shares).plan) == euros("500.00")


@settings(max_examples=60)
@given(plans())
def test_all_cost_is_told_once(found):
    summary = worth_of_objectives(found)
    objectives = sum(cost.amount for cost in cost_by_objective(found).values())
    parts = objectives + summary.unassigned.amount
    cents = Decimal("0.01") * (len(summary.objectives) + 2)
    assert abs(parts - all_tactics_cost(found).amount) <= cents
    assert parts + summary.elsewhere.amount - planned_cost(found).total.amount <= cents
    assert summary.elsewhere.amount >= -cents
