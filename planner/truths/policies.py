"""When a policy is in force, and where."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.language import phrase
from planner.model.format import day
from planner.model.plan import Plan, display_name
from planner.model.records_experience import Policy
from planner.model.vocabulary import PolicyKind, PolicyStatus


def in_force(policy: Policy, on: date) -> bool:
    """Whether a policy is in force on a day: approved, and within its dates; it needs a first day."""
    if policy.status is not PolicyStatus.APPROVED or policy.in_force_from is None:
        return False
    return policy.in_force_from <= on and (policy.in_force_until is None or on <= policy.in_force_until)


class Lack(StrEnum):
    """Why a policy is not in force on a day."""

    DRAFT = "draft"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    UNDATED = "undated"
    LATER = "later"


STARTS_WITHOUT: Mapping[Lack, str] = {
    Lack.DRAFT: phrase("“{policy}” is only a draft, and “{tactic}” starts on “{channel}” on {start}."),
    Lack.WITHDRAWN: phrase("“{policy}” was withdrawn, and “{tactic}” starts on “{channel}” on {start}."),
    Lack.ENDED: phrase(
        "“{policy}” is in force only until {policy_day}, and “{tactic}” starts on “{channel}” on {start}."
    ),
    Lack.UNDATED: phrase("“{policy}” has no first day, and “{tactic}” starts on “{channel}” on {start}."),
    Lack.LATER: phrase(
        "“{policy}” is in force only from {policy_day}, and “{tactic}” starts on “{channel}” on {start}."
    ),
}
"""What is said of a tactic that starts on a channel meanwhile."""

PUBLIC_WITHOUT: Mapping[Lack, str] = {
    Lack.DRAFT: phrase("“{policy}” is only a draft, and “{tactic}” is public."),
    Lack.WITHDRAWN: phrase("“{policy}” was withdrawn, and “{tactic}” is public."),
    Lack.ENDED: phrase("“{policy}” is in force only until {policy_day}, and “{tactic}” is public."),
    Lack.UNDATED: phrase("“{policy}” has no first day, and “{tactic}” is public."),
    Lack.LATER: phrase("“{policy}” is in force only from {policy_day}, and “{tactic}” is public."),
}
"""What is said of a public tactic meanwhile."""

PUBLIC_FROM_WITHOUT: Mapping[Lack, str] = {
    Lack.DRAFT: phrase("“{policy}” is only a draft, and “{tactic}” is public from {start}."),
    Lack.WITHDRAWN: phrase("“{policy}” was withdrawn, and “{tactic}” is public from {start}."),
    Lack.ENDED: phrase(
        "“{policy}” is in force only until {policy_day}, and “{tactic}” is public from {start}."
    ),
    Lack.UNDATED: phrase("“{policy}” has no first day, and “{tactic}” is public from {start}."),
    Lack.LATER: phrase(
        "“{policy}” is in force only from {policy_day}, and “{tactic}” is public from {start}."
    ),
}
"""What is said of one that is public from a day on."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """What is the matter with a policy that is not in force on a day.

    Attributes:
        field: what would have to change.
        lack: why it is not in force.
        params: what the messages above name of the policy.
    """

    field: str
    lack: Lack
    params: dict[str, str]


def shortfall(policy: Policy, on: date) -> Shortfall:
    """Return why a policy is not in force on a day.

    Args:
        policy: a policy that is not in force on that day.
        on: the day.
    """
    name, first, last = {"policy": display_name(policy)}, policy.in_force_from, policy.in_force_until
    if policy.status is PolicyStatus.DRAFT:
        return Shortfall("status", Lack.DRAFT, name)
    if policy.status is not PolicyStatus.APPROVED:
        return Shortfall("status", Lack.WITHDRAWN, name)
    if last is not None and last < on:
        return Shortfall("in_force_until", Lack.ENDED, {**name, "policy_day": day(last)})
    if first is None:
        return Shortfall("in_force_from", Lack.UNDATED, name)
    return Shortfall("in_force_from", Lack.LATER, {**name, "policy_day": day(first)})


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
