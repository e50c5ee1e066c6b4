"""Edits as plain values: what an example or a fix does to a plan, taken one after the other by the verbs."""

from collections.abc import Iterable
from typing import TypeAlias

from planner.editing.verbs import add, change, remove
from planner.model.plan import Plan
from planner.model.record import Record

EditStep: TypeAlias = Record | tuple[str, str, object] | str
"""A record to add; an id, a field and its new value; or the id of a record to remove."""


def after_steps(plan: Plan, steps: Iterable[EditStep]) -> Plan:
    """Return a plan after some edits, made one after the other.

    Raises:
        PlanError: one of them does not fit the plan.
    """
    for step in steps:
        match step:
            case str():
                plan = remove(plan, [step]).plan
            case (str() as record_id, str() as name, value):
                plan = change(plan, record_id, name, value).plan
            case Record():
                plan = add(plan, step).plan
    return plan
