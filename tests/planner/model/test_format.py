from datetime import date
from decimal import Decimal

import pytest

from planner.model.format import (
    OR,
    day,
    format_number,
    hours,
    listing,
    money,
    percent,
    plural,
    quoted,
    trimmed,
    with_unit,
)
from planner.model.values import Money


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("1240.5", "1,240.5"),
        ("20.00", "20"),
        ("1E+1", "10"),
        ("1E-7", "0.0000001"),
        ("0.004", "0.004"),
        ("0.0456", "0.046"),
        ("0.999", "1"),
        ("2.005", "2.01"),
        ("-3", "-3"),
        ("-0.0", "0"),
        ("1000000000000", "1,000,000,000,000"),
    ],
)
def test_numbers_have_separators_and_no_noise(number, text):
    assert format_number(Decimal(number)) == text


def test_a_number_in_full_is_not_rounded():
    assert trimmed(Decimal("1234.567800")) == "1,234.5678"
    assert trimmed(Decimal("-0.00")) == "0"


@pytest.mark.parametrize(
    ("number", "text"), [("13.64", "13.6 h"), (1, "1 h"), ("0.25", "0.25 h"), (0, "0 h")]
)
def test_hours(number, text):
    assert hours(Decimal(number)) == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [("12500", "EUR 12,500"), ("12500.00", "EUR 12,500"), ("0.5", "EUR 0.50"), ("9.999", "EUR 10")],
)
def test_money_has_cents_only_where_there_are_some(amount, text):
    assert money(Money(Decimal(amount), "EUR")) == text


def test_a_share_as_per_cent():
    assert (percent(Decimal("0.85")), percent(Decimal("0.125")), percent(Decimal(1))) == (
        "85 %",
        "12.5 %",
        "100 %",
    )


def test_a_day_has_its_month_in_words():
    assert day(date(2027, 5, 3)) == "3 May 2027"
    assert day(date(2026, 12, 31)) == "31 December 2026"


def test_lists_in_a_sentence():
    assert [listing([]), listing(["a"]), listing(["a", "b"]), listing(["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert listing("ab", OR) == "a or b"


def test_a_long_list_is_cut_where_that_saves_words():
    assert listing("abcd", most=3) == "a, b, c and d"
    assert listing("abcde", most=3) == "a, b, c and 2 more"


def test_a_number_with_its_noun():
    assert [plural(1, "day"), plural(0, "day"), plural(Decimal("1.50"), "week")] == [
        "1 day",
        "0 days",
        "1.5 weeks",
    ]
    assert plural(2, "person", "people") == "2 people"


def test_a_figure_with_what_it_counts():
    assert with_unit(Decimal("460.0"), "guests a week") == "460 guests a week"
    assert with_unit(460, "") == "460"
    assert quoted("a") == "“a”"
