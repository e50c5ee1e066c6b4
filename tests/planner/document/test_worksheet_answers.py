"""Answers from worksheets, typed back by their numbers."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plan_makers import full_plan

from planner.document.worksheets.numbers import (
    every_field,
    find_place,
    numbered,
    row_index,
    row_letter,
)
from planner.document.worksheets.typed import apply_answers
from planner.editing.verbs import add
from planner.errors import PlanError
from planner.model.kinds import KINDS, Step
from planner.model.plan import empty_plan
from planner.model.records_house import HouseTruth
from planner.model.schema import fields
from planner.model.values import Money
from planner.model.vocabulary import Direction, Function, Reply, Severity, TruthSort
from planner.truths.questions import QUESTIONS, answer_to, questions_of

NOT_ON_SHEETS = {"house_truths", "answers", "waivers", "approval_requests", "approvals", "signed_revisions"}
"""Kinds that a workshop does not fill in by hand; answers stand below their questions."""

FOR_LIFE = {
    "1.3": ("brief", "answer"),
    "2.1": ("touchpoints", "name"),
    "2.6": ("issues", "name"),
    "3.6": ("objectives", "target"),
    "4.3": ("channels", "owner"),
    "4.12": ("listening", "name"),
    "4.18": ("policies", "name"),
    "5.7": ("tactics", "name"),
    "5.20": ("tactics", "metrics"),
    "6.1": ("people", "name"),
    "6.13": ("changes", "name"),
    "7.16": ("readings", "note"),
    "8.11": ("reviews", "heard"),
    "9.2": ("approvers", "person"),
    "Q1.1": ("answers", "reply"),
    "Q14.4": ("answers", "on"),
}
"""Sheets are filled in months before they are typed in: these numbers never change."""


def only(records):
    (record,) = records.values()
    return record


@pytest.mark.parametrize(("number", "meant"), FOR_LIFE.items())
def test_numbers_are_for_life(number, meant):
    spec = find_place(number).field.spec
    assert (spec.kind, spec.name) == meant


def test_every_field_that_is_shown_at_once_has_a_number():
    numbers = {(found.spec.kind, found.spec.name) for step in Step for found in numbered(step)}
    left_out = {("approvers", "turn"), ("approvers", "way")}
    expected = {
        (kind.key, spec.name)
        for kind in KINDS
        if kind.key not in NOT_ON_SHEETS and not kind.room
        for spec in fields(kind.key)
        if spec.main
    }
    assert numbers == expected - left_out


def test_fields_stand_on_the_sheet_of_their_step():
    for step in Step:
        for found in numbered(step):
            assert next(kind.step for kind in KINDS if kind.key == found.spec.kind) is step


def test_every_question_has_its_numbers():
    asked = {found.question for found in every_field().values() if found.question}
    assert asked == {question.id for question in QUESTIONS}


@given(st.integers(0, 5000))
def test_letters_and_rows_go_both_ways(index):
    assert row_index(row_letter(index)) == index


def test_rows_after_z_have_two_letters():
    assert [row_letter(index) for index in (0, 25, 26, 27, 52)] == ["a", "z", "aa", "ab", "ba"]


@pytest.mark.parametrize("typed", ["4.3b", " 4.3B ", "4 . 3 b", "04.03b"])
def test_a_number_may_be_typed_loosely(typed):
    place = find_place(typed)
    assert (place.field.number, place.row) == ("4.3", 1)


@pytest.mark.parametrize("typed", ["", "4", "4.99", "0.1", "Q99.1", "x.y", "4.3bcd", "10.1", "²"])
def test_what_is_no_number_is_told(typed):
    with pytest.raises(PlanError, match="No field has the number"):
        find_place(typed)


def test_a_letter_too_much_is_told():
    with pytest.raises(PlanError, match="it has no row b"):
        find_place("1.3b")


def test_answers_land_in_their_fields():
    applied = apply_answers(
        empty_plan(),
        """
        1.3: More guests on quiet evenings.
        1.4: 2027-01-01
        6.1a: Anna
        6.4a: service
        6.5a: 12.5 h
        3.1a: Fill the tables
        3.4a: up
        3.5a: 400
        3.6a: 1,460
        3.9a: EUR 60,000
        3.10a: Anna
        Q13.1: partly
        Q13.2: We stop the weekly photograph.
        """,
    )
    plan = applied.edit.plan
    assert applied.problems == ()
    assert applied.taken == 13
    assert applied.edit.label == "Type in 13 answers from worksheets"
    assert plan.the_brief.answer == "More guests on quiet evenings."
    assert plan.the_brief.starts_on == date(2027, 1, 1)
    person, objective = only(plan.people), only(plan.objectives)
    assert (person.name, person.function, person.hours) == ("Anna", Function.SERVICE, Decimal("12.5"))
    assert (objective.direction, objective.target) == (Direction.UP, Decimal(1460))
    assert objective.value == Money(Decimal(60000), "EUR")
    assert objective.owner == person.id
    answer = answer_to(plan, "ask.stop-doing")
    assert (answer.reply, answer.evidence) == (Reply.PARTLY, "We stop the weekly photograph.")


def test_links_may_name_entries_of_later_lines():
    applied = apply_answers(empty_plan(), "2.7a: Ordering\n2.6a: It is slow\n2.1a: Ordering")
    plan = applied.edit.plan
    assert applied.problems == ()
    assert only(plan.issues).touchpoint == only(plan.touchpoints).id


def test_a_letter_means_the_entry_that_the_plan_has():
    plan = full_plan()
    first, second, *_ = plan.objectives
    applied = apply_answers(plan, "3.11b: Owner", replace=True)
    assert applied.problems == ()
    assert applied.edit.plan.objectives[second].asked_by == "owner"
    assert applied.edit.plan.objectives[first] == plan.objectives[first]


def test_letters_beyond_the_last_make_entries_in_their_order():
    plan = full_plan()
    applied = apply_answers(plan, "3.1f: The sixth\n3.1e: The fifth\n3.3e: orders")
    new = list(applied.edit.plan.objectives.values())[3:]
    assert [(objective.name, objective.unit) for objective in new] == [
        ("The fifth", "orders"),
        ("The sixth", ""),
    ]


def test_what_stands_already_is_not_lost_unless_wanted():
    plan = full_plan()
    first = next(iter(plan.objectives))
    kept = apply_answers(plan, "3.1a: Another name")
    assert kept.edit.plan == plan
    assert (kept.problems[0].line, kept.problems[0].number) == (1, "3.1a")
    assert "something else" in kept.problems[0].message
    replaced = apply_answers(plan, "3.1a: Another name", replace=True)
    assert replaced.edit.plan.objectives[first].name == "Another name"


def test_the_same_answer_again_is_no_problem():
    plan = full_plan()
    name = next(iter(plan.objectives.values())).name
    assert apply_answers(plan, f"3.1a: {name}").problems == ()


def test_lines_without_a_number_go_on_with_the_answer_above():
    applied = apply_answers(empty_plan(), "1.3: First line\nsecond line\n\n1.2: House")
    assert applied.edit.plan.the_brief.answer == "First line\nsecond line"
    assert applied.edit.plan.the_brief.organisation == "House"


def test_problems_are_told_by_their_lines_and_the_rest_is_taken():
    applied = apply_answers(
        empty_plan(),
        "hello\n1.4: soon\n1.2: House\n9.9a: x\n3.1: No letter\n2.3a: 11\n2.8a: terrible\n2.8a: crit",
    )
    plan = applied.edit.plan
    assert [problem.line for problem in applied.problems] == [1, 2, 4, 5, 6, 7]
    assert all(problem.message for problem in applied.problems)
    assert plan.the_brief.organisation == "House"
    assert only(plan.issues).severity is Severity.CRITICAL
    assert applied.taken == 2


def test_an_entry_of_which_nothing_fits_is_not_made():
    assert not apply_answers(empty_plan(), "2.3a: eleven").edit.plan.touchpoints


def test_an_empty_answer_changes_nothing():
    plan = full_plan()
    applied = apply_answers(plan, "3.1a:\n3.2b:   ")
    assert (applied.edit.plan, applied.taken, applied.problems) == (plan, 0, ())


def test_voices_and_shares_are_typed_with_their_figures():
    plan = full_plan()
    applied = apply_answers(
        plan,
        "4.1z: New desk\n4.10z: Owner: 3 h; Writer: 2.5\n5.7z: Try\n5.9z: Second orders within a month: 60%",
    )
    assert applied.problems == ()
    channel = list(applied.edit.plan.channels.values())[-1]
    tactic = list(applied.edit.plan.tactics.values())[-1]
    assert [(voice.person, voice.hours) for voice in channel.voices] == [
        ("owner", 3),
        ("writer", Decimal("2.5")),
    ]
    assert [(item.objective, item.share) for item in tactic.objectives] == [("repeat", Decimal("0.6"))]


def test_a_houses_own_question_is_answered_by_its_number():
    asked = HouseTruth(id="asked", name="Who told the works council?", sort=TruthSort.QUESTION)
    plan = add(empty_plan(), asked).plan
    applied = apply_answers(plan, "H1.1: yes\nh1.2: The chair did\nH2.1: no")
    answer = only(applied.edit.plan.answers)
    assert (answer.reply, answer.evidence) == (Reply.YES, "The chair did")
    assert answer_to(applied.edit.plan, question_of_house(plan)) == answer
    assert [problem.number for problem in applied.problems] == ["H2.1"]


def question_of_house(plan):
    return questions_of(plan)[-1].id


def test_another_reader_of_values_can_be_handed_in():
    seen = []

    def parse(spec, text, plan):
        seen.append((spec.name, text))
        return date(2027, 5, 3)

    applied = apply_answers(empty_plan(), "1.4: 3 May", parse=parse)
    assert seen == [("starts_on", "3 May")]
    assert applied.edit.plan.the_brief.starts_on == date(2027, 5, 3)


@given(st.text(max_size=200), st.sampled_from(sorted(every_field())))
def test_whatever_is_typed_is_taken_or_told(text, number):
    letter = "a" if every_field()[number].has_rows else ""
    typed = " ".join(text.split())
    applied = apply_answers(empty_plan(), f"{number}{letter}: {typed}")
    assert applied.taken + len(applied.problems) == (1 if typed else 0)
