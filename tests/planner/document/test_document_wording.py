"""How values read in cells and sentences."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from planner.document.wording import (
    in_words,
    in_words_within,
    joined,
    moment,
    rounded,
    short_day,
    shortened,
    shown,
    span,
)
from planner.model.values import Money
from planner.model.vocabulary import Severity


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "–"),
        ("", "–"),
        ("  ", "–"),
        ("two words", "two words"),
        (Severity.MAJOR, "Major"),
        (Decimal("1240.50"), "1,240.5"),
        (12_000, "12,000"),
        (True, "Yes"),
        (False, "No"),
        (Money(Decimal("12.5"), "EUR"), "EUR 12.50"),
        (date(2027, 9, 3), "3 Sep 2027"),
    ],
)
def test_a_value_reads_as_it_stands_in_a_cell(value, text):
    assert shown(value) == text


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (None, None, "–"),
        (date(2027, 1, 4), None, "from 4 Jan 2027"),
        (None, date(2027, 1, 4), "until 4 Jan 2027"),
        (date(2027, 1, 4), date(2027, 12, 31), "4 Jan 2027 – 31 Dec 2027"),
    ],
)
def test_two_days_read_as_a_stretch_of_time(first, last, text):
    assert span(first, last) == text


@pytest.mark.parametrize(
    ("zone", "text"),
    [(UTC, "4 Jan 2027, 09:05 UTC"), (timezone(timedelta(hours=-5)), "4 Jan 2027, 09:05 UTC-0500")],
)
def test_a_moment_keeps_the_clock_that_was_used(zone, text):
    assert moment(datetime(2027, 1, 4, 9, 5, tzinfo=zone)) == text


def test_numbers_stand_in_words_up_to_twelve():
    assert [in_words(n) for n in (0, 1, 12, 13, 1200)] == ["No", "One", "Twelve", "13", "1,200"]
    assert [in_words_within(n) for n in (0, 1, 12, 13)] == ["no", "one", "twelve", "13"]


def test_months_have_three_letters():
    assert [short_day(date(2027, m, 1)).split()[1] for m in (5, 6, 9)] == ["May", "Jun", "Sep"]


def test_an_estimate_is_rounded_half_up_to_whole_units():
    assert rounded(Money(Decimal("1654.50"), "GBP")).amount == 1655


def test_a_short_text_stays_whole_on_one_line():
    assert shortened("a\n\n b", 100) == "a b"


def test_a_long_text_ends_with_a_sentence_where_one_ends_late_enough():
    assert shortened("One two three. Four five six seven.", 24) == "One two three."


def test_a_long_text_without_a_sentence_ends_behind_a_word():
    assert shortened("one two three four", 10) == "one two …"


def test_a_long_word_is_cut():
    assert shortened("x" * 200_000, 50) == "x" * 50 + " …"


def test_names_with_a_comma_or_an_and_of_their_own_are_parted_by_semicolons():
    assert joined(["Owner", "Host", "Cook"]) == "Owner, Host and Cook"
    assert joined(["Owner", "Co-owner, money", "Host"]) == "Owner; Co-owner, money; Host"
    assert joined(["Bread and butter", "Jam", "Tea", "Milk"], most=2) == "Bread and butter; Jam; 2 more"
    assert joined(["Bread and butter"]) == "Bread and butter"
    assert joined([], missing="nobody") == "nobody"
