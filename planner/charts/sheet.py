"""What all charts draw with: a sheet that collects shapes, texts and marks."""

from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import TypeAlias, TypeVar

from planner.charts.lettering import ROW, Lettering
from planner.charts.mirrored import mirrored
from planner.charts.scene import (
    Anchor,
    Line,
    Mark,
    Measure,
    Op,
    Point,
    Polygon,
    Rect,
    Role,
    Scene,
    Text,
    Weight,
)
from planner.language import language

Item = TypeVar("Item")

Box: TypeAlias = tuple[float, float, float, float]
"""Left edge, top edge, width and height."""

_SHIFTS = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}
"""Part of a text's width that lies left of its position."""
_AROUND = 1.0
"""Ground left and right of a text."""
_ASCENT, _DESCENT = 0.86, 0.28
"""Ground above and below a text's baseline, in its sizes: as far as letters reach."""


def even_pages(items: Sequence[Item], a_page: int) -> Iterator[Sequence[Item]]:
    """Part rows into as few pages as they need, each about as full as the others.

    Args:
        items: the rows.
        a_page: how many have room on one page; at least 1.
    """
    pages = -(-len(items) // a_page)
    evenly = max(1, -(-len(items) // max(1, pages)))
    return (items[at : at + evenly] for at in range(0, len(items), evenly))


class Sheet:
    """Collects a scene's shapes while a chart is built.

    Attributes:
        width: of the whole drawing.
        letters: sizes and widths of text.
    """

    def __init__(self, width: float, measure: Measure, size: float, pitch: float = ROW) -> None:
        self.width = width
        self.letters = Lettering(measure, size, pitch)
        self._ops: list[Op] = []
        self._marks: list[Mark] = []

    def draw(self, *ops: Op) -> None:
        """Add shapes on top."""
        self._ops += ops

    def write(
        self,
        at: Point,
        text: str,
        *,
        role: Role = Role.INK,
        anchor: Anchor = Anchor.START,
        weight: Weight = Weight.REGULAR,
        small: bool = False,
        room: float | None = None,
    ) -> float:
        """Add a text on its baseline, elided to the room, and return its width.

        Args:
            at: where its baseline begins, ends or has its middle, as `anchor` says.
            text: the words.
            role: its colour.
            anchor: which part of the text stands at the point.
            weight: of its letters.
            small: in the smaller size.
            room: width that it may take; None for as much as it needs.

        Returns:
            The width that it takes; 0 where nothing of it fits.
        """
        if room is not None:
            text = self.letters.elide(text, room, small=small, weight=weight)
        if not text:
            return 0.0
        size = self.letters.small if small else self.letters.size
        self._ops.append(Text(*at, text, size, role, anchor, weight))
        return self.letters.width(text, small=small, weight=weight)

    def caption(
        self,
        at: Point,
        text: str,
        *,
        role: Role = Role.MUTED,
        anchor: Anchor = Anchor.START,
        weight: Weight = Weight.REGULAR,
        room: float = inf,
    ) -> float:
        """Add a small text on a ground that covers the lines behind it; return its width."""
        text = self.letters.elide(text, room, small=True, weight=weight)
        width, size = self.letters.width(text, small=True, weight=weight), self.letters.small
        if text:
            left = at[0] - width * _SHIFTS[anchor] - _AROUND
            box = (left, at[1] - size * _ASCENT, width + 2 * _AROUND, size * (_ASCENT + _DESCENT))
            self.draw(Rect(*box, Role.SURFACE))
        return self.write(at, text, role=role, anchor=anchor, weight=weight, small=True)

    def mark(self, box: Box, record: str, text: str, *, folds: bool = False) -> None:
        """Let a box lead to an entry, or open and close what belongs to it."""
        self._marks.append(Mark(*box, record, text, folds))

    def cross(self, at: Point, role: Role = Role.BAD) -> float:
        """Draw a cross, the shape of a problem, to the right of a point; return its width."""
        x, y = at
        arm = self.letters.size * 0.28
        left, right = x, x + 2 * arm
        self.draw(
            Line(left, y - arm, right, y + arm, role, 1.4), Line(left, y + arm, right, y - arm, role, 1.4)
        )
        return 2 * arm

    def diamond(self, at: Point, role: Role, *, filled: bool) -> None:
        """Draw a diamond around a point."""
        x, y = at
        arm = self.letters.size * 0.55
        points = ((x, y - arm), (x + arm, y), (x, y + arm), (x - arm, y))
        self.draw(Polygon(points, role if filled else Role.SURFACE, role, 1.2))

    def legend(self, at: Point, word: str) -> float:
        """Write the word behind a shape of the legend; return where the next shape may stand."""
        x, middle = at
        baseline = middle + self.letters.drop * 0.85
        room = max(0.0, self.width - x)
        return (
            x + self.write((x, baseline), word, role=Role.MUTED, small=True, room=room) + 3 * self.letters.gap
        )

    def legend_note(self, at: Point, words: str) -> float:
        """Write what stands at the end of the legend, in a row of its own where the rest has no room.

        Returns:
            Height of the row that was added; 0 without one.
        """
        x, middle = at
        if self.letters.width(words, small=True) <= self.width - x:
            self.legend(at, words)
            return 0.0
        self.legend((0.0, middle + self.letters.row), words)
        return self.letters.row

    def scene(self, height: float, summary: str, details: Iterable[str] = ()) -> Scene:
        """Return what was drawn as a scene; see there for what the words are.

        It is drawn from left to right, and turned over where the language in use is written from the right.
        """
        made = Scene(self.width, height, tuple(self._ops), tuple(self._marks), summary, tuple(details))
        return mirrored(made) if language().right_to_left else made
