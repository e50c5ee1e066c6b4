"""Whatever is edited, undone and reopened: the file holds the plan that is on screen."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk import IN_MEMORY, Desk, stored_plan
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import edits, plans, same

from planner.model.plan import Plan
from planner.store.creating import create_plan_file

SLOWLY = settings(max_examples=25, suppress_health_check=list(HealthCheck))


@contextmanager
def _desk(plan: Plan) -> Iterator[Desk]:
    with tempfile.TemporaryDirectory(dir=IN_MEMORY) as folder:
        path = Path(folder) / "a.tcplan"
        create_plan_file(path, plan)
        desk = Desk(path)
        try:
            yield desk
        finally:
            desk.file.close()


@given(plans())
@SLOWLY
def test_a_plan_comes_back_from_its_file_as_it_was(plan: Plan) -> None:
    with _desk(plan) as desk:
        assert same(desk.plan, plan)
        assert not desk.history.done


@given(st.data())
@SLOWLY
def test_edits_undo_redo_and_reopening_in_any_order(data: st.DataObject) -> None:
    with _desk(data.draw(plans(most=5))) as desk:
        first = desk.plan
        for _ in range(data.draw(st.integers(1, 10))):
            _one_move(data, desk)
            assert same(desk.file.plan, desk.plan)
        desk.reopen()
        while desk.history.done:
            desk.undo()
        assert same(desk.plan, first)
        desk.reopen()
        assert same(desk.plan, first)
        while desk.history.undone:
            desk.redo()
        last = desk.plan
        desk.file.close()
        assert same(stored_plan(desk.file.path), last)


def _one_move(data: st.DataObject, desk: Desk) -> None:
    move = data.draw(st.sampled_from(["edit", "edit", "edit", "undo", "redo", "reopen"]))
    if move == "undo" and desk.history.done:
        desk.undo()
    elif move == "redo" and desk.history.undone:
        desk.redo()
    elif move == "reopen":
        before = desk.plan
        labels = [[step.label for step in steps] for steps in (desk.history.done, desk.history.undone)]
        desk.reopen()
        assert same(desk.plan, before)
        assert labels == [[s.label for s in steps] for steps in (desk.history.done, desk.history.undone)]
    else:
        desk.do(data.draw(edits(desk.plan)), data.draw(st.floats(0, 30)))
