"""Shorthand by which the rules' examples are made from the example plan, through the verbs."""

from typing import TypeAlias

from msgspec import Struct

from planner.editing.verbs import add, change, remove
from planner.model.plan import Plan
from planner.truths.example_plan import example_plan

Step: TypeAlias = Struct | tuple[str, str, object] | str
"""A record to add; an id, a field and its new value; or the id of a record to remove."""


def example_with(*steps: Step) -> Plan:
    """Return the example plan after some edits, made one after the other."""
    plan = example_plan()
    for step in steps:
        match step:
            case str():
                plan = remove(plan, [step]).plan
            case (str() as record_id, str() as name, value):
                plan = change(plan, record_id, name, value).plan
            case Struct():
                plan = add(plan, step).plan
    return plan
