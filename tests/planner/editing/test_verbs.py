"""What each verb does, what it refuses, and what it says will be lost."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from planner.editing import revision, verbs
from planner.editing.removal import losses
from planner.errors import PlanError
from planner.model import links
from planner.model.plan import Plan
from planner.model.records_experience import Channel, Voice
from planner.model.records_purpose import Brief, Person
from planner.model.records_signoff import Approval, Approver, SignedRevision
from planner.model.records_work import Metric, Objective, Reading, Serving, Tactic
from planner.model.values import Money
from planner.truths.example_plan import example_plan


def _plan() -> Plan:
    plan = Plan(plan_id="ab" * 16)
    for record in (
        Person(id="ada", name="Ada"),
        Person(id="ben", name="Ben"),
        Objective(id="orders", name="More orders", owner="ada"),
        Channel(id="chat", name="Chat", owner="ada", voices=(Voice("ada", Decimal(5)), Voice("ben"))),
        Metric(id="clicks", name="Clicks", owner="ada", feeds="orders"),
        Reading(id="first", metric="clicks", figure=Decimal(3)),
        Reading(id="second", metric="clicks", figure=Decimal(4)),
        Tactic(
            id="reply",
            name="Reply",
            accountable="ada",
            responsible=("ada", "ben"),
            objectives=(Serving("orders", Decimal("0.5")),),
            cost=Money(Decimal(100), "EUR"),
        ),
    ):
        plan = verbs.add(plan, record).plan
    return verbs.change(plan, "brief", "sponsor", "ada").plan


def test_add_puts_a_record_in_its_place_and_leaves_the_old_plan_alone() -> None:
    plan = _plan()
    edit = verbs.add(plan, Person(id="cleo", name="Cleo"), at=1)
    assert list(edit.plan.people) == ["ada", "cleo", "ben"]
    assert list(plan.people) == ["ada", "ben"]
    assert edit.label == "Add person “Cleo”"
    assert edit.field is None


@pytest.mark.parametrize(
    "record",
    [
        Person(id="ada"),
        Person(id="chat"),
        Person(id="Not An Id"),
        Person(id="x", partner="nobody"),
        Person(id="x", partner="ada"),
        Person(id="x", hours=Decimal(-1)),
        Person(id="x", name="n" * 301),
        Tactic(id="x", cost=Money(Decimal(1), "USD")),
        Brief(id="second"),
    ],
)
def test_add_refuses_what_does_not_fit(record: object) -> None:
    with pytest.raises(PlanError):
        verbs.add(_plan(), record)


def test_change_names_field_and_record_and_cleans_text() -> None:
    edit = verbs.change(_plan(), "reply", "name", " Reply\n fast\u202e ")
    assert edit.plan.tactics["reply"].name == "Reply fast"
    assert edit.label == "Change tactic of “Reply fast”"
    assert edit.field == ("tactics", "reply", "name")


def test_change_of_several_is_all_or_nothing() -> None:
    edit = verbs.change_many(_plan(), ["ada", "ben"], "hours", Decimal(8))
    assert {person.hours for person in edit.plan.people.values()} == {Decimal(8)}
    assert edit.label == "Change hours a week of 2 people"
    with pytest.raises(PlanError):
        verbs.change_many(_plan(), ["ada", "nobody"], "hours", Decimal(8))
    with pytest.raises(PlanError):
        verbs.change_many(_plan(), [], "hours", Decimal(8))


@pytest.mark.parametrize(("name", "value"), [("accountable", "chat"), ("channel", "gone"), ("name", 5)])
def test_change_refuses_a_wrong_link_or_type(name: str, value: object) -> None:
    with pytest.raises(PlanError):
        verbs.change(_plan(), "reply", name, value)


def test_losses_are_told_before_a_removal() -> None:
    sentences = {loss.sentence for loss in losses(_plan(), ["ada"])}
    assert sentences == {
        "The plan loses: sponsor",
        "Objective “More orders” loses: owner",
        "Channel “Chat” loses: owner",
        "Channel “Chat” loses: voices",
        "Metric “Clicks” loses: owner",
        "Tactic “Reply” loses: accountable",
        "Tactic “Reply” loses: responsible",
    }


def test_a_removal_takes_links_out_and_owned_records_along() -> None:
    plan = _plan()
    without_ada = verbs.remove(plan, ["ada"]).plan
    assert without_ada.tactics["reply"].accountable is None
    assert without_ada.tactics["reply"].responsible == ("ben",)
    assert without_ada.channels["chat"].voices == (Voice("ben"),)
    assert without_ada.the_brief.sponsor is None
    goes = [loss for loss in losses(plan, ["clicks"]) if loss.goes]
    assert [loss.sentence for loss in goes] == [
        "Reading “Unnamed reading” is removed as well",
        "Reading “Unnamed reading” is removed as well",
    ]
    edit = verbs.remove(plan, ["clicks"])
    assert not edit.plan.metrics
    assert not edit.plan.readings
    assert edit.label == "Remove metric “Clicks”"


def test_a_removal_of_an_objective_takes_its_share_out_of_tactics_and_the_ladder() -> None:
    after = verbs.remove(_plan(), ["orders"]).plan
    assert after.tactics["reply"].objectives == ()
    assert after.metrics["clicks"].feeds is None


def test_what_a_plan_needs_or_does_not_have_is_not_removed() -> None:
    for ids in (["brief"], ["nobody"], ["ada", "limits"], []):
        with pytest.raises(PlanError):
            verbs.remove(_plan(), ids)


@pytest.mark.parametrize(("to", "order"), [(0, "ba"), (1, "ab"), (99, "ab"), (-5, "ba")])
def test_reorder_moves_within_the_kind(to: int, order: str) -> None:
    after = verbs.reorder(_plan(), "ben", to).plan
    assert "".join(key[0] for key in after.people) == order


def test_a_link_is_put_in_a_field_for_one_and_added_to_a_field_for_several() -> None:
    plan = _plan()
    assert verbs.link(plan, "reply", "channel", "chat").plan.tactics["reply"].channel == "chat"
    assert verbs.link(plan, "reply", "metrics", "clicks").plan.tactics["reply"].metrics == ("clicks",)
    assert verbs.link(plan, "reply", "responsible", "ada").plan is plan


def test_a_copy_stands_behind_its_original_with_the_same_links() -> None:
    edit = verbs.duplicate(_plan(), "ada", "ada-2")
    assert list(edit.plan.people) == ["ada", "ada-2", "ben"]
    assert edit.plan.people["ada-2"].name == "Ada (copy)"
    copy = verbs.duplicate(_plan(), "reply", "reply-2").plan.tactics["reply-2"]
    assert copy.objectives == (Serving("orders", Decimal("0.5")),)


def test_a_copy_of_what_is_there_once_is_refused() -> None:
    plan = verbs.add(_plan(), Approver(id="sponsor", person="ada")).plan
    plan = verbs.add(plan, Approval(id="yes", approver="sponsor")).plan
    for record_id in ("brief", "yes", "nobody"):
        with pytest.raises(PlanError):
            verbs.duplicate(plan, record_id)


def test_another_currency_keeps_every_figure() -> None:
    edit = verbs.change(_plan(), "brief", "currency", "usd")
    assert edit.plan.the_brief.currency == "USD"
    assert edit.plan.tactics["reply"].cost == Money(Decimal(100), "USD")
    assert verbs.change_currency(_plan(), "usd").label == "Change currency to USD"
    with pytest.raises(PlanError):
        verbs.change_currency(_plan(), "Euro")


def _signed() -> Plan:
    plan = _plan()
    signed = SignedRevision(id="s", number=1, fingerprint="a" * 64, at=datetime(2026, 1, 1, tzinfo=UTC))
    return revision.with_tables(plan, {"signed_revisions": {"s": signed}})


def test_a_signature_alone_begins_no_revision() -> None:
    assert _signed().revision == 1


@pytest.mark.parametrize(
    "verb",
    [
        lambda plan: verbs.change(plan, "ada", "name", "Ada L."),
        lambda plan: verbs.reorder(plan, "ben", 0),
        lambda plan: verbs.add(plan, Person(id="cleo")),
        lambda plan: verbs.remove(plan, ["ben"]),
    ],
)
def test_any_edit_of_a_signed_plan_begins_the_next_revision(verb) -> None:
    assert verb(_signed()).plan.revision == 2


def test_an_edit_that_changes_nothing_begins_no_revision() -> None:
    assert verbs.change(_signed(), "ada", "name", "Ada").plan.revision == 1


def test_however_many_go_the_plan_is_walked_through_twice(monkeypatch):
    plan = example_plan()
    looked = []
    ids_of = links.linked_ids

    def counted(spec, record):
        looked.append(record.id)
        return ids_of(spec, record)

    monkeypatch.setattr(links, "linked_ids", counted)
    verbs.remove(plan, [next(iter(plan.tactics))])
    for_one = len(looked)
    looked.clear()
    assert verbs.remove(plan, list(plan.tactics)).plan.tactics == {}
    assert 0 < len(looked) <= for_one
