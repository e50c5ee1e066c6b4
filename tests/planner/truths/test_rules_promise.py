from decimal import Decimal

import pytest

from planner.model.records_experience import Channel, Voice
from planner.model.vocabulary import Audience, PolicyStatus


def channel(name, hours, audience=Audience.CUSTOMERS, reason=""):
    return Channel(
        id=name,
        name=name.capitalize(),
        interactive=True,
        audience=audience,
        promise_hours=Decimal(hours),
        promise_reason=reason,
    )


def test_the_brief_example_of_the_catalogue(told):
    voices = [Voice("service-lead", Decimal(12)), Voice("host", Decimal(8))]
    (finding,) = told("promise.beyond-capacity", ("reviews", "messages", 310), ("reviews", "voices", voices))
    assert finding.message == (
        "Reviews: 310 messages a week at 6 minutes are 31 h; its voices have 20 h (13.6 h productive)."
    )
    # 31 / (0.85 x 0.8) = 45.6, 25.6 more than 20; 13.6 h hold 136 messages of 6 minutes
    assert "25.6 h more a week" in finding.remedy
    assert "down to 136 a week" in finding.remedy


def test_work_that_just_fits_is_no_breach(told):
    # 18 h x 0.85 x 0.8 = 12.24 h = 122.4 messages of 6 minutes
    assert not told("promise.beyond-capacity", ("reviews", "messages", 122))
    assert told("promise.beyond-capacity", ("reviews", "messages", 123))


@pytest.mark.parametrize("name", ["occupancy", "presence"])
def test_the_shares_are_the_plans_own(told, name):
    assert told("promise.beyond-capacity", ("limits", name, Decimal("0.3")))


def test_voices_without_hours_and_no_voices_are_told_apart(told):
    (idle,) = told("promise.beyond-capacity", ("reviews", "voices", [Voice("host")]))
    (nobody,) = told("promise.beyond-capacity", ("reviews", "voices", []))
    assert idle.message.endswith("are 6 h; its voices have no hours for it.")
    assert nobody.message.endswith("are 6 h, and nobody is named to answer.")
    assert "with 8.9 h a week together" in nobody.remedy


def test_one_message_is_told_in_the_singular(told):
    one = [("reviews", "messages", 1), ("reviews", "minutes", Decimal(1)), ("reviews", "voices", [])]
    (finding,) = told("promise.beyond-capacity", *one)
    assert "1 message a week at 1 minute is 0.017 h" in finding.message


@pytest.mark.parametrize("name", ["messages", "minutes"])
def test_unknown_work_breaks_no_promise_but_is_asked_for(told, name):
    unknown = [("reviews", name, None), ("reviews", "voices", [])]
    assert not told("promise.beyond-capacity", *unknown)
    assert not told("promise.does-not-scale", *unknown)
    (finding,) = told("promise.does-not-scale", *unknown, ("reviews", "surge_plan", ""))
    assert f"without the {name} a" in finding.message


def test_promises_may_differ_by_the_factor_but_no_more(told):
    assert not told("promise.uneven", channel("chat", 12))
    (finding,) = told("promise.uneven", channel("chat", 11))
    assert finding.subject == "reviews"
    assert "to customers within 24 h, and “Chat” within 11 h: 2.18 times as fast" in finding.message
    assert not told("promise.uneven", channel("chat", 11), ("limits", "uneven_factor", Decimal(3)))


def test_promises_to_other_people_are_not_compared(told):
    assert not told("promise.uneven", channel("jobs", 1, Audience.CANDIDATES))


def test_a_channel_for_everybody_is_compared_with_all(told):
    (slow,) = told("promise.uneven", channel("desk", 1, Audience.EVERYBODY))
    assert slow.subject == "reviews"
    (slow,) = told("promise.uneven", channel("desk", 72, Audience.EVERYBODY))
    assert (slow.subject, slow.message.count("everybody")) == ("desk", 1)


def test_a_reason_on_either_channel_is_reason_enough(told):
    assert not told("promise.uneven", channel("chat", 1, reason="They are choosing right now."))
    assert not told("promise.uneven", channel("chat", 1), ("reviews", "promise_reason", "Reviews can wait."))


def test_an_answer_at_once_is_faster_than_any_factor_says(told):
    (finding,) = told("promise.uneven", channel("chat", 0))
    assert finding.message.endswith("and “Chat” at once.")


def test_the_multiple_at_which_it_breaks_is_never_rounded_up(told):
    # 12.24 h / 4.1 h = 2.985
    (finding,) = told("promise.does-not-scale", ("reviews", "surge_plan", ""), ("reviews", "messages", 41))
    assert "up to 2.9 times its 41 messages a week; at 3 times its promise breaks" in finding.message


def test_a_promise_that_holds_at_the_very_factor_scales(told):
    # 40 x 6.12 min = 4.08 h, a third of 12.24 h
    just = [("reviews", "surge_plan", ""), ("reviews", "messages", 40)]
    assert not told("promise.does-not-scale", *just, ("reviews", "minutes", Decimal("6.12")))
    assert told("promise.does-not-scale", *just, ("reviews", "minutes", Decimal("6.13")))


def test_a_promise_that_breaks_as_it_is_is_told_once(told):
    broken = [("reviews", "surge_plan", ""), ("reviews", "messages", 310)]
    assert told("promise.beyond-capacity", *broken)
    assert not told("promise.does-not-scale", *broken)


def test_no_messages_scale_for_ever(told):
    assert not told("promise.does-not-scale", ("reviews", "surge_plan", ""), ("reviews", "messages", 0))


def test_a_draft_against_unequal_treatment_is_a_beginning_a_withdrawn_one_is_none(told):
    assert not told("promise.unequal", ("equal-policy", "status", PolicyStatus.DRAFT))
    assert told("promise.unequal", ("equal-policy", "status", PolicyStatus.WITHDRAWN))


def test_help_that_nobody_else_sees_makes_nobody_feel_unequal(told):
    assert not told("promise.unequal", "equal-policy", ("reviews", "public", False))
