"""Conditions: what can be said, what is told at the place of a mistake, and what they see of a plan."""

from datetime import date
from decimal import Decimal

import pytest

from planner.editing.verbs import change
from planner.model.records_purpose import Person
from planner.model.records_work import Tactic
from planner.model.values import Money
from planner.model.vocabulary import Joined, Seniority
from planner.truths.example_edits import example_with
from planner.truths.example_plan import EXAMPLE_DAY, example_plan
from planner.truths.house.conditions import MAX_CONDITIONS, compiled, problems
from planner.truths.house.errors import ConditionError
from planner.truths.house.running import WORK, Run

INTERN = Person(id="ivy", name="Ivy Intern", level=Seniority.INTERN, hours=Decimal(8))
TACTIC = Tactic(
    id="probe",
    name="Probe “one”",
    hours=Decimal("12.5"),
    cost=Money(Decimal(900), "EUR"),
    accountable="ivy",
    responsible=("ivy", "boss"),
    starts_on=date(2027, 2, 1),
    benefit="Quick answers\nfor all",
)


def holds(conditions, *steps, joined=Joined.ALL, kind="tactics", record="probe", today=EXAMPLE_DAY):
    plan = example_with(INTERN, TACTIC, *steps)
    run = Run(compiled(conditions, kind), joined, plan, today, WORK)
    return run.holds(plan.find(record))


@pytest.mark.parametrize(
    "condition",
    [
        "entry.hours > 12",
        "entry.hours == 12.5",
        "entry.cost > 899.5 && entry.cost <= 900",
        'entry.name == "Probe “one”"',
        r'entry.benefit == "Quick answers\nfor all"',
        'entry.name.contains("one") && entry.name.startsWith("Pro") && entry.name.endsWith("”")',
        'entry.kind == "converse"',
        'entry.kind in ["converse", "serve"]',
        "entry.pilot == false && !entry.pilot",
        "entry.ends_on == null",
        "entry.starts_on > today",
        'entry.starts_on == timestamp("2027-02-01T00:00:00Z")',
        'entry.starts_on - today < duration("720h")',
        "entry.starts_on.getMonth() == 1",
        'entry.accountable.level == "intern"',
        "entry.accountable.hours < entry.hours",
        "size(entry.responsible) == 2 && entry.responsible.size() > 1",
        'entry.responsible.exists(person, person.level == "intern")',
        '!entry.responsible.all(person, person.level == "intern")',
        'size(entry.responsible.filter(p, p.level == "intern")) == 1',
        'entry.responsible.exists_one(p, p.name == "Ivy Intern")',
        'plan.people.exists(p, p.name == "Ivy Intern")',
        'plan.brief.currency == "EUR"',
        "entry.idea == null",
        'entry.id == "probe"',
        'entry.channel == null ? true : entry.channel.name == "x"',
        "-entry.hours < 0 && entry.hours * 2.0 - 5.0 == 20.0",
        'entry.name > "Pro" && 1 + 2 * 3 == 7 && (1 + 2) * 3 == 9',
    ],
)
def test_what_can_be_said(condition):
    assert problems(condition, "tactics") == []
    assert holds(condition)


def test_a_condition_on_what_is_not_filled_in_does_not_hold_either_way():
    assert not holds("entry.hours > 1", ("probe", "hours", None))
    assert not holds("!(entry.hours > 1)", ("probe", "hours", None))
    assert holds("entry.hours == null || entry.hours > 1", ("probe", "hours", None))
    assert not holds('entry.accountable.level == "intern"', ("probe", "accountable", None))


def test_conditions_are_joined_by_all_or_by_any():
    both = "entry.hours > 1\n\n  entry.hours > 100  "
    assert not holds(both)
    assert holds(both, joined=Joined.ANY)


def test_a_link_in_a_linked_entry_is_the_name_of_what_it_leads_to():
    plan = example_with(INTERN)
    metric = next(metric for metric in plan.metrics.values() if metric.owner)
    run = Run(compiled("entry.feeds.name != entry.name", "metrics"), Joined.ALL, plan, EXAMPLE_DAY, WORK)
    fed = next(metric for metric in plan.metrics.values() if metric.feeds)
    assert run.holds(fed)
    owner = plan.name_of(metric.owner)
    told = f'plan.metrics.exists(m, m.owner == "{owner}")'
    assert Run(compiled(told, "people"), Joined.ALL, plan, EXAMPLE_DAY, WORK).holds(plan.find(metric.owner))


