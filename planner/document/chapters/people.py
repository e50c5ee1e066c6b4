"""Who works for the plan, and how full their weeks are."""

from collections.abc import Iterator, Mapping

from planner.analysis.load import PersonLoad, weekly_loads
from planner.document.blocks import Block, Cell, Chart, Column, Mark, Marked, Named, Subheading, Together
from planner.document.chapters.common import Contents, column, quiet, table_or_quiet
from planner.document.source import Source
from planner.document.wording import NOTHING, counted, short_day, shown_hours, verb
from planner.model.format import hours, plural
from planner.model.records_purpose import Person

_CHART_ROWS = 24
"""People in one part of the load chart; more would not fit on a page."""

_COLUMNS = (
    column("people", "name"),
    column("people", "function", whole=True),
    column("people", "training"),
    column("people", "hours", number=True),
    Column("Fullest week", "right", whole=True),
    Column("Load"),
)


def people(source: Source) -> Contents:
    """Write the chapter on people and load."""
    loads = weekly_loads(source.plan)
    table = table_or_quiet(
        _COLUMNS,
        (_row(source, person, loads[person.id]) for person in source.plan.people.values()),
        "The plan names nobody yet.",
    )
    return Contents(_finding(loads), (table, *_charts(source, loads)))


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


def _charts(source: Source, loads: Mapping[str, PersonLoad]) -> Iterator[Block]:
    ids = tuple(person for person, load in loads.items() if load.peak)
    parts = [ids[i : i + _CHART_ROWS] for i in range(0, len(ids), _CHART_ROWS)]
    for number, part in enumerate(parts, start=1):
        heading = "Load" if len(parts) == 1 else f"Load, part {number} of {len(parts)}"
        yield Together((Subheading(heading), Chart("load", part)))
    if source.plan.people and not ids:
        yield quiet("Nobody's weeks hold any hours yet.")


def _finding(loads: Mapping[str, PersonLoad]) -> str:
    stated = [load for load in loads.values() if load.available is not None]
    over = sum(bool(load.over) for load in stated)
    if over:
        return f"{counted(over, 'person', 'people')} {verb(over, 'is', 'are')} planned beyond their hours"
    if stated and len(stated) == len(loads) and any(load.peak for load in stated):
        return "Nobody is planned beyond their hours"
    return ""
