"""Ownership at its edges."""

from datetime import date
from decimal import Decimal

import pytest

from planner.model.records_experience import Channel, Voice
from planner.model.records_purpose import Person
from planner.model.records_work import Objective, Review, Tactic
from planner.model.vocabulary import Employment, Function, Seniority, TacticKind

INTERN = Person(id="intern", name="Intern", level=Seniority.INTERN)
SECOND_INTERN = Person(id="second", name="Second intern", level=Seniority.INTERN)
AGENCY = Person(id="agency", name="Agency", employment=Employment.AGENCY)
CONTRACTOR = Person(id="contractor", name="Contractor", employment=Employment.CONTRACTOR)
ALONE = ("owner.intern-only", "owner.external-only", "owner.relationship-outsourced")


def carried_by(accountable, *responsible, tactic="weekday-letter"):
    return (tactic, "accountable", accountable), (tactic, "responsible", list(responsible))


class TestNobody:
    def test_each_gap_of_a_tactic_is_told_once(self, told):
        both = told("owner.none", *carried_by(None))
        assert [f.field for f in both] == ["accountable"]
        assert "and nobody is named to do its work" in both[0].message
        assert [f.field for f in told("owner.none", *carried_by("marketer"))] == ["responsible"]
        assert [f.field for f in told("owner.none", *carried_by(None, "marketer"))] == ["accountable"]

    @pytest.mark.parametrize("entry", ["weekday-guests", "letter-clicks", "reviews"])
    def test_objectives_metrics_and_channels_need_an_owner(self, told, entry):
        assert [(f.subject, f.field) for f in told("owner.none", (entry, "owner", None))] == [
            (entry, "owner")
        ]

    def test_who_is_missing_is_told_before_who_carries_it(self, told):
        for steps in (carried_by(None, "intern"), carried_by("intern")):
            assert told("owner.none", INTERN, *steps)
            assert not told("owner.intern-only", INTERN, *steps)


class TestInternsAndOutsiders:
    def test_two_interns_are_named(self, told):
        (finding,) = told("owner.intern-only", INTERN, SECOND_INTERN, *carried_by("intern", "second"))
        assert "is carried by interns alone: Intern and Second intern." in finding.message

    def test_an_intern_beside_outsiders_is_still_alone(self, told):
        (finding,) = told("owner.intern-only", INTERN, AGENCY, *carried_by("agency", "intern"))
        assert finding.message.startswith("Of your own people, nobody but an intern carries")
        assert not told("owner.external-only", INTERN, AGENCY, *carried_by("agency", "intern"))

    def test_staff_in_either_part_is_enough(self, told):
        assert not told("owner.intern-only", INTERN, *carried_by("intern", "host"))
        assert not told("owner.external-only", AGENCY, *carried_by("agency", "host"))

    def test_channels_are_carried_by_owner_and_voices(self, told):
        steps = (INTERN, ("reviews", "owner", "intern"), ("reviews", "voices", [Voice("intern")]))
        assert [f.subject for f in told("owner.intern-only", *steps)] == ["reviews"]
        assert not told("owner.intern-only", *steps, ("reviews", "voices", [Voice("host")]))

    def test_an_objective_is_carried_by_its_owner(self, told):
        owned = (AGENCY, ("weekday-guests", "owner", "agency"))
        assert [f.subject for f in told("owner.external-only", *owned)] == ["weekday-guests"]

    def test_agency_and_contractor_are_both_outside(self, told):
        (finding,) = told("owner.external-only", AGENCY, CONTRACTOR, *carried_by("agency", "contractor"))
        assert "only by Agency and Contractor" in finding.message

    def test_an_intern_of_the_agency_is_an_outsider(self, told):
        outsider = Person(
            id="outsider", name="Outsider", level=Seniority.INTERN, employment=Employment.AGENCY
        )
        assert told("owner.external-only", outsider, *carried_by("outsider", "outsider"))
        assert not told("owner.intern-only", outsider, *carried_by("outsider", "outsider"))

    @pytest.mark.parametrize("kind", TacticKind)
    def test_a_tactic_all_outside_gets_one_finding_only(self, told, kind):
        steps = (AGENCY, ("weekday-letter", "kind", kind), *carried_by("agency", "agency"))
        broken = [rule for rule in ALONE if told(rule, *steps)]
        relationship = kind in {"respond", "converse", "community", "serve"}
        assert broken == ["owner.relationship-outsourced" if relationship else "owner.external-only"]

    def test_a_relationship_is_outsourced_though_an_employee_answers_for_it(self, told):
        steps = (AGENCY, *carried_by("service-lead", "agency", tactic="answer-reviews"))
        assert told("owner.relationship-outsourced", *steps)

    def test_all_four_stops_stand_in_one_plan(self, told):
        def tactic(name, kind, accountable, *responsible):
            return Tactic(id=name, name=name, kind=kind, accountable=accountable, responsible=responsible)

        steps = (
            INTERN,
            AGENCY,
            tactic("a", TacticKind.PUBLISH, "intern", "intern"),
            tactic("b", TacticKind.PUBLISH, "agency", "agency"),
            tactic("c", TacticKind.CONVERSE, "boss", "agency"),
            tactic("d", TacticKind.CONVERSE, None),
        )
        for rule, subject in zip(ALONE, "abc", strict=True):
            assert [f.subject for f in told(rule, *steps)] == [subject]
        assert [f.subject for f in told("owner.none", *steps)] == ["d"]


