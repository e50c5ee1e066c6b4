"""The route: draft, in review, signed, superseded; turns, ways of signing, clocks, withdrawals."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from planner.editing.verbs import change
from planner.errors import PlanError
from planner.model.plan import Plan
from planner.model.vocabulary import SigningWay, Verdict
from planner.signoff.approvals import Decision, decide
from planner.signoff.route import (
    RouteState,
    ask_for_approval,
    standing_approvals,
    state_of,
    state_of_signed,
    told_withdrawal,
    whose_turn,
)
from planner.truths.engine import check_plan
from planner.truths.example_plan import EXAMPLE_DAY, example_plan

NOON = datetime(2027, 1, 4, 12, tzinfo=UTC)
INK = "0,0 500,200;10,10 20.5,30"


def sent(plan: Plan) -> Plan:
    return ask_for_approval(plan, check_plan(plan, EXAMPLE_DAY), "Ana", NOON).plan


def decided(
    plan: Plan, approver: str, verdict: Verdict = Verdict.ACCEPT, at: datetime = NOON, **more
) -> Plan:
    name = plan.name_of(plan.approvers[approver].person)
    reason = "" if verdict is Verdict.ACCEPT else "Because."
    decision = Decision(approver, verdict, name, at, reason, **more)
    return decide(plan, check_plan(plan, EXAMPLE_DAY), decision).plan


def signed(plan: Plan) -> Plan:
    for approver in plan.approvers:
        plan = decided(plan, approver)
    return plan


def edited(plan: Plan, words: str = "Something else.") -> Plan:
    return change(plan, "brief", "stands_for", words).plan


def test_a_plan_is_a_draft_then_in_review_then_signed():
    plan = example_plan()
    assert state_of(plan) is RouteState.DRAFT
    assert state_of(sent(plan)) is RouteState.IN_REVIEW
    assert state_of(signed(sent(plan))) is RouteState.SIGNED


def test_the_first_decision_begins_the_review_where_nobody_sent_it_round():
    assert state_of(decided(example_plan(), "sign-sponsor")) is RouteState.IN_REVIEW


def test_an_edit_makes_a_draft_again():
    assert state_of(edited(sent(example_plan()))) is RouteState.DRAFT


def test_a_later_signed_revision_supersedes_the_one_before():
    twice = signed(edited(signed(example_plan())))
    first, second = twice.signed_revisions.values()
    assert state_of_signed(twice, first) is RouteState.SUPERSEDED
    assert state_of_signed(twice, second) is RouteState.SIGNED


def test_what_is_not_ready_is_not_sent_round():
    with pytest.raises(PlanError, match="stops standing: 1"):
        sent(change(example_plan(), "brief", "answer", "").plan)
    with pytest.raises(PlanError, match="in review already"):
        sent(sent(example_plan()))
    with pytest.raises(PlanError, match="signed already"):
        sent(signed(example_plan()))


def with_turn(plan: Plan, approver: str, turn: int) -> Plan:
    return change(plan, approver, "turn", turn).plan


def test_nobody_accepts_before_those_with_an_earlier_turn():
    plan = with_turn(example_plan(), "sign-sponsor", 2)
    assert "sign-sponsor" not in {approver.id for approver in whose_turn(plan)}
    with pytest.raises(PlanError, match="Before the sponsor, these decide: "):
        decided(plan, "sign-sponsor")
    decided(plan, "sign-sponsor", Verdict.REJECT)
    for approver in plan.approvers:
        if approver != "sign-sponsor":
            plan = decided(plan, approver)
    assert [approver.id for approver in whose_turn(plan)] == ["sign-sponsor"]
    assert state_of(decided(plan, "sign-sponsor")) is RouteState.SIGNED


def test_a_drawn_signature_is_kept_with_the_approval():
    after = decided(example_plan(), "sign-sponsor", way=SigningWay.DRAWN, drawing=INK)
    (approval,) = after.approvals.values()
    assert (approval.way, approval.drawing) == (SigningWay.DRAWN, INK)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"way": SigningWay.DRAWN}, "Nothing is drawn"),
        ({"way": SigningWay.DRAWN, "drawing": " ;;"}, "Nothing is drawn"),
        ({"way": SigningWay.DRAWN, "drawing": "<script>1"}, "does not fit"),
        ({"way": SigningWay.DIGITAL, "certificate": "ab" * 32}, "does not say that the sponsor signs"),
    ],
)
def test_a_signature_that_is_none_is_refused(more, why):
    with pytest.raises(PlanError, match=why):
        decided(example_plan(), "sign-sponsor", **more)


@pytest.fixture
def with_key() -> Plan:
    """A plan of which the sponsor signs digitally, and all others have accepted."""
    plan = change(example_plan(), "sign-sponsor", "way", SigningWay.DIGITAL).plan
    for approver in plan.approvers:
        if approver != "sign-sponsor":
            plan = decided(plan, approver)
    return plan


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({}, "signs digitally"),
        ({"way": SigningWay.DIGITAL}, "comes with the key"),
        ({"way": SigningWay.DIGITAL, "certificate": "no digest"}, "does not fit"),
    ],
)
def test_who_signs_digitally_does_not_sign_otherwise(with_key, more, why):
    with pytest.raises(PlanError, match=why):
        decided(with_key, "sign-sponsor", **more)
    done = decided(with_key, "sign-sponsor", way=SigningWay.DIGITAL, certificate="ab" * 32)
    assert list(done.approvals.values())[-1].certificate == "ab" * 32
    assert state_of(done) is RouteState.SIGNED


def test_who_signs_digitally_rejects_by_typing(with_key):
    rejected = decided(with_key, "sign-sponsor", Verdict.REJECT)
    assert list(rejected.approvals.values())[-1].way is SigningWay.TYPED


def test_who_signs_digitally_comes_after_all_others():
    plan = change(example_plan(), "sign-sponsor", "way", SigningWay.DIGITAL).plan
    assert "sign-sponsor" not in {approver.id for approver in whose_turn(plan)}
    with pytest.raises(PlanError, match="Before the sponsor"):
        decided(plan, "sign-sponsor", way=SigningWay.DIGITAL, certificate="ab" * 32)


def test_a_clock_behind_the_last_signature_is_told_and_can_be_overruled():
    plan = decided(example_plan(), "sign-sponsor")
    early = NOON - timedelta(minutes=1)
    with pytest.raises(PlanError, match="clock says 4 January 2027, 11:59") as told:
        decided(plan, "sign-experience", at=early)
    assert "say that it is right" in told.value.hint
    decided(plan, "sign-experience", at=early, clock_is_right=True)


def test_it_is_told_before_and_after_what_an_edit_withdraws():
    plan = decided(example_plan(), "sign-sponsor")
    name = plan.name_of(plan.approvers["sign-sponsor"].person)
    assert [approval.signed_name for approval in standing_approvals(plan)] == [name]
    assert told_withdrawal(plan, edited(plan)) == f"An edit withdrew what was decided by {name} (sponsor)"
    assert told_withdrawal(plan, plan) == ""
    assert told_withdrawal(example_plan(), edited(example_plan())) == ""
    review = sent(example_plan())
    assert told_withdrawal(review, edited(review)) == "An edit ended the review of revision 1"


def test_a_signature_is_not_withdrawn_the_next_revision_begins():
    done = signed(example_plan())
    assert standing_approvals(done) == ()
    assert told_withdrawal(done, edited(done)) == "Revision 2 was begun; revision 1 stays signed as it is"


def test_the_look_of_the_document_withdraws_nothing():
    plan = decided(example_plan(), "sign-sponsor")
    assert told_withdrawal(plan, change(plan, "layout", "grey", value=True).plan) == ""


def test_old_fingerprints_survive_fields_at_their_defaults():
    plan = signed(example_plan())
    assert state_of(msgspec.structs.replace(plan)) is RouteState.SIGNED


def test_of_those_who_sign_digitally_the_sponsor_comes_first_unless_the_turns_say_otherwise(with_key):
    plan = change(with_key, "sign-budget", "way", SigningWay.DIGITAL).plan
    for approver in plan.approvers.values():
        if approver.way is not SigningWay.DIGITAL:
            plan = decided(plan, approver.id)
    assert [approver.id for approver in whose_turn(plan)] == ["sign-sponsor"]
    later = with_turn(plan, "sign-sponsor", 3)
    for approver in later.approvers.values():
        if approver.way is not SigningWay.DIGITAL:
            later = decided(later, approver.id)
    assert [approver.id for approver in whose_turn(later)] == ["sign-budget"]
