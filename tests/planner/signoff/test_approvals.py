"""Sign-off by typed approvals: who may decide what, when it counts, and what the last one does."""

from datetime import UTC, datetime

import msgspec
import pytest

from planner.editing.history import Change, History
from planner.editing.patch import diff
from planner.editing.revision import is_signed
from planner.editing.verbs import Edit, change, remove
from planner.errors import PlanError
from planner.model.fingerprint import fingerprint
from planner.model.plan import Plan
from planner.model.records_signoff import SignedRevision
from planner.model.vocabulary import ApproverRole, Verdict
from planner.signoff.approvals import Decision, decide, missing_roles, outstanding, standing_approval
from planner.signoff.printable import print_problems
from planner.truths.engine import check_plan
from planner.truths.example_plan import EXAMPLE_DAY, example_plan

NOON = datetime(2027, 1, 4, 12, tzinfo=UTC)


def decision(plan: Plan, approver: str, verdict: Verdict = Verdict.ACCEPT, reason: str = "") -> Decision:
    name = plan.name_of(plan.approvers[approver].person)
    return Decision(approver, verdict, name, NOON, reason)


def decided(plan: Plan, *args, **kwargs) -> Plan:
    return decide(plan, check_plan(plan, EXAMPLE_DAY), decision(plan, *args, **kwargs)).plan


def signed(plan: Plan) -> Plan:
    for approver in plan.approvers:
        plan = decided(plan, approver)
    return plan


def test_last_acceptance_signs_the_revision_under_its_fingerprint():
    plan = example_plan()
    first, *rest = plan.approvers
    after_one = decided(plan, first)
    assert not is_signed(after_one)
    assert [a.id for a in outstanding(after_one)] == rest
    done = signed(plan)
    (revision,) = done.signed_revisions.values()
    assert is_signed(done)
    assert (revision.number, revision.fingerprint, revision.at) == (1, fingerprint(plan), NOON)


def test_an_edit_after_an_approval_withdraws_it_and_taking_the_edit_back_restores_it():
    plan = decided(example_plan(), "sign-sponsor")
    edited = change(plan, "brief", "stands_for", "Something else.").plan
    assert standing_approval(edited, "sign-sponsor") is None
    back = change(edited, "brief", "stands_for", plan.the_brief.stands_for).plan
    assert standing_approval(back, "sign-sponsor") is not None


def test_an_edit_after_signing_begins_the_next_revision():
    done = signed(example_plan())
    edited = change(done, "brief", "stands_for", "Something else.").plan
    assert edited.revision == 2
    assert not is_signed(edited)
    assert edited.signed_revisions == done.signed_revisions


def test_undo_across_a_signature_never_leaves_other_content_under_the_signed_number():
    start = example_plan()
    history = History()
    edited = change(start, "brief", "stands_for", "Patience.").plan
    history.record(start, edited, Change("Change", diff(start, edited)))
    done = signed(edited)
    undone, _ = history.undo(done)
    assert undone.the_brief.stands_for == start.the_brief.stands_for
    assert undone.revision == 2
    redone, _ = history.redo(undone)
    assert is_signed(redone)
    assert redone.revision == 1


def test_an_approval_is_no_step_of_the_history():
    start = example_plan()
    history = History()
    edit: Edit = decide(start, check_plan(start, EXAMPLE_DAY), decision(start, "sign-sponsor"))
    assert edit.lasting
    history.record(start, edit.plan, Change(edit.label, diff(start, edit.plan), lasting=edit.lasting))
    assert history.undo_label == ""


def test_nobody_accepts_while_a_stop_stands_but_anybody_may_reject():
    broken = change(example_plan(), "brief", "answer", "").plan
    assert check_plan(broken, EXAMPLE_DAY).has_stop
    with pytest.raises(PlanError, match="stops standing: 1"):
        decided(broken, "sign-sponsor")
    with pytest.raises(PlanError, match="stops standing: 1"):
        decided(broken, "sign-sponsor", Verdict.CONDITIONS, "Only if the answer follows.")
    rejected = decided(broken, "sign-sponsor", Verdict.REJECT, "No answer to the question.")
    assert standing_approval(rejected, "sign-sponsor").verdict is Verdict.REJECT


