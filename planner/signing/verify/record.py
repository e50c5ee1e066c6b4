"""What a plan's own file records of its signatures."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from planner.files.endings import PLAN_ENDING
from planner.model.plan import Plan
from planner.model.records_signoff import Approval
from planner.signoff.approvals import standing_approval
from planner.store.workspace import load_plan

if TYPE_CHECKING:  # SQLAlchemy is slow to import
    from planner.store.plan_file import PlanFile


@dataclass(frozen=True, slots=True)
class PlanRecord:
    """A plan and what its file keeps of signed revisions.

    Attributes:
        plan: as it is now.
        archived: number of each signed revision whose content the file keeps, by its fingerprint.
        filed: for each document that the file keeps, its SHA-256 and the fingerprint of its revision.
        signed_copy: the document that keys signed for the plan as it is now; empty where there is none.
    """

    plan: Plan
    archived: Mapping[str, int]
    filed: Mapping[str, str] = field(default_factory=dict)
    signed_copy: bytes = field(default=b"", repr=False)

    def revision_of(self, fingerprint: str) -> int | None:
        """Return the number of the signed revision with a fingerprint; None where the record has none."""
        return self.archived.get(fingerprint)

    def approval_of(self, approver_id: str, fingerprint: str) -> Approval | None:
        """Return an approver's last decision about the plan with a fingerprint."""
        return standing_approval(self.plan, approver_id, fingerprint)


def load_record(path: Path) -> PlanRecord:
    """Read a plan's record; the file is not changed.

    Args:
        path: a `.tcplan` or `.json`; the latter records the signed revisions without their content.

    Raises:
        PlanError: it is not there, is no plan, or this process has it open.
    """
    if path.suffix.lower() != PLAN_ENDING:
        plan = load_plan(path)
        return PlanRecord(plan, {one.fingerprint: one.number for one in plan.signed_revisions.values()})
    from planner.store.opening import open_plan  # noqa: PLC0415 - SQLAlchemy is slow to import
    from planner.store.plan_file import PlanFile  # noqa: PLC0415 - as above

    with PlanFile(path, open_plan(path, to_write=False)) as file:
        return record_of(file)


def record_of(file: "PlanFile") -> PlanRecord:
    """Return the record of a plan file that is open here."""
    return PlanRecord(
        file.plan,
        {one.fingerprint: one.number for one in file.revisions()},
        {hashlib.sha256(file.content_of(one.number)).hexdigest(): one.fingerprint for one in file.filed()},
        file.signed_copy(),
    )
