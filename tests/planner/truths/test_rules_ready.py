from datetime import date
from decimal import Decimal

import pytest

from planner.model.records_experience import Channel
from planner.model.records_purpose import Person
from planner.model.records_work import Serving, Tactic
from planner.model.vocabulary import PolicyStatus, Seniority, TacticKind
from planner.truths.engine import check_plan
from planner.truths.example_edits import example_with
from planner.truths.example_plan import EXAMPLE_DAY
from planner.truths.fixes import offers

LATE = ("response-policy", "in_force_from", date(2027, 2, 1))
CHAT = Channel(id="chat", name="Chat", interactive=True)
IN_CHAT = Tactic(
    id="chatting", name="Chat with guests", objectives=(Serving("weekday-guests"),), channel="chat"
)


def of(plan, rule):
    return [finding for finding in check_plan(plan, EXAMPLE_DAY).findings if finding.rule == rule]


def test_both_that_a_promise_lacks_are_named(told):
    (finding,) = told("ready.no-promise", ("reviews", "promise_hours", None), ("reviews", "cover", " "))
    assert "lacks a response promise and hours of cover" in finding.message
    assert finding.field == "promise_hours"


def test_an_answer_at_once_is_a_promise(told):
    assert not told("ready.no-promise", ("reviews", "promise_hours", Decimal(0)))


@pytest.mark.parametrize("rule", ["ready.no-promise", "ready.no-escalation"])
def test_nothing_is_owed_where_nobody_can_expect_an_answer(told, rule):
    bare = [("reviews", "promise_hours", None), ("reviews", "escalation", None)]
    assert told(rule, *bare)
    assert not told(rule, *bare, ("reviews", "interactive", False))


def test_an_intern_can_not_solve_a_hard_case(told):
    intern = Person(id="intern", name="Intern of the kitchen", level=Seniority.INTERN)
    (finding,) = told("ready.no-escalation", intern, ("reviews", "escalation", "intern"))
    assert "goes to Intern of the kitchen, an intern" in finding.message


def test_one_who_answers_may_also_be_the_one_who_decides(told):
    assert not told("ready.no-escalation", ("reviews", "escalation", "service-lead"))


def test_a_policy_that_comes_later_is_told_at_the_tactic_with_both_days(told):
    (finding,) = told("ready.policy-late", LATE)
    assert (finding.subject, finding.field, finding.fixable) == ("answer-reviews", "starts_on", True)
    assert "starts on 11 January 2027 on “Reviews”" in finding.message
    assert "in force (1 February 2027)" in finding.message


def test_the_fix_starts_the_tactic_with_the_policy_and_keeps_its_length_inside_the_plan():
    plan = example_with(LATE)
    (finding,) = of(plan, "ready.policy-late")
    mended = offers(plan, finding, EXAMPLE_DAY)[0].edit.plan
    tactic = mended.tactics["answer-reviews"]
    assert (tactic.starts_on, tactic.ends_on) == (date(2027, 2, 1), date(2027, 12, 31))
    assert not of(mended, "ready.policy-late")


@pytest.mark.parametrize(
    "later", ["response-policy", "answer-reviews", ("response-policy", "in_force_from", date(2026, 12, 1))]
)
def test_a_fix_that_no_longer_applies_makes_nothing(later):
    (finding,) = of(example_with(LATE), "ready.policy-late")
    assert not offers(example_with(LATE, later), finding, EXAMPLE_DAY)


def test_a_policy_may_come_into_force_on_the_first_day(told):
    assert not told("ready.policy-late", ("response-policy", "in_force_from", date(2027, 1, 11)))


@pytest.mark.parametrize(
    ("step", "field", "reason"),
    [
        (("response-policy", "status", PolicyStatus.DRAFT), "status", "“Response policy” is only a draft"),
        (("response-policy", "status", PolicyStatus.WITHDRAWN), "status", "was withdrawn"),
        (("response-policy", "in_force_from", None), "in_force_from", "has no first day"),
        (
            ("response-policy", "in_force_until", date(2027, 1, 10)),
            "in_force_until",
            "is in force only until 10 January 2027",
        ),
    ],
)
def test_a_policy_that_does_not_come_is_told_once_at_the_policy(told, step, field, reason):
    second = Tactic(id="second", name="Second look", channel="reviews")
    (finding,) = told("ready.policy-late", second, step)
    assert (finding.kind, finding.subject, finding.field) == ("policies", "response-policy", field)
    assert reason in finding.message
    assert not finding.fixable


