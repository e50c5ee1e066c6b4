"""Small documents with signature fields, identities, and ways to meddle with what was signed."""

import hashlib
import logging
from datetime import UTC, datetime
from io import BytesIO

import msgspec
import pikepdf
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, String

from planner.editing import verbs
from planner.exchange.plan_json import write_json
from planner.model.fingerprint import fingerprint, short_fingerprint
from planner.model.plan import Plan, empty_plan
from planner.model.records_purpose import Person
from planner.model.records_signoff import Approval, Approver, SignedRevision
from planner.model.vocabulary import ApproverRole, SigningWay
from planner.model.vocabulary import Verdict as Decision
from planner.paper.text.block import draw_line
from planner.paper.text.canvas import TextCanvas, prepare_reportlab
from planner.paper.text.style import TextStyle
from planner.signing.known import KnownSigners
from planner.signing.sign import SigningRequest, sign_document
from planner.signing.verify.evidence import Evidence
from planner.signing.verify.judging import judge
from planner.signing.verify.reading import read_document
from planner.signing.verify.record import PlanRecord
from planner.signing.verify.verdict import Result, Verdict
from planner.signoff.field_names import signature_field_name

PASSPHRASE = "four quiet hens in a row"  # noqa: S105 - opens nothing but these tests' keys
AT = datetime(2027, 3, 12, 10, 15, tzinfo=UTC)
NAMES = {
    ApproverRole.SPONSOR: "Ana Lima",
    ApproverRole.EXPERIENCE_OWNER: "Bo Chen",
    ApproverRole.BUDGET_HOLDER: "Cy Novák",
}


def plan_with_approvers(*ways: SigningWay) -> Plan:
    """Return a plan whose approvers sign in these ways, by default all three digitally."""
    plan = empty_plan()
    plan = verbs.change(plan, "brief", "title", "Full tables on quiet evenings").plan
    for (role, name), way in zip(NAMES.items(), ways or (SigningWay.DIGITAL,) * 3, strict=False):
        person, approver = f"person-{role.value}", f"approver-{role.value}"
        plan = verbs.add(plan, Person(id=person, name=name)).plan
        plan = verbs.add(plan, Approver(id=approver, role=role, person=person, way=way)).plan
    return plan


def minimal_document(plan: Plan, *, printed: str = "", attached: bytes | None = None) -> bytes:
    """Return a document of one page with the plan's fingerprint, the plan, and a field for each approver.

    Args:
        plan: the plan.
        printed: another short fingerprint than the plan's own.
        attached: other bytes than the plan's own JSON.
    """
    prepare_reportlab()
    buffer = BytesIO()
    canvas = TextCanvas(buffer, pagesize=(595, 842), tagged=False)
    draw_line(canvas, 68, 760, "A plan on one page", TextStyle(size=12))
    draw_line(
        canvas,
        68,
        37,
        f"Plan fingerprint {printed or short_fingerprint(fingerprint(plan))}",
        TextStyle(size=8),
    )
    canvas.showPage()
    canvas.save()
    with pikepdf.open(BytesIO(buffer.getvalue())) as pdf:
        attach(pdf, write_json(plan) if attached is None else attached)
        pdf.docinfo["/Subject"] = String(f"Revision {plan.revision}, plan fingerprint {fingerprint(plan)}")
        add_fields(pdf, [signature_field_name(key) for key in plan.approvers])
        out = BytesIO()
        pdf.save(out, deterministic_id=True, force_version="1.7")
    return out.getvalue()


def attach(pdf: pikepdf.Pdf, data: bytes) -> None:
    pdf.attachments["plan.json"] = AttachedFileSpec(
        pdf, data, filename="plan.json", mime_type="application/json", relationship=Name.Source
    )
    pdf.Root.AF = Array([pdf.attachments["plan.json"].obj])


def add_fields(pdf: pikepdf.Pdf, names: list[str]) -> None:
    page = pdf.pages[0]
    boxes = []
    for row, name in enumerate(names):
        top = 700 - 90 * row
        field = Dictionary(
            FT=Name.Sig, T=String(name), Type=Name.Annot, Subtype=Name.Widget, F=4, P=page.obj,
            Rect=Array([300, top - 72, 540, top]),
        )  # fmt: skip
        boxes.append(pdf.make_indirect(field))
    page.obj.Annots = Array(boxes)
    pdf.Root.AcroForm = Dictionary(Fields=Array(boxes), SigFlags=1)


def request_of(plan: Plan, role: ApproverRole, **more: object) -> SigningRequest:
    asked: dict[str, object] = {
        "field": signature_field_name(f"approver-{role.value}"),
        "role": role.label,
        "statement": f"I approve revision {plan.revision} of this plan",
        "at": AT,
        "certify": role is ApproverRole.SPONSOR,
    }
    return SigningRequest(**{**asked, **more})  # type: ignore[arg-type]


def signed_by_all(pdf: bytes, plan: Plan, identities: dict) -> bytes:
    for role, identity in identities.items():
        pdf = sign_document(pdf, request_of(plan, role), identity)
    return pdf


def judged(pdf: bytes, known: KnownSigners, record: PlanRecord | None = None) -> Verdict:
    """Judge a document in this process; that the child process says the same has tests of its own."""
    logging.disable(logging.CRITICAL)
    try:
        facts = read_document(pdf, lambda _part: None)
    finally:
        logging.disable(logging.NOTSET)
    return judge(Evidence(facts, hashlib.sha256(pdf).hexdigest(), known, record))


def failed_topics(verdict: Verdict) -> set[str]:
    return {check.topic.value for check in verdict.checks if check.result is Result.NO}


def approved(plan, role, **more):
    approval = Approval(
        id=f"yes-{role.value}", approver=f"approver-{role.value}", verdict=Decision.ACCEPT, at=AT,
        signed_name=NAMES[role], revision=plan.revision, fingerprint=fingerprint(plan), **more,
    )  # fmt: skip
    return verbs.add(plan, approval).plan


def revision_signed(plan):
    signed = SignedRevision(id="signed", number=plan.revision, fingerprint=fingerprint(plan), at=AT)
    return msgspec.structs.replace(plan, signed_revisions={"signed": signed})


def approved_by_keys(plan: Plan, identities: dict) -> Plan:
    """Return the plan with an approval of each approver, by the key of each."""
    for role, identity in identities.items():
        plan = approved(plan, role, way=SigningWay.DIGITAL, certificate=identity.fingerprint)
    return plan


def signed_revision(plan: Plan, identities: dict) -> Plan:
    """Return the plan as the last of these approvals leaves it."""
    return revision_signed(approved_by_keys(plan, identities))
