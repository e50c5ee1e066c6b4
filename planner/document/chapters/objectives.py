"""The business results, and how each comes about."""

from collections.abc import Iterator

from planner.document.blocks import Block, Cell, Column, Named, Subheading, Together
from planner.document.chapters.common import Contents, column, fact, facts_said, table_or_quiet
from planner.document.source import Source
from planner.document.wording import in_words, in_words_within, joined, short_day, shown
from planner.language import say, say_count
from planner.model.format import money
from planner.model.records_work import Objective
from planner.model.values import Money

_MOST_NAMES = 6
"""Tactics that are named below an objective; the others are counted."""


def _columns() -> tuple[Column, ...]:
    return (
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
        _columns(),
        (_row(source, objective) for objective in source.plan.objectives.values()),
        say("The plan has no objective yet."),
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
            (say("Served by"), joined(tactics, missing="", most=_MOST_NAMES)),
            fact("objectives", "note", objective.note),
        )
        if facts.rows:
            yield Together((Subheading(source.name(objective.id)), facts))


def _finding(source: Source) -> str:
    found = list(source.plan.objectives.values())
    due = [objective.due for objective in found if objective.due]
    if not found:
        return say("No business result is set yet")
    if len(due) < len(found):
        return _undated(len(found) - len(due), len(found))
    last, count = short_day(max(due)), in_words(len(found))
    values = [objective.value for objective in found if objective.value]
    if len(values) < len(found):
        return say_count(
            "{count} business result is due by {day}",
            "{count} business results are due by {day}",
            len(found),
            count=count,
            day=last,
        )
    total = Money(sum((value.amount for value in values[1:]), values[0].amount), values[0].currency)
    return say_count(
        "{count} business result worth {amount} by {day}",
        "{count} business results worth {amount} by {day}",
        len(found),
        count=count,
        amount=money(total),
        day=last,
    )


def _undated(undated: int, number: int) -> str:
    if undated == number:
        return say_count(
            "{count} business result, without a due date",
            "{count} business results, all without a due date",
            number,
            count=in_words(number),
        )
    return say_count(
        "{count} business result, {undated} of them without a due date",
        "{count} business results, {undated} of them without a due date",
        number,
        count=in_words(number),
        undated=in_words_within(undated),
    )
