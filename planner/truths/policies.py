"""When a policy is in force, and where."""

from collections.abc import Iterator
from datetime import date

from planner.model.plan import Plan
from planner.model.records_experience import Policy
from planner.model.vocabulary import PolicyKind, PolicyStatus


def in_force(policy: Policy, on: date) -> bool:
    """Whether a policy is in force on a day: approved, and within its dates; it needs a first day."""
    if policy.status is not PolicyStatus.APPROVED or policy.in_force_from is None:
        return False
    return policy.in_force_from <= on and (policy.in_force_until is None or on <= policy.in_force_until)


def policies_on(plan: Plan, kind: PolicyKind, channel: str | None) -> Iterator[Policy]:
    """Yield the policies of a kind, in force or not, that cover a channel.

    Args:
        plan: the plan.
        kind: what the policy settles.
        channel: id of a channel; None asks for policies that cover them all.
    """
    for policy in plan.policies.values():
        if policy.kind is kind and (not policy.channels or channel in policy.channels):
            yield policy
