"""The business results, and how each comes about."""

from collections.abc import Iterator

from planner.document.blocks import Block, Cell, Named, Subheading, Together
from planner.document.chapters.common import Contents, column, fact, facts_said, table_or_quiet
from planner.document.source import Source
from planner.document.wording import counted, joined, lacking, short_day, shown, verb
from planner.model.format import money
from planner.model.records_work import Objective
from planner.model.values import Money

_MOST_NAMES = 6
"""Tactics that are named below an objective; the others are counted."""
_COLUMNS = (
    column("objectives", "name"),
    column("objectives", "baseline", number=True),
    column("objectives", "target", number=True),
    column("objectives", "unit"),
    column("objectives", "due", whole=True),
    column("objectives", "owner"),
)


def objectives(source: Source) -> Contents:
    """Write the chapter on the objectives."""
    table = table_or_quiet(
        _COLUMNS,
        (_row(source, objective) for objective in source.plan.objectives.values()),
        "The plan has no objective yet.",
    )
    return Contents(_finding(source), (table, *_details(source)))


def _row(source: Source, objective: Objective) -> tuple[Cell, ...]:
    return (
        Named(source.name(objective.id), objective.measure),
        shown(objective.baseline),
        shown(objective.target),
        shown(objective.unit),
        shown(objective.due),
        shown(source.name(objective.owner)),
    )


def _details(source: Source) -> Iterator[Block]:
    for objective in source.plan.objectives.values():
        tactics = [
            source.name(tactic.id)
            for tactic in source.plan.tactics.values()
            if any(item.objective == objective.id for item in tactic.objectives)
        ]
        facts = facts_said(
            fact("objectives", "mechanism", objective.mechanism),
            fact("objectives", "value", objective.value),
            fact("objectives", "asked_by", source.name(objective.asked_by)),
            ("Served by", joined(tactics, missing="", most=_MOST_NAMES)),
            fact("objectives", "note", objective.note),
        )
        if facts.rows:
            yield Together((Subheading(source.name(objective.id)), facts))


def _finding(source: Source) -> str:
    found = list(source.plan.objectives.values())
    due = [objective.due for objective in found if objective.due]
    results = counted(len(found), "business result")
    if not found:
        return "No business result is set yet"
    if len(due) < len(found):
        return f"{results}, {lacking(len(found) - len(due), len(found), 'a due date')}"
    last = short_day(max(due))
    values = [objective.value for objective in found if objective.value]
    if len(values) == len(found):
        total = Money(sum((value.amount for value in values[1:]), values[0].amount), values[0].currency)
        return f"{results} worth {money(total)} by {last}"
    return f"{results} {verb(len(found), 'is', 'are')} due by {last}"
