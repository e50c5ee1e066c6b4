"""Waiving, dismissing and calling back; and what no waiver does."""

from datetime import date, timedelta

import pytest

from planner.errors import PlanError
from planner.model.records_purpose import Person
from planner.model.records_signoff import Waiver
from planner.model.vocabulary import Employment, Seniority
from planner.truths.consent import call_back, dismiss, waive
from planner.truths.engine import check_plan
from planner.truths.example_edits import example_with
from planner.truths.example_plan import EXAMPLE_DAY

TODAY = EXAMPLE_DAY
YESTERDAY = TODAY - timedelta(days=1)
LATE_REVIEW = ("spring-review", "on", date(2027, 6, 1))
NO_SPONSOR = ("brief", "sponsor", None)
NO_STAND = ("brief", "stands_for", "")


def finding_in(plan, rule, today=TODAY):
    return next(f for f in check_plan(plan, today).findings if f.rule == rule)


def rules_found(plan, today=TODAY):
    return {f.rule for f in check_plan(plan, today).standing}


def waiver(**values):
    values = {"id": "w", "rule": "adapt.no-review", "reason": "We know.", "by": "boss", **values}
    return Waiver(**values)


class TestWaive:
    def test_a_waived_warning_no_longer_hinders_signing(self):
        plan = example_with(LATE_REVIEW)
        assert not check_plan(plan, TODAY).can_sign
        edit = waive(plan, finding_in(plan, "adapt.no-review"), "Rebuilding.", "boss", today=TODAY)
        report = check_plan(edit.plan, TODAY)
        assert report.can_sign
        assert report.counts == {"stop": 0, "warn": 0, "advice": 0, "waived": 1}
        assert edit.label == "Accept an exception to “The plan is reviewed soon after it starts”"

    def test_a_waiver_holds_on_its_last_day_and_not_after(self):
        plan = example_with(LATE_REVIEW)
        plan = waive(plan, finding_in(plan, "adapt.no-review"), "Why.", "boss", TODAY, today=TODAY).plan
        assert finding_in(plan, "adapt.no-review").waived
        assert rules_found(plan, TODAY + timedelta(days=1)) == {"adapt.no-review", "waiver.expired"}

    def test_waiving_again_renews_the_same_waiver(self):
        plan = example_with(LATE_REVIEW, waiver(until=YESTERDAY))
        finding = finding_in(plan, "adapt.no-review")
        plan = waive(plan, finding, "Longer.", "boss", TODAY, today=TODAY).plan
        assert [(w.id, w.reason, w.until) for w in plan.waivers.values()] == [("w", "Longer.", TODAY)]
        assert rules_found(plan) == set()

    @pytest.mark.parametrize(
        ("changes", "words"),
        [
            ({"reason": " \n"}, "needs a reason"),
            ({"by": None}, "needs somebody who accepts it"),
            ({"by": "nobody-there"}, "needs somebody who accepts it"),
            ({"by": "service-lead"}, "Service lead is neither a director nor an executive"),
            ({"by": "adviser"}, "Adviser is not one of your own people"),
            ({"until": YESTERDAY}, "would have ended already, on 3 January 2027"),
        ],
    )
    def test_what_is_missing_or_unfit_is_refused_in_plain_words(self, changes, words):
        adviser = Person(
            id="adviser", name="Adviser", level=Seniority.EXECUTIVE, employment=Employment.CONTRACTOR
        )
        plan = example_with(LATE_REVIEW, adviser)
        values = {"reason": "We know.", "by": "boss", "until": TODAY, **changes}
        with pytest.raises(PlanError, match=words) as refused:
            waive(plan, finding_in(plan, "adapt.no-review"), **values, today=TODAY)
        assert refused.value.hint

    @pytest.mark.parametrize(
        ("step", "rule", "words"),
        [(NO_SPONSOR, "owner.no-sponsor", "A stop can't"), (NO_STAND, "open.stands-for-nothing", "Advice")],
    )
    def test_only_warnings_can_be_waived(self, step, rule, words):
        plan = example_with(step)
        with pytest.raises(PlanError, match=words):
            waive(plan, finding_in(plan, rule), "We know.", "boss", today=TODAY)

    def test_an_expired_waiver_is_not_excused_by_another(self):
        plan = example_with(LATE_REVIEW, waiver(until=YESTERDAY))
        with pytest.raises(PlanError, match="can't excuse another"):
            waive(plan, finding_in(plan, "waiver.expired"), "We know.", "boss", today=TODAY)


