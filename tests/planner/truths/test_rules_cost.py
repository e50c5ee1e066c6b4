from decimal import Decimal

import pytest

from planner.model.records_purpose import BudgetLine
from planner.model.values import Money
from planner.model.vocabulary import BudgetCategory


def euros(amount):
    return Money(Decimal(amount), "EUR")


@pytest.mark.parametrize("cost", [None, euros(0)])
@pytest.mark.parametrize("hours", [None, Decimal(0)])
def test_nought_hours_and_nought_money_are_a_free_lunch(told, hours, cost):
    (finding,) = told("cost.free-lunch", ("weekday-letter", "hours", hours), ("weekday-letter", "cost", cost))
    assert (finding.subject, finding.field) == ("weekday-letter", "hours")


def test_either_hours_or_money_is_a_price(told):
    assert not told("cost.free-lunch", ("weekday-letter", "hours", None))
    assert not told("cost.free-lunch", ("weekday-letter", "cost", None))


def test_a_missing_budget_says_what_the_plan_costs(told):
    (finding,) = told("cost.no-budget", ("budget", "approved", None))
    assert finding.message == "No budget is approved, and the plan costs EUR 22,565."
    assert not told("cost.over-budget", ("budget", "approved", None))


def test_a_plan_may_cost_all_that_was_released_but_no_cent_more(told):
    assert not told("cost.over-budget", ("budget", "approved", euros(22_565)))
    (finding,) = told("cost.over-budget", ("budget", "approved", euros("22564.99")))
    assert "EUR 0.01 more than the approved EUR 22,564.99" in finding.message


def test_an_overrun_says_what_it_is_made_of(told):
    (finding,) = told("cost.over-budget", ("budget", "approved", euros(20_000)))
    assert finding.message == (
        "The plan costs EUR 22,565, EUR 2,565 more than the approved EUR 20,000: EUR 1,380 in budget lines, "
        "EUR 1,200 for tactics, EUR 1,800 for fixes and EUR 18,185 for 519.6 h of work."
    )


def test_parts_that_cost_nothing_are_not_named(told):
    bare = [("slow-bill", "cost", None), ("weekday-letter", "cost", None), ("brief", "hourly_rate", None)]
    (finding,) = told("cost.over-budget", *bare, ("budget", "approved", euros(1)))
    assert finding.message.endswith("approved EUR 1: EUR 1,380 in budget lines.")


def test_an_objective_that_costs_more_than_it_is_worth_names_the_dearest_tactic(told):
    (finding,) = told("cost.worth-less", ("weekday-guests", "value", euros(12_144)))
    assert "cost EUR 12,145, and reaching it is worth EUR 12,144" in finding.message
    assert "“Reply to reviews” costs most" in finding.remedy
    assert not told("cost.worth-less", ("weekday-guests", "value", euros(12_145)))


def test_without_a_stated_value_nothing_is_compared(told):
    assert not told("cost.worth-less", ("weekday-guests", "value", None))


def test_own_hours_count_as_money_for_people(told):
    tools = BudgetLine(id="more", name="Dashboard", category=BudgetCategory.TOOLS, amount=euros(18_605))
    assert not told("cost.tools-over-people", tools)  # 480 + 18,605 = 900 + 18,185
    (finding,) = told("cost.tools-over-people", tools, ("tool-line", "amount", euros(481)))
    assert finding.message.startswith("EUR 19,086 goes into tools, and EUR 19,085 into people")
    assert "Put off “Dashboard”" in finding.remedy
    assert told("cost.tools-over-people", tools, ("brief", "hourly_rate", None))
