"""States of the nine steps."""

from datetime import UTC, datetime

from planner.editing.verbs import add, change
from planner.model.fingerprint import fingerprint
from planner.model.kinds import Step
from planner.model.plan import empty_plan
from planner.model.records_signoff import SignedRevision, Waiver
from planner.truths.engine import check_plan
from planner.truths.example_edits import example_with
from planner.truths.example_plan import EXAMPLE_DAY, example_plan
from planner.truths.progress import StepState, step_states


def states(plan):
    return step_states(plan, check_plan(plan, EXAMPLE_DAY))


def test_nothing_of_a_new_plan_is_started_though_it_has_a_title_and_stops():
    plan = change(empty_plan("Spring"), "brief", "currency", "CHF").plan
    assert check_plan(plan, EXAMPLE_DAY).has_stop
    assert states(plan) == dict.fromkeys(Step, StepState.NOT_STARTED)


def test_a_first_word_begins_a_step_and_its_stop_stops_it():
    plan = change(empty_plan(), "brief", "organisation", "Us").plan
    assert states(plan)[Step.PURPOSE] is StepState.STOPPED


def test_a_plan_that_keeps_every_truth_is_done_but_for_its_signatures():
    expected = dict.fromkeys(Step, StepState.DONE) | {Step.SIGN_OFF: StepState.OPEN}
    assert states(example_plan()) == expected


def test_the_last_step_is_done_once_the_revision_is_signed_and_open_again_after_an_edit():
    at = datetime(2027, 1, 4, tzinfo=UTC)
    signed = SignedRevision(id="signed", number=1, fingerprint=fingerprint(example_plan()), at=at)
    plan = add(example_plan(), signed).plan
    assert states(plan)[Step.SIGN_OFF] is StepState.DONE
    edited = change(plan, "brief", "organisation", "Us").plan
    assert states(edited)[Step.SIGN_OFF] is StepState.OPEN


def test_a_warning_opens_its_step_and_a_waiver_closes_it():
    change_gone = example_with("kitchen-reads")
    assert states(change_gone)[Step.PEOPLE] is StepState.OPEN
    waiver = Waiver(id="w", rule="change.none", reason="Not this year.", by="boss")
    assert states(example_with("kitchen-reads", waiver))[Step.PEOPLE] is StepState.DONE


def test_advice_leaves_a_step_done():
    plan = example_with(("brief", "stands_for", ""))
    assert check_plan(plan, EXAMPLE_DAY).counts["advice"] == 1
    assert states(plan)[Step.PURPOSE] is StepState.DONE


def test_a_stop_on_one_step_does_not_stop_another():
    found = states(example_with(("weekday-letter", "accountable", None)))
    assert found[Step.TACTICS] is StepState.STOPPED
    assert found[Step.CHANNELS] is StepState.DONE


def test_a_step_with_side_entries_only_is_open():
    without = example_with("answer-reviews", "weekday-letter")
    assert states(without)[Step.TACTICS] is StepState.OPEN
    assert states(example_with("answer-reviews", "weekday-letter", "reply-by-name"))[Step.TACTICS] is (
        StepState.NOT_STARTED
    )
