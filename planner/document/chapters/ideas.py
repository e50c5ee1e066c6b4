"""What was suggested, and what was decided about it."""

from planner.document.blocks import Cell, Column, Named
from planner.document.chapters.common import Contents, column, table_or_quiet
from planner.document.source import Source
from planner.document.wording import in_words, in_words_within, shown
from planner.language import say, say_count
from planner.model.records_work import Idea
from planner.model.vocabulary import Decision


def _columns() -> tuple[Column, ...]:
    return (
        column("ideas", "name"),
        column("ideas", "origin"),
        column("ideas", "decision", whole=True),
        column("ideas", "decided_by"),
        column("ideas", "decided_on", whole=True),
    )


def ideas(source: Source) -> Contents:
    """Write the chapter on ideas and decisions."""
    rows = (_row(source, idea) for idea in source.plan.ideas.values())
    return Contents(_finding(source), (table_or_quiet(_columns(), rows, say("No idea was noted.")),))


def _row(source: Source, idea: Idea) -> tuple[Cell, ...]:
    return (
        Named(source.name(idea.id), idea.why),
        shown(idea.origin),
        shown(idea.decision, missing=say("Open")),
        shown(source.name(idea.decided_by)),
        shown(idea.decided_on),
    )


def _finding(source: Source) -> str:
    found = list(source.plan.ideas.values())
    waiting = sum(idea.decision is None for idea in found)
    if not found:
        return say("No idea was noted yet")
    if waiting:
        return say_count(
            "{count} idea has no decision yet",
            "{count} ideas have no decision yet",
            waiting,
            count=in_words(waiting),
        )
    return _adopted(sum(idea.decision is Decision.ADOPT for idea in found), len(found))


def _adopted(adopted: int, of_all: int) -> str:
    """Return how many ideas were adopted; no message holds two numbers that words would have to follow."""
    count = in_words(adopted)
    if adopted == of_all:
        return say_count("{count} idea was adopted", "{count} ideas were adopted", adopted, count=count)
    if not adopted:
        return say("No idea was adopted")
    return say_count(
        "{count} of {all} ideas was adopted",
        "{count} of {all} ideas were adopted",
        adopted,
        count=count,
        all=in_words_within(of_all),
    )
