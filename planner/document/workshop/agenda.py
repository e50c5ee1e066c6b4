"""The agenda: as it ran, for the minutes; as it is planned, for the wall and for the facilitator."""

from collections.abc import Iterator
from datetime import timedelta

from planner.document.blocks import Block, Cell, Column, Facts, Mark, Marked, Named, Paragraph, Table, Tone
from planner.document.chapters.common import quiet
from planner.document.wording import NOTHING
from planner.document.workshop.handout import Handout
from planner.document.workshop.source import Source
from planner.language import say
from planner.language.figures import written_time
from planner.model.format import day
from planner.model.plan import Plan, display_name
from planner.model.records_workshop import AgendaBlock
from planner.model.vocabulary import BlockSort
from planner.workshop.agenda import TimedBlock, ends, starts, time_words, timed, total

_MINUTE = timedelta(minutes=1)
_FREE = frozenset({BlockSort.PAUSE, BlockSort.BUFFER})
"""Blocks in which nothing is made; their names are set lighter."""


def agenda(plan: Plan, *, notes: bool) -> Handout:
    """Write the agenda as it is planned.

    Args:
        plan: the plan whose workshop it is.
        notes: with the facilitator's private notes and each block's question; never for the wall.
    """
    return Handout(
        organisation=plan.the_brief.organisation,
        title=plan.title,
        subtitle=_subtitle(plan),
        name=say("Agenda for the facilitator: not for the wall") if notes else say("Agenda of the workshop"),
        foot=plan.the_brief.organisation,
        opening=(*_opening(plan), _with_notes(plan) if notes else _for_all(plan)),
        small_title=True,
    )


def hours_of_the_day(source: Source) -> str:
    """Return from when to when the workshop went: as it ran, or as planned; "" without an agenda."""
    state = source.state
    if state.began is None or state.ended is None:
        return planned_hours(source.plan)
    began, ended = source.local(state.began), source.local(state.ended)
    return say("{begin} to {end}", begin=written_time(began), end=written_time(ended))


def planned_hours(plan: Plan) -> str:
    """Return from when to when the workshop is planned; "" without an agenda."""
    if not plan.agenda_blocks:
        return ""
    return say("{begin} to {end}", begin=time_words(starts(plan)), end=time_words(ends(plan)))


def agenda_as_it_ran(source: Source) -> Iterator[Block]:
    """Yield each block with its planned and its real minutes; as planned where nobody ran the clock."""
    if not source.plan.agenda_blocks:
        return
    if not source.took:
        yield quiet(say("The clock did not run."))
        yield _for_all(source.plan)
        return
    columns = (
        Column(say("Began"), whole=True),
        Column(say("Block")),
        Column(say("Planned"), "right", whole=True),
        Column(say("Took"), "right", whole=True),
        Column(say("Compared"), whole=True),
    )
    rows = (*(_ran(source, found) for found in timed(source.plan)), _whole_day(source))
    yield Table(columns, rows, total=True, note=_paused(source))


def _whole_day(source: Source) -> tuple[Cell, ...]:
    planned = timedelta(minutes=total(source.plan))
    took = sum(source.took.values(), timedelta())
    return "", say("Whole day"), _minutes(planned), _minutes(took), _compared(took - planned)


def _paused(source: Source) -> str:
    """Return how long the clock stood still; "" where it did not, or still goes."""
    state = source.state
    if state.began is None or state.ended is None:
        return ""
    paused = state.ended - state.began - sum(source.took.values(), timedelta())
    if paused < _MINUTE:
        return ""
    return say("The clock was paused for {minutes} min.", minutes=round(paused / _MINUTE))


def _ran(source: Source, found: TimedBlock) -> tuple[Cell, ...]:
    block, planned = found.block, timedelta(minutes=found.block.minutes)
    took, began = source.took.get(block.id), source.began(block.id)
    if took is None or began is None:
        left_out = Marked(say("Left out"), Mark.NOT_STARTED)
        return NOTHING, _named(block), _minutes(planned), NOTHING, left_out
    return written_time(began), _named(block), _minutes(planned), _minutes(took), _compared(took - planned)


def _compared(over: timedelta) -> Marked:
    minutes = round(over / _MINUTE)
    if not minutes:
        return Marked(say("On time"), Mark.DONE)
    if minutes < 0:
        return Marked(say("{minutes} min less", minutes=-minutes), Mark.DONE)
    return Marked(say("{minutes} min more", minutes=minutes), Mark.AT_RISK)


def _subtitle(plan: Plan) -> str:
    held, hours = plan.the_workshop.on, planned_hours(plan)
    if held is None:
        return say("Agenda, {hours}", hours=hours) if hours else say("Agenda")
    if not hours:
        return say("Agenda for {day}", day=day(held))
    return say("Agenda for {day}, {hours}", day=day(held), hours=hours)


def _opening(plan: Plan) -> Iterator[Block]:
    workshop = plan.the_workshop
    if workshop.aim.strip():
        yield Paragraph(workshop.aim, Tone.LEAD)
    facilitator = plan.name_of(workshop.facilitator, missing="")
    rows = ((say("Place"), workshop.place), (say("Facilitator"), facilitator))
    told = tuple(row for row in rows if row[1].strip())
    if told:
        yield Facts(told)


def _for_all(plan: Plan) -> Block:
    columns = (
        Column(say("Time"), whole=True),
        Column(say("Block")),
        Column(say("Length"), "right", whole=True),
    )
    rows = ((found.span, _named(found.block), _length(found.block)) for found in timed(plan))
    return _table_or_sentence(columns, tuple(rows))


def _with_notes(plan: Plan) -> Block:
    columns = (
        Column(say("Time"), whole=True),
        Column(say("Block")),
        Column(say("Question")),
        Column(say("Private notes")),
    )
    rows = (
        (
            Named(found.span, _length(found.block), sentence=True),
            _named(found.block),
            _question(found.block),
            found.block.notes,
        )
        for found in timed(plan)
    )
    return _table_or_sentence(columns, tuple(rows))


def _table_or_sentence(columns: tuple[Column, ...], rows: tuple[tuple[Cell, ...], ...]) -> Block:
    return Table(columns, rows) if rows else quiet(say("The agenda has no block yet."))


def _question(block: AgendaBlock) -> str:
    """Return a block's question; nothing where it only says the block's name again, as breaks do."""
    return "" if block.question == block.name else block.question


def _named(block: AgendaBlock) -> Named:
    output = say("Result: {output}", output=block.output) if block.output.strip() else ""
    return Named(display_name(block), output, sentence=block.sort in _FREE)


def _length(block: AgendaBlock) -> str:
    return _minutes(timedelta(minutes=block.minutes))


def _minutes(length: timedelta) -> str:
    return say("{minutes} min", minutes=round(length / _MINUTE))
