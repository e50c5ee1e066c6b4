"""The engine: order, rules that fail, late rules, fixes, and speed."""

import logging
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from time import process_time

import msgspec
import pytest

from planner.editing.verbs import change, change_many
from planner.model.checked import FIRST_YEAR, LAST_YEAR
from planner.model.kinds import KINDS, Step
from planner.model.plan import Plan, empty_plan
from planner.model.records_experience import Channel, Voice
from planner.model.records_purpose import Brief, Person
from planner.model.records_work import Metric, Objective, Serving, Tactic
from planner.model.schema import field, fields
from planner.model.values import Form
from planner.model.vocabulary import TacticKind, Weight, Yield
from planner.samples import load_sample
from planner.truths.catalogue import rules
from planner.truths.engine import check_by, check_plan
from planner.truths.example_edits import example_with
from planner.truths.example_plan import EXAMPLE_DAY, example_plan
from planner.truths.fixes import offered_fixes, offers


def test_findings_come_in_the_order_of_the_walk_and_then_of_their_weight():
    findings = check_plan(empty_plan(), EXAMPLE_DAY).findings
    places = [(list(Step).index(f.step), list(Weight).index(f.level)) for f in findings]
    assert places == sorted(places)
    assert len({step for step, _ in places}) > 3


def test_a_rule_that_fails_is_a_finding_and_the_others_still_count(monkeypatch, caplog):
    declaration, check = rules()["open.stands-for-nothing"]

    def failing(look):
        yield from check(look)
        raise ZeroDivisionError

    monkeypatch.setitem(rules(), declaration.id, (declaration, failing))
    with caplog.at_level(logging.CRITICAL, logger="planner.truths.engine"):
        found = {f.rule: f for f in check_plan(empty_plan(), EXAMPLE_DAY).findings}
    assert "could not be checked" in found["open.stands-for-nothing"].message
    assert "purpose.unanswered" in found


def test_late_rules_see_what_the_others_found_and_not_each_other(monkeypatch):
    seen = []

    def noting(look):
        seen.append({finding.rule for finding in look.findings})
        return ()

    declaration, _ = rules()["waiver.unneeded"]
    monkeypatch.setitem(rules(), declaration.id, (declaration, noting))
    check_plan(empty_plan(), EXAMPLE_DAY)
    assert "purpose.unanswered" in seen[0]
    monkeypatch.setitem(rules(), declaration.id, (replace(declaration, late=False), noting))
    check_plan(empty_plan(), EXAMPLE_DAY)
    assert seen[1] == set()


def test_checking_never_changes_the_plan():
    before = msgspec.json.encode(example_plan())
    check_plan(example_plan(), EXAMPLE_DAY)
    assert msgspec.json.encode(example_plan()) == before


def test_a_fix_that_fails_is_not_offered_and_the_finding_stands(monkeypatch, caplog):
    declaration, check = rules()["adapt.no-pilot"]

    def failing(_look, _subject):
        raise ZeroDivisionError

    broken = replace(declaration, fixes=(replace(declaration.fixes[0], steps=failing),))
    monkeypatch.setitem(rules(), declaration.id, (broken, check))
    found = [f for f in check_plan(declaration.breaks.plan(), EXAMPLE_DAY).findings if f.rule == broken.id]
    assert [finding.fixes for finding in found] == [()]
    assert "at full size" in found[0].message
    assert "fix Make it a pilot failed" in caplog.text


def test_no_fix_is_offered_where_there_is_none():
    plan = example_with(("brief", "sponsor", None))
    (finding,) = [f for f in check_plan(plan, EXAMPLE_DAY).findings if f.rule == "owner.no-sponsor"]
    assert offered_fixes(finding) == ()
    assert not offers(plan, finding, EXAMPLE_DAY)
    unknown = msgspec.structs.replace(finding, rule="owner.no-such-truth", fixes=("Anything",))
    assert not offers(plan, unknown, EXAMPLE_DAY)


