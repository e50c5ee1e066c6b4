"""A row and its condition always say the same: both ways, for every field and comparison."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model.values import Form
from planner.model.vocabulary import Subject
from planner.truths.house.conditions import problems
from planner.truths.house.rows import TAKES, Comparison, Row, Takes, columns_of, condition_of, row_of
from planner.truths.house.types import kind_looked_at

KINDS = tuple(kind_looked_at(subject) for subject in Subject)
NUMBERS = {Form.WHOLE, Form.NUMBER, Form.HOURS, Form.PERCENT, Form.RATING, Form.MONEY}


def values_for(column):
    if column.spec.choices is not None:
        return st.sampled_from([member.value for member in column.spec.choices])
    if column.spec.form in NUMBERS:
        figures = st.decimals(-(10**9), 10**9, places=3, allow_nan=False)
        return st.one_of(st.integers(-(10**12), 10**12), figures.map(as_number))
    if column.spec.form is Form.DATE:
        return st.dates(date(1900, 1, 1), date(2199, 12, 31))
    if column.spec.form is Form.YES_NO:
        return st.booleans()
    return st.text(max_size=20).filter(bool)


def as_number(figure: Decimal):
    return int(figure) if figure == int(figure) else float(figure)


@st.composite
def rows(draw):
    kind = draw(st.sampled_from(KINDS))
    column = draw(st.sampled_from(list(columns_of(kind).values())))
    comparison = draw(st.sampled_from(column.comparisons))
    one = values_for(column)
    values = {
        Takes.NOTHING: st.just(()),
        Takes.ONE: st.tuples(one),
        Takes.COUNT: st.tuples(st.integers(0, 999)),
        Takes.SEVERAL: st.lists(one, min_size=1, max_size=3).map(tuple),
    }[TAKES[comparison]]
    return kind, Row(column.way, comparison, draw(values))


@given(rows())
def test_what_a_row_writes_reads_back_as_that_row(case):
    kind, row = case
    condition = condition_of(row, kind)
    assert "\n" not in condition
    assert problems(condition, kind) == []
    assert row_of(condition, kind) == row


@pytest.mark.parametrize("kind", KINDS)
def test_every_comparison_of_every_field_makes_sense(kind):
    samples = {Form.DATE: date(2027, 5, 3), Form.YES_NO: True, **dict.fromkeys(NUMBERS, 2.5)}
    for column in columns_of(kind).values():
        for comparison in column.comparisons:
            value = samples.get(column.spec.form, "a")
            takes = TAKES[comparison]
            values = () if takes is Takes.NOTHING else (3,) if takes is Takes.COUNT else (value,)
            row = Row(column.way, comparison, values)
            assert problems(condition_of(row, kind), kind) == [], row
            assert row_of(condition_of(row, kind), kind) == row


def test_a_row_is_read_however_its_condition_is_set():
    same = Row(("hours",), Comparison.MORE, (5,))
    assert row_of("entry.hours>5", "tactics") == row_of("( entry.hours  >  5.0 )", "tactics") == same
    assert row_of("!(entry.name.contains('a'))", "tactics") == Row(("name",), Comparison.LACKS, ("a",))


@pytest.mark.parametrize(
    "condition",
    [
        "entry.hours > entry.accountable.hours",
        "entry.hours > 5 && entry.pilot",
        "5 < entry.hours",
        "entry.hours > 5 + 1",
        "entry.responsible.exists(p, p.hours > 5)",
        "plan.brief.title == 'a'",
        "entry.hous > 5",
        "entry.hours >",
        "true",
        "",
    ],
)
def test_what_no_row_can_say_stays_as_it_is_written(condition):
    assert row_of(condition, "tactics") is None


def test_comparisons_suit_the_form_of_their_field():
    columns = columns_of("tactics")
    assert Comparison.BEFORE in columns[("starts_on",)].comparisons
    assert Comparison.MORE not in columns[("name",)].comparisons
    assert Comparison.MORE_OF in columns[("responsible",)].comparisons
    assert Comparison.EMPTY not in columns[("kind",)].comparisons
    assert columns[("accountable", "level")].title == "Accountable: level"
