"""A mouse that drags over any widget, with the button held in every move."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def drag(widget, start, *through, release=True, keys=NONE):
    """Press at a place of a widget, move through others and let go at the last."""
    QTest.mousePress(widget, LEFT, keys, start)
    for point in through:
        # QTest's own move has no button in it.
        places = (QPointF(point), QPointF(widget.mapToGlobal(point)))
        moved = QMouseEvent(QEvent.Type.MouseMove, *places, Qt.MouseButton.NoButton, LEFT, keys)
        QApplication.sendEvent(widget, moved)
    if release:
        QTest.mouseRelease(widget, LEFT, keys, through[-1] if through else start)
