"""Times of day are read as people write them, and kept as HH:MM."""

import pytest

from planner.errors import PlanError
from planner.model.schema import fields
from planner.parsing import is_time, read_time


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("9", "09:00"),
        ("9:00", "09:00"),
        ("09:05", "09:05"),
        ("9.30", "09:30"),
        ("9h", "09:00"),
        ("14h30", "14:30"),
        ("14:30h", "14:30"),
        ("9am", "09:00"),
        ("9 a.m.", "09:00"),
        ("2:30\u202fPM", "14:30"),
        ("12 am", "00:00"),
        ("12pm", "12:00"),
        ("0930", "09:30"),
        ("930", "09:30"),
        ("noon", "12:00"),
        ("9 o'clock", "09:00"),
        ("٩:٣٠", "09:30"),
        ("14時30分", "14:30"),
        ("  ", ""),
    ],
)
def test_a_time_is_read_as_people_write_it(typed, kept):
    assert read_time(typed) == kept


@pytest.mark.parametrize(
    "typed", ["24:00", "25", "9:60", "9:3", "13pm", "0am", "soon", "9 x", "-9", "9:00:00"]
)
def test_what_is_no_time_of_day_is_refused_with_a_way_to_write_one(typed):
    with pytest.raises(PlanError, match="not a time of day") as caught:
        read_time(typed)
    assert "9:00" in caught.value.hint


def test_only_the_fields_of_a_time_are_read_as_one():
    assert [spec.name for spec in fields("workshop") if is_time(spec)] == ["start", "until"]
