"""Whatever a plan says: what is signed, written, and read back from the disk is that plan."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from signing_parts import AT, minimal_document
from strategies import plans

from planner.editing import verbs
from planner.exchange.attached_plan import PLAN_NAME
from planner.exchange.plan_json import read_json
from planner.files.atomic import write_atomically
from planner.model.fingerprint import fingerprint, short_fingerprint
from planner.model.plan import Plan
from planner.model.records_purpose import Person
from planner.model.records_signoff import Approver
from planner.model.vocabulary import ApproverRole, SigningWay
from planner.signing.sign import SigningRequest, sign_document
from planner.signing.verify.reading import read_document
from planner.signoff.field_names import signature_field_name

HOW_MANY = 200


def with_sponsor(plan: Plan) -> Plan:
    """Add somebody who signs digitally to whatever the plan has."""
    plan = verbs.add(plan, Person(id="the-sponsor", name="Ana Lima")).plan
    sponsor = Approver(
        id="the-approver", role=ApproverRole.SPONSOR, person="the-sponsor", way=SigningWay.DIGITAL
    )
    return verbs.add(plan, sponsor).plan


def attached_plan(path: Path) -> Plan:
    with pikepdf.open(path) as pdf:
        file = pdf.attachments[PLAN_NAME].get_file()
        return read_json(file.read_bytes())


@pytest.mark.slow
@settings(max_examples=HOW_MANY, suppress_health_check=list(HealthCheck))
@given(drawn=plans(most=6))
def test_the_plan_in_a_signed_document_is_the_plan_that_was_signed(drawn, identities):
    plan = with_sponsor(drawn)
    request = SigningRequest(
        field=signature_field_name("the-approver"),
        role="Sponsor",
        statement=f"I approve {plan.the_brief.title}",
        at=AT,
        certify=True,
    )
    signed = sign_document(minimal_document(plan), request, identities[ApproverRole.SPONSOR])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "signed.pdf"
        write_atomically(path, signed)
        facts = read_document(path.read_bytes(), lambda _part: None)
        assert attached_plan(path) == plan
    assert facts.plan.fingerprint == fingerprint(plan)
    assert facts.printed == (short_fingerprint(fingerprint(plan)),)
    assert facts.stated == fingerprint(plan)
    (signature,) = facts.signatures
    assert signature.intact
    assert signature.canonical
    assert signature.covers_all
