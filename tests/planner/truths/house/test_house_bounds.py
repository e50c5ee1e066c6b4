"""Hostile conditions: refused, or over before anybody would notice."""

from contextlib import contextmanager
from time import process_time

import pytest

from planner.model.plan import Plan
from planner.model.records_house import HouseTruth
from planner.model.records_purpose import Brief, Person
from planner.model.records_work import Tactic
from planner.model.vocabulary import Joined, Weight
from planner.truths.engine import check_plan
from planner.truths.example_plan import EXAMPLE_DAY
from planner.truths.house.conditions import compiled, problems
from planner.truths.house.errors import ConditionError
from planner.truths.house.reading import MAX_DEPTH, MAX_LENGTH, MAX_WORDS
from planner.truths.house.running import WORK, Run

SOON = 0.5
LONG = "x" * 190_000


def plan_with(truths, tactics=2000, note=""):
    people = {f"p{n}": Person(id=f"p{n}", name=f"Person {n}") for n in range(200)}
    everybody = tuple(people)[:40]
    done = {
        f"t{n}": Tactic(id=f"t{n}", name=f"Tactic {n}", benefit=note, responsible=everybody)
        for n in range(tactics)
    }
    house = {f"h{n}": HouseTruth(id=f"h{n}", name=f"House {n}", **truth) for n, truth in enumerate(truths)}
    return Plan(plan_id="0" * 32, brief={"brief": Brief()}, people=people, tactics=done, house_truths=house)


@contextmanager
def suppress_told(told):
    try:
        yield
    except ConditionError as error:
        told.append(error.message)


def seconds(work):
    before = process_time()
    work()
    return process_time() - before


@pytest.mark.parametrize(
    "condition",
    [
        "(" * 5000 + "true" + ")" * 5000,
        "!" * 20_000 + "true",
        "[" * 900 + "]" * 900 + " == null",
        "+".join(["1"] * 40_000) + " > 1",
        "||".join(["true"] * 400),
        "true ? " * 120 + "true" + " : true" * 120,
        "entry.name." * 90 + "name == ''",
        "-" * 900 + "1 == 1",
        "'" + "\\u0041" * 5000 + "' == ''",
        "entry.name.matches('(a{1000}){1000}')",
        "entry.name.matches('\\\\pL{1000}')",
        "['a'].map(x, x + x).map(x, x + x).map(x, x + x) == null",
        "plan.people.all(a, plan.people.all(b, plan.people.all(c, a.name != b.name)))",
        "plan.people.filter(a, plan.people.exists(b, a.name == b.name)).all(c, true)",
        "plan.people.all(a, plan.people.all(b, plan.people.all(c, true)))",
    ],
)
def test_what_could_run_without_bound_is_refused_before_it_runs(condition):
    assert seconds(lambda: problems(condition, "tactics")) < SOON
    assert problems(condition, "tactics")


def test_the_bounds_are_where_they_are_said_to_be():
    deep = MAX_DEPTH - 1
    assert problems("(" * deep + "true" + ")" * deep, "tactics") == []
    assert problems("(" * (deep + 1) + "true" + ")" * (deep + 1), "tactics")
    terms = MAX_WORDS // 2
    assert problems("||".join(["true"] * terms), "tactics") == []
    assert problems("||".join(["true"] * (terms + 1)), "tactics")
    filler = MAX_LENGTH - len("true")
    assert problems(" " * 5 + "'" + "a" * (filler - 10) + "' != ''", "tactics") == []
    assert problems("'" + "a" * MAX_LENGTH + "' != ''", "tactics")


