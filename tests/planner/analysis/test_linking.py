"""What can be linked on the board, what it is called, and that a link is one clean step."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import records, same

from planner.analysis.ladder import loops
from planner.analysis.linking import WAYS, link_between, link_groups, link_words, linked
from planner.editing import verbs
from planner.editing.history import Change, History
from planner.editing.patch import diff
from planner.model.consistency import refuse_inconsistent
from planner.model.kinds import kind_of
from planner.model.links import linked_ids
from planner.model.plan import Plan
from planner.model.records_purpose import Person
from planner.model.records_work import Metric, Objective, Serving, Tactic
from planner.model.schema import link_fields

CARDS = {"objectives", "tactics", "metrics"}


def small_plan():
    plan = Plan(plan_id="ab" * 16)
    for record in (
        Person(id="ann", name="Ann"),
        Person(id="ben", name="Ben"),
        Objective(id="tables", name="Fill the tables"),
        Objective(id="tips", name="Raise the tips"),
        Tactic(id="letter", name="Letter to regulars"),
        Metric(id="clicks", name="Clicks"),
        Metric(id="orders", name="Orders"),
    ):
        plan = verbs.add(plan, record).plan
    return plan


@pytest.fixture
def plan():
    return small_plan()


def dropped(plan, taken, onto):
    """Return the plan after a drop, and what was said before it."""
    link = link_between(plan, taken, onto)
    return linked(plan, link).plan, link_words(plan, link)


def test_every_link_between_cards_has_its_words():
    between = {(s.kind, s.name) for s in link_fields() if s.kind in CARDS and CARDS & set(s.to)}
    assert between <= {(way.kind, way.field) for way in WAYS}
    assert all(way.spec.is_link for way in WAYS)


@pytest.mark.parametrize("pair", [("letter", "tables"), ("tables", "letter")])
def test_a_tactic_and_an_objective_are_linked_either_way(plan, pair):
    after, words = dropped(plan, *pair)
    assert words == "“Letter to regulars” will serve “Fill the tables”."
    assert after.tactics["letter"].objectives == (Serving("tables"),)


def test_a_second_objective_is_added_and_the_shares_stay(plan):
    servings = (Serving("tips", Decimal("0.4")),)
    plan = verbs.change(plan, "letter", "objectives", servings).plan
    after, words = dropped(plan, "letter", "tables")
    assert words == "“Letter to regulars” will also serve “Fill the tables”."
    assert after.tactics["letter"].objectives == (*servings, Serving("tables"))


def test_an_objective_for_which_no_share_is_left_says_so(plan):
    plan = verbs.change(plan, "letter", "objectives", (Serving("tips", Decimal(1)),)).plan
    _, words = dropped(plan, "letter", "tables")
    assert words.endswith("\nNone of its cost counts there yet: its other objectives share all of it.")


@pytest.mark.parametrize("pair", [("letter", "clicks"), ("clicks", "letter")])
def test_a_tactic_and_a_metric_are_linked_either_way(plan, pair):
    after, words = dropped(plan, *pair)
    assert words == "“Letter to regulars” will feed “Clicks”."
    assert after.tactics["letter"].metrics == ("clicks",)


def test_a_metric_feeds_the_one_that_it_is_dropped_on_instead_of_the_old_one(plan):
    plan, words = dropped(plan, "clicks", "tables")
    assert words == "“Clicks” will feed “Fill the tables”."
    plan, words = dropped(plan, "clicks", "orders")
    assert words == "“Clicks” will feed “Orders” instead of “Fill the tables”."
    assert plan.metrics["clicks"].feeds == "orders"


def test_what_is_linked_already_says_so_and_changes_nothing(plan):
    plan, _ = dropped(plan, "clicks", "orders")
    for pair in (("clicks", "orders"), ("orders", "clicks")):
        link = link_between(plan, *pair)
        assert link.is_there
        assert link_words(plan, link) == "“Clicks” already feeds “Orders”."
        assert linked(plan, link).plan == plan


def test_a_link_that_closes_a_circle_is_none(plan):
    plan, _ = dropped(plan, "clicks", "orders")
    plan = verbs.add(plan, Metric(id="visits", name="Visits")).plan
    plan, _ = dropped(plan, "orders", "visits")
    titles = {g.title: [g.other(each) for each in g.links] for g in link_groups(plan, "visits")}
    assert "clicks" not in titles["Feeds"]
    assert link_between(plan, "visits", "clicks") is None


@pytest.mark.parametrize("pair", [("letter", "letter"), ("tables", "tips"), ("clicks", "clicks")])
def test_the_same_entry_and_kinds_without_a_field_are_no_pair(plan, pair):
    assert link_between(plan, *pair) is None


def test_the_plan_itself_and_what_is_gone_are_no_pair(plan):
    assert link_between(plan, "letter", "brief") is None
    assert link_between(plan, "letter", "gone") is None


def test_an_owner_is_replaced_in_so_many_words(plan):
    plan, words = dropped(plan, "tables", "ann")
    assert words == "Ann will own “Fill the tables”."
    plan, words = dropped(plan, "tables", "ben")
    assert words == "Ben will own “Fill the tables” instead of Ann."
    assert plan.objectives["tables"].owner == "ben"


def test_the_menu_groups_all_by_field_and_tells_both_directions(plan):
    groups = {
        group.title: {group.other(link) for link in group.links} for group in link_groups(plan, "tables")
    }
    assert groups == {
        "Owner": {"ann", "ben"},
        "Tactics that serve it": {"letter"},
        "Metrics that feed it": {"clicks", "orders"},
    }
    titles = [group.title for group in link_groups(plan, "letter")]
    assert titles == ["Objectives", "Metrics", "Accountable", "Responsible"]


@given(st.data())
@settings(max_examples=60)
def test_any_link_is_one_clean_step_that_undo_takes_back(data: st.DataObject) -> None:
    plan = small_plan()
    for number in range(data.draw(st.integers(0, 6))):
        kind = kind_of(data.draw(st.sampled_from(sorted(CARDS))))
        plan = verbs.add(plan, data.draw(records(kind, plan, f"more-{number}"))).plan
    ids = [record for key in (*sorted(CARDS), "people") for record in plan.records(key)]
    taken = data.draw(st.sampled_from(ids))
    dropped_links = [link for onto in ids if (link := link_between(plan, taken, onto))]
    offered = [link for group in link_groups(plan, taken) for link in group.links]
    assert all(link in offered for link in dropped_links)
    link = data.draw(st.sampled_from(offered))
    assert link_words(plan, link)
    edit = linked(plan, link)
    refuse_inconsistent(edit.plan)
    held = linked_ids(link.way.spec, edit.plan.find(link.holder))
    assert held.count(link.target) == 1
    assert len(loops(edit.plan)) <= len(loops(plan))
    assert (edit.plan == plan) == link.is_there
    if not link.is_there:
        history = History()
        history.record(plan, edit.plan, Change(edit.label, diff(plan, edit.plan), edit.field, 0.0))
        assert len(history.done) == 1
        assert same(history.undo(edit.plan)[0], plan)
