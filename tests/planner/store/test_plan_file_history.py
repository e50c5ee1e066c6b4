"""The history in the plan file: steps, typing, order."""

from dataclasses import replace

import pytest
from desk import Desk

from planner.editing import verbs
from planner.files.errors import FileError
from planner.model.records_purpose import Person


def test_typing_is_stored_as_one_step(desk: Desk) -> None:
    desk.rename("A", at=1)
    assert desk.rename("Ad", at=2)
    assert desk.rename("Ada", at=3)
    desk.reopen()
    assert [step.label for step in desk.history.done] == ["Change name of “Ada”"]
    desk.undo()
    assert desk.stored().people["p1"].name == "Person 1"


def test_typing_never_goes_on_from_an_earlier_session(desk: Desk) -> None:
    desk.rename("A", at=1)
    desk.reopen()
    assert not desk.rename("Ada", at=1.5)


def test_a_new_edit_takes_the_undone_ones_away(desk: Desk) -> None:
    desk.rename("A", at=1)
    desk.rename("B", "p2", at=100)
    desk.undo()
    desk.undo()
    desk.rename("C", at=200)
    desk.reopen()
    assert [step.label for step in desk.history.done] == ["Change name of “C”"]
    assert desk.history.undone == []


def test_a_step_that_the_file_does_not_know_is_refused(desk: Desk) -> None:
    desk.rename("A")
    change = desk.at_last
    desk.undo()
    with pytest.raises(FileError, match="history"):
        desk.file.step_back(change, desk.plan)
    desk.redo()
    with pytest.raises(FileError, match="history"):
        desk.file.step_back(replace(change, label="Another step"), desk.plan)


def test_order_is_kept_through_insertion_removal_and_undo(desk: Desk) -> None:
    orders = [list(desk.plan.people)]
    for edit in (
        lambda plan: verbs.add(plan, Person(id="new"), at=2),
        lambda plan: verbs.remove(plan, ["p3"]),
        lambda plan: verbs.reorder(plan, "p4", 0),
        lambda plan: verbs.duplicate(plan, "p0", "copy"),
    ):
        desk.do(edit(desk.plan))
        orders.append(list(desk.plan.people))
        assert list(desk.stored().people) == orders[-1]
    for order in reversed(orders[:-1]):
        desk.undo()
        assert list(desk.stored().people) == order
