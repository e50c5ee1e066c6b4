from datetime import date
from decimal import Decimal

import pytest

from planner.model.plan import empty_plan
from planner.model.records_experience import ExperienceIssue
from planner.model.values import Money
from planner.model.vocabulary import FixStatus, Severity, TacticKind
from planner.truths.engine import check_plan
from planner.truths.example_edits import example_with
from planner.truths.example_plan import EXAMPLE_DAY
from planner.truths.fixes import offers

EARLY = ("weekday-letter", "starts_on", date(2027, 2, 1))
ODD_FOOD = ExperienceIssue(
    id="odd-food",
    name="Allergens are missing on the menu",
    touchpoint="complaint",
    severity=Severity.CRITICAL,
    fix_owner="host",
    fix_due=date(2027, 4, 1),
)


def of(plan, rule):
    return [finding for finding in check_plan(plan, EXAMPLE_DAY).findings if finding.rule == rule]


def test_an_empty_plan_shows_that_nothing_is_known_of_the_experience():
    (finding,) = of(empty_plan(), "experience.no-baseline")
    assert finding.message == "The plan does not say where customers meet you, nor how good it is there."
    assert finding.field == "touchpoints"


def test_one_rating_is_a_baseline(told):
    assert not told("experience.no-baseline", ("evening", "rating", None))
    (finding,) = told("experience.no-baseline", ("evening", "rating", None), "complaint")
    assert finding.message == "The plan lists 1 touchpoint, and none is rated."


def test_a_push_may_start_on_the_day_of_the_fix_but_not_before(told):
    assert not told("experience.push-before-fix", ("weekday-letter", "starts_on", date(2027, 2, 15)))
    assert told("experience.push-before-fix", ("weekday-letter", "starts_on", date(2027, 2, 14)))


def test_a_push_without_touchpoints_waits_for_every_critical_fix(told):
    (finding,) = told("experience.push-before-fix", ODD_FOOD)
    assert (
        "this critical issue is mended: “Allergens are missing on the menu” (1 April 2027)" in finding.message
    )


def test_a_push_at_a_touchpoint_waits_for_the_fixes_there_alone(told):
    assert not told("experience.push-before-fix", ODD_FOOD, ("weekday-letter", "touchpoints", ["evening"]))
    assert told("experience.push-before-fix", ODD_FOOD, ("weekday-letter", "touchpoints", ["complaint"]))


def test_an_issue_that_may_be_anywhere_stands_before_every_push(told):
    nowhere = [ODD_FOOD, ("odd-food", "touchpoint", None)]
    assert told("experience.push-before-fix", *nowhere, ("weekday-letter", "touchpoints", ["evening"]))


@pytest.mark.parametrize(
    "step",
    [
        ("slow-bill", "status", FixStatus.DONE),
        ("slow-bill", "severity", Severity.MAJOR),
        ("weekday-letter", "kind", TacticKind.CONVERSE),
    ],
    ids=["the issue is mended", "it is not critical", "the tactic does not push"],
)
def test_nothing_has_to_wait_where(told, step):
    assert told("experience.push-before-fix", EARLY)
    assert not told("experience.push-before-fix", EARLY, step)


def test_a_push_without_a_start_begins_with_the_plan(told):
    (finding,) = told("experience.push-before-fix", ("weekday-letter", "starts_on", None))
    assert "starts on 4 January 2027" in finding.message


def test_a_fix_without_a_date_holds_the_push_up_and_can_not_be_mended_by_moving(told):
    (finding,) = told("experience.push-before-fix", ("slow-bill", "fix_due", None))
    assert "nobody knows whether this critical issue is mended by then" in finding.message
    assert not finding.fixable


def test_a_fix_with_a_late_date_is_known_to_be_late_beside_one_without(told):
    (finding,) = told("experience.push-before-fix", ODD_FOOD, ("slow-bill", "fix_due", None))
    assert (
        "before these critical issues are mended: “The bill takes twenty minutes” (no date)"
        in finding.message
    )
    assert "Give every fix a date" in finding.remedy


def test_several_fixes_are_told_together(told):
    (finding,) = told("experience.push-before-fix", EARLY, ODD_FOOD)
    assert "before these critical issues are mended" in finding.message
    assert "Start it after 1 April 2027" in finding.remedy


def test_the_fix_moves_the_start_behind_and_keeps_the_length():
    plan = example_with(EARLY, ("weekday-letter", "ends_on", date(2027, 2, 28)))
    (finding,) = of(plan, "experience.push-before-fix")
    edit = offers(plan, finding, EXAMPLE_DAY)[0].edit
    tactic = edit.plan.tactics["weekday-letter"]
    assert (tactic.starts_on, tactic.ends_on) == (date(2027, 2, 16), date(2027, 3, 15))
    assert edit.label == "Move the start behind the fix: “Letter with Tuesday's menu”"
    assert not of(edit.plan, "experience.push-before-fix")


def test_the_fix_keeps_the_end_inside_the_plan():
    plan = example_with(EARLY, ("weekday-letter", "ends_on", date(2027, 12, 30)))
    (finding,) = of(plan, "experience.push-before-fix")
    assert offers(plan, finding, EXAMPLE_DAY)[0].edit.plan.tactics["weekday-letter"].ends_on == date(
        2027, 12, 31
    )


