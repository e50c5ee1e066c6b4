"""Signing a plan with keys, from the decision to the file in the plan."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from planner.editing.filing import Purpose
from planner.editing.revision import is_signed
from planner.editing.verbs import change
from planner.errors import PlanError
from planner.model.fingerprint import fingerprint
from planner.model.plan import Plan
from planner.model.vocabulary import SigningWay, Verdict
from planner.signing.ceremony import sign_with_key, signed_copy_name
from planner.signing.identity import Identity, load_identity, make_identity
from planner.signing.known import KnownSigners
from planner.signing.verify.record import load_record
from planner.signing.verify.verdict import Outcome
from planner.signing.verify.verifying import verify_document
from planner.signoff.approvals import Decision, decide
from planner.signoff.scans import file_scan
from planner.store.plan_file import PlanFile
from planner.store.workspace import edit_plan, load_plan, save_new
from planner.truths.engine import check_plan
from planner.truths.example_plan import EXAMPLE_DAY, example_plan

NOON = datetime(2027, 1, 4, 12, tzinfo=UTC)
PASSPHRASE = "seven green lanterns hum"  # noqa: S105 - opens nothing but these tests' keys


@cache
def identity_of(name: str) -> Identity:
    return load_identity(make_identity(name, PASSPHRASE, now=NOON), PASSPHRASE, now=NOON)


def decision(plan: Plan, approver: str, **more) -> Decision:
    return Decision(approver, Verdict.ACCEPT, plan.name_of(plan.approvers[approver].person), NOON, **more)


def with_two_keys() -> Plan:
    """A plan of which two sign digitally, and the others have accepted by typing."""
    plan = example_plan()
    for approver in ("sign-sponsor", "sign-budget"):
        plan = change(plan, approver, "way", SigningWay.DIGITAL).plan
    for approver in plan.approvers.values():
        if approver.way is not SigningWay.DIGITAL:
            plan = decide(plan, check_plan(plan, EXAMPLE_DAY), decision(plan, approver.id)).plan
    return plan


def key_signed(plan: Plan, approver: str, signed_copy: bytes = b""):
    told = decision(plan, approver)
    report = check_plan(plan, EXAMPLE_DAY)
    return sign_with_key(plan, report, told, identity_of(told.signed_name), signed_copy, today=EXAMPLE_DAY)


@pytest.fixture(scope="module")
def signed_file(tmp_path_factory) -> Path:
    """A plan file in which two keys signed, one after the other."""
    path = tmp_path_factory.mktemp("signed") / "plan.tcplan"
    save_new(path, with_two_keys())
    edit_plan(path, lambda plan: key_signed(plan, "sign-sponsor"))
    with PlanFile.open(path) as file:
        copy = file.content_of(file.filed()[-1].number)
    edit_plan(path, lambda plan: key_signed(plan, "sign-budget", copy))
    return path


def signed_copy(path: Path) -> bytes:
    with PlanFile.open(path) as file:
        (filed,) = file.filed()
        assert (filed.purpose, filed.fingerprint) == (Purpose.SIGNED_COPY, fingerprint(file.plan))
        return file.content_of(filed.number)


def test_the_last_key_signs_the_revision_and_the_document_is_in_the_plan(signed_file):
    plan = load_plan(signed_file)
    assert is_signed(plan)
    ways = {approval.approver: approval.way for approval in plan.approvals.values()}
    assert [ways["sign-sponsor"], ways["sign-budget"]] == [SigningWay.DIGITAL, SigningWay.DIGITAL]
    assert signed_copy(signed_file).startswith(b"%PDF-")


def test_the_signed_document_holds_before_the_plan_that_keeps_it(signed_file, tmp_path):
    known = KnownSigners(tmp_path / "known.json")
    plan = load_plan(signed_file)
    for approver in ("sign-sponsor", "sign-budget"):
        name = plan.name_of(plan.approvers[approver].person)
        known.remember(name, identity_of(name).fingerprint, at=NOON, where="here")
    pdf = tmp_path / "signed.pdf"
    pdf.write_bytes(signed_copy(signed_file))
    verdict = verify_document(pdf, known, record=load_record(signed_file))
    assert verdict.outcome is Outcome.UNCHANGED, verdict
    assert len(verdict.signatures) == 2


def test_the_same_field_is_not_signed_twice(signed_file):
    plan = with_two_keys()
    once = key_signed(plan, "sign-sponsor").files[0].content
    with pytest.raises(PlanError, match="already signed"):
        key_signed(plan, "sign-sponsor", once)


def test_a_refused_decision_makes_no_document():
    plan = change(with_two_keys(), "brief", "answer", "").plan
    with pytest.raises(PlanError, match="stops standing"):
        key_signed(plan, "sign-sponsor")


def test_the_documents_name_has_nothing_that_a_folder_minds():
    plan = change(example_plan(), "brief", "title", "../Fill: the <room>/\\ 2027?").plan
    assert signed_copy_name(plan) == "Fill the room 2027, revision 1, signed.pdf"


def test_a_scan_is_filed_with_what_was_signed_and_nothing_else_is(signed_file):
    plan = load_plan(signed_file)
    edit = file_scan(plan, fingerprint(plan), "page.png", b"\x89PNG\r\n\x1a\n...")
    assert (edit.plan, edit.files[0].purpose) == (plan, Purpose.SCAN)
    with pytest.raises(PlanError, match="no scan"):
        file_scan(plan, fingerprint(plan), "page.exe", b"MZ")
    with pytest.raises(PlanError, match="Nobody has signed"):
        file_scan(example_plan(), "0" * 64, "page.png", b"\x89PNG\r\n\x1a\n...")


def test_a_decision_by_key_says_which_key(signed_file):
    plan = load_plan(signed_file)
    approval = next(a for a in plan.approvals.values() if a.approver == "sign-sponsor")
    assert approval.certificate == identity_of(approval.signed_name).fingerprint
