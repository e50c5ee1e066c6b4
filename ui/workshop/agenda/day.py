"""The plan's agenda as what its column shows."""

import msgspec

from planner.language import say
from planner.model.plan import Plan
from planner.model.records_workshop import AgendaBlock
from planner.model.vocabulary import BlockSort
from planner.workshop.agenda import TimedBlock, not_fitting, time_words, timed
from ui.workshop.agenda.slots import Order, Slot

_RESTS = {BlockSort.PAUSE: "coffee", BlockSort.BUFFER: "hourglass"}
"""Sorts in which nothing is worked on, with their icons."""


def slots_of(plan: Plan) -> tuple[Slot, ...]:
    """Return the blocks of a plan's agenda with their times."""
    late = {block.block.id for block in not_fitting(plan)}
    return tuple(_slot(block, is_late=block.block.id in late) for block in timed(plan))


def retimed(plan: Plan, order: Order) -> Plan:
    """Return a plan whose blocks are in an order and of a length; for looking at, not for keeping."""
    blocks = {
        key: msgspec.structs.replace(plan.agenda_blocks[key], minutes=minutes) for key, minutes in order
    }
    return msgspec.structs.replace(plan, agenda_blocks=blocks)


def _slot(timed_block: TimedBlock, *, is_late: bool) -> Slot:
    block: AgendaBlock = timed_block.block
    is_rest = block.sort in _RESTS
    return Slot(
        id=block.id,
        name=block.name or ("" if is_rest else say("Unnamed block")),
        minutes=block.minutes,
        output=block.output,
        starts=time_words(timed_block.begins),
        ends=time_words(timed_block.ends),
        word=block.sort.label if is_rest else "",
        icon=_RESTS.get(block.sort, ""),
        is_late=is_late,
    )
