"""Signing: the right field, the right order, a clock that can be right, and text that stays text."""

import asyncio
from datetime import timedelta
from io import BytesIO

import pypdfium2
import pytest
from signing_parts import AT, NAMES, judged, minimal_document, plan_with_approvers, request_of

from planner.editing import verbs
from planner.errors import PlanError
from planner.model.vocabulary import ApproverRole
from planner.signing.pades import Entry, sign, signature_fields
from planner.signing.sign import ClockError, sign_document
from planner.signing.stamp import StampText, stamp_pdf

SPONSOR, BUDGET = ApproverRole.SPONSOR, ApproverRole.BUDGET_HOLDER


def stamp_words(pdf):
    """Return what the visible boxes of a document say; signed fields show their looks when drawn flat."""
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    document.init_forms()
    page = document[0]
    page.flatten()
    page.close()
    return " ".join(document[0].get_textpage().get_text_range().split())


def test_what_was_there_stays_byte_for_byte(unsigned, plan, identities):
    once = sign_document(unsigned, request_of(plan, SPONSOR), identities[SPONSOR])
    twice = sign_document(once, request_of(plan, BUDGET), identities[BUDGET])
    assert once.startswith(unsigned)
    assert twice.startswith(once)


def test_a_document_without_the_field_is_refused_in_our_own_words(unsigned, identities):
    stamp = StampText("Ana Lima", ("Sponsor",))
    entry = Entry("Signature-nobody", certify=False, reason="Approval", at=AT, stamp=stamp)
    with pytest.raises(PlanError) as told:
        sign(unsigned, entry, identities[SPONSOR])
    assert told.value.message == "This document can't be signed: another program may have changed it."


def test_the_stamp_says_who_in_which_role_what_for_when_and_by_which_clock(unsigned, plan, identities):
    identity = identities[SPONSOR]
    signed = sign_document(unsigned, request_of(plan, SPONSOR), identity)
    said = stamp_words(signed)
    for words in (
        "Signed by Ana Lima",
        "Sponsor",
        "I approve revision 1",
        "Signer's computer clock: 2027-03-12 10:15",
    ):
        assert words in said
    assert identity.fingerprint[:4].upper() in said


def test_text_in_a_stamp_is_no_template_and_no_markup(unsigned, plan, identities):
    statement = "100 %(signer)s %s <b>bold</b> {ts} & more"
    signed = sign_document(unsigned, request_of(plan, SPONSOR, statement=statement), identities[SPONSOR])
    assert statement in stamp_words(signed)


def test_names_of_any_script_are_drawn(unsigned, plan, identity_of):
    identity = identity_of("李小龍 Ødegård")
    signed = sign_document(unsigned, request_of(plan, SPONSOR), identity)
    assert "李小龍 Ødegård" in stamp_words(signed)


def test_a_stamp_too_long_for_its_box_is_cut_and_stays_inside():
    drawn = stamp_pdf(StampText("A long name " * 40, ("Words " * 400, "More words " * 400)), 200, 60)
    page = pypdfium2.PdfDocument(BytesIO(drawn))[0]
    boxes = [page.get_textpage().get_charbox(i) for i in range(page.get_textpage().count_chars())]
    assert min(box[1] for box in boxes if any(box)) >= 0


def test_fields_are_listed_with_whether_they_are_signed(unsigned, plan, identities):
    once = sign_document(unsigned, request_of(plan, SPONSOR), identities[SPONSOR])
    assert list(signature_fields(unsigned).values()) == [False, False, False]
    assert list(signature_fields(once).values()) == [True, False, False]


def refused(pdf, request, identity):
    with pytest.raises(PlanError) as error:
        sign_document(pdf, request, identity)
    return error.value.message


def test_the_first_signature_certifies_and_no_later_one_does(unsigned, plan, identities):
    ana, cy = identities[SPONSOR], identities[BUDGET]
    assert "must be the one that certifies" in refused(unsigned, request_of(plan, BUDGET), cy)
    once = sign_document(unsigned, request_of(plan, BUDGET, certify=True), cy)
    assert "must be the first" in refused(once, request_of(plan, SPONSOR), ana)


def test_nobody_signs_twice_or_where_there_is_no_place(unsigned, plan, identities):
    ana = identities[SPONSOR]
    once = sign_document(unsigned, request_of(plan, SPONSOR), ana)
    assert "already signed as sponsor" in refused(once, request_of(plan, SPONSOR, certify=False), ana)
    assert "no place for this signature" in refused(unsigned, request_of(plan, SPONSOR, field="Other"), ana)


@pytest.mark.parametrize("pdf", [b"", b"no pdf", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_refused(pdf, plan, identities):
    assert refused(pdf, request_of(plan, SPONSOR), identities[SPONSOR]) == "This file can't be read as a PDF."


def test_a_clock_behind_the_plan_is_refused_unless_the_signer_confirms_it(unsigned, plan, identities, known):
    late = AT + timedelta(hours=1)
    behind = request_of(plan, SPONSOR, latest=late)
    with pytest.raises(ClockError, match="clock says 2027-03-12 10:15, but the plan was last changed"):
        sign_document(unsigned, behind, identities[SPONSOR])
    confirmed = request_of(plan, SPONSOR, latest=late, clock_confirmed=True)
    signed = sign_document(unsigned, confirmed, identities[SPONSOR])
    assert "this clock was behind the plan's last change" in stamp_words(signed)
    assert "clock was behind" in judged(signed, known).signatures[0].reason


def test_a_clock_a_little_behind_another_computers_is_no_reason_to_refuse(unsigned, plan, identities):
    request = request_of(plan, SPONSOR, latest=AT + timedelta(minutes=2))
    assert sign_document(unsigned, request, identities[SPONSOR])


def test_signing_works_where_an_event_loop_runs(unsigned, plan, identities):
    async def in_a_loop():
        return sign_document(unsigned, request_of(plan, SPONSOR), identities[SPONSOR])

    assert asyncio.run(in_a_loop()).startswith(unsigned)


def test_a_name_in_the_certificate_that_is_not_the_plans_is_noted(unsigned, plan, identity_of, known):
    signed = sign_document(unsigned, request_of(plan, SPONSOR), identity_of("A. Lima"))
    verdict = judged(signed, known)
    assert "The certificate of Ana Lima (sponsor) says “A. Lima”." in verdict.notes


def test_a_hostile_title_does_not_break_the_document_or_its_judging(identities, known):
    plan = verbs.change(plan_with_approvers(), "brief", "title", "%s /ByteRange >> endobj (x) \\").plan
    pdf = minimal_document(plan)
    for role in NAMES:
        pdf = sign_document(pdf, request_of(plan, role), identities[role])
    assert judged(pdf, known).holds
