"""Who works for the plan, and how full their weeks are."""

from collections.abc import Iterator, Mapping

from planner.analysis.load import PersonLoad, weekly_loads
from planner.document.blocks import Block, Cell, Chart, Column, Mark, Marked, Named
from planner.document.chapters.common import Contents, column, quiet, table_or_quiet
from planner.document.source import Source
from planner.document.wording import NOTHING, in_words, short_day, shown_hours
from planner.language import say, say_count
from planner.model.format import hours
from planner.model.records_purpose import Person


def _columns() -> tuple[Column, ...]:
    return (
        column("people", "name"),
        column("people", "function", whole=True),
        column("people", "training"),
        column("people", "hours", number=True),
        Column(say("Fullest week"), "right", whole=True),
        Column(say("Load"), whole=True),
    )


def people(source: Source) -> Contents:
    """Write the chapter on people and load."""
    loads = weekly_loads(source.plan)
    table = table_or_quiet(
        _columns(),
        (_row(source, person, loads[person.id]) for person in source.plan.people.values()),
        say("The plan names nobody yet."),
    )
    return Contents(_finding(loads), (table, *_chart(loads)))


def _row(source: Source, person: Person, load: PersonLoad) -> tuple[Cell, ...]:
    at = source.name(person.partner) or person.employment.label
    trained = say("done {day}", day=short_day(person.trained_on)) if person.trained_on else ""
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
        return say("Hours not said") if load.peak else NOTHING
    if load.over:
        return Marked(say_count("Over in {count} week", "Over in {count} weeks", len(load.over)), Mark.LATE)
    return Marked(say("Within the hours"), Mark.DONE)


def _chart(loads: Mapping[str, PersonLoad]) -> Iterator[Block]:
    if any(load.peak for load in loads.values()):
        yield Chart("load", say("Load"))
    elif loads:
        yield quiet(say("Nobody's weeks hold any hours yet."))


def _finding(loads: Mapping[str, PersonLoad]) -> str:
    stated = [load for load in loads.values() if load.available is not None]
    over = sum(bool(load.over) for load in stated)
    if over:
        return say_count(
            "{count} person is planned beyond their hours",
            "{count} people are planned beyond their hours",
            over,
            count=in_words(over),
        )
    if stated and len(stated) == len(loads) and any(load.peak for load in stated):
        return say("Nobody is planned beyond their hours")
    if not loads:
        return say("Nobody is named yet")
    if len(stated) < len(loads):
        waiting = len(loads) - len(stated)
        return say_count(
            "{count} person has no hours stated yet",
            "{count} people have no hours stated yet",
            waiting,
            count=in_words(waiting),
        )
    return say("Nobody's weeks hold any hours yet")
