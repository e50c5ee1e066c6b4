from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.analysis.capacity import backlog_need, channel_capacity, people_needed
from planner.model.plan import empty_plan
from planner.model.records_experience import Channel, Voice
from planner.model.records_purpose import Limits

BUSY = Channel(
    id="busy",
    interactive=True,
    messages=310,
    minutes=Decimal(6),
    voices=(Voice("a", Decimal(12)), Voice("b", Decimal(8))),
)


def test_needed_and_productive_hours_as_worked_by_hand():
    capacity = channel_capacity(empty_plan(), BUSY)
    assert capacity.needed == 31  # 310 x 6 / 60
    assert (capacity.staffed, capacity.productive) == (20, Decimal("13.6"))  # 20 x 0.85 x 0.80
    assert capacity.messages_fit == 136  # 13.6 x 60 / 6
    assert round(capacity.staffing_needed, 2) == Decimal("45.59")  # 31 / 0.68
    assert capacity.is_short
    assert round(capacity.break_multiple, 3) == Decimal("0.439")


def test_occupancy_and_presence_are_the_plans_own():
    limits = Limits(occupancy=Decimal(1), presence=Decimal("0.5"))
    plan = msgspec.structs.replace(empty_plan(), limits={"limits": limits})
    assert channel_capacity(plan, BUSY).productive == 10


def test_hours_that_just_suffice_are_not_short():
    voices = (Voice("a", Decimal(45)), Voice("b", Decimal(5)))  # 50 x 0.68 = 34
    enough = msgspec.structs.replace(BUSY, messages=340, voices=voices)
    assert not channel_capacity(empty_plan(), enough).is_short
    assert channel_capacity(empty_plan(), msgspec.structs.replace(enough, messages=341)).is_short


@pytest.mark.parametrize("name", ["messages", "minutes"])
def test_where_a_figure_is_missing_nothing_is_claimed(name):
    capacity = channel_capacity(empty_plan(), msgspec.structs.replace(BUSY, **{name: None}))
    assert (capacity.needed, capacity.staffing_needed, capacity.messages_fit) == (None, None, None)
    assert not capacity.is_short
    assert capacity.break_multiple is None


def test_no_messages_break_nothing():
    capacity = channel_capacity(empty_plan(), msgspec.structs.replace(BUSY, messages=0))
    assert (capacity.needed, capacity.break_multiple, capacity.is_short) == (0, None, False)


def test_nobody_there_breaks_at_once():
    capacity = channel_capacity(empty_plan(), msgspec.structs.replace(BUSY, voices=()))
    assert (capacity.is_short, capacity.break_multiple, capacity.messages_fit) == (True, 0, 0)


@given(st.integers(1, 10_000), st.decimals("0.1", 60, places=1), st.decimals(0, 168, places=1))
def test_the_staffing_needed_is_just_enough(messages, minutes, given_hours):
    short = msgspec.structs.replace(
        BUSY, messages=messages, minutes=minutes, voices=(Voice("a", given_hours),)
    )
    capacity = channel_capacity(empty_plan(), short)
    share = Decimal("0.85") * Decimal("0.80")
    assert abs(capacity.staffing_needed * share - capacity.needed) < Decimal("0.000001")
    assert capacity.is_short == (given_hours < capacity.staffing_needed)


def test_a_backlog_takes_ten_people():
    """The published example: 200 waiting, 5 days, 80 new a day, 25 minutes, 5.5 productive hours."""
    need = backlog_need(200, Decimal(5), Decimal(80), Decimal(25), Decimal("5.5"))
    assert (need.a_day, need.a_head, need.people) == (120, Decimal("13.2"), 10)
    assert people_needed(200, Decimal(80), Decimal(5), Decimal(25), Decimal("5.5")) == 10


def test_the_share_of_the_hours_in_use_is_told():
    capacity = channel_capacity(empty_plan(), BUSY)
    assert round(capacity.utilisation, 2) == Decimal("2.28")  # 31 / 13.6
    assert channel_capacity(empty_plan(), msgspec.structs.replace(BUSY, voices=())).utilisation is None


def test_people_come_whole_but_no_more_than_needed():
    assert backlog_need(0, Decimal(1), Decimal(132), Decimal(25), Decimal("5.5")).people == 10
    assert backlog_need(0, Decimal(1), Decimal("132.1"), Decimal(25), Decimal("5.5")).people == 11


def test_what_is_told_to_hold_holds():
    """18 h x 0.68 = 12.24 h for 10.5 h of work: 1.1657 times, so 1.1 and not 1.2."""
    channel = msgspec.structs.replace(BUSY, messages=105, voices=(Voice("a", Decimal(18)),))
    assert channel_capacity(empty_plan(), channel).holds_up_to == Decimal("1.1")
    assert channel_capacity(empty_plan(), msgspec.structs.replace(channel, messages=0)).holds_up_to is None
    quick = msgspec.structs.replace(channel, messages=1, minutes=Decimal("1E-24"))
    assert channel_capacity(empty_plan(), quick).holds_up_to == 1_000_000