def large_plan(count):
    """Return a plan of many tactics, all on a few channels, each with something to be found."""
    start = date(2027, 1, 4)
    people = {f"p{n}": Person(id=f"p{n}", name=f"Person {n}", hours=Decimal(20)) for n in range(50)}
    channels = {
        f"c{n}": Channel(
            id=f"c{n}",
            name=f"Channel {n}",
            interactive=True,
            messages=100,
            minutes=Decimal(5),
            voices=(Voice("p1", Decimal(3)), Voice("p2", Decimal(2))),
        )
        for n in range(20)
    }
    objectives = {f"o{n}": Objective(id=f"o{n}", name=f"Objective {n}") for n in range(20)}
    metrics = {
        f"m{n}": Metric(id=f"m{n}", feeds=f"m{n + 1}" if n < 199 else "o1", rate=Decimal("0.5"))
        for n in range(200)
    }
    tactics = {
        f"t{n}": Tactic(
            id=f"t{n}",
            name=f"Tactic {n}",
            kind=list(TacticKind)[n % len(TacticKind)],
            channel=f"c{n % 3}",
            objectives=(Serving(f"o{n % 20}"),),
            metrics=(f"m{n % 200}",),
            yields=(Yield.TRUST,),
            hours=Decimal(2),
            accountable=f"p{n % 50}",
            responsible=(f"p{n % 50}", f"p{(n + 1) % 50}"),
            starts_on=start + timedelta(days=n % 300),
            ends_on=start + timedelta(days=n % 300 + 60),
        )
        for n in range(count)
    }
    brief = Brief(starts_on=start, ends_on=start + timedelta(days=729))
    return Plan(
        plan_id="0" * 32,
        brief={"brief": brief},
        people=people,
        channels=channels,
        objectives=objectives,
        metrics=metrics,
        tactics=tactics,
    )


def seconds_to_check(plan):
    best = float("inf")
    for _ in range(3):
        before = process_time()
        check_plan(plan, EXAMPLE_DAY)
        best = min(best, process_time() - before)
    return best


@pytest.mark.parametrize("rule", rules())
def test_a_check_by_one_rule_finds_what_the_whole_check_finds_by_it(rule):
    plan = load_sample("what-not-to-do")
    whole = check_plan(plan, EXAMPLE_DAY).findings
    assert check_by(plan, EXAMPLE_DAY, {rule}).findings == tuple(f for f in whole if f.rule == rule)


def test_twice_the_tactics_take_about_twice_the_time():
    small, large = seconds_to_check(large_plan(1000)), seconds_to_check(large_plan(2000))
    assert large < 3 * small + 0.05


def test_two_thousand_tactics_are_checked_in_well_under_a_second():
    assert seconds_to_check(large_plan(2000)) < 0.8


@pytest.mark.parametrize("end", ["low", "high"])
@pytest.mark.parametrize("name", ["cable", "what-not-to-do"])
def test_no_rule_fails_at_the_ends_of_the_thresholds(name, end, caplog):
    plan = load_sample(name)
    for spec in fields("limits"):
        number = getattr(spec, end)
        plan = change(plan, "limits", spec.name, int(number) if spec.form is Form.WHOLE else number).plan
    check_plan(plan, EXAMPLE_DAY)
    assert caplog.messages == []


@pytest.mark.parametrize("day", [date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)])
@pytest.mark.parametrize("name", ["cable", "what-not-to-do"])
def test_no_rule_fails_at_the_ends_of_time(name, day, caplog):
    start = change(
        load_sample(name), "limits", "patience_weeks", int(field("limits", "patience_weeks").high)
    ).plan
    for spec in (spec for kind in KINDS for spec in fields(kind.key) if spec.form is Form.DATE):
        records = list(start.records(spec.kind))
        check_plan(change_many(start, records, spec.name, day).plan if records else start, day)
    assert caplog.messages == []
