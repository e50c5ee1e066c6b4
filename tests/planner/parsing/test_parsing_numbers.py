from decimal import Decimal

import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from planner.errors import PlanError
from planner.model.values import Money
from planner.parsing import (
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

EN, DE, FR, CH = (Locale.parse(name) for name in ("en_GB", "de_DE", "fr_FR", "de_CH"))
INDIA = Locale.parse("en_IN")


@pytest.mark.parametrize(
    ("text", "locale", "figure"),
    [
        ("1250", EN, "1250"),
        ("12,500", EN, "12500"),
        ("12.500,50", EN, "12500.50"),
        ("12,500.50", DE, "12500.50"),
        ("12.500", DE, "12500"),
        ("12,5", DE, "12.5"),
        ("12,5", EN, "12.5"),
        ("0.125", EN, "0.125"),
        ("1 250", EN, "1250"),
        ("1\u202f250,5", FR, "1250.5"),
        ("1’250.50", CH, "1250.50"),
        ("12,34,567", INDIA, "1234567"),
        ("12.5k", EN, "12500"),
        ("1,2M", DE, "1200000"),
        (".5", EN, "0.5"),
        ("5.", EN, "5"),
        ("-3", EN, "-3"),
        ("−3", EN, "-3"),
        ("٣٫٥".replace("٫", "."), EN, "3.5"),
    ],
)
def test_a_figure_is_read_as_people_write_it(text, locale, figure):
    assert read_number(text, locale) == Decimal(figure)


@pytest.mark.parametrize(
    "text", ["", "abc", "1e999", "nan", "inf", "1.2.3,4,5", "1,2345,6", "12..5", "--3", "1;2", "9" * 60]
)
def test_what_is_no_figure_is_refused_in_words(text):
    with pytest.raises(PlanError, match="is not a number"):
        read_number(text, EN)


def test_a_whole_number_has_no_decimals():
    assert read_whole("1,250", EN) == 1250
    with pytest.raises(PlanError, match="not a whole number"):
        read_whole("12.5", EN)


@pytest.mark.parametrize("text", ["7.5", "7.5/10", "7,5", "7.5 of 10"])
def test_a_rating_may_say_out_of_what(text):
    assert read_rating(text, EN) == Decimal("7.5")


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("4 %", "0.04"),
        ("4", "0.04"),
        ("0.04", "0.04"),
        ("1", "0.01"),
        ("1.0", "1"),
        ("100%", "1"),
        ("0.5 %", "0.005"),
    ],
)
def test_a_percentage_is_read_as_a_part_of_one(text, part):
    assert read_percent(text, EN) == Decimal(part)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("7.5", "7.5"),
        ("7,5 h", "7.5"),
        ("7:30", "7.5"),
        ("1h30", "1.5"),
        ("1 h 30 min", "1.5"),
        ("45 min", "0.75"),
        ("90m", "1.5"),
        ("12 hours", "12"),
        ("6 h a week", "6"),
        ("0:20", "0.3333"),
    ],
)
def test_hours_are_read_as_people_write_them(text, hours):
    assert read_hours(text, EN) == Decimal(hours)


def test_days_are_not_hours():
    with pytest.raises(PlanError, match="not a number of hours"):
        read_hours("2 days", EN)


@pytest.mark.parametrize(
    ("text", "locale", "amount"),
    [
        ("12,500", EN, "12500"),
        ("12.500,50", DE, "12500.50"),
        ("1 250", FR, "1250"),
        ("12.5k", EN, "12500"),
        ("€9", EN, "9"),
        ("9 EUR", EN, "9"),
        ("9 eur", EN, "9"),
        ("0.125", EN, "0.125"),
    ],
)
def test_an_amount_is_read_in_the_plans_currency(text, locale, amount):
    assert read_money(text, "EUR", locale) == Money(Decimal(amount), "EUR")


@pytest.mark.parametrize(("text", "other"), [("$9", "USD"), ("9 GBP", "GBP"), ("£ 9", "GBP")])
def test_an_amount_in_another_currency_is_refused(text, other):
    with pytest.raises(PlanError, match=f"The plan is in EUR, not in {other}"):
        read_money(text, "EUR", EN)


def test_the_bare_dollar_sign_is_any_dollar():
    assert read_money("$9", "AUD", EN) == Money(Decimal(9), "AUD")


@pytest.mark.parametrize(("text", "locale"), [("12.500", EN), ("12,500", DE)])
def test_an_amount_that_could_be_two_is_refused_with_both(text, locale):
    with pytest.raises(PlanError, match=f"“{text}” could be 12500 or {text[:-1]}"):
        read_money(text, "EUR", locale)


@pytest.mark.parametrize("locale", [EN, DE, FR, CH, INDIA])
@pytest.mark.parametrize("figure", ["0", "0.04", "1250", "12500.5", "1234567.89", "-3"])
def test_what_is_shown_is_read_back(figure, locale):
    assert read_number(show_number(Decimal(figure), locale), locale) == Decimal(figure)
    if not figure.startswith("-"):
        money = Money(Decimal(figure), "EUR")
        assert read_money(show_money(money, locale), "EUR", locale) == money
    part = Decimal(figure) / 1000
    assert read_percent(show_percent(part, locale), locale) == part


def test_amounts_show_cents_only_where_there_are_some():
    assert show_money(Money(Decimal("12500.00"), "EUR"), EN) == "12,500"
    assert show_money(Money(Decimal("12500.5"), "EUR"), EN) == "12,500.50"
    assert show_money(Money(Decimal(12500), "EUR"), DE) == "12.500"
    assert show_money(Money(Decimal(1234567), "INR"), INDIA) == "12,34,567"


LANGUAGES = sorted({name.partition("_")[0] for name in locale_identifiers()})


@pytest.mark.parametrize("name", LANGUAGES)
def test_what_is_shown_is_read_back_in_every_language(name):
    locale = Locale(name)
    for number in map(Decimal, ("0", "-5", "12.5", "1240.5", "-1240.5", "1234567.25", "12500")):
        assert read_number(show_number(number, locale), locale) == number
        assert read_hours(show_number(abs(number), locale), locale) == abs(number)
    for part in map(Decimal, ("0", "0.85", "0.004", "1", "1.5", "-0.05")):
        assert read_percent(show_percent(part, locale), locale) == part
    for amount in (Money(Decimal(figure), "EUR") for figure in ("12500", "12500.5", "0.99", "1000000", "-5")):
        assert read_money(show_money(amount, locale), "EUR", locale) == amount


@pytest.mark.parametrize(
    ("name", "text", "figure"),
    [
        ("ar", "١٬٢٤٠٫٥", "1240.5"),
        ("ar", "\u200e-١٢", "-12"),
        ("fa", "۱٬۲۴۰٫۵", "1240.5"),
        ("hi", "१२,३४,५६७.५", "1234567.5"),
        ("de", "١٢٫٥٠٠", "12.5"),
    ],
)
def test_digits_and_marks_of_ones_own_are_read(name, text, figure):
    assert read_number(text, Locale(name)) == Decimal(figure)


def test_the_sign_of_percent_stands_on_either_side():
    for text in ("%85", "% 85", "85%", "85 %", "٨٥٪"):
        assert read_percent(text, Locale("tr")) == Decimal("0.85")
    assert read_percent("-%5", Locale("tr")) == Decimal("-0.05")


@pytest.mark.parametrize("text", ["١٫٢٫٣", "٫", "1٫5.2"])
def test_decimals_come_once(text):
    with pytest.raises(PlanError):
        read_number(text, Locale("ar"))
