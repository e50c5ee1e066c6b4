"""Agendas fitted to a plan: steps that are empty or stopped get more time, finished ones less."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from planner.model.walk import Step
from planner.truths.progress import StepState
from planner.workshop.templates.blocks import (
    BREAK,
    BREAKS,
    BUFFER,
    CLOSING,
    LUNCH,
    OPENING,
    STEP_BLOCKS,
    VOTE,
    WRITING,
)
from planner.workshop.templates.shape import TemplateBlock

States = Mapping[Step, StepState]

_GRAIN = 5
"""Blocks last whole steps of five minutes: nobody announces seventeen."""

_SHORTEST = 10
_WEIGHTS = {
    StepState.NOT_STARTED: Fraction(5, 4),
    StepState.STOPPED: Fraction(5, 4),
    StepState.OPEN: Fraction(1),
    StepState.DONE: Fraction(1, 2),
}
_ALONE = {StepState.NOT_STARTED: 40, StepState.STOPPED: 35, StepState.OPEN: 25, StepState.DONE: 10}
"""Minutes of a step's block where nothing but the plan says how long."""

_WITHOUT_BREAK = 90
_BEFORE_LUNCH = 180
"""Minutes after which people need a break, and after which they need lunch."""


def fitted(blocks: Sequence[TemplateBlock], states: States) -> tuple[TemplateBlock, ...]:
    """Return a template's blocks with the same time in all, shared out by how far each step is.

    Args:
        blocks: the blocks; those of a step of the walk give or take time, the others stay.
        states: how far each step is.
    """
    wanted = [
        block.minutes * (_WEIGHTS[states[block.step]] if block.step is not None else 0) for block in blocks
    ]
    shared = sum(block.minutes for block in blocks if block.step is not None)
    minutes = _shared_out(wanted, shared)
    return tuple(
        block if block.step is None else block.lasting(length)
        for block, length in zip(blocks, minutes, strict=True)
    )


def from_walk(states: States, available: int | None = None) -> tuple[TemplateBlock, ...]:
    """Return an agenda made from the walk alone, with breaks where people need them.

    Args:
        states: how far each step is.
        available: minutes from start to end, where people must leave at a time of day; the steps are then
            shortened as far as they can be.
    """
    work = [block.lasting(_ALONE[states[step]]) for block in STEP_BLOCKS if (step := block.step)]
    day = _with_breaks(work)
    excess = sum(block.minutes for block in day) - (available or 0)
    if available is None or excess <= 0:
        return day
    room = max(sum(block.minutes for block in work) - excess, _SHORTEST * len(work))
    shorter = _shared_out([Fraction(block.minutes) for block in work], room - room % _GRAIN)
    return _with_breaks([block.lasting(length) for block, length in zip(work, shorter, strict=True)])


def _with_breaks(work: Sequence[TemplateBlock]) -> tuple[TemplateBlock, ...]:
    return (OPENING, *_paused(work), BREAKS, BUFFER, CLOSING)


def _paused(work: Sequence[TemplateBlock]) -> Iterator[TemplateBlock]:
    """Yield the blocks with ideas and choosing before the tactics, and a break before people tire."""
    since_break, before_lunch = OPENING.minutes, OPENING.minutes
    for block in work:
        group = (
            (WRITING, VOTE, block) if block.step is Step.TACTICS and block.minutes > _SHORTEST else (block,)
        )
        length = sum(one.minutes for one in group)
        if since_break + length > _WITHOUT_BREAK:
            rest = LUNCH if before_lunch >= _BEFORE_LUNCH else BREAK
            before_lunch = 0 if rest is LUNCH else before_lunch
            since_break = 0
            yield rest
        since_break += length
        before_lunch += length
        yield from group


def _shared_out(wanted: Sequence[Fraction | int], total: int) -> list[int]:
    """Return whole steps of five minutes in the ratio of what is wanted, which make up the total.

    Args:
        wanted: a weight each; nothing is given where it is 0.
        total: minutes to share out, in whole steps; the shortest length goes before it.
    """
    asked = sum(wanted)
    if not asked:
        return [0] * len(wanted)
    shares = [max(_SHORTEST, _GRAIN * round(one * total / asked / _GRAIN)) if one else 0 for one in wanted]
    while (missing := total - sum(shares)) and (missing > 0 or max(shares) > _SHORTEST):
        largest = shares.index(max(shares))
        shares[largest] += _GRAIN if missing > 0 else -_GRAIN
    return shares
