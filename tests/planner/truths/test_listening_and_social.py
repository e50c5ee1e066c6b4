"""Listening and being social at their edges."""

from datetime import date
from decimal import Decimal

import pytest

from planner.model.records_experience import ListeningSource
from planner.model.records_work import Review, Tactic
from planner.model.vocabulary import TacticKind, VoicesHeard, Yield

TRUST = ("weekday-letter", "yields", [Yield.TRUST])
ON_REVIEWS = ("weekday-letter", "channel", "reviews")


def push(name, hours, starts, ends):
    return Tactic(id=name, kind=TacticKind.PROMOTE, hours=Decimal(hours), starts_on=starts, ends_on=ends)


class TestTooLittle:
    def test_the_figures_and_both_ways_out_are_named(self, told):
        (finding,) = told("listen.too-little", ("guest-talk", "hours", Decimal(1)))
        assert finding.message == (
            "From 1 March 2027, 3 h a week go into push tactics and 1 h into listening, where at least 1.5 h "
            "should."
        )
        assert finding.remedy.startswith("Give listening 0.5 h a week more, or take 1 h a week off")

    def test_push_tactics_that_follow_each_other_do_not_add_up(self, told):
        steps = (
            push("spring", 8, date(2027, 4, 1), date(2027, 4, 30)),
            push("summer", 8, date(2027, 5, 1), date(2027, 5, 31)),
            "weekday-letter",
        )
        assert not told("listen.too-little", *steps)

    def test_push_tactics_that_meet_on_one_day_do(self, told):
        steps = (
            push("spring", 8, date(2027, 4, 1), date(2027, 5, 1)),
            push("summer", 8, date(2027, 5, 1), date(2027, 5, 31)),
            "weekday-letter",
        )
        (finding,) = told("listen.too-little", *steps)
        assert finding.message.startswith("From 1 May 2027, 16 h a week")

    def test_tactics_that_listen_count_as_listening(self, told):
        steps = (("guest-talk", "hours", Decimal(1)), ("answer-reviews", "kind", TacticKind.LISTEN))
        assert not told("listen.too-little", *steps)

    def test_the_share_is_the_plans_own(self, told):
        assert told("listen.too-little", ("limits", "listening_share", Decimal(2)))
        none_wanted = (("limits", "listening_share", Decimal(0)), ("guest-talk", "hours", None))
        assert not told("listen.too-little", *none_wanted)

    def test_a_source_without_hours_listens_for_none(self, told):
        (finding,) = told("listen.too-little", ("guest-talk", "hours", None))
        assert "and 0 h into listening" in finding.message

    def test_without_any_date_the_sentence_names_none(self, told):
        undated = [
            (t, f, None) for t in ("answer-reviews", "weekday-letter") for f in ("starts_on", "ends_on")
        ]
        period = [("brief", "starts_on", None), ("brief", "ends_on", None)]
        (finding,) = told("listen.too-little", *undated, *period, ("guest-talk", "hours", Decimal(1)))
        assert finding.message.startswith("3 h a week go into push tactics")

    def test_a_missing_source_is_told_once(self, told):
        assert told("listen.none", "guest-talk")
        for rule in ("listen.too-little", "listen.only-our-own", "listen.nothing-done"):
            assert not told(rule, "guest-talk")


@pytest.mark.parametrize(
    ("steps", "field", "words"),
    [
        ([("guest-talk", "repository", " ")], "repository", "is kept nowhere."),
        ([("guest-talk", "can_act", None)], "can_act", "reaches nobody who can act on it."),
        (
            [("guest-talk", "repository", ""), ("guest-talk", "can_act", None)],
            "repository",
            "is kept nowhere and reaches nobody who can act on it.",
        ),
    ],
)
def test_a_dead_end_is_one_finding(told, steps, field, words):
    (finding,) = told("listen.dead-end", *steps)
    assert finding.field == field
    assert finding.message.endswith(words)


def test_one_source_that_hears_competitors_customers_is_enough(told):
    ours = ("guest-talk", "voices", [VoicesHeard.OUR_CUSTOMERS])
    other = ListeningSource(id="other", name="Other", voices=(VoicesHeard.COMPETITORS_CUSTOMERS,))
    assert told("listen.only-our-own", ours)
    assert not told("listen.only-our-own", ours, other)


def test_nothing_done_is_silent_where_the_review_itself_is_missing(told):
    assert told("listen.nothing-done", ("spring-review", "heard", []))
    assert not told("listen.nothing-done", "spring-review")


def test_one_review_that_acts_on_what_was_heard_is_enough(told):
    assert not told("listen.nothing-done", Review(id="autumn", name="Autumn review"))


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        (["answer-reviews"], "The only tactic publishes or promotes;"),
        ([("answer-reviews", "kind", TacticKind.PROMOTE)], "Both tactics publish or promote;"),
        (
            [("answer-reviews", "kind", TacticKind.PROMOTE), Tactic(id="more", kind=TacticKind.PUBLISH)],
            "All 3 tactics publish or promote;",
        ),
    ],
)
def test_a_plan_that_only_pushes_is_told_so_in_its_own_number(told, steps, words):
    (finding,) = told("social.only-marketing", *steps)
    assert finding.message.startswith(words)


def test_a_plan_without_tactics_is_not_only_marketing(told):
    assert not told("social.only-marketing", "answer-reviews", "weekday-letter")


class TestPublishingMagic:
    def test_only_what_must_be_earned_counts(self, told):
        steps = ("weekday-letter", "yields", [Yield.REACH, Yield.SALES, Yield.SATISFACTION])
        assert not told("social.publishing-magic", steps)
        (finding,) = told("social.publishing-magic", ("weekday-letter", "yields", [Yield.TRUST, Yield.REACH]))
        assert "is to yield trust, and no tactic" in finding.message
        assert "on “Letter to regulars” while it runs" in finding.message

    def test_the_talking_must_happen_on_the_same_channel_and_on_one_day_at_least(self, told):
        steps = (TRUST, ON_REVIEWS)
        assert not told("social.publishing-magic", *steps)
        assert not told("social.publishing-magic", *steps, ("answer-reviews", "ends_on", date(2027, 3, 1)))
        assert told("social.publishing-magic", *steps, ("answer-reviews", "ends_on", date(2027, 2, 28)))
        assert told("social.publishing-magic", *steps, ("answer-reviews", "starts_on", date(2027, 12, 1)))

    def test_an_early_long_conversation_counts_beside_a_later_short_one(self, told):
        short = Tactic(
            id="short",
            kind=TacticKind.CONVERSE,
            channel="reviews",
            starts_on=date(2027, 2, 1),
            ends_on=date(2027, 2, 2),
        )
        assert not told("social.publishing-magic", TRUST, ON_REVIEWS, short)

    def test_dates_left_open_reach_for_ever(self, told):
        open_end = [
            (t, f, None) for t in ("answer-reviews", "weekday-letter") for f in ("starts_on", "ends_on")
        ]
        assert not told("social.publishing-magic", TRUST, ON_REVIEWS, *open_end)

    def test_without_a_channel_nobody_is_talked_with(self, told):
        (finding,) = told("social.publishing-magic", TRUST, ("weekday-letter", "channel", None))
        assert "it names no channel" in finding.message

    def test_a_relationship_tactic_may_yield_trust_by_itself(self, told):
        assert not told("social.publishing-magic", ("answer-reviews", "yields", [Yield.TRUST]))
