"""The groups of the wall: which there are, what is in them, and the edits that change them."""

from collections.abc import Collection

from planner.editing import verbs
from planner.editing.verbs import Edit
from planner.language import say, worded
from planner.model.plan import Plan
from ui.workshop.wall.card_model import Card


def put_into(plan: Plan, idea: str, group: str) -> Edit:
    """Put an idea into a group, or into none, as one step.

    Raises:
        PlanError: there is no such idea, or the name of the group is too long.
    """
    named = plan.ideas[idea].name
    label = worded("Put “{idea}” into the group “{group}”", idea=named, group=group)
    if not group:
        label = worded("Take “{idea}” out of its group", idea=named)
    return Edit(verbs.change(plan, idea, "group", group).plan, label)


def call_group(plan: Plan, before: str, after: str) -> Edit:
    """Give a group another name, as one step; one that has that name already takes its cards up.

    Raises:
        PlanError: the name is too long.
    """
    ideas = [idea.id for idea in plan.ideas.values() if idea.group == before]
    label = worded("Call the group “{before}” “{after}”", before=before, after=after)
    return Edit(verbs.change_many(plan, ideas, "group", after).plan, label)


def groups_of(plan: Plan) -> list[str]:
    """Return the names of all groups in the order in which they came, first the empty one for none."""
    named = {idea.group: None for idea in plan.ideas.values() if idea.group}
    return ["", *named]


def dissolve(plan: Plan, group: str) -> Edit:
    """Take a group away, as one step; its cards are in none then."""
    ideas = [idea.id for idea in plan.ideas.values() if idea.group == group]
    return Edit(
        verbs.change_many(plan, ideas, "group", "").plan, worded("Take away the group “{group}”", group=group)
    )


def fresh_group(taken: Collection[str]) -> str:
    """Return a name for a new group that is not taken yet."""
    number = 1
    while group_numbered(number) in taken:
        number += 1
    return group_numbered(number)


def group_numbered(number: int) -> str:
    """Return the name that the wall gives to a group until somebody finds a better one."""
    return say("Group {number}", number=number)


def cards_in(plan: Plan, group: str) -> list[Card]:
    """Return the cards of a group, in the plan's order."""
    return [
        Card(idea.id, idea.name, _aside(idea.said_by, idea.decision.label if idea.decision else ""))
        for idea in plan.ideas.values()
        if idea.group == group
    ]


def _aside(who: str, decision: str) -> str:
    if who and decision:
        return say("{name} · {decision}", name=who, decision=decision)
    return who or decision
