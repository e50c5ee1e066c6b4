"""The question: at the top in two lines, or alone in the middle and as large as it can be."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont

from ui.workshop.room.ink import RoomInk

_HEAVY = QFont.Weight.DemiBold


def draw_question_above(ink: RoomInk, area: QRectF, question: str) -> float:
    """Draw the question above what belongs to it.

    Args:
        ink: draws.
        area: where it may stand.
        question: what is asked.

    Returns:
        How high it stands.
    """
    size = ink.largest(question, area, (15, 22), _HEAVY)
    return ink.write(area, question, size, weight=_HEAVY)


def draw_question_alone(ink: RoomInk, area: QRectF, question: str) -> None:
    """Draw the question in the middle."""
    size = ink.largest(question, area, (7.5, 20), _HEAVY)
    middle = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
    ink.write(area, question, size, weight=_HEAVY, align=middle)
