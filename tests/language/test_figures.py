from datetime import date, time
from decimal import Decimal
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.language import speak
from planner.language.calendar_words import day_in_year
from planner.language.figures import (
    FIRST_STRONG_ISOLATE,
    POP_ISOLATE,
    figure,
    in_a_row,
    isolated,
    written_day,
    written_short_day,
    written_time,
)
from planner.model.format import day, format_number, money, percent
from planner.model.values import Money
from planner.paper.text.bidi import base_level
from planner.parsing.numbers import read_number

FIGURES = st.decimals(min_value=-(10**12), max_value=10**12, allow_nan=False, places=3)


@pytest.mark.parametrize(
    ("region", "number", "share", "amount", "when", "clock"),
    [
        ("001", "1,240.5", "85.5 %", "EUR 12,500", "3 May 2027", "14:05"),
        ("GB", "1,240.5", "85.5 %", "EUR 12,500", "3 May 2027", "14:05"),
        ("US", "1,240.5", "85.5 %", "EUR 12,500", "May 3, 2027", "2:05\u202fPM"),
        ("DE", "1.240,5", "85,5 %", "EUR 12.500", "3 May 2027", "14:05"),
        ("IN", "1,240.5", "85.5 %", "EUR 12,500", "3 May 2027", "2:05\u202fpm"),
    ],
)
def test_figures_and_days_are_written_as_in_the_region(speaking, region, number, share, amount, when, clock):
    speaking("en", region)
    assert format_number(Decimal("1240.50")) == number
    assert percent(Decimal("0.855")) == share
    assert money(Money(Decimal("12500.00"), "EUR")) == amount
    assert day(date(2027, 5, 3)) == written_day(date(2027, 5, 3)) == when
    assert written_time(time(14, 5)) == clock


def test_thousands_are_grouped_as_in_the_region(speaking):
    speaking("en", "IN")
    assert figure(12_345_678) == "1,23,45,678"


def test_a_region_that_nobody_knows_writes_as_the_world_does(speaking):
    speaking("en", "QZ")
    assert figure(Decimal("1240.5")) == "1,240.5"
    assert written_day(date(2027, 5, 3)) == "3 May 2027"


def test_days_and_times_stay_whole_where_one_writes_from_the_right(speaking):
    speaking("ar-XB")
    when = date(2026, 10, 31)
    for text in (written_day(when), written_short_day(when), day_in_year(when), written_time(time(14, 5))):
        assert (text[0], text[-1]) == (FIRST_STRONG_ISOLATE, POP_ISOLATE)
    assert written_short_day(when) == isolated("31\u200f/10\u200f/2026")
    speaking("en-XA")
    assert FIRST_STRONG_ISOLATE not in written_short_day(when)


def test_a_minus_stays_before_its_figure_where_one_writes_from_the_right(speaking):
    speaking("ar-XB")
    assert figure(-5) == "\u200e-5"
    assert figure(5) == "5"
    speaking("en-XA", "DE")
    assert figure(Decimal("-1240.5")) == "-1.240,5"


def test_decimals_asked_for_are_written_even_as_zeros(speaking):
    assert figure(Decimal("3.5"), places=2) == "3.50"
    speaking("en", "DE")
    assert figure(Decimal("3.5"), places=2) == "3,50"


@given(FIGURES)
@pytest.mark.parametrize("region", ["001", "DE", "CH", "IN", "FR"])
def test_a_written_figure_is_read_again_as_the_same(region, number):
    spoken = speak("en", region)
    try:
        assert read_number(figure(number), spoken.locale) == number
    finally:
        speak("en")


def test_nothing_is_written_alike_after_less_than_nothing(speaking):
    speaking("en", "DE")
    assert [figure(number) for number in (Decimal("-0"), Decimal(0), Decimal("-0.00"))] == ["0", "0", "0"]


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("babel.numbers.format_decimal", lambda: figure(Decimal("98765.4321"))),
        ("babel.dates.format_date", lambda: written_day(date(2031, 7, 19))),
    ],
)
def test_a_table_that_is_written_again_asks_for_no_figure_twice(speaking, monkeypatch, name, write):
    speaking("en", "CH")
    module, function = name.rsplit(".", 1)
    real, asked = getattr(import_module(module), function), []

    def counted(*args, **kwargs):
        asked.append(args)
        return real(*args, **kwargs)

    monkeypatch.setattr(name, counted)
    assert write() == write()
    assert len(asked) == 1


def test_short_texts_side_by_side_are_parted_by_dots():
    assert in_a_row("Owner", "", "3 May") == "Owner · 3 May"
    assert in_a_row("", "") == ""


def test_side_by_side_they_begin_where_the_language_does_and_stay_whole(speaking):
    speaking("ar-XB")
    when = written_day(date(2027, 5, 3))
    assert in_a_row("Owner", when, "What?") == f"\u200f\u2068Owner\u2069 · {when} · \u2068What?\u2069"
    assert in_a_row("Owner") == "Owner"
    assert base_level(in_a_row("Owner", "Floor manager")) == 1