@pytest.mark.parametrize("later", [("slow-bill", "fix_due", None), "weekday-letter"])
def test_a_fix_that_no_longer_applies_makes_nothing(later):
    (finding,) = of(example_with(EARLY), "experience.push-before-fix")
    assert not offers(example_with(EARLY, later), finding, EXAMPLE_DAY)


def test_the_fix_leaves_an_open_end_open():
    plan = example_with(EARLY, ("weekday-letter", "ends_on", None))
    (finding,) = of(plan, "experience.push-before-fix")
    assert offers(plan, finding, EXAMPLE_DAY)[0].edit.plan.tactics["weekday-letter"].ends_on is None


def test_a_start_on_the_plans_last_day_is_still_inside(told):
    (finding,) = told("experience.push-before-fix", ("slow-bill", "fix_due", date(2027, 12, 30)))
    assert finding.fixable


def test_no_fix_is_offered_where_the_start_would_leave_the_plan(told):
    (finding,) = told("experience.push-before-fix", ("slow-bill", "fix_due", date(2027, 12, 31)))
    assert not finding.fixable


def test_a_critical_issue_names_both_that_its_fix_lacks(told):
    (finding,) = told(
        "experience.critical-unowned", ("slow-bill", "fix_owner", None), ("slow-bill", "fix_due", None)
    )
    assert "lacks an owner and a date" in finding.message
    assert finding.field == "fix_owner"


@pytest.mark.parametrize(
    "step", [("slow-bill", "status", FixStatus.DONE), ("slow-bill", "severity", Severity.MINOR)]
)
def test_only_open_critical_issues_need_an_owner_at_once(told, step):
    assert not told("experience.critical-unowned", ("slow-bill", "fix_owner", None), step)


def test_a_rating_at_the_floor_is_not_below_it(told):
    assert not told("experience.weak-unfixed", ("complaint", "rating", Decimal("4.0")))
    assert told("experience.weak-unfixed", ("complaint", "rating", Decimal("3.9")))


def test_the_floor_is_the_plans_own(told):
    (finding,) = told("experience.weak-unfixed", ("limits", "rating_floor", Decimal(6)))
    assert "“Getting an answer to a complaint” is rated 5.5, below 6" in finding.message


@pytest.mark.parametrize("lack", [("odd-food", "fix_owner", None), ("odd-food", "fix_due", None)])
def test_a_weak_touchpoint_needs_an_issue_with_owner_and_date(told, lack):
    weak = [("complaint", "rating", Decimal(2)), ODD_FOOD, ("odd-food", "severity", Severity.MAJOR)]
    assert not told("experience.weak-unfixed", *weak)
    (finding,) = told("experience.weak-unfixed", *weak, lack)
    assert "“Allergens are missing on the menu”" in finding.remedy


def test_a_critical_issue_without_owner_is_one_cause_and_one_finding(told):
    weak = [("complaint", "rating", Decimal(2)), ODD_FOOD, ("odd-food", "fix_owner", None)]
    assert not told("experience.weak-unfixed", *weak)
    assert len(told("experience.critical-unowned", *weak)) == 1


def test_a_mended_issue_does_not_excuse_a_weak_rating(told):
    mended = [("evening", "rating", Decimal(2)), ("slow-bill", "status", FixStatus.DONE)]
    assert told("experience.weak-unfixed", *mended)


@pytest.mark.parametrize(("today", "late"), [(date(2027, 2, 16), "1 day"), (date(2027, 2, 18), "3 days")])
def test_a_late_fix_says_by_how_much(told, today, late):
    assert not told("experience.fix-overdue", today=date(2027, 2, 15))
    (finding,) = told("experience.fix-overdue", today=today)
    assert f"{late} ago" in finding.message


def test_a_fix_that_is_done_is_never_late(told):
    assert not told("experience.fix-overdue", ("slow-bill", "status", FixStatus.DONE), today=date(2028, 1, 1))


def test_a_rating_is_fresh_to_the_very_day(told):
    # rated on 15 and 20 November 2026
    assert not told("experience.rating-unproven", today=date(2027, 11, 15))
    (finding,) = told("experience.rating-unproven", today=date(2027, 11, 16))
    assert "was rated 7.5 on 15 November 2026, more than 12 months ago" in finding.message
    assert not told("experience.rating-unproven", ("limits", "rating_months", 13), today=date(2027, 11, 21))


def test_one_finding_a_rating_evidence_first(told):
    bare = [("evening", "evidence", ""), ("evening", "rated_on", None)]
    (finding,) = told("experience.rating-unproven", *bare)
    assert finding.field == "evidence"
    (undated,) = told("experience.rating-unproven", bare[1])
    assert undated.field == "rated_on"


def test_a_touchpoint_without_rating_has_none_to_prove(told):
    assert not told("experience.rating-unproven", ("evening", "rating", None), ("evening", "evidence", ""))


def test_only_push_tactics_owe_a_benefit(told):
    assert not told("experience.no-customer-benefit", ("answer-reviews", "benefit", ""))


def test_an_issue_without_anything_of_a_fix_improves_nothing(told):
    nothing = [("slow-bill", "fix", ""), ("slow-bill", "fix_owner", None), ("slow-bill", "fix_due", None)]
    idle = ("slow-bill", "status", FixStatus.OPEN)
    (finding,) = told("experience.no-improvement", *nothing, idle)
    assert "it lists 1 issue, and plans to fix none" in finding.message
    assert not told("experience.no-improvement", *nothing[1:], idle)
    assert not told("experience.no-improvement", *nothing, ("slow-bill", "cost", Money(Decimal(1), "EUR")))