def test_no_policy_at_all_is_told_once_at_the_plan(told):
    (one,) = told("ready.policy-late", "response-policy")
    assert (one.kind, one.field) == ("plan", "policies")
    assert "No response policy covers “Reviews”, where “Reply to reviews” is to run." in one.message
    (two,) = told("ready.policy-late", "response-policy", CHAT, IN_CHAT)
    assert "covers “Reviews” and “Chat”, where tactics are to run." in two.message


def test_a_policy_covers_the_channels_that_it_names(told):
    elsewhere = ("response-policy", "channels", ["reviews"])
    (finding,) = told("ready.policy-late", CHAT, IN_CHAT, elsewhere)
    assert "“Chat”" in finding.message
    assert not told("ready.policy-late", elsewhere)


def test_a_tactic_without_a_start_needs_the_policy_from_the_plans_first_day(told):
    (finding,) = told("ready.policy-late", LATE, ("answer-reviews", "starts_on", None))
    assert "starts on 4 January 2027" in finding.message


def test_the_first_public_tactic_sets_the_day_for_the_crisis_policy(told):
    assert not told("ready.no-crisis-plan", ("crisis-policy", "in_force_from", date(2027, 1, 11)))
    (finding,) = told("ready.no-crisis-plan", ("crisis-policy", "in_force_from", date(2027, 1, 12)))
    assert "“Crisis policy” is in force only from 12 January 2027" in finding.message
    assert "“Reply to reviews” is public from 11 January 2027" in finding.message


def test_without_a_crisis_policy_the_plan_is_told(told):
    (finding,) = told("ready.no-crisis-plan", "crisis-policy")
    assert (finding.kind, finding.field) == ("plan", "policies")


@pytest.mark.parametrize(
    "step",
    [("answer-reviews", "kind", TacticKind.LISTEN), ("reviews", "public", False)],
    ids=["the tactic only listens", "nobody can read along"],
)
def test_what_nobody_outside_sees_needs_no_crisis_policy(told, step):
    assert not told("ready.no-crisis-plan", "crisis-policy", step)


def test_without_any_start_the_crisis_policy_must_be_in_force_today(told):
    open_days = [("brief", "starts_on", None), ("answer-reviews", "starts_on", None), "weekday-letter"]
    assert not told("ready.no-crisis-plan", *open_days)
    (finding,) = told(
        "ready.no-crisis-plan", *open_days, ("crisis-policy", "in_force_from", date(2027, 1, 5))
    )
    assert finding.message.endswith("only from 5 January 2027, and “Reply to reviews” is public.")


def test_training_may_end_on_the_first_day(told):
    assert not told("ready.untrained", ("host", "trained_on", date(2027, 1, 11)))
    (finding,) = told("ready.untrained", ("host", "trained_on", date(2027, 1, 12)))
    assert "Host is trained on 12 January 2027, after “Reply to reviews” has started" in finding.message


def test_a_person_is_told_once_about_the_first_of_several_tactics(told):
    later = Tactic(id="later", name="Later", responsible=("host",), starts_on=date(2027, 5, 1))
    sooner = Tactic(id="sooner", name="Sooner", responsible=("host",), starts_on=date(2027, 1, 5))
    never = ("host", "trained_on", None)
    (finding,) = told("ready.untrained", later, never)
    assert "responsible for “Reply to reviews” from 11 January 2027" in finding.message
    (finding,) = told("ready.untrained", sooner, never)
    assert "responsible for “Sooner” from 5 January 2027" in finding.message


def test_push_tactics_ask_for_no_such_training(told):
    assert not told("ready.untrained", ("marketer", "trained_on", None))
