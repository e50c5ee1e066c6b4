"""What changes in how people work."""

from planner.document.blocks import Cell, Column, Named
from planner.document.chapters.common import Contents, column, due_mark, late_or, table_or_quiet
from planner.document.source import Source
from planner.document.wording import in_words, in_words_within, short_day, shown
from planner.language import say, say_count
from planner.model.records_work import ChangeAction
from planner.model.vocabulary import WorkStatus


def _columns() -> tuple[Column, ...]:
    return (
        column("changes", "name"),
        column("changes", "who"),
        column("changes", "owner"),
        column("changes", "due", whole=True),
        column("changes", "status", whole=True),
    )


def changes(source: Source) -> Contents:
    """Write the chapter on the changes in how people work."""
    rows = (_row(source, change) for change in source.plan.changes.values())
    empty = say("The plan changes nothing in how people work.")
    return Contents(_finding(source), (table_or_quiet(_columns(), rows, empty),))


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
        return say("Nothing changes in how people work yet")
    if len(days) < len(found):
        return _undated(len(found) - len(days), len(found))
    return say_count(
        "{count} way of working changes by {day}",
        "{count} ways of working change by {day}",
        len(found),
        count=in_words(len(found)),
        day=short_day(max(days)),
    )


def _undated(undated: int, number: int) -> str:
    if undated == number:
        return say_count(
            "{count} change in how people work, without a date",
            "{count} changes in how people work, all without a date",
            number,
            count=in_words(number),
        )
    return say_count(
        "{count} change in how people work, {undated} of them without a date",
        "{count} changes in how people work, {undated} of them without a date",
        number,
        count=in_words(number),
        undated=in_words_within(undated),
    )
