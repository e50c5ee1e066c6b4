"""A signature covers the plan and not its workshop, though ideas name the block in which they came up."""

from planner.editing import verbs
from planner.exchange.plan_json import read_json
from planner.model.fingerprint import canonical_json, fingerprint
from planner.samples import load_sample
from planner.signoff.compare import compare
from planner.workshop.voting import clear


def test_signed_content_of_a_plan_with_a_workshop_can_be_read_again():
    plan = load_sample("charity")
    assert any(idea.block for idea in plan.ideas.values())
    read = read_json(canonical_json(plan))
    assert len(read.ideas) == len(plan.ideas)
    assert read.agenda_blocks == {}
    assert fingerprint(read) == fingerprint(plan)
    assert compare(read, plan).is_empty


def test_what_only_the_workshop_holds_changes_no_fingerprint():
    plan = load_sample("charity")
    after = clear(plan, "room-which").plan
    after = verbs.remove(after, ["room-writing"]).plan
    after = verbs.change(after, "workshop", "place", "Elsewhere").plan
    assert fingerprint(after) == fingerprint(plan)


def test_who_said_an_idea_is_signed():
    plan = load_sample("charity")
    after = verbs.change(plan, "room-app", "said_by", "Somebody else").plan
    assert fingerprint(after) != fingerprint(plan)
