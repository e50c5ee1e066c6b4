"""Painting for both directions of writing: what is laid out from the left is mirrored where one reads so.

Texts need nothing of this: within their rectangle, Qt aligns them by the direction of the widget.
"""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter


def reads_from_right() -> bool:
    """Whether the window is laid out from right to left."""
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def keep_within(split: QSplitter) -> None:
    """Take back the pixel by which Qt sets a splitter's parts too far to the right in a mirrored window."""
    if reads_from_right() and split.orientation() is Qt.Orientation.Horizontal:
        split.setContentsMargins(0, 0, 1, 0)


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
