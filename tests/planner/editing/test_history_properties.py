"""Whatever is edited: undo leads back to the first plan, redo forth again, and links never break."""

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import edits, plans, same

from planner.editing.history import Change, History
from planner.editing.patch import apply, diff
from planner.model.consistency import refuse_inconsistent
from planner.model.plan import Plan

STEPS = st.integers(1, 8)


@given(st.data())
@settings(max_examples=40)
def test_undo_to_the_start_and_redo_to_the_end(data: st.DataObject) -> None:
    first = plan = data.draw(plans(most=6))
    history = History()
    for _ in range(data.draw(STEPS)):
        edit = data.draw(edits(plan))
        at = data.draw(st.floats(0, 30))
        history.record(plan, edit.plan, Change(edit.label, diff(plan, edit.plan), edit.field, at))
        plan = edit.plan
        refuse_inconsistent(plan)
    last = plan
    while history.done:
        plan, _ = history.undo(plan)
        refuse_inconsistent(plan)
    assert same(plan, first)
    while history.undone:
        plan, _ = history.redo(plan)
    assert same(plan, last)


@given(st.data())
@settings(max_examples=40)
def test_a_patch_leads_there_and_back_and_names_what_it_touched(data: st.DataObject) -> None:
    before = data.draw(plans(most=6))
    after = data.draw(edits(before)).plan
    patch = diff(before, after)
    assert same(apply(before, patch), after)
    assert same(apply(after, patch.inverse()), before)
    assert patch.is_empty == same(before, after)
    assert {key: ids for key, ids in patch.touched.items() if ids} == _changed_ids(before, after)


def _changed_ids(before: Plan, after: Plan) -> dict[str, frozenset[str]]:
    found = {}
    for key in before.__struct_fields__[2:]:
        old, new = before.records(key), after.records(key)
        ids = frozenset(i for i in {*old, *new} if old.get(i) != new.get(i))
        if ids:
            found[key] = ids
    return found