@pytest.mark.parametrize(
    ("condition", "at", "words"),
    [
        ("entry.hous > 3", 6, "A tactic has no field called “hous”; the nearest is “hours”."),
        ("hours > 3", 0, "There is nothing called “hours” here; the nearest is “entry.hours”."),
        ("foo == 1", 0, "There is nothing called “foo” here; a condition speaks of entry, plan and today."),
        ("plan.tactic == 1", 5, "The plan has nothing called “tactic”; the nearest is “tactics”."),
        ("entry.hours > 'many'", 12, "A number can't be compared with a text."),
        ("entry.hours", 0, "A condition must come out as yes or no; this one is a number."),
        ("entry.hours + 2 > 3", 12, "“+” can't join a number and a whole number. Write 2.0 in place of 2."),
        ("entry.name = 'a'", 11, "Write “==” for “is”."),
        ("entry.pilot & true", 12, "Write “&&”."),
        ("entry.hours >", 13, "The condition ends too early."),
        ("entry.name == 'a", 14, "A text begins here and does not end: a quotation mark is missing."),
        ("(entry.pilot", 12, "“)” is missing here."),
        ("entry.pilot true", 12, "“true” is out of place here."),
        ("entry.accountable == 'Ann'", 18, "compare its name, such as entry.owner.name."),
        ("has(entry.hours)", 0, "compare with null"),
        ("entry.name.matches('a')", 11, "There is no function “matches” here."),
        ("entry.name.contain('a')", 11, "There is no function “contain” here; the nearest is “contains”."),
        ("entry.responsible.map(p, p.name) == 1", 18, "There is no function “map” here"),
        ("entry.hours.contains('a')", 12, "This must be a text; it is a number."),
        ("entry.name.startsWith(1)", 22, "This must be a text; it is a whole number."),
        ("size(entry.pilot) > 1", 0, "“size” counts the items of a list or the letters of a text"),
        ("entry.kind in ['a', 2]", 20, "The items of a list must be alike"),
        ("entry.hours in ['a']", 12, "“in” looks for a value in a list of such values"),
        ("timestamp('2027-13-01T00:00:00Z') < today", 10, "“timestamp” needs a text such as"),
        ("today - entry.starts_on > duration('5 days')", 35, "“duration” needs a text such as “720h”."),
        ("entry.responsible.all(p, p.nam == 'y')", 27, "A person has no field called “nam”"),
        ("entry.responsible.all('p', true)", 18, "“all” tests the items of a list"),
        ("plan.ideas.exists(today, true)", 18, "“today” has its meaning already"),
        ("plan == plan", 5, "can't be compared"),
        (
            "entry.pilot < true",
            6,
            "This must be a number, a text, a day or a length of time; it is yes or no.",
        ),
        ("!entry.hours", 0, "This must be yes or no; it is a number."),
        ("entry.name == '\\q'", 15, "has no meaning in a text"),
        ("entry.hours > 1234567890123456", 14, "too many digits"),
        ("entry. > 1", 7, "The name of a field or function is missing after “.”."),
        ("entry.hours > #", 14, "“#” has no meaning here."),
        ("entry.name.contains('a', 'b')", 11, "“contains” takes 1 value in its brackets."),
        ("1e999 > 1.0", 0, "This condition can't be read."),
    ],
)
def test_a_mistake_is_told_at_its_place(condition, at, words):
    (found,) = problems(condition, "tactics")
    assert words in found.message
    assert (found.line, found.at) == (1, at)


def test_each_mistake_is_told_with_its_line():
    found = problems("entry.hours > 1\n\nentry.hous > 1\nentry.pilot &", "tactics")
    assert [error.line for error in found] == [3, 4]
    assert found[0].sentence.startswith("Line 3: A tactic has no field")


def test_an_entry_has_the_fields_of_its_own_kind_only():
    assert problems("entry.rating < 4", "touchpoints") == []
    assert "An experience issue has no field" in problems("entry.rating < 4", "issues")[0].message


def test_a_reckoning_without_a_result_is_told_with_its_line():
    with pytest.raises(ConditionError) as caught:
        holds("entry.hours > 1\nsize(entry.name) / (size(entry.name) - size(entry.name)) > 1")
    assert (caught.value.line, "no result" in caught.value.message) == (2, True)


def test_only_so_many_conditions_are_taken():
    just = "\n".join(["entry.hours > 1"] * MAX_CONDITIONS)
    assert problems(just, "tactics") == []
    assert len(compiled(just, "tactics")) == MAX_CONDITIONS
    (found,) = problems(f"{just}\nentry.hours > 2", "tactics")
    assert (found.line, "too many conditions" in found.message) == (MAX_CONDITIONS + 1, True)
    with pytest.raises(ConditionError):
        compiled(f"{just}\nentry.hours > 2", "tactics")


def test_nothing_but_the_plan_can_be_reached():
    plan = change(example_plan(), "brief", "title", "Secret").plan
    run = Run(compiled('entry.title == "Secret"', "brief"), Joined.ALL, plan, EXAMPLE_DAY, WORK)
    assert run.holds(plan.the_brief)
    for attempt in (
        "entry.__class__ == null",
        "__import__('os') == null",
        "entry.title.__len__() > 1",
        "cel.bind(x, 1, x) == 1",
        "type(entry) == null",
        "dyn(entry) == null",
        "entry['title'] == 'x'",
        "{'a': 1} == null",
        "b'ab' == null",
        ".entry.title == 'x'",
    ):
        assert problems(attempt, "brief"), attempt
