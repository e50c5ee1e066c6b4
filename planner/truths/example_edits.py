"""Shorthand by which the rules' examples are made from the example plan, through the verbs."""

from planner.model.plan import Plan
from planner.truths.example_plan import example_plan
from planner.truths.steps import EditStep, after_steps


def example_with(*steps: EditStep) -> Plan:
    """Return the example plan after some edits, made one after the other."""
    return after_steps(example_plan(), steps)
