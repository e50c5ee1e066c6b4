"""Change, ideas, adapting and focus at their edges."""

from datetime import date
from decimal import Decimal

import pytest

from planner.model.records_experience import Channel, Voice
from planner.model.records_purpose import BudgetLine
from planner.model.records_work import Idea, Metric, Objective, Review, Tactic
from planner.model.vocabulary import BudgetCategory, Level, Origin

UNTRAINED = [(person, "trained_on", None) for person in ("service-lead", "host")]


def ideas(*origins):
    return [Idea(id=f"idea-{number}", origin=origin) for number, origin in enumerate(origins)]


class TestChange:
    def test_a_tool_bought_on_the_day_of_the_first_training_is_in_time(self, told):
        assert not told("change.tools-first", ("tool-line", "bought_on", date(2026, 12, 1)))
        assert told("change.tools-first", ("tool-line", "bought_on", date(2026, 11, 30)))

    def test_the_first_training_counts_and_not_the_last(self, told):
        assert not told("change.tools-first", ("host", "trained_on", date(2027, 6, 1)))

    def test_the_earliest_tool_is_named_once(self, told):
        tools = [
            BudgetLine(id=name, name=name.title(), category=BudgetCategory.TOOLS, bought_on=on)
            for name, on in (("late", date(2026, 11, 20)), ("early", date(2026, 11, 2)))
        ]
        (finding,) = told("change.tools-first", *tools)
        assert finding.message.startswith("“Early” is bought on 2 November 2026")

    def test_a_tool_and_nobody_trained_needs_no_date(self, told):
        (finding,) = told("change.tools-first", *UNTRAINED, ("tool-line", "bought_on", None))
        assert "nobody in the plan has been trained yet" in finding.message
        assert not told("change.tools-first", *UNTRAINED, "tool-line")

    def test_a_tool_without_a_date_may_come_after_the_training(self, told):
        assert not told("change.tools-first", ("tool-line", "bought_on", None))


class TestIdeas:
    def test_origins_are_judged_from_the_fifth_idea_on(self, told):
        assert told("ideas.one-origin", "reply-by-name", *ideas(*[Origin.STAFF] * 5))
        assert not told("ideas.one-origin", "reply-by-name", *ideas(*[Origin.STAFF] * 4))

    def test_ideas_without_an_origin_are_left_out(self, told):
        (finding,) = told("ideas.one-origin", "reply-by-name", *ideas(*[Origin.FRONT_LINE] * 5, None))
        assert finding.message == "All 5 ideas whose origin is stated come from one side: front line."

    def test_a_single_idea_never_counts_as_one_sided(self, told):
        assert not told("ideas.one-origin", ("limits", "ideas_count", 1))

    def test_an_undecided_idea_is_not_also_unexplained(self, told):
        blank = [("reply-by-name", name, None) for name in ("decision", "decided_by", "decided_on")]
        assert told("ideas.undecided", *blank)
        assert not told("ideas.unexplained", *blank)

    def test_all_that_a_decision_lacks_is_named(self, told):
        blank = [("reply-by-name", name, None) for name in ("decided_by", "decided_on")]
        (finding,) = told("ideas.unexplained", *blank)
        assert finding.message.endswith("was adopted, and nobody wrote down who decided or when.")
        assert finding.field == "decided_by"


class TestReviews:
    @pytest.mark.parametrize(("on", "late"), [(date(2027, 4, 4), False), (date(2027, 4, 5), True)])
    def test_the_ninetieth_day_is_in_time_and_the_next_is_not(self, told, on, late):
        assert bool(told("adapt.no-review", ("spring-review", "on", on))) is late

    def test_missing_undated_and_past_reviews_are_told_apart(self, told):
        assert told("adapt.no-review", "spring-review")[0].message == "The plan has no review."
        undated = told("adapt.no-review", ("spring-review", "on", None))
        assert undated[0].message == "No review has a date."
        past = told("adapt.no-review", ("spring-review", "on", date(2027, 1, 3)))
        assert past[0].message == "Every review lies before the plan starts on 4 January 2027."

    def test_the_first_review_from_the_start_on_counts(self, told):
        later = Review(id="later", name="Later", on=date(2027, 12, 1))
        assert not told("adapt.no-review", later)
        (finding,) = told("adapt.no-review", later, ("spring-review", "on", date(2027, 1, 3)))
        assert "“Later” on 1 December 2027, comes 331 days after" in finding.message

    def test_a_review_on_the_first_day_is_one(self, told):
        assert not told("adapt.no-review", ("spring-review", "on", date(2027, 1, 4)))

    def test_the_limit_is_the_plans_own(self, told):
        assert told("adapt.no-review", ("limits", "first_review_days", 69))
        assert not told("adapt.no-review", ("limits", "first_review_days", 70))


