"""What changes in how people work."""

from planner.document.blocks import Cell, Named
from planner.document.chapters.common import Contents, column, due_mark, late_or, table_or_quiet
from planner.document.source import Source
from planner.document.wording import counted, lacking, short_day, shown, verb
from planner.model.records_work import ChangeAction
from planner.model.vocabulary import WorkStatus

_COLUMNS = (
    column("changes", "name"),
    column("changes", "who"),
    column("changes", "owner"),
    column("changes", "due", whole=True),
    column("changes", "status", whole=True),
)


def changes(source: Source) -> Contents:
    """Write the chapter on the changes in how people work."""
    rows = (_row(source, change) for change in source.plan.changes.values())
    empty = "The plan changes nothing in how people work."
    return Contents(_finding(source), (table_or_quiet(_COLUMNS, rows, empty),))


def _row(source: Source, change: ChangeAction) -> tuple[Cell, ...]:
    mark = due_mark(
        done=change.status is WorkStatus.DONE,
        begun=change.status is WorkStatus.IN_PROGRESS,
        due=change.due,
        today=source.today,
    )
    return (
        Named(source.name(change.id)),
        shown(change.who),
        shown(source.name(change.owner)),
        shown(change.due),
        late_or(change.status.label, mark),
    )


def _finding(source: Source) -> str:
    found = list(source.plan.changes.values())
    days = [change.due for change in found if change.due]
    if not found:
        return "Nothing changes in how people work yet"
    if len(days) < len(found):
        ways = counted(len(found), "change")
        return f"{ways} in how people work, {lacking(len(found) - len(days), len(found), 'a date')}"
    works = verb(len(found), "changes", "change")
    return f"{counted(len(found), 'way')} of working {works} by {short_day(max(days))}"
