"""What was suggested, and what was decided about it."""

from planner.document.blocks import Cell, Named
from planner.document.chapters.common import Contents, column, table_or_quiet
from planner.document.source import Source
from planner.document.wording import counted, shown, then_counted, verb
from planner.model.records_work import Idea
from planner.model.vocabulary import Decision

_COLUMNS = (
    column("ideas", "name"),
    column("ideas", "origin"),
    column("ideas", "decision", whole=True),
    column("ideas", "decided_by"),
    column("ideas", "decided_on", whole=True),
)


def ideas(source: Source) -> Contents:
    """Write the chapter on ideas and decisions."""
    rows = (_row(source, idea) for idea in source.plan.ideas.values())
    return Contents(_finding(source), (table_or_quiet(_COLUMNS, rows, "No idea was noted."),))


def _row(source: Source, idea: Idea) -> tuple[Cell, ...]:
    return (
        Named(source.name(idea.id), idea.why),
        shown(idea.origin),
        shown(idea.decision, missing="Open"),
        shown(source.name(idea.decided_by)),
        shown(idea.decided_on),
    )


def _finding(source: Source) -> str:
    found = list(source.plan.ideas.values())
    waiting = sum(idea.decision is None for idea in found)
    if not found:
        return "No idea was noted yet"
    if waiting:
        return f"{counted(waiting, 'idea')} {verb(waiting, 'has', 'have')} no decision yet"
    adopted = sum(idea.decision is Decision.ADOPT for idea in found)
    others = len(found) - adopted
    rest = f", {then_counted(others, 'other')} {verb(others, 'was', 'were')} not" if others else ""
    return f"{counted(adopted, 'idea')} {verb(adopted, 'was', 'were')} adopted{rest}"
