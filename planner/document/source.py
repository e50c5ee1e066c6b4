"""What the chapters are written from: the plan, what the truths found in it, and the day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from planner.model.fingerprint import fingerprint
from planner.model.plan import Plan, display_name
from planner.model.records_experience import ExperienceIssue
from planner.model.records_signoff import Approval
from planner.model.vocabulary import PUSH_KINDS, FixStatus, Severity
from planner.signoff.approvals import standing_approval
from planner.truths.findings import Report


@dataclass(frozen=True)
class Source:
    """One plan's document's facts; what several chapters need is worked out once.

    Attributes:
        plan: the plan.
        findings: what the truths found in exactly this plan on that day.
        today: the day on which the document is made.
        signed: the plan as it was signed before, where that is at hand.
    """

    plan: Plan
    findings: Report
    today: date
    signed: Plan | None = None

    @cached_property
    def digest(self) -> str:
        """The plan's fingerprint, 64 hexadecimal digits."""
        return fingerprint(self.plan)

    @cached_property
    def names(self) -> dict[str, str]:
        """What each record is called, by id."""
        return {record.id: display_name(record) for _, record in self.plan.everything()}

    def name(self, record_id: str | None) -> str:
        """Return what a linked record is called; "" where the link is empty."""
        return self.names.get(record_id or "", "")

    def names_of(self, record_ids: Iterable[str]) -> Iterator[str]:
        """Yield what linked records are called."""
        return (self.name(record_id) for record_id in record_ids)

    @cached_property
    def first_push(self) -> date | None:
        """The day on which the first tactic that publishes or promotes starts."""
        starts = (t.starts_on for t in self.plan.tactics.values() if t.kind in PUSH_KINDS and t.starts_on)
        return min(starts, default=None)

    @cached_property
    def open_issues(self) -> tuple[ExperienceIssue, ...]:
        """The experience issues that are not fixed."""
        return tuple(issue for issue in self.plan.issues.values() if issue.status is not FixStatus.DONE)

    @cached_property
    def late_critical(self) -> tuple[ExperienceIssue, ...]:
        """The critical issues that are still open when the first push starts; none without a push."""
        if self.first_push is None:
            return ()
        early = {issue.id for issue in self.early_fixes}
        return tuple(i for i in self.open_issues if i.severity is Severity.CRITICAL and i.id not in early)

    @cached_property
    def early_fixes(self) -> tuple[ExperienceIssue, ...]:
        """The fixes that are done, or due on the first push's day or before it."""
        push = self.first_push
        return tuple(
            issue
            for issue in self.plan.issues.values()
            if issue.status is FixStatus.DONE or (push and issue.fix_due and issue.fix_due <= push)
        )

    @cached_property
    def signed_before(self) -> int | None:
        """The number of the last revision that was signed and is not this very plan."""
        others = (s.number for s in self.plan.signed_revisions.values() if s.fingerprint != self.digest)
        return max(others, default=None)

    def approval(self, approver_id: str) -> Approval | None:
        """Return an approver's decision about exactly this plan, or None."""
        return standing_approval(self.plan, approver_id, self.digest)
