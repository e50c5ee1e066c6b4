from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.analysis.budget import (
    cost_by_objective,
    lines_by_category,
    planned_cost,
    tactic_cost,
    tactic_costs,
)
from planner.model.plan import Plan
from planner.model.records_experience import Channel, ExperienceIssue, ListeningSource
from planner.model.records_purpose import Brief, Budget, BudgetLine
from planner.model.records_work import Objective, Serving, Tactic
from planner.model.values import Money
from planner.model.vocabulary import BudgetCategory


def euros(amount):
    return Money(Decimal(amount), "EUR")


def plan_of(*, days=70, rate="10", approved=None, **tables):
    """Return a plan of ten weeks (70 days from 4 January 2027) with the records given."""
    last = date.fromordinal(date(2027, 1, 4).toordinal() + days - 1)
    brief = Brief(starts_on=date(2027, 1, 4), ends_on=last, hourly_rate=None if rate is None else euros(rate))
    budget = Budget(approved=None if approved is None else euros(approved))
    by_id = {key: {record.id: record for record in records} for key, records in tables.items()}
    return Plan(plan_id="0" * 32, brief={"brief": brief}, budget={"budget": budget}, **by_id)


def test_the_total_is_lines_tactics_fixes_and_hours():
    plan = plan_of(
        approved=1000,
        budget_lines=[BudgetLine(id="line", amount=euros("100.50")), BudgetLine(id="open")],
        tactics=[Tactic(id="tactic", hours=Decimal(3), cost=euros(200))],
        issues=[ExperienceIssue(id="issue", cost=euros(50))],
        listening=[ListeningSource(id="source", hours=Decimal(2))],
    )
    cost = planned_cost(plan)
    assert (cost.lines, cost.tactics, cost.fixes) == (euros("100.50"), euros(200), euros(50))
    assert cost.worked == 3 * 10 + 2 * 10
    assert cost.hours == euros(500)
    assert (cost.total, cost.over) == (euros("850.50"), None)


@pytest.mark.parametrize(("approved", "over"), [(500, euros("0.50")), ("500.50", None), (None, None)])
def test_over_is_what_the_total_exceeds_the_approved_amount_by(approved, over):
    plan = plan_of(approved=approved, budget_lines=[BudgetLine(id="line", amount=euros("500.50"))])
    assert planned_cost(plan).over == over


def test_a_tactic_counts_for_its_days_within_the_plan_a_part_of_a_week_in_part():
    tactic = Tactic(id="t", hours=Decimal(7), starts_on=date(2027, 1, 1), ends_on=date(2027, 1, 6))
    plan = plan_of(tactics=[tactic])
    assert planned_cost(plan).worked == 3  # 4, 5 and 6 January: three sevenths of 7 h
    assert tactic_cost(plan, tactic) == euros(30)
    assert tactic_costs(plan) == {"t": euros(30)}


def test_only_answering_on_channels_that_the_plan_opens_is_its_cost():
    figures = {"interactive": True, "messages": 60, "minutes": Decimal(5)}
    old = Channel(id="old", **figures)
    new = Channel(id="new", existing=False, opens_on=date(2027, 2, 8), **figures)
    assert planned_cost(plan_of(channels=[old])).worked == 0
    assert planned_cost(plan_of(channels=[old, new])).worked == 25  # 5 h a week from the sixth week on


def test_without_a_rate_or_dates_hours_cost_nothing():
    tactics = [Tactic(id="tactic", hours=Decimal(3))]
    assert planned_cost(plan_of(rate=None, tactics=tactics)).total == euros(0)
    undated = Plan(plan_id="0" * 32, tactics={"tactic": tactics[0]})
    assert planned_cost(undated).worked == 0


def test_a_cost_is_split_by_shares_and_what_they_leave_evenly():
    servings = (Serving("a", Decimal("0.5")), Serving("b"), Serving("c"))
    tactics = [Tactic(id="t", cost=euros(200), objectives=servings)]
    plan = plan_of(tactics=tactics, objectives=[Objective(id=name) for name in "abcd"])
    assert cost_by_objective(plan) == {"a": euros(100), "b": euros(50), "c": euros(50), "d": euros(0)}


def test_shares_above_the_whole_are_brought_down_to_it():
    servings = (Serving("a", Decimal("0.9")), Serving("b", Decimal("0.6")), Serving("c"))
    tactics = [Tactic(id="t", cost=euros(150), objectives=servings)]
    plan = plan_of(tactics=tactics, objectives=[Objective(id=name) for name in "abc"])
    assert cost_by_objective(plan) == {"a": euros(90), "b": euros(60), "c": euros(0)}


@given(st.lists(st.none() | st.decimals(0, 1, places=2), min_size=1, max_size=5))
def test_no_split_spends_more_than_the_cost(shares):
    servings = tuple(Serving(f"o{n}", share) for n, share in enumerate(shares))
    objectives = [Objective(id=serving.objective) for serving in servings]
    plan = plan_of(tactics=[Tactic(id="t", cost=euros(100), objectives=servings)], objectives=objectives)
    total = sum(amount.amount for amount in cost_by_objective(plan).values())
    assert total <= 100 + Decimal("0.05")
    if None in shares:
        assert abs(total - 100) <= Decimal("0.05")


def test_lines_are_summed_by_category():
    lines = [
        BudgetLine(id="a", category=BudgetCategory.TOOLS, amount=euros(10)),
        BudgetLine(id="b", category=BudgetCategory.TOOLS, amount=euros(5)),
        BudgetLine(id="c", category=BudgetCategory.MEDIA),
    ]
    sums = lines_by_category(plan_of(budget_lines=lines))
    assert (sums[BudgetCategory.TOOLS], sums[BudgetCategory.MEDIA]) == (euros(15), euros(0))
    assert set(sums) == set(BudgetCategory)
