"""Who works for the plan, and how full their weeks are."""

from collections.abc import Iterator, Mapping

from planner.analysis.load import PersonLoad, weekly_loads
from planner.document.blocks import Block, Cell, Chart, Column, Mark, Marked, Named
from planner.document.chapters.common import Contents, column, quiet, table_or_quiet
from planner.document.source import Source
from planner.document.wording import NOTHING, counted, short_day, shown_hours, verb
from planner.model.format import hours, plural
from planner.model.records_purpose import Person

_COLUMNS = (
    column("people", "name"),
    column("people", "function", whole=True),
    column("people", "training"),
    column("people", "hours", number=True),
    Column("Fullest week", "right", whole=True),
    Column("Load", whole=True),
)


def people(source: Source) -> Contents:
    """Write the chapter on people and load."""
    loads = weekly_loads(source.plan)
    table = table_or_quiet(
        _COLUMNS,
        (_row(source, person, loads[person.id]) for person in source.plan.people.values()),
        "The plan names nobody yet.",
    )
    return Contents(_finding(loads), (table, *_chart(loads)))


def _row(source: Source, person: Person, load: PersonLoad) -> tuple[Cell, ...]:
    at = source.name(person.partner) or person.employment.label
    trained = f"done {short_day(person.trained_on)}" if person.trained_on else ""
    return (
        Named(source.name(person.id), f"{person.level.label}, {at}"),
        person.function.label,
        ", ".join(filter(None, (person.training, trained))) or NOTHING,
        shown_hours(person.hours),
        hours(load.peak),
        _judged(load),
    )


def _judged(load: PersonLoad) -> Cell:
    if load.available is None:
        return "Hours not said" if load.peak else NOTHING
    if load.over:
        return Marked(f"Over in {plural(len(load.over), 'week')}", Mark.LATE)
    return Marked("Within the hours", Mark.DONE)


def _chart(loads: Mapping[str, PersonLoad]) -> Iterator[Block]:
    if any(load.peak for load in loads.values()):
        yield Chart("load", "Load")
    elif loads:
        yield quiet("Nobody's weeks hold any hours yet.")


def _finding(loads: Mapping[str, PersonLoad]) -> str:
    stated = [load for load in loads.values() if load.available is not None]
    over = sum(bool(load.over) for load in stated)
    if over:
        return f"{counted(over, 'person', 'people')} {verb(over, 'is', 'are')} planned beyond their hours"
    if stated and len(stated) == len(loads) and any(load.peak for load in stated):
        return "Nobody is planned beyond their hours"
    if not loads:
        return "Nobody is named yet"
    if len(stated) < len(loads):
        waiting = counted(len(loads) - len(stated), "person", "people")
        return f"{waiting} {verb(len(loads) - len(stated), 'has', 'have')} no hours stated yet"
    return "Nobody's weeks hold any hours yet"
