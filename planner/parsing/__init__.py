"""What people type, as values, and values as people read them; no widgets here."""

from planner.parsing.days import Day, read_day, show_day, show_moment
from planner.parsing.fields import Reading, read_field, show_field
from planner.parsing.numbers import (
    read_hours,
    read_money,
    read_number,
    read_percent,
    read_rating,
    read_whole,
    show_money,
    show_number,
    show_percent,
)
from planner.parsing.times import is_time, read_time

__all__ = [
    "Day",
    "Reading",
    "is_time",
    "read_day",
    "read_field",
    "read_hours",
    "read_money",
    "read_number",
    "read_percent",
    "read_rating",
    "read_time",
    "read_whole",
    "show_day",
    "show_field",
    "show_moment",
    "show_money",
    "show_number",
    "show_percent",
]
