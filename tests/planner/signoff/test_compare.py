"""Comparing revisions: what came, went, changed and moved, in the plan's words; and naming a revision."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import edits, plans

from planner.cli import main
from planner.editing import revision, verbs
from planner.errors import PlanError
from planner.model.fingerprint import short_fingerprint, signed_builtins
from planner.model.plan import Plan
from planner.model.records_work import Idea
from planner.model.vocabulary import ApproverRole
from planner.signoff.compare import Sort, compare
from planner.store.revisions import named_revision, revisions_in
from planner.store.workspace import edit_plan, save_new
from planner.truths.engine import check_plan
from planner.truths.example_plan import EXAMPLE_DAY, example_plan

DAY = ["--today", EXAMPLE_DAY.isoformat()]


def changed_field(before: Plan, after: Plan):
    (entry,) = compare(before, after).entries
    (change,) = entry.fields
    return entry.sort, change.title, change.before, change.after


def test_a_changed_field_is_told_in_words():
    plan = example_plan()
    tactic = next(iter(plan.tactics))
    after = verbs.change(plan, tactic, "hours", Decimal("2.50")).plan
    assert changed_field(plan, after)[:2] == (Sort.CHANGED, "Hours a week")
    assert changed_field(plan, after)[3] == "2.5 h"


def test_a_link_is_told_by_the_name_it_had_on_either_side():
    plan = example_plan()
    first, second, *_ = plan.people
    objective = next(iter(plan.objectives))
    plan = verbs.change(plan, objective, "owner", first).plan
    renamed = verbs.change(plan, second, "name", "Zoë Nakamura").plan
    found = compare(plan, verbs.change(renamed, objective, "owner", second).plan)
    told = {(e.id, c.title): (c.before, c.after) for e in found.entries for c in e.fields}
    assert told[objective, "Owner"] == (plan.people[first].name, "Zoë Nakamura")
    assert told[second, "Name"] == (plan.people[second].name, "Zoë Nakamura")


def test_what_went_is_told_with_all_it_said():
    plan = example_plan()
    metric = list(plan.metrics)[-1]
    found = compare(plan, verbs.remove(plan, [metric]).plan)
    gone = next(entry for entry in found.entries if entry.sort is Sort.REMOVED and entry.id == metric)
    assert (gone.fields[0].before, gone.fields[0].after) == (plan.metrics[metric].name, "")


@given(st.permutations(range(7)))
def test_an_order_needs_as_few_moves_as_can_be(order):
    plan = Plan(plan_id="ab" * 16)
    for number in range(7):
        plan = verbs.add(plan, Idea(id=f"i{number}")).plan
    shuffled = revision.with_tables(plan, {"ideas": {f"i{n}": plan.ideas[f"i{n}"] for n in order}})
    moved = {entry.id for entry in compare(plan, shuffled).entries}
    stay = [n for n in order if f"i{n}" not in moved]
    assert stay == sorted(stay)
    assert len(stay) == _longest_rise(order)


def _longest_rise(numbers) -> int:
    best = [1] * len(numbers)
    for at, number in enumerate(numbers):
        best[at] = 1 + max((best[i] for i in range(at) if numbers[i] < number), default=0)
    return max(best)


@settings(max_examples=40)
@given(st.data())
def test_nothing_is_told_exactly_where_the_signed_content_is_the_same(data):
    before = data.draw(plans(most=6))
    after = data.draw(edits(before)).plan
    one, other = signed_builtins(before), signed_builtins(after)
    assert compare(before, after).is_empty == ({**one, "revision": 0} == {**other, "revision": 0})


@settings(max_examples=25)
@given(plans(most=6), plans(most=6))
def test_turned_round_it_tells_the_reverse(one, other):
    there, back = compare(one, other), compare(other, one)
    assert there.count(Sort.ADDED) == back.count(Sort.REMOVED)
    assert there.count(Sort.CHANGED) == back.count(Sort.CHANGED)


def test_findings_that_went_and_came_are_told():
    plan = example_plan()
    tactic = next(iter(plan.tactics))
    after = verbs.change(plan, tactic, "objectives", ()).plan
    reports = (check_plan(plan, EXAMPLE_DAY), check_plan(after, EXAMPLE_DAY))
    found = compare(plan, after, reports)
    assert any(finding.subject == tactic for finding in found.arisen)
    assert compare(after, plan, reports[::-1]).mended == found.arisen


# naming revisions, and the command


@pytest.fixture
def signed_twice(tmp_path: Path) -> Path:
    """A plan of which revision 1 is signed, and revision 2 has one objective renamed."""
    path = tmp_path / "plan.tcplan"
    plan = example_plan()
    save_new(path, plan)
    for role in (ApproverRole.SPONSOR, ApproverRole.EXPERIENCE_OWNER, ApproverRole.BUDGET_HOLDER):
        approver = next(a for a in plan.approvers.values() if a.role is role)
        name = plan.name_of(approver.person)
        assert main(["sign", str(path), "--role", role.value, "--name", name, *DAY], _no_window) == 0
    objective = next(iter(plan.objectives))
    edit_plan(path, lambda current: verbs.change(current, objective, "name", "Fill the room"))
    return path


def _no_window(_path):
    pytest.fail("the window was opened")


def test_a_revision_is_named_by_number_by_fingerprint_and_as_now(signed_twice):
    known = revisions_in(signed_twice)
    printed = short_fingerprint(known[0].fingerprint)
    assert [revision.title for revision in known] == ["Revision 1", "Revision 2, as it is now"]
    assert known[0].signed_at <= datetime.now(UTC)
    for name in ("1", printed, printed.lower(), printed.replace("-", " "), printed[:4], known[0].fingerprint):
        assert named_revision(known, name) is known[0]
    assert named_revision(known, " Now ") is known[1]


@pytest.mark.parametrize("name", ["2", "3", "abc", "", "zzzz-zzzz"])
def test_a_revision_that_is_not_there_is_told_with_those_that_are(signed_twice, name):
    with pytest.raises(PlanError, match="no revision") as told:
        named_revision(revisions_in(signed_twice), name)
    assert told.value.hint.startswith("It has: 1 (")


def test_the_command_tells_what_changed_since_the_last_signature(signed_twice, capsys):
    capsys.readouterr()
    assert main(["diff", str(signed_twice), *DAY], _no_window) == 0
    told = capsys.readouterr().out
    assert told.startswith("Revision 1 against revision 2, as it is now")
    assert "~ Fill the room (changed)" in told
    assert " → Fill the room" in told


def test_the_command_tells_scripts(signed_twice, capsys):
    capsys.readouterr()
    assert main(["diff", str(signed_twice), "1", "now", "--json", *DAY], _no_window) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(entry["kind"], entry["change"]) for entry in told["entries"]] == [("objectives", "changed")]
    assert told["entries"][0]["fields"][0]["after"] == "Fill the room"
    assert told["before"]["fingerprint"] != told["after"]["fingerprint"]


def test_the_command_says_that_nothing_differs(signed_twice, capsys):
    capsys.readouterr()
    assert main(["diff", str(signed_twice), "1", "1", *DAY], _no_window) == 0
    assert "Nothing that a signature covers differs." in capsys.readouterr().out
