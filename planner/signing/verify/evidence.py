"""What a verdict is made from: what a document shows, and what this computer knows."""

from dataclasses import dataclass

from planner.language import say
from planner.model.format import in_sentence
from planner.model.records_signoff import Approval
from planner.model.vocabulary import SigningWay
from planner.model.vocabulary import Verdict as Decision
from planner.signing.known import KnownSigners, Meeting
from planner.signing.verify.facts import ApproverFacts, DocumentFacts, SignatureFacts
from planner.signing.verify.record import PlanRecord
from planner.signing.verify.tellings import Telling


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is weighed.

    Attributes:
        facts: what the document shows.
        sha256: of the file, in hexadecimal.
        known: the keys that were met before.
        record: the plan's own record, where a plan was given.
    """

    facts: DocumentFacts
    sha256: str
    known: KnownSigners
    record: PlanRecord | None

    @property
    def approvers(self) -> tuple[ApproverFacts, ...]:
        """Who approves the plan inside the document."""
        return self.facts.plan.approvers if self.facts.plan else ()

    @property
    def digital(self) -> tuple[ApproverFacts, ...]:
        """Those of them who sign digitally."""
        return tuple(one for one in self.approvers if one.way is SigningWay.DIGITAL)

    def signatures_of(self, approver: ApproverFacts) -> tuple[SignatureFacts, ...]:
        """Return the signatures in an approver's field; there should be one."""
        return tuple(one for one in self.facts.signatures if one.field == approver.field)

    def approver_of(self, signature: SignatureFacts) -> ApproverFacts | None:
        """Return the digital approver in whose field a signature stands."""
        return next((one for one in self.digital if one.field == signature.field), None)

    def signed_or_accepted(self, approver: ApproverFacts) -> bool:
        """Say whether an approver did what the plan asks for: signed in the PDF, or accepted another way."""
        if approver.way is SigningWay.DIGITAL:
            return bool(self.signatures_of(approver))
        return self.decision_of(approver) in {Decision.ACCEPT, Decision.CONDITIONS}

    def decision_of(self, approver: ApproverFacts) -> Decision | None:
        """Return an approver's decision by the plan inside, or else by the plan's own record."""
        if approver.decision is not None:
            return approver.decision
        approval = self.approval_of(approver)
        return approval.verdict if approval else None

    def approval_of(self, approver: ApproverFacts) -> Approval | None:
        """Return an approver's decision about the plan inside, as the plan's own record has it."""
        if self.record is None or self.facts.plan is None:
            return None
        return self.record.approval_of(approver.id, self.facts.plan.fingerprint)

    def is_recorded(self, signature: SignatureFacts) -> bool:
        """Say whether the plan's own record names a signature's key for the approver in whose field it is."""
        approver = self.approver_of(signature)
        approval = self.approval_of(approver) if approver else None
        return (
            approval is not None
            and bool(approval.certificate)
            and (approval.certificate == signature.certificate)
        )

    def meeting(self, signature: SignatureFacts) -> Meeting:
        """Say how a signature's key stands to the keys that were met before."""
        return self.known.meeting(self.name_of(signature), signature.certificate or "")

    def name_of(self, signature: SignatureFacts) -> str:
        """Return whose signature it should be by the plan, else whose the certificate says that it is."""
        approver = self.approver_of(signature)
        return (approver.name if approver else "") or signature.name or say("(no name)")

    def told_of(self, signature: SignatureFacts, telling: Telling) -> str:
        """Say something of a signature, with the name and the role, the name alone or the field."""
        approver = self.approver_of(signature)
        if approver:
            return say(telling.approver, name=approver.name, role=in_sentence(approver.role))
        if signature.name:
            return say(telling.signer, name=signature.name)
        return say(telling.field, field=signature.field)


def who(approver: ApproverFacts) -> str:
    """Return an approver's name and role."""
    return say("{name} ({role})", name=approver.name or say("Nobody"), role=in_sentence(approver.role))
