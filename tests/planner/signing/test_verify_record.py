"""A document held against its plan's own record, and a plan judged by that record alone."""

import msgspec
import pytest
from signing_parts import (
    approved,
    approved_by_keys,
    failed_topics,
    judged,
    minimal_document,
    plan_with_approvers,
    request_of,
    revision_signed,
)

from planner.editing import verbs
from planner.model.fingerprint import fingerprint
from planner.model.vocabulary import ApproverRole, SigningWay, Verdict
from planner.signing.sign import sign_document
from planner.signing.verify.plan_judging import judge_plan
from planner.signing.verify.record import PlanRecord, load_record
from planner.signing.verify.verdict import Outcome
from planner.store.workspace import save_new


def record_of_signed(plan):
    return PlanRecord(plan, {fingerprint(plan): plan.revision})


@pytest.fixture
def approved_plan(plan, identities):
    return approved_by_keys(plan, identities)


def test_keys_that_the_plan_names_are_known_by_it_and_that_is_said(signed, approved_plan, nobody_known):
    verdict = judged(signed, nobody_known, record_of_signed(approved_plan))
    assert verdict.outcome is Outcome.UNCHANGED
    assert any(
        "known from the plan that was given, not from an earlier meeting" in note for note in verdict.notes
    )


def test_a_key_that_the_plan_does_not_name_is_told(signed, plan, known, identities):
    other = plan
    for role in identities:
        other = approved(other, role, way=SigningWay.DIGITAL, certificate="ab" * 32)
    verdict = judged(signed, known, record_of_signed(other))
    assert verdict.outcome is Outcome.MISFIT
    assert "The plan's own record names another key for Ana Lima (sponsor)." in verdict.failures


def test_a_revision_that_the_plan_never_had_signed_does_not_fit(signed, plan, known):
    verdict = judged(signed, known, PlanRecord(plan, {}))
    assert verdict.headline == "Signature unchanged, but the document does not fit its plan"
    assert failed_topics(verdict) == {"record"}


def test_another_plan_is_told(signed, known):
    verdict = judged(signed, known, record_of_signed(plan_with_approvers()))
    assert "The plan that was given is another plan than the one inside the PDF." in verdict.failures


def test_without_the_plan_its_record_is_called_not_checked(signed, known):
    verdict = judged(signed, known)
    assert [check.result.value for check in verdict.checks if check.topic.value == "record"] == [
        "not-checked"
    ]


def test_a_file_that_the_plan_keeps_is_recognised_byte_for_byte(signed, approved_plan, known):
    record = record_of_signed(approved_plan)
    digest = judged(signed, known, record).sha256
    kept = msgspec.structs.replace(approved_plan)
    same = judged(signed, known, PlanRecord(kept, record.archived, {digest: fingerprint(kept)}))
    assert "This is, byte for byte, a file that the plan keeps with the revision." in same.notes
    other = judged(signed, known, PlanRecord(kept, record.archived, {"00" * 32: fingerprint(kept)}))
    assert any("keeps another file with this revision" in note for note in other.notes)


def mixed_document(identities):
    """Return a plan that two sign digitally and one by a typed name, and its signed document."""
    plan = plan_with_approvers(SigningWay.DIGITAL, SigningWay.DIGITAL, SigningWay.TYPED)
    pdf = minimal_document(plan)
    for role in (ApproverRole.SPONSOR, ApproverRole.EXPERIENCE_OWNER):
        pdf = sign_document(pdf, request_of(plan, role), identities[role])
    return plan, pdf


def test_an_approval_given_after_the_export_is_found_in_the_plan(identities, known):
    plan, pdf = mixed_document(identities)
    assert judged(pdf, known).outcome is Outcome.INCOMPLETE
    verdict = judged(pdf, known, record_of_signed(approved(plan, ApproverRole.BUDGET_HOLDER)))
    assert verdict.outcome is Outcome.UNCHANGED
    assert any("Cy Novák (budget holder) approved by typed name: a record" in note for note in verdict.notes)


def test_an_approval_given_before_the_export_travels_with_the_document(identities, known):
    plan = plan_with_approvers(SigningWay.DIGITAL, SigningWay.DIGITAL, SigningWay.DRAWN)
    plan = approved(plan, ApproverRole.BUDGET_HOLDER, way=SigningWay.DRAWN)
    pdf = minimal_document(plan)
    for role in (ApproverRole.SPONSOR, ApproverRole.EXPERIENCE_OWNER):
        pdf = sign_document(pdf, request_of(plan, role), identities[role])
    verdict = judged(pdf, known)
    assert verdict.outcome is Outcome.UNCHANGED
    assert any("by drawn signature" in note for note in verdict.notes)


def test_a_rejection_is_no_approval(identities, known):
    plan, pdf = mixed_document(identities)
    rejected = approved(plan, ApproverRole.BUDGET_HOLDER)
    rejected = verbs.change(rejected, "yes-budget-holder", "verdict", Verdict.REJECT).plan
    assert judged(pdf, known, record_of_signed(rejected)).outcome is Outcome.INCOMPLETE


def test_a_plan_whose_revision_is_signed_holds_by_its_own_record_and_claims_no_more(approved_plan):
    verdict = judge_plan(record_of_signed(revision_signed(approved_plan)))
    assert verdict.holds
    assert verdict.headline == "Revision 1 is signed by all, and unchanged since, by the plan's own record"
    assert any("is no proof" in note for note in verdict.notes)


def test_a_plan_that_waits_for_somebody_is_not_signed_by_all(plan):
    verdict = judge_plan(PlanRecord(approved(plan, ApproverRole.SPONSOR), {}))
    assert verdict.headline == "Not signed by all: customer-experience owner, budget holder missing"
    assert "Bo Chen (customer-experience owner) has not accepted the plan as it is now." in verdict.failures


def test_a_plan_that_was_edited_after_signing_is_told(approved_plan):
    edited = verbs.change(revision_signed(approved_plan), "brief", "title", "Another title").plan
    verdict = judge_plan(PlanRecord(edited, {fingerprint(approved_plan): 1}))
    assert verdict.headline == (
        "Changed after signing: revision 1 was signed on 12 March 2027, this is revision 2"
    )


@pytest.mark.parametrize("name", ["plan.tcplan", "plan.json"])
def test_a_record_is_read_from_a_plans_file_which_stays_as_it_was(plan, tmp_path, name):
    path = tmp_path / name
    save_new(path, plan)
    before = path.read_bytes()
    record = load_record(path)
    assert record.plan == plan
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
