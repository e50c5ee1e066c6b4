from datetime import date
from decimal import Decimal

import pytest
from babel import Locale

from planner.editing.verbs import add
from planner.errors import PlanError
from planner.model.plan import empty_plan
from planner.model.records_experience import Voice
from planner.model.records_purpose import Person
from planner.model.records_work import Objective, Serving
from planner.model.schema import field
from planner.model.vocabulary import Level, TacticKind, VoicesHeard
from planner.parsing import Reading, read_field, show_field

EN = Locale.parse("en_GB")


@pytest.fixture
def reading():
    plan = add(empty_plan(), Person(id="ana", name="Ana: service")).plan
    plan = add(plan, Person(id="ben", name="Ben")).plan
    plan = add(plan, Objective(id="more", name="More bookings")).plan
    return Reading(plan, date(2026, 11, 21), EN)


@pytest.mark.parametrize(
    ("kind", "name", "text", "value"),
    [
        ("tactics", "name", "Reply  to\nreviews", "Reply to reviews"),
        ("tactics", "kind", "respond", TacticKind.RESPOND),
        ("tactics", "kind", "Resp", TacticKind.RESPOND),
        ("metrics", "level", "business", Level.BUSINESS),
        ("tactics", "accountable", "BEN", "ben"),
        ("tactics", "accountable", "—", None),
        ("tactics", "responsible", "Ben; Ana: service; ben", ("ben", "ana")),
        ("tactics", "objectives", "more bookings: 40 %", (Serving("more", Decimal("0.4")),)),
        ("tactics", "objectives", "More bookings", (Serving("more"),)),
        ("channels", "voices", "Ana: service: 5; Ben", (Voice("ana", Decimal(5)), Voice("ben"))),
        ("listening", "voices", "staff; market", (VoicesHeard.STAFF, VoicesHeard.MARKET)),
        ("channels", "interactive", "x", True),
        ("channels", "interactive", "No", False),
        ("channels", "minutes", "5 min", Decimal(5)),
        ("objectives", "baseline", "38 %", Decimal(38)),
        ("objectives", "target", "5%", Decimal(5)),
        ("metrics", "target", "€12,500", Decimal(12500)),
        ("readings", "figure", "3.5 percent", Decimal("3.5")),
        ("metrics", "rate", "4 %", Decimal("0.04")),
        ("metrics", "rate", "0.04", Decimal("0.04")),
        ("limits", "listening_share", "50%", Decimal("0.5")),
        ("brief", "currency", "gbp", "GBP"),
        ("tactics", "starts_on", "3 May 2027", date(2027, 5, 3)),
        ("tactics", "starts_on", " ", None),
        ("tactics", "starts_on", "\u202a3 May 2027\u202c", date(2027, 5, 3)),
    ],
)
def test_a_text_becomes_the_fields_value(reading, kind, name, text, value):
    assert read_field(field(kind, name), text, reading) == value


def test_what_does_not_fit_is_told_without_the_marks_that_would_turn_the_sentence_round(reading):
    with pytest.raises(PlanError, match="“soon” is not a day"):
        read_field(field("tactics", "starts_on"), "\u202esoon", reading)


@pytest.mark.parametrize(
    ("kind", "name", "text", "sentence"),
    [
        ("tactics", "accountable", "Zoe", "The plan has no entry called “Zoe”"),
        ("tactics", "kind", "re", "“re” is not one of the choices for kind"),
        ("channels", "interactive", "perhaps", "“perhaps” is neither yes nor no"),
        ("objectives", "baseline", "%", "“%” is not a number"),
        ("objectives", "baseline", "38 % of all", "“38 % of all” is not a number"),
        ("objectives", "target", "$5", "The plan is in EUR, not in USD"),
        ("channels", "minutes", "5 %", "“5 %” is not a number"),
        ("brief", "currency", "XXY", "“XXY” is not a currency"),
        ("touchpoints", "rating", "11", "out of range; it can be from 0 to 10"),
        ("limits", "occupancy", "", "Occupancy can't be left empty"),
        ("approvals", "at", "now", "can't be typed"),
    ],
)
def test_a_text_that_does_not_fit_is_refused_in_words(reading, kind, name, text, sentence):
    with pytest.raises(PlanError, match=sentence):
        read_field(field(kind, name), text, reading)


def test_a_shown_value_is_read_back(reading):
    spec = field("tactics", "objectives")
    value = (Serving("more", Decimal("0.405")),)
    assert show_field(spec, value, reading.plan, EN) == "More bookings: 40.5%"
    assert read_field(spec, "More bookings: 40.5%", reading) == value


def test_what_is_not_filled_in_shows_nothing(reading):
    assert show_field(field("tactics", "accountable"), None, reading.plan, EN) == ""
    assert show_field(field("tactics", "responsible"), (), reading.plan, EN) == ""
    assert show_field(field("channels", "public"), True, reading.plan, EN) == "Yes"