def test_nobody_accepts_what_can_not_be_printed_but_anybody_may_reject_it():
    plan = change(example_plan(), "brief", "stands_for", "Patience \ue123").plan
    with pytest.raises(PlanError, match=r"be printed.*What we stand for.*U\+E123") as refusal:
        decided(plan, "sign-sponsor")
    assert "install a font" in refusal.value.hint
    decided(plan, "sign-sponsor", Verdict.REJECT, "One sign can't be read.")


def test_a_reason_that_can_not_be_printed_does_not_stop_the_next_approver():
    plan = decided(example_plan(), "sign-sponsor", Verdict.CONDITIONS, "Smile \ue123")
    assert [problem.kind for problem in print_problems(plan)] == ["approvals"]
    assert print_problems(plan, signed_only=True) == ()
    decided(plan, "sign-experience")


@pytest.mark.parametrize("verdict", [Verdict.REJECT, Verdict.CONDITIONS])
def test_a_rejection_and_conditions_need_a_reason(verdict):
    with pytest.raises(PlanError, match="needs"):
        decided(example_plan(), "sign-sponsor", verdict, "  ")


def test_a_rejection_keeps_the_plan_unsigned_until_its_approver_accepts():
    plan = decided(example_plan(), "sign-sponsor", Verdict.REJECT, "Not yet.")
    for approver in list(plan.approvers)[1:]:
        plan = decided(plan, approver)
    assert not is_signed(plan)
    assert is_signed(decided(plan, "sign-sponsor", Verdict.CONDITIONS, "Read again in March."))


def test_the_name_typed_must_be_the_approvers_in_any_case_of_letters():
    plan = example_plan()
    report = check_plan(plan, EXAMPLE_DAY)
    name = plan.name_of(plan.approvers["sign-sponsor"].person)
    with pytest.raises(PlanError, match="not Somebody else"):
        decide(plan, report, Decision("sign-sponsor", Verdict.ACCEPT, "Somebody else", NOON))
    decide(plan, report, Decision("sign-sponsor", Verdict.ACCEPT, f" {name.upper()} ", NOON))


def test_nobody_signs_without_a_name():
    plan = example_plan()
    plan = change(plan, plan.approvers["sign-sponsor"].person, "name", "").plan
    with pytest.raises(PlanError, match="not an empty name"):
        decide(plan, check_plan(plan, EXAMPLE_DAY), Decision("sign-sponsor", Verdict.ACCEPT, " ", NOON))


def test_all_three_roles_must_be_named_before_anybody_accepts():
    plan = remove(example_plan(), ["sign-budget"]).plan
    assert missing_roles(plan) == (ApproverRole.BUDGET_HOLDER,)
    with pytest.raises(PlanError, match="budget holder"):
        decided(plan, "sign-sponsor")


def test_a_signed_revision_takes_no_further_decision():
    with pytest.raises(PlanError, match="signed already"):
        decided(signed(example_plan()), "sign-sponsor", Verdict.REJECT, "Second thoughts.")


@pytest.fixture
def forged() -> Plan:
    """A plan that claims to be signed, under the fingerprint of something else."""
    claim = SignedRevision(id="claim", number=1, fingerprint="0" * 64, at=NOON)
    return msgspec.structs.replace(example_plan(), signed_revisions={claim.id: claim})


def test_a_claimed_signature_of_other_content_is_none(forged):
    assert not is_signed(forged)
    with pytest.raises(PlanError, match="signed with other content than this") as refusal:
        decided(forged, "sign-sponsor")
    assert "next revision" in refusal.value.hint


def test_an_edit_of_a_plan_whose_number_was_signed_with_other_content_takes_the_next_number(forged):
    edited = change(forged, "brief", "stands_for", "Something else.").plan
    assert edited.revision == 2
    assert is_signed(signed(edited))
