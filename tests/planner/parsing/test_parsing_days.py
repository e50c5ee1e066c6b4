from datetime import UTC, date, datetime

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from planner.errors import PlanError
from planner.parsing import Day, read_day, show_day, show_moment

TODAY = date(2026, 11, 21)
EN, US, DE, FR = (Locale.parse(name) for name in ("en_GB", "en_US", "de_DE", "fr_FR"))
PLAN = Day(TODAY, date(2027, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027-05-03", date(2027, 5, 3)),
        ("3 May 2027", date(2027, 5, 3)),
        ("May 3, 2027", date(2027, 5, 3)),
        ("3rd of May 2027", date(2027, 5, 3)),
        ("Mon 3 May 2027", date(2027, 5, 3)),
        ("3.5.27", date(2027, 5, 3)),
        ("3/5/27", date(2027, 5, 3)),
        ("13/5/27", date(2027, 5, 13)),
        ("5/13/27", date(2027, 5, 13)),
        ("3 may 27", date(2027, 5, 3)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 22)),
        ("+2w", date(2026, 12, 5)),
        ("+ 10 days", date(2026, 12, 1)),
        ("in 3 months", date(2027, 2, 21)),
        ("-1y", date(2025, 11, 21)),
        ("friday", date(2026, 11, 27)),
        ("sat", date(2026, 11, 28)),
        ("29 Feb", date(2028, 2, 29)),
        ("3 December", date(2026, 12, 3)),
        ("3 May", date(2027, 5, 3)),
        ("21 November", TODAY),
    ],
)
def test_a_day_is_read_as_people_write_it(text, day):
    assert read_day(text, Day(TODAY), EN) == day


def test_a_day_without_a_year_lies_in_the_plans_period():
    assert read_day("3 Dec", PLAN, EN) == date(2027, 12, 3)
    assert read_day("3.12.", PLAN, DE) == date(2027, 12, 3)


def test_outside_the_period_it_lies_in_the_year_to_come():
    short = Day(TODAY, date(2027, 1, 1), date(2027, 3, 31))
    assert read_day("3 Dec", short, EN) == date(2026, 12, 3)


def test_the_locale_says_whether_the_month_comes_first():
    assert read_day("3/5/2027", Day(TODAY), US) == date(2027, 3, 5)
    assert read_day("3/5/2027", Day(TODAY), EN) == date(2027, 5, 3)
    assert read_day("3.5.2027", Day(TODAY), US) == date(2027, 5, 3)


@pytest.mark.parametrize(("text", "locale"), [("3. Mai 2027", DE), ("3 mai 2027", FR), ("3 May 2027", DE)])
def test_month_names_of_the_locale_and_of_english_are_known(text, locale):
    assert read_day(text, Day(TODAY), locale) == date(2027, 5, 3)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "31 June 2027", "30/2/27", "May", "May 2027", "3 May or 4", "2027", "3 Ma 27", "9999999w"],
)
def test_what_is_no_day_is_refused_in_words(text):
    with pytest.raises(PlanError, match="is not a day"):
        read_day(text, Day(TODAY), EN)


def test_a_year_that_nobody_means_is_refused():
    with pytest.raises(PlanError, match="The year 0207 is out of range"):
        read_day("3.5.0207", Day(TODAY), EN)


@pytest.mark.parametrize("name", sorted({name.partition("_")[0] for name in locale_identifiers()}))
def test_what_is_shown_is_read_back_in_every_language(name):
    locale = Locale(name)
    for month in range(1, 13):
        for when in (date(2027, month, 3), date(2027, month, 28)):
            assert read_day(show_day(when, locale), Day(TODAY), locale) == when
            assert read_day(show_day(when, locale).upper(), Day(TODAY), locale) == when


@pytest.mark.parametrize("name", ["ar", "fa", "hi", "he"])
@given(when=st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_digits_of_ones_own_are_read(name, when):
    locale = Locale(name)
    own = str.maketrans(
        "0123456789", {"ar": "٠١٢٣٤٥٦٧٨٩", "fa": "۰۱۲۳۴۵۶۷۸۹", "hi": "०१२३४५६७८९", "he": "0123456789"}[name]
    )
    assert read_day(show_day(when, locale).translate(own), Day(TODAY), locale) == when


def test_figures_in_the_other_order_are_still_read_where_only_that_is_a_day():
    assert read_day("31/10/2026", Day(TODAY), US) == date(2026, 10, 31)
    assert read_day("10.31.2026", Day(TODAY), DE) == date(2026, 10, 31)


def test_marks_that_steer_the_direction_are_passed_over():
    assert read_day("\u206831\u200f/10\u200f/2026\u2069", Day(TODAY), Locale("ar")) == date(2026, 10, 31)
    assert read_day("31\u200f/10", Day(TODAY), Locale("ar")) == date(2027, 10, 31)


def test_a_moment_is_shown_to_the_second_at_most():
    assert "2026" in show_moment(datetime(2026, 11, 21, 14, 3, tzinfo=UTC), EN)
