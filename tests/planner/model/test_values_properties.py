"""What a field may hold is cleaned, bounded and exact, and cleaning again changes nothing."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import plans, records

from planner.errors import PlanError
from planner.model.checked import checked_record, checked_value
from planner.model.kinds import KINDS
from planner.model.plan import Plan, empty_plan
from planner.model.records_experience import Voice
from planner.model.records_purpose import Person
from planner.model.records_work import Serving
from planner.model.schema import field
from planner.model.text import clean_text
from planner.model.vocabulary import Yield

ANY_TEXT = st.text(st.characters(), max_size=80)


@given(ANY_TEXT, st.booleans())
@settings(max_examples=300)
def test_cleaned_text_can_be_stored_and_stays_as_it_is(text: str, lines: bool) -> None:
    cleaned = clean_text(text, lines=lines)
    cleaned.encode()
    assert "\x00" not in cleaned
    assert lines or "\n" not in cleaned
    assert clean_text(cleaned, lines=lines) == cleaned


@given(st.data())
@settings(max_examples=50)
def test_a_checked_record_is_checked_for_good(data: st.DataObject) -> None:
    plan = data.draw(plans(most=3))
    kind = data.draw(st.sampled_from(KINDS))
    record = checked_record(data.draw(records(kind, plan, "x")))
    assert repr(checked_record(record)) == repr(record)


@given(st.decimals(0, 10_000, places=4), st.integers(0, 6))
def test_equal_figures_are_written_alike(number: Decimal, zeros: int) -> None:
    spec = field("people", "hours")
    longer = Decimal(f"{number:f}" + "0" * zeros)
    assert str(checked_value(spec, longer)) == str(checked_value(spec, number))
    assert checked_value(spec, longer) == number


@pytest.mark.parametrize(
    "number", ["-0.01", "10000.01", "NaN", "Infinity", "1E-30", "1E+400", "0." + "1" * 40]
)
def test_numbers_out_of_bounds_are_refused(number: str) -> None:
    with pytest.raises(PlanError, match="Hours a week"):
        checked_value(field("people", "hours"), Decimal(number))


@pytest.mark.parametrize("record_id", ["", "Upper", "a b", "a/../b", "x" * 49, "-a", "é"])
def test_an_id_in_another_form_is_refused(record_id: str) -> None:
    with pytest.raises(PlanError, match="id of this person"):
        checked_record(Person(id=record_id))


def test_a_plan_finds_its_records_whatever_their_kind() -> None:
    plan: Plan = empty_plan("A plan")
    assert plan.find("brief") is plan.the_brief
    assert plan.find("nothing") is None
    assert plan.name_of(None) == "nobody"


@pytest.mark.parametrize(
    ("kind", "name", "twice", "once"),
    [
        ("tactics", "responsible", ("a", "b", "a"), ("a", "b")),
        ("channels", "voices", (Voice("a", Decimal(2)), Voice("a", Decimal(3))), (Voice("a", Decimal(2)),)),
        ("tactics", "objectives", (Serving("o"), Serving("o")), (Serving("o"),)),
        ("tactics", "yields", (Yield.TRUST, Yield.TRUST), (Yield.TRUST,)),
    ],
)
def test_what_is_named_twice_counts_once(kind, name, twice, once) -> None:
    assert checked_value(field(kind, name), twice) == once
