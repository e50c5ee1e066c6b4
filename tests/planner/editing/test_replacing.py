"""A text is found in the fields of a plan, and replaced as one step."""

import pytest

from planner.editing.history import Change, History
from planner.editing.patch import diff
from planner.editing.replacing import Spot, Wanted, is_replaceable, is_searched, replace
from planner.editing.verbs import change
from planner.errors import PlanError
from planner.model.kinds import KINDS
from planner.model.schema import field, fields
from planner.model.values import Form
from planner.truths.example_plan import example_plan


def replaceable_spots(plan, wanted):
    """Yield each place where the text can be replaced, in the plan's order."""
    for kind, record in plan.everything():
        for spec in filter(is_replaceable, fields(kind.key)):
            for start, end in wanted.spans_in(getattr(record, spec.name)):
                yield Spot(record.id, kind.key, spec.name, start, end)


@pytest.fixture
def plan():
    plan = change(example_plan(), "brief", "stands_for", "Fresh bread. freshly baked, always fresh.").plan
    return change(plan, "brief", "protects", "Fresh names of guests.").plan


def spots(plan, wanted, name):
    return [spot for spot in replaceable_spots(plan, wanted) if spot.field == name]


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (Wanted("fresh"), 3),
        (Wanted("fresh", match_case=True), 2),
        (Wanted("fresh", whole_words=True), 2),
        (Wanted("fresh", match_case=True, whole_words=True), 1),
        (Wanted("fr.sh"), 0),
        (Wanted(""), 0),
    ],
)
def test_case_and_whole_words_decide_what_is_found(plan, wanted, count):
    assert len(spots(plan, wanted, "stands_for")) == count


def test_all_places_are_replaced_as_one_step_that_undo_takes_back(plan):
    wanted = Wanted("fresh", whole_words=True)
    found = [spot for spot in replaceable_spots(plan, wanted) if spot.record == "brief"]
    edit = replace(plan, wanted, found, "warm")
    assert edit.plan.the_brief.stands_for == "warm bread. freshly baked, always warm."
    assert edit.plan.the_brief.protects == "warm names of guests."
    assert edit.label == "Replace “fresh” by “warm” in 3 places"
    history = History()
    history.record(plan, edit.plan, Change(edit.label, diff(plan, edit.plan)))
    assert history.undo(edit.plan)[0] == plan


def test_one_place_alone_is_replaced(plan):
    wanted = Wanted("fresh")
    edit = replace(plan, wanted, spots(plan, wanted, "stands_for")[1:2], "new")
    assert edit.plan.the_brief.stands_for == "Fresh bread. newly baked, always fresh."


def test_a_text_can_be_taken_out(plan):
    wanted = Wanted(", always fresh")
    edit = replace(plan, wanted, list(replaceable_spots(plan, wanted)), "")
    assert edit.plan.the_brief.stands_for == "Fresh bread. freshly baked."
    assert edit.label.startswith("Take out")


def test_a_place_that_has_changed_since_is_refused(plan):
    wanted = Wanted("fresh")
    found = list(replaceable_spots(plan, wanted))
    later = change(plan, "brief", "stands_for", "Something else.").plan
    with pytest.raises(PlanError, match="has changed since"):
        replace(later, wanted, found, "warm")


def test_a_text_that_grows_too_long_is_refused_and_nothing_changes(plan):
    wanted = Wanted(plan.the_brief.title)
    with pytest.raises(PlanError, match="too long"):
        replace(plan, wanted, spots(plan, wanted, "title"), "x" * 400)


def test_nothing_to_replace_is_told(plan):
    with pytest.raises(PlanError, match="nothing to replace"):
        replace(plan, Wanted("zyxw"), [], "warm")


def test_links_choices_figures_and_conditions_are_no_text():
    for kind in KINDS:
        for spec in fields(kind.key):
            if spec.form not in {Form.LINE, Form.TEXT}:
                assert not is_replaceable(spec)
    assert not is_replaceable(field("house_truths", "conditions"))
    assert is_searched(field("house_truths", "conditions"))
    with pytest.raises(PlanError):
        replace(example_plan(), Wanted("E"), [Spot("brief", "brief", "currency", 0, 1)], "x")


def test_what_was_signed_or_is_an_id_or_a_picture_is_left_alone():
    for kind, name in (("approvals", "signed_name"), ("layout", "logo"), ("waivers", "rule")):
        assert not is_searched(field(kind, name))
        assert not is_replaceable(field(kind, name))
