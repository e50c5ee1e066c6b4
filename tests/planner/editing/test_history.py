"""Typing becomes one step, signatures stay out of it, and undo never breaks the plan."""

import pytest

from planner.editing import revision, verbs
from planner.editing.history import COALESCE_SECONDS, Change, History
from planner.editing.patch import OrderChange, Patch, RecordChange, apply, diff
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.model.plan import Plan
from planner.model.records_purpose import Person
from planner.model.records_signoff import Approval, Approver


class Desk:
    """A plan with its history, edited by verbs."""

    def __init__(self) -> None:
        self.plan = Plan(plan_id="ab" * 16)
        self.history = History()

    def do(self, edit: Edit, at: float = 0.0) -> bool:
        change = Change(edit.label, diff(self.plan, edit.plan), edit.field, at, edit.lasting)
        merged = self.history.record(self.plan, edit.plan, change)
        self.plan = edit.plan
        return merged

    def type(self, text: str, at: float, name: str = "title") -> bool:
        return self.do(verbs.change(self.plan, "brief", name, text), at)

    def undo(self) -> None:
        self.plan, _ = self.history.undo(self.plan)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_typing_in_one_field_is_one_step(desk: Desk) -> None:
    merged = [desk.type(text, at) for at, text in enumerate(["A", "A p", "A plan"])]
    assert merged == [False, True, True]
    assert desk.history.undo_label == "Change “Plan title”"
    desk.undo()
    assert desk.plan.the_brief.title == "Untitled plan"
    assert desk.history.redo_label == "Change “Plan title”"


def test_a_pause_another_field_or_a_clock_that_went_back_begin_a_new_step(desk: Desk) -> None:
    desk.type("A", 100)
    assert desk.type("B", 100 + COALESCE_SECONDS)
    assert not desk.type("C", 101 + 2 * COALESCE_SECONDS)
    assert not desk.type("Us", 101 + 2 * COALESCE_SECONDS, "organisation")
    assert not desk.type("Them", 50, "organisation")


def test_typing_back_to_the_beginning_leaves_steps_that_show_something(desk: Desk) -> None:
    desk.type("A", 1)
    assert not desk.type("Untitled plan", 2)
    desk.undo()
    assert desk.plan.the_brief.title == "A"


@pytest.mark.parametrize(
    ("text", "at", "name", "is_back"),
    [
        ("Untitled plan", 2, "title", True),
        ("Untitled", 2, "title", False),
        ("Untitled plan", 3 + COALESCE_SECONDS, "title", False),
        ("Us", 2, "organisation", False),
    ],
)
def test_only_typing_the_same_field_back_at_once_is_known_as_such(
    desk: Desk, text: str, at: float, name: str, *, is_back: bool
) -> None:
    desk.type("A", 0)
    desk.type("A p", 1)
    edit = verbs.change(desk.plan, "brief", name, text)
    change = Change(edit.label, diff(desk.plan, edit.plan), edit.field, at)
    assert desk.history.is_typed_back(change) is is_back


def test_a_new_step_takes_the_undone_ones_away(desk: Desk) -> None:
    desk.type("A", 1)
    desk.undo()
    desk.type("B", 100)
    assert desk.history.redo_label == ""


def _approve(desk: Desk, key: str) -> None:
    approval = Approval(id=key, approver="sponsor")
    after = revision.with_tables(desk.plan, {"approvals": {**desk.plan.approvals, key: approval}})
    desk.do(Edit(after, "Accept as sponsor", lasting=True))


def test_an_approval_is_no_step_and_ends_typing(desk: Desk) -> None:
    desk.do(verbs.add(desk.plan, Approver(id="sponsor")))
    desk.type("A", 1)
    _approve(desk, "yes")
    assert desk.history.undo_label == "Change “Plan title”"
    assert not desk.type("B", 2)
    desk.undo()
    assert desk.plan.the_brief.title == "A"
    assert list(desk.plan.approvals) == ["yes"]


def test_what_an_approval_rests_on_is_not_undone(desk: Desk) -> None:
    desk.do(verbs.add(desk.plan, Approver(id="sponsor")))
    _approve(desk, "yes")
    with pytest.raises(PlanError, match="approval rests on it"):
        desk.undo()
    assert desk.history.undo_label == "Add approver “Unnamed approver”"


def test_undo_of_a_removal_keeps_the_approvals_given_since(desk: Desk) -> None:
    for key in ("sponsor", "other"):
        desk.do(verbs.add(desk.plan, Approver(id=key)))
    desk.do(verbs.add(desk.plan, Approval(id="theirs", approver="other")))
    desk.do(verbs.remove(desk.plan, ["other"]))
    _approve(desk, "yes")
    desk.undo()
    assert list(desk.plan.approvals) == ["theirs", "yes"]


def test_nothing_to_undo_or_redo_is_an_error_of_the_caller(desk: Desk) -> None:
    assert desk.history.undo_label == ""
    with pytest.raises(IndexError):
        desk.history.undo(desk.plan)
    with pytest.raises(IndexError):
        desk.history.redo(desk.plan)


def test_a_step_of_another_state_is_refused() -> None:
    plan = verbs.add(Plan(plan_id="ab" * 16), Person(id="ada")).plan
    elsewhere = Patch((), (OrderChange("people", 0, ("ben",), ()),))
    unknown = Patch(
        (RecordChange("people", "ada", plan.people["ada"], None),), (OrderChange("people", 0, (), ("x",)),)
    )
    for patch in (elsewhere, unknown):
        with pytest.raises(PlanError, match="does not fit"):
            apply(plan, patch)


def test_a_step_among_many_records_stays_small() -> None:
    plan = Plan(plan_id="ab" * 16, people={f"p{n}": Person(id=f"p{n}") for n in range(1000)})
    patch = diff(plan, verbs.add(plan, Person(id="new"), at=500).plan)
    assert patch.orders == (OrderChange("people", 500, (), ("new",)),)
