"""`truecourse sign`: an approver's decision about a plan, by role and name."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from planner.commands.output import Exit, say
from planner.editing.verbs import is_signed
from planner.errors import PlanError
from planner.model.plan import Plan
from planner.model.vocabulary import ApproverRole, Verdict
from planner.signoff.approvals import Decision, decide, outstanding
from planner.signoff.fingerprint import fingerprint, short_fingerprint
from planner.store.workspace import edit_plan, load_plan
from planner.truths.engine import check_plan


@dataclass(frozen=True, slots=True)
class Signature:
    """What was given on the command line.

    Attributes:
        role: value of an `ApproverRole`.
        name: the approver's name, as it stands in the plan.
        verdict: what they decide.
        reason: their reason or conditions.
    """

    role: ApproverRole
    name: str
    verdict: Verdict = Verdict.ACCEPT
    reason: str = ""


def sign(path: Path, signature: Signature, today: date) -> Exit:
    """Record a decision in the plan, and say what is still missing.

    Raises:
        PlanError: the plan can't be read or written, or may not be approved.
    """
    plan = load_plan(path)
    decision = Decision(
        approver=_approver_id(plan, signature),
        verdict=signature.verdict,
        signed_name=signature.name,
        at=datetime.now(UTC),
        reason=signature.reason,
    )
    after = edit_plan(path, lambda current: decide(current, check_plan(current, today), decision))
    say(*_outcome(after, signature))
    return Exit.OK


def _approver_id(plan: Plan, signature: Signature) -> str:
    candidates = [a for a in plan.approvers.values() if a.role is signature.role]
    if not candidates:
        msg = f"The plan names nobody as {signature.role.label.lower()}."
        raise PlanError(msg, hint="Name the approvers on the page Truths and sign-off.")
    names = [plan.name_of(a.person).casefold() for a in candidates]
    wanted = signature.name.casefold()
    return candidates[names.index(wanted) if wanted in names else 0].id


def _outcome(plan: Plan, signature: Signature) -> list[str]:
    printed = short_fingerprint(fingerprint(plan))
    if is_signed(plan):
        return [f"Revision {plan.revision} is signed. Plan fingerprint {printed}."]
    waiting = ", ".join(a.role.label.lower() for a in outstanding(plan))
    return [f"Recorded: {signature.verdict.label.lower()}. Still to accept: {waiting}."]
