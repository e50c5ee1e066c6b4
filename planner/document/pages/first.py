"""The first page in one page: what gives way where the whole would not fit."""

from collections.abc import Iterator
from dataclasses import replace

from planner.document.blocks import Block, Paragraph, Table, Together, Tone

Blocks = tuple[Block, ...]


def shorter_and_shorter(blocks: Blocks) -> Iterator[Blocks]:
    """Yield a first page's blocks as written, then each time with something less.

    First the answer is set smaller, then what the contents say again is left out, then the results,
    which have a chapter of their own.
    """
    for shorten in (_as_written, _small_answer, _without_groups, _without_tables):
        blocks = shorten(blocks)
        yield blocks


def _as_written(blocks: Blocks) -> Blocks:
    return blocks


def _small_answer(blocks: Blocks) -> Blocks:
    return tuple(
        replace(block, tone=Tone.BODY) if isinstance(block, Paragraph) and block.tone is Tone.LEAD else block
        for block in blocks
    )


def _without_groups(blocks: Blocks) -> Blocks:
    return tuple(block for block in blocks if not isinstance(block, Together))


def _without_tables(blocks: Blocks) -> Blocks:
    return tuple(block for block in blocks if not isinstance(block, Table))
