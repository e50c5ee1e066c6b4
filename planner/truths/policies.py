"""When a policy is in force, and where."""

from collections.abc import Iterable, Iterator
from datetime import date

from planner.language import say
from planner.model.format import day
from planner.model.plan import Plan, display_name
from planner.model.records_experience import Policy
from planner.model.vocabulary import PolicyKind, PolicyStatus


def in_force(policy: Policy, on: date) -> bool:
    """Whether a policy is in force on a day: approved, and within its dates; it needs a first day."""
    if policy.status is not PolicyStatus.APPROVED or policy.in_force_from is None:
        return False
    return policy.in_force_from <= on and (policy.in_force_until is None or on <= policy.in_force_until)


def shortfall(policy: Policy, on: date) -> tuple[str, str]:
    """Say why a policy is not in force on a day.

    Args:
        policy: a policy that is not in force on that day.
        on: the day.

    Returns:
        The field that would have to change, and what is the matter with the policy, without a full stop.
    """
    name, first, last = display_name(policy), policy.in_force_from, policy.in_force_until
    if policy.status is PolicyStatus.DRAFT:
        return "status", say("“{policy}” is only a draft", policy=name)
    if policy.status is not PolicyStatus.APPROVED:
        return "status", say("“{policy}” was withdrawn", policy=name)
    if last is not None and last < on:
        return "in_force_until", say("“{policy}” is in force only until {day}", policy=name, day=day(last))
    if first is None:
        return "in_force_from", say("“{policy}” has no first day", policy=name)
    return "in_force_from", say("“{policy}” is in force only from {day}", policy=name, day=day(first))


def comes_into_force(policies: Iterable[Policy], after: date) -> date | None:
    """Return the first day after a given one on which one of some policies begins to be in force."""
    days = ((policy, policy.in_force_from) for policy in policies)
    return min((on for policy, on in days if on and on > after and in_force(policy, on)), default=None)


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
