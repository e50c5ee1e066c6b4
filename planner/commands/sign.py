"""`truecourse sign`: an approver's decision about a plan, by role and name, with a key or without."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from planner.commands.output import Exit, tell
from planner.commands.passphrases import ask
from planner.editing.revision import is_signed
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.language import say
from planner.model.fingerprint import fingerprint, short_fingerprint
from planner.model.format import in_sentence
from planner.model.plan import Plan
from planner.model.records_signoff import Approver
from planner.model.vocabulary import ApproverRole, SigningWay, Verdict
from planner.signoff.approvals import Decision, decide, outstanding
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
        key: the identity to sign with; None for a decision without a key.
        out: where the signed document goes as well; it is kept in the plan anyhow.
    """

    role: ApproverRole
    name: str
    verdict: Verdict = Verdict.ACCEPT
    reason: str = ""
    key: Path | None = None
    out: Path | None = None


def sign(path: Path, signature: Signature, today: date) -> Exit:
    """Record a decision in the plan, and say what is still missing.

    Raises:
        PlanError: the plan can't be read or written, may not be approved, or the key can't be used.
    """
    plan = load_plan(path)
    approver = _approver(plan, signature)
    decision = Decision(
        approver=approver.id,
        verdict=signature.verdict,
        signed_name=signature.name,
        at=datetime.now(UTC),
        reason=signature.reason,
        way=_way(approver, signature),
    )
    if signature.key is None:
        after = edit_plan(path, lambda current: decide(current, check_plan(current, today), decision))
    else:
        after = edit_plan(path, _by_key(path, signature, signature.key, decision, today))
    tell(*_outcome(after, signature))
    return Exit.OK


def _by_key(
    path: Path, signature: Signature, key: Path, decision: Decision, today: date
) -> Callable[[Plan], Edit]:
    from planner.files.atomic import write_atomically  # noqa: PLC0415 - only where needed
    from planner.signing.ceremony import sign_with_key  # noqa: PLC0415 - heavy; only where needed
    from planner.signing.identity import load_identity  # noqa: PLC0415 - heavy; only where needed
    from planner.store.workspace import load_signed_copy  # noqa: PLC0415 - only where needed

    identity = load_identity(key, ask())
    earlier = load_signed_copy(path)

    def edit(current: Plan) -> Edit:
        report = check_plan(current, today)
        made = sign_with_key(current, report, decision, identity, earlier, today=today)
        if signature.out is not None:
            write_atomically(signature.out, made.files[0].content)
        return made

    return edit


def _way(approver: Approver, signature: Signature) -> SigningWay:
    if signature.key is not None:
        return SigningWay.DIGITAL
    return SigningWay.PAPER if approver.way is SigningWay.PAPER else SigningWay.TYPED


def _approver(plan: Plan, signature: Signature) -> Approver:
    candidates = [a for a in plan.approvers.values() if a.role is signature.role]
    if not candidates:
        msg = say("The plan names nobody as {role}.", role=in_sentence(signature.role.label))
        raise PlanError(msg, hint=say("Name the approvers on the page Truths and sign-off."))
    names = [plan.name_of(a.person).casefold() for a in candidates]
    wanted = signature.name.casefold()
    return candidates[names.index(wanted) if wanted in names else 0]


def _outcome(plan: Plan, signature: Signature) -> list[str]:
    printed = short_fingerprint(fingerprint(plan))
    if is_signed(plan):
        return [
            say(
                "Revision {number} is signed. Plan fingerprint {fingerprint}.",
                number=str(plan.revision),
                fingerprint=printed,
            )
        ]
    waiting = say(", ").join(in_sentence(a.role.label) for a in outstanding(plan))
    verdict = in_sentence(signature.verdict.label)
    return [say("Recorded: {verdict}. Still to accept: {roles}.", verdict=verdict, roles=waiting)]