class TestPatience:
    @pytest.mark.parametrize(("due", "hasty"), [(date(2027, 3, 8), False), (date(2027, 3, 7), True)])
    def test_exactly_eight_weeks_are_enough(self, told, due, hasty):
        assert bool(told("adapt.impatient", ("weekday-guests", "due", due))) is hasty

    @pytest.mark.parametrize(
        ("due", "words"),
        [
            (date(2027, 1, 12), "1 day after “Reply to reviews”"),
            (date(2027, 1, 11), "on the very day on which “Reply to reviews”"),
            (date(2027, 1, 9), "2 days before “Reply to reviews”"),
        ],
    )
    def test_the_wait_is_told_in_words(self, told, due, words):
        (finding,) = told("adapt.impatient", ("weekday-guests", "due", due))
        assert words in finding.message

    def test_outcomes_count_up_the_ladder_and_activities_do_not(self, told):
        early = date(2027, 1, 20)
        assert [f.subject for f in told("adapt.impatient", ("return-bookings", "due", early))] == [
            "return-bookings"
        ]
        assert not told("adapt.impatient", ("reviews-answered", "due", early))
        business = ("reviews-answered", "level", Level.BUSINESS)
        assert told("adapt.impatient", ("reviews-answered", "due", early), business)

    def test_a_tactic_without_a_start_counts_from_the_plans(self, told):
        undated = ("answer-reviews", "starts_on", None)
        assert told("adapt.impatient", undated, ("weekday-guests", "due", date(2027, 2, 28)))
        assert not told("adapt.impatient", undated, ("weekday-guests", "due", date(2027, 3, 1)))

    def test_what_no_tactic_feeds_has_nothing_to_wait_for(self, told):
        assert not told("adapt.impatient", Objective(id="idle", due=date(2027, 1, 5)))

    def test_a_loop_of_metrics_ends(self, told):
        loop = Metric(id="loop", level=Level.OUTCOME, due=date(2027, 1, 20), feeds="return-bookings")
        steps = (loop, ("return-bookings", "feeds", "loop"))
        assert [f.subject for f in told("adapt.impatient", *steps)] == ["loop"]


class TestPilots:
    NEW = (("letter", "existing", False), ("letter", "opens_on", date(2027, 3, 1)))

    def test_the_finding_leads_to_the_first_tactic_there(self, told):
        earlier = Tactic(id="earlier", name="Earlier", channel="letter", starts_on=date(2027, 2, 1))
        (finding,) = told("adapt.no-pilot", *self.NEW, earlier)
        assert (finding.subject, finding.field) == ("earlier", "pilot")

    def test_one_pilot_is_enough(self, told):
        assert not told("adapt.no-pilot", *self.NEW, Tactic(id="trial", channel="letter", pilot=True))

    def test_a_channel_without_tactics_is_not_told_of(self, told):
        assert not told("adapt.no-pilot", *self.NEW, "weekday-letter")


class TestFocus:
    def test_three_channels_of_a_voice_are_fine_and_passive_ones_do_not_count(self, told):
        def counters(count, *, interactive=True):
            return [
                Channel(
                    id=f"c{number}",
                    name=f"C{number}",
                    interactive=interactive,
                    voices=(Voice("host"), Voice("host", Decimal(1))),
                )
                for number in range(count)
            ]

        assert not told("focus.spread-thin", *counters(2))
        (finding,) = told("focus.spread-thin", *counters(5))
        assert "a voice on 6 interactive channels: “Reviews”, “C0”, “C1”, “C2” and 2 more;" in finding.message
        assert not told("focus.spread-thin", *counters(5, interactive=False))

    def crowd(self, *days):
        return [
            Channel(id=f"n{number}", name=f"N{number}", existing=False, opens_on=day)
            for number, day in enumerate(days)
        ]

    def test_openings_on_one_day_are_told_as_such(self, told):
        (finding,) = told("focus.launch-crowd", *self.crowd(*[date(2027, 5, 1)] * 3))
        assert finding.message.startswith("3 new channels open on 1 May 2027: “N0”, “N1” and “N2”.")
        assert (finding.subject, finding.field) == ("n2", "opens_on")

    def test_two_crowds_are_two_findings(self, told):
        days = [date(2027, month, day) for month in (3, 9) for day in (1, 2, 3)]
        assert [f.subject for f in told("focus.launch-crowd", *self.crowd(*days))] == ["n2", "n5"]

    def test_a_crowd_may_begin_after_a_lone_opening(self, told):
        days = [date(2027, 3, 1), date(2027, 3, 20), date(2027, 4, 5), date(2027, 4, 10)]
        (finding,) = told("focus.launch-crowd", *self.crowd(*days))
        assert finding.message.startswith("3 new channels open within 21 days, from 20 March 2027")

    def test_existing_channels_and_unknown_days_do_not_count(self, told):
        crowd = self.crowd(*[date(2027, 5, 1)] * 2)
        assert not told("focus.launch-crowd", *crowd, Channel(id="old", opens_on=date(2027, 5, 1)))
        assert not told("focus.launch-crowd", *crowd, Channel(id="some-day", existing=False))
