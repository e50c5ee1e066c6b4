"""What an edit does to the revision: a signed one is never edited, the edit begins the next."""

from collections.abc import Mapping
from typing import Any

import msgspec

from planner.model.fingerprint import fingerprint
from planner.model.kinds import Kind, kind_of
from planner.model.plan import Plan


def with_tables(plan: Plan, tables: Mapping[str, Mapping[str, Any]]) -> Plan:
    """Return the plan with whole mappings replaced; the base of every verb.

    Where the number of the present revision is signed and what it covers changes, the next one begins.
    """
    covered = any(kind_of(key).signed and _differ(plan.records(key), table) for key, table in tables.items())
    after = msgspec.structs.replace(plan, **tables)
    if covered and number_is_signed(plan):
        after = msgspec.structs.replace(after, revision=next_revision(plan))
    return after


def _differ(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Say whether two mappings hold other records or the same in another order."""
    return one != other or list(one) != list(other)


def with_records(plan: Plan, kind: Kind, changed: Mapping[str, Any]) -> Plan:
    """Return the plan with some records of a kind replaced, their order kept."""
    table = plan.records(kind)
    return with_tables(plan, {kind.key: {key: changed.get(key, record) for key, record in table.items()}})


def next_revision(plan: Plan) -> int:
    """Return the number after all that were signed."""
    return 1 + max((signed.number for signed in plan.signed_revisions.values()), default=0)


def number_is_signed(plan: Plan) -> bool:
    """Whether the number of the plan's revision was signed, under whatever content."""
    return any(signed.number == plan.revision for signed in plan.signed_revisions.values())


def is_signed(plan: Plan) -> bool:
    """Whether exactly this plan was signed (accepted by all its approvers).

    A plan from elsewhere may claim a signature of other content: the fingerprint decides.
    """
    claimed = {s.fingerprint for s in plan.signed_revisions.values() if s.number == plan.revision}
    return bool(claimed) and fingerprint(plan) in claimed