@pytest.mark.parametrize(
    ("condition", "note"),
    [
        ("plan.tactics.exists(t, t.name == entry.benefit)", ""),
        ("plan.tactics.all(t, t.name != entry.name || t.benefit != entry.benefit)", ""),
        ("entry.responsible.all(p, p.name.contains('x') || p.name != '')", ""),
        ("plan.people.filter(p, p.name != '').filter(p, p.name != '').all(p, p.name != '')", ""),
        ("(entry.benefit + entry.benefit + entry.benefit + entry.benefit).contains('xy')", LONG),
        ("plan.tactics.all(t, (t.benefit + t.benefit + t.benefit).contains('xy'))", LONG),
        ("||".join(["entry.benefit.contains('xy')"] * 22), LONG),
    ],
)
def test_the_worst_that_gets_through_ends_in_a_moment_and_says_so(condition, note):
    plan = plan_with([], note=note)
    run = Run(compiled(condition, "tactics"), Joined.ALL, plan, EXAMPLE_DAY, WORK)

    told = []

    def bounded():
        with suppress_told(told):
            for tactic in plan.tactics.values():
                run.holds(tactic)

    assert seconds(bounded) < 6 * SOON
    assert all("too long" in words for words in told)


def test_it_is_the_budget_that_ends_it():
    plan = plan_with([], tactics=60)
    conditions = compiled("plan.people.all(p, p.name != entry.name)", "tactics")

    def run_all(work):
        run = Run(conditions, Joined.ALL, plan, EXAMPLE_DAY, work)
        return [run.holds(tactic) for tactic in plan.tactics.values()]

    assert run_all(WORK) == [True] * 60
    with pytest.raises(ConditionError, match="too long"):
        run_all(WORK // 1000)


def test_many_greedy_truths_share_one_budget():
    greedy = {"conditions": "plan.people.all(p, p.name != entry.name)"}
    one = seconds(lambda: check_plan(plan_with([greedy]), EXAMPLE_DAY))
    many = seconds(lambda: check_plan(plan_with([greedy] * 60), EXAMPLE_DAY))
    assert many < one + 6 * SOON


def test_a_truth_that_takes_too_long_is_a_finding_and_the_others_still_run():
    slow = {"conditions": "plan.tactics.exists(t, t.name == entry.benefit)", "level": Weight.STOP}
    quick = {"conditions": 'entry.name == "Tactic 7"'}
    found = check_plan(plan_with([slow, quick]), EXAMPLE_DAY).findings
    (told,) = [finding for finding in found if finding.rule == "house.h0"]
    assert "could not be checked" in told.message
    assert "too long" in told.message
    assert (told.level, told.kind, told.subject, told.field) == (
        Weight.STOP,
        "house_truths",
        "h0",
        "conditions",
    )
    assert [finding.subject for finding in found if finding.rule == "house.h1"] == ["t7"]


def test_the_same_plan_gets_the_same_findings_each_time():
    plan = plan_with([{"conditions": "plan.tactics.exists(t, t.name == entry.benefit)"}])
    assert check_plan(plan, EXAMPLE_DAY) == check_plan(plan, EXAMPLE_DAY)


def test_house_truths_on_two_thousand_tactics_cost_about_as_much_as_the_others():
    truths = [
        {"conditions": "entry.hours > 16"},
        {"conditions": 'entry.accountable.level == "intern"\nentry.cost > 100'},
        {"conditions": 'entry.name.contains("9")', "message": "“{name}” has {hours}."},
    ]
    people = {"p": Person(id="p")}
    tactics = {f"t{n}": Tactic(id=f"t{n}", name=f"Tactic {n}", accountable="p") for n in range(2000)}
    bare = Plan(plan_id="0" * 32, people=people, tactics=tactics)
    house = {f"h{n}": HouseTruth(id=f"h{n}", **truth) for n, truth in enumerate(truths)}
    plan = Plan(plan_id="0" * 32, people=people, tactics=tactics, house_truths=house)
    check_plan(plan, EXAMPLE_DAY)
    without = min(seconds(lambda: check_plan(bare, EXAMPLE_DAY)) for _ in range(3))
    assert min(seconds(lambda: check_plan(plan, EXAMPLE_DAY)) for _ in range(3)) < without + SOON
