"""A small plan that keeps every truth; the rules' examples are made from it."""

from datetime import date

from planner.editing.verbs import add
from planner.model.plan import Plan
from planner.model.records_purpose import Person
from planner.model.vocabulary import Function, Seniority

EXAMPLE_DAY = date(2027, 1, 4)
"""The day on which the examples are checked."""


def example_plan() -> Plan:
    """Return the plan that keeps every truth on `EXAMPLE_DAY`."""
    plan = Plan(plan_id="0" * 32)
    boss = Person(
        id="boss", name="Managing director", level=Seniority.EXECUTIVE, function=Function.LEADERSHIP
    )
    return add(plan, boss).plan