class TestLeading:
    def test_a_sponsor_must_be_senior_and_ones_own(self, told):
        assert (
            "neither a director nor an executive"
            in told("owner.no-sponsor", ("brief", "sponsor", "service-lead"))[0].message
        )
        outsider = Person(
            id="adviser", name="Adviser", level=Seniority.EXECUTIVE, employment=Employment.CONTRACTOR
        )
        (finding,) = told("owner.no-sponsor", outsider, ("brief", "sponsor", "adviser"))
        assert finding.message == "Adviser sponsors the plan, and is not one of your own people."

    def test_an_absent_sponsor_is_only_told_of_where_there_are_sponsor_and_reviews(self, told):
        away = ("spring-review", "people", [])
        assert told("owner.sponsor-absent", away)
        assert not told("owner.sponsor-absent", away, ("brief", "sponsor", None))
        assert not told("owner.sponsor-absent", away, ("brief", "sponsor", "host"))
        assert not told("owner.sponsor-absent", "spring-review")

    def test_one_review_with_the_sponsor_is_enough(self, told):
        second = Review(id="autumn", name="Autumn review", on=date(2027, 9, 1), people=("boss",))
        assert not told("owner.sponsor-absent", ("spring-review", "people", []), second)

    def test_one_senior_owner_among_the_objectives_is_enough(self, told):
        second = Objective(id="second", name="Second", owner="marketer")
        assert not told("owner.no-senior", second)
        (finding,) = told("owner.no-senior", second, ("weekday-guests", "owner", "host"))
        assert "only by Host and Marketer" in finding.message

    def test_no_senior_is_silent_while_no_objective_has_an_owner(self, told):
        assert not told("owner.no-senior", ("weekday-guests", "owner", None))
        assert not told("owner.no-senior", "weekday-guests")

    def test_one_function_names_it_as_it_is_written(self, told):
        everybody = [(person, "function", Function.HR) for person in ("boss", "service-lead", "marketer")]
        (finding,) = told("owner.one-function", *everybody)
        assert "works in HR: Service lead, Marketer and Managing director" in finding.message

    def test_other_functions_are_not_taken_for_the_same(self, told):
        people = ("boss", "service-lead", "marketer")
        assert not told("owner.one-function", *[(person, "function", Function.OTHER) for person in people])


class TestServing:
    def test_service_is_heard_as_owner_or_as_voice(self, told):
        steps = (("reviews", "owner", "host"), ("reviews", "voices", [Voice("host")]))
        assert told("owner.service-unheard", *steps)
        assert not told("owner.service-unheard", steps[0])
        assert not told("owner.service-unheard", steps[1])

    def test_where_nobody_expects_an_answer_service_may_be_silent(self, told):
        steps = (("reviews", "owner", "host"), ("reviews", "voices", []), ("reviews", "interactive", False))
        assert not told("owner.service-unheard", *steps)

    def test_a_channel_that_nobody_carries_is_not_told_of_twice(self, told):
        new = Channel(id="new", name="New", interactive=True)
        assert told("owner.none", new)
        assert not told("owner.service-unheard", new)

    def test_the_overload_names_weeks_and_hours(self, told):
        (finding,) = told("owner.overloaded", ("marketer", "hours", Decimal(5)))
        assert finding.message == (
            "Marketer has 5 h a week and is planned for 5.5 h from 1 March to 5 December 2027 (40 weeks): "
            "1.5 h for tactics and 4 h for listening."
        )

    def test_several_stretches_are_each_named_and_the_fullest_gives_the_figure(self, told):
        peaks = [
            Tactic(
                id=f"peak-{month}",
                hours=Decimal(hours),
                responsible=("marketer",),
                accountable="marketer",
                starts_on=date(2027, month, 1),
                ends_on=date(2027, month, 7),
            )
            for month, hours in ((2, 20), (9, 30))
        ]
        (finding,) = told("owner.overloaded", *peaks)
        assert "is planned for up to 35.5 h" in finding.message
        assert "from 1 February to 7 February 2027 (1 week)" in finding.message
        assert "and from 30 August to 12 September 2027 (2 weeks)" in finding.message

    def test_a_stretch_over_new_year_names_both_years(self, told):
        peak = Tactic(
            id="peak",
            hours=Decimal(30),
            accountable="marketer",
            starts_on=date(2027, 12, 30),
            ends_on=date(2028, 1, 4),
        )
        (finding,) = told("owner.overloaded", ("brief", "ends_on", date(2028, 6, 30)), peak)
        assert "from 27 December 2027 to 9 January 2028 (2 weeks)" in finding.message

    def test_a_person_whose_hours_nobody_stated_is_not_overloaded(self, told):
        assert not told("owner.overloaded", ("marketer", "hours", None))
        assert told("owner.overloaded", ("marketer", "hours", Decimal(0)))

    def test_a_backup_who_is_the_voice_is_none(self, told):
        alone = ("reviews", "voices", [Voice("service-lead", Decimal(18))])
        assert told("owner.single-point", alone, ("reviews", "backup", ["service-lead"]))
        assert not told("owner.single-point", alone, ("reviews", "backup", ["service-lead", "host"]))
        assert not told("owner.single-point", ("reviews", "voices", []), ("reviews", "backup", []))
