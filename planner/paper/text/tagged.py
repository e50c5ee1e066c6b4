"""Lines that say what they are while they are drawn: a paragraph each, in the element that is open."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from reportlab.pdfgen.canvas import Canvas

from planner.paper.tags.drawing import Tags
from planner.paper.tags.structure import LINES_OF_TEXT
from planner.paper.text.layout import Line

_Item = TypeVar("_Item")


def tagged(canvas: Canvas, items: Sequence[_Item], line_of: Callable[[_Item], Line]) -> Iterator[_Item]:
    """Yield lines to be drawn at once; what is drawn before the next one belongs to its paragraph.

    A heading, a label or a link takes all of the lines; a cell takes those of its one paragraph, and
    elsewhere each paragraph becomes an element. A paragraph that began on an earlier page goes on.

    Args:
        canvas: that they are drawn on.
        items: the lines, or what they are part of.
        line_of: gives the line.
    """
    tags = Tags.of(canvas)
    if tags.is_marking or not items:
        yield from items
        return
    whole = len(items) == 1 or tags.current.role in LINES_OF_TEXT
    groups = [items] if whole else _groups(items, line_of)
    alone = len(groups) == 1
    for group in groups:
        goes_on = line_of(group[0]).start > 0
        with tags.paragraph(_spoken(group, line_of), goes_on=goes_on, alone=alone):
            yield from group


def _groups(items: Sequence[_Item], line_of: Callable[[_Item], Line]) -> list[Sequence[_Item]]:
    """Return the lines of each paragraph."""
    groups: list[list[_Item]] = []
    for item in items:
        if not groups or line_of(item).start == 0:
            groups.append([])
        groups[-1].append(item)
    return [*groups]


def _spoken(items: Sequence[_Item], line_of: Callable[[_Item], Line]) -> str:
    """Return the text of paragraphs in which a character is not one glyph, left to right; else nothing."""
    begun = [paragraph for paragraph, start, *_ in map(line_of, items) if start == 0]
    for paragraph in begun:
        if paragraph.shaped:
            return "\n".join(paragraph.text for paragraph in begun)
    return ""