class TestWhatNoWaiverDoes:
    def test_a_stop_stands_whatever_waiver_names_it(self):
        plan = example_with(NO_SPONSOR, waiver(rule="owner.no-sponsor"))
        assert check_plan(plan, TODAY).has_stop
        assert "nobody can waive a stop" in finding_in(plan, "waiver.unneeded").message

    def test_advice_is_not_waived(self):
        plan = example_with(NO_STAND, waiver(rule="open.stands-for-nothing"))
        assert not finding_in(plan, "open.stands-for-nothing").waived
        assert "advice blocks nothing" in finding_in(plan, "waiver.unneeded").message

    def test_a_waiver_of_an_unknown_truth_waives_nothing(self):
        plan = example_with(LATE_REVIEW, waiver(rule="adapt.no-such-truth"))
        assert rules_found(plan) == {"adapt.no-review", "waiver.unneeded"}
        assert "“adapt.no-such-truth”, which this version" in finding_in(plan, "waiver.unneeded").message

    def test_a_waiver_for_another_subject_waives_nothing(self):
        plan = example_with(LATE_REVIEW, waiver(subject="spring-review"))
        assert rules_found(plan) == {"adapt.no-review", "waiver.unneeded"}
        assert "for “Spring review” is no longer needed" in finding_in(plan, "waiver.unneeded").message

    @pytest.mark.parametrize("bad", [{"reason": ""}, {"by": None}, {"by": "service-lead"}])
    def test_a_waiver_without_reason_or_senior_person_waives_nothing(self, bad):
        assert rules_found(example_with(LATE_REVIEW, waiver(**bad))) == {"adapt.no-review"}

    def test_a_waiver_about_an_entry_that_is_gone_is_no_longer_needed(self):
        plan = example_with(waiver(rule="adapt.no-stop-rule", subject="tactic-gone"))
        assert "for “an entry that is gone”" in finding_in(plan, "waiver.unneeded").message

    def test_waivers_about_waivers_excuse_nothing_and_are_named(self):
        own = waiver(rule="waiver.expired", subject="w")
        plan = example_with(own)
        finding = finding_in(plan, "waiver.unneeded")
        assert finding.subject_name == "Exception for an exception"
        late = example_with(
            LATE_REVIEW, waiver(until=YESTERDAY), waiver(id="v", rule="waiver.expired", subject="w")
        )
        assert {"waiver.expired", "waiver.unneeded", "adapt.no-review"} == rules_found(late)


class TestExpiry:
    def test_an_expired_waiver_whose_finding_is_mended_is_only_unneeded(self):
        assert rules_found(example_with(waiver(until=YESTERDAY))) == {"waiver.unneeded"}

    def test_an_expired_waiver_that_another_one_replaced_is_only_unneeded(self):
        plan = example_with(LATE_REVIEW, waiver(until=YESTERDAY), waiver(id="newer"))
        report = check_plan(plan, TODAY)
        assert [(f.rule, f.subject) for f in report.standing] == [("waiver.unneeded", "w")]

    def test_the_finding_leads_to_the_waivers_date_and_names_what_it_is_for(self):
        plan = example_with(LATE_REVIEW, waiver(until=YESTERDAY))
        finding = finding_in(plan, "waiver.expired")
        assert (finding.kind, finding.subject, finding.field) == ("waivers", "w", "until")
        assert finding.subject_name == "Exception for Weekday guests"
        assert "“The plan is reviewed soon after it starts” held until 3 January 2027" in finding.message


class TestDismissAndCallBack:
    def test_dismissed_advice_is_put_aside_and_can_be_called_back(self):
        plan = example_with(NO_STAND)
        finding = finding_in(plan, "open.stands-for-nothing")
        aside = dismiss(plan, finding).plan
        assert finding_in(aside, finding.rule).dismissed
        assert dismiss(aside, finding).plan == aside
        assert call_back(aside, finding).plan == plan

    def test_only_advice_is_dismissed(self):
        plan = example_with(LATE_REVIEW)
        with pytest.raises(PlanError, match="this is a warning") as refused:
            dismiss(plan, finding_in(plan, "adapt.no-review"))
        assert refused.value.hint

    def test_a_called_back_waiver_is_gone(self):
        plan = example_with(LATE_REVIEW)
        finding = finding_in(plan, "adapt.no-review")
        waived = waive(plan, finding, "We know.", "boss", today=TODAY).plan
        assert call_back(waived, finding).plan == plan
        with pytest.raises(PlanError, match="neither accepted"):
            call_back(plan, finding)
