"""Where the card of the tour stands: beside what is pointed at, or on it where that matters least."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize

MARGIN = 12
"""Pixels between the card and what is pointed at, or the window's edge."""


@dataclass(frozen=True, slots=True)
class CardSize:
    """How large the card is.

    Attributes:
        width: it has by choice.
        least: width below which its buttons would be cut.
        height: tells the height that its words need at a width.
    """

    width: int
    least: int
    height: Callable[[int], int]

    def at(self, width: int) -> QSize:
        """Return the size at a width."""
        return QSize(width, self.height(width))


def place_card(card: CardSize, hole: QRect, kept: QRect, window: QRect) -> QRect:
    """Return where the card stands in the window.

    Args:
        card: its size.
        hole: what is pointed at; empty where it can't be seen.
        kept: the part of it that the words speak of, which is covered last of all.
        window: the room there is.
    """
    room = window.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    usual = card.at(min(card.width, room.width()))
    if hole.isEmpty():
        return _centred(usual, room)
    beside = next((rect for rect in _beside(card, usual, hole, room) if room.contains(rect)), None)
    if beside is not None:
        return beside
    return min(_corners(usual, hole.intersected(room)), key=lambda rect: _area(rect.intersected(kept)))


def _beside(card: CardSize, usual: QSize, hole: QRect, room: QRect) -> Iterator[QRect]:
    """Yield the places around a hole: at its sides, below and above it, last of all narrowed at a side."""
    yield from _at_sides(usual, hole, room)
    left = max(room.left(), min(hole.left(), room.right() - usual.width() + 1))
    yield QRect(QPoint(left, hole.bottom() + MARGIN), usual)
    yield QRect(QPoint(left, hole.top() - MARGIN - usual.height()), usual)
    for width in (room.right() - hole.right() - MARGIN, hole.left() - MARGIN - room.left()):
        if card.least <= width < usual.width():
            yield from _at_sides(card.at(width), hole, room)


def _at_sides(size: QSize, hole: QRect, room: QRect) -> Iterator[QRect]:
    top = max(room.top(), min(hole.top() + MARGIN, room.bottom() - size.height() + 1))
    yield QRect(QPoint(hole.right() + MARGIN, top), size)
    yield QRect(QPoint(hole.left() - MARGIN - size.width(), top), size)


def _corners(size: QSize, hole: QRect) -> tuple[QRect, ...]:
    inner = hole.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
    right, low = inner.right() - size.width() + 1, max(MARGIN, inner.bottom() - size.height() + 1)
    points = ((right, low), (inner.left(), low), (right, inner.top()), (inner.left(), inner.top()))
    return tuple(QRect(QPoint(max(MARGIN, x), y), size) for x, y in points)


def _centred(size: QSize, room: QRect) -> QRect:
    rect = QRect(QPoint(0, 0), size)
    rect.moveCenter(room.center())
    return rect


def _area(rect: QRect) -> int:
    return 0 if rect.isEmpty() else rect.width() * rect.height()
