"""The first page in one page: what gives way where the whole would not fit."""

from collections.abc import Iterator
from dataclasses import replace

from planner.document.blocks import Beside, Block, Facts, Paragraph, Points, Table, Together, Tone

Blocks = tuple[Block, ...]

_FACTS = 5
"""Facts that a group on a full page keeps; the weightiest stand first."""
_POINTS = 3
"""Points that a list on a full page keeps; the weightiest stand first."""


def shorter_and_shorter(blocks: Blocks) -> Iterator[Blocks]:
    """Yield a first page's blocks as written, then each time with something less.

    First the answer is set smaller, then the lists of points keep their first ones, then the results
    are left out, which have a chapter of their own, and last what the contents say again: the end of
    it, then all.
    """
    steps = (_as_written, _small_answer, _fewer_points, _without_tables, _fewer_facts, _without_groups)
    for shorten in steps:
        blocks = shorten(blocks)
        yield blocks


def _as_written(blocks: Blocks) -> Blocks:
    return blocks


def _small_answer(blocks: Blocks) -> Blocks:
    return tuple(
        replace(block, tone=Tone.BODY) if isinstance(block, Paragraph) and block.tone is Tone.LEAD else block
        for block in blocks
    )


def _fewer_points(blocks: Blocks) -> Blocks:
    return tuple(
        Beside(_beginning(block.left), _beginning(block.right)) if isinstance(block, Beside) else block
        for block in blocks
    )


def _beginning(points: Points) -> Points:
    return replace(points, points=points.points[:_POINTS])


def _fewer_facts(blocks: Blocks) -> Blocks:
    return tuple(
        replace(block, blocks=tuple(map(_first_facts, block.blocks)))
        if isinstance(block, Together)
        else block
        for block in blocks
    )


def _first_facts(block: Block) -> Block:
    return replace(block, rows=block.rows[:_FACTS]) if isinstance(block, Facts) else block


def _without_groups(blocks: Blocks) -> Blocks:
    return tuple(block for block in blocks if not isinstance(block, Together))


def _without_tables(blocks: Blocks) -> Blocks:
    return tuple(block for block in blocks if not isinstance(block, Table))
