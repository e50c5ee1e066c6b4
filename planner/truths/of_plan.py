"""The truths of a plan: those of the catalogue, and those of the house that the plan brings with it.

Whatever lists truths or looks one up for a plan asks here, so that both stand everywhere side by side.
"""

from collections.abc import Mapping

from planner.model.plan import Plan
from planner.truths.catalogue import rules
from planner.truths.house.rules import house_rule, house_rules
from planner.truths.registry import Check, Rule


def rules_of(plan: Plan) -> Mapping[str, tuple[Rule, Check]]:
    """Return every rule for a plan with its check, by id: the catalogue's, then those of the house."""
    return {**rules(), **house_rules(plan)} if plan.house_truths else rules()


def rule_of(plan: Plan, rule_id: str) -> Rule | None:
    """Return the rule with an id; None where neither the catalogue nor the plan has one."""
    known = rules().get(rule_id)
    return house_rule(plan, rule_id) if known is None else known[0]


def title_of(plan: Plan, rule_id: str) -> str:
    """Return a rule's title; its id where there is no such rule, as in a plan from a later version."""
    found = rule_of(plan, rule_id)
    return rule_id if found is None else found.title
