"""The answers so far, the newest first: few stand large, many smaller, the rest are counted."""

from collections.abc import Sequence
from math import inf

from PySide6.QtCore import QRectF, Qt

from planner.language import say, say_count
from ui.workshop.room.fitting import Fitted, column_width, fit
from ui.workshop.room.ink import RoomInk

_BULLET = 0.9
"""Room for the mark before an answer, in sizes of its letters."""
_GAP = 1.2
_LINE = 1.21
"""Height of a line, in sizes of its letters."""


def draw_answers(ink: RoomInk, area: QRectF, answers: Sequence[str]) -> None:
    """Draw the answers.

    Args:
        ink: draws.
        area: where.
        answers: the newest first, so that it always appears at the same place.
    """
    if not answers:
        middle = Qt.AlignmentFlag.AlignCenter
        ink.write(area, say("No answers yet"), round(ink.height / 16), tone="muted", align=middle)
        return
    sizes = tuple(ink.sizes(13, 27))
    heights = _Heights(ink, area.width(), sizes[-1])
    fitted = fit(answers, heights.of, (area.width(), area.height()), sizes, _GAP)
    ink.left_out = fitted.more
    _draw_columns(ink, area, answers, fitted)
    if fitted.more:
        more = say_count("and {count} more", "and {count} more", fitted.more)
        low = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom
        ink.write(area, more, fitted.size, tone="muted", align=low)


class _Heights:
    """Heights of answers, with the mark before them."""

    def __init__(self, ink: RoomInk, width: float, smallest: int) -> None:
        """Begin for an area.

        Args:
            ink: measures.
            width: of the area.
            smallest: size of letters.
        """
        self._ink, self._width, self._smallest = ink, width, smallest

    def of(self, text: str, size: int, width: float) -> float:
        """Return how high an answer stands; endless where smaller letters need no word torn apart."""
        room = width - _BULLET * size
        is_too_large = size > self._smallest and self._ink.tears(text, size, room)
        if is_too_large and not self._is_torn_anyway(text):
            return inf
        return self._ink.height_of(text, size, room)

    def _is_torn_anyway(self, text: str) -> bool:
        return self._ink.tears(text, self._smallest, self._width - _BULLET * self._smallest)


def _draw_columns(ink: RoomInk, area: QRectF, answers: Sequence[str], fitted: Fitted) -> None:
    gap = _GAP * fitted.size
    count = sum(1 for column in fitted.columns if column)
    width = column_width(area.width(), len(fitted.columns), gap)
    at = 0
    for place in range(count):
        column = ink.leading(ink.behind(area, place * (width + gap)), width)
        top = area.top()
        for height in fitted.columns[place]:
            row = QRectF(column.left(), top, width, height)
            _draw_answer(ink, row, answers[at], fitted.size)
            top += height + gap / 2
            at += 1


def _draw_answer(ink: RoomInk, row: QRectF, answer: str, size: int) -> None:
    mark = ink.leading(row, size * 0.36)
    middle = row.top() + size * _LINE / 2
    side = size * 0.3
    ink.bar(QRectF(mark.center().x() - side / 2, middle - side / 2, side, side), "accent", side / 2)
    # A line more than is needed: what was measured in whole lines is never elided.
    text = ink.behind(row, size * _BULLET)
    ink.write(text.adjusted(0, 0, 0, size * 0.2), answer, size)
