"""Painting for both directions of writing: what is laid out from the left is mirrored where one reads so.

Within their rectangle, Qt aligns texts by the direction of the widget; it lets them run in that direction,
too, so that a name in other letters would have the mark at its end on the wrong side (`own_way`).
"""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QSplitter

from planner.language.figures import FIRST_STRONG_ISOLATE, isolated


def reads_from_right() -> bool:
    """Whether the window is laid out from right to left."""
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def keep_within(split: QSplitter) -> None:
    """Take back the pixel by which Qt sets a splitter's parts too far to the right in a mirrored window."""
    if reads_from_right() and split.orientation() is Qt.Orientation.Horizontal:
        split.setContentsMargins(0, 0, 1, 0)


def beginning(width: int) -> tuple[int, int, int, int]:
    """Return margins of which only that at which reading begins has a width; Qt does not mirror margins."""
    return (0, 0, width, 0) if reads_from_right() else (width, 0, 0, 0)


def ending(width: int) -> tuple[int, int, int, int]:
    """Return margins of which only that at which reading ends has a width."""
    return (width, 0, 0, 0) if reads_from_right() else (0, 0, width, 0)


def mirrored(area: QRect | QRectF, part: QRect | QRectF) -> QRectF:
    """Return where a part of an area lies in the direction of writing.

    Args:
        area: the whole.
        part: where the part lies where one writes from left to right.
    """
    whole, place = QRectF(area), QRectF(part)
    if reads_from_right():
        place.moveLeft(whole.left() + whole.right() - place.right())
    return place


def own_way(text: str) -> str:
    """Return a text so that it runs as its own letters do, where it is painted in a mirrored window.

    What the program itself put together runs as the language in use does; the names in it are kept whole
    already.
    """
    return isolated(text) if text and reads_from_right() and FIRST_STRONG_ISOLATE not in text else text


def elided(text: str, metrics: QFontMetrics | QFontMetricsF, width: float) -> str:
    """Return a text as it is painted in one line, its end cut off where it does not fit.

    Args:
        text: the words; they run as their own letters do.
        metrics: of the font.
        width: in pixels.
    """
    shown = own_way(text)
    if isinstance(metrics, QFontMetrics):
        return metrics.elidedText(shown, Qt.TextElideMode.ElideRight, max(0, int(width)))
    return metrics.elidedText(shown, Qt.TextElideMode.ElideRight, max(0.0, width))
