"""The window for the projector. Its keys turn what is shown and leave full screen; they change nothing.

A presenter's remote sends Page Up and Page Down, some send arrows. They walk through what the room may see
of this block, and never end the block: that stamps times into the minutes, and is done at the laptop.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language import say
from ui.theme import dress
from ui.workshop.room.screens import Screen, qt_screen

_ONWARD = {Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Space}
_BACKWARD = {Qt.Key.Key_PageUp, Qt.Key.Key_Up}


def way_of(key: Qt.Key, *, right_to_left: bool) -> int:
    """Return 1 for the keys that turn to the next view, -1 for those that turn back, else 0."""
    onward, backward = Qt.Key.Key_Right, Qt.Key.Key_Left
    if right_to_left:
        onward, backward = backward, onward
    if key in _ONWARD or key is onward:
        return 1
    return -1 if key in _BACKWARD or key is backward else 0


class RoomWindow(QWidget):
    """Holds the room's view while that is not in the console.

    Signals:
        turned: 1 or -1: what is shown next, or what was shown before, is wanted.
        left: the room is to go back into the console.
        overtaken: another plan's room takes this one's screen.
    """

    turned = Signal(int)
    left = Signal()
    overtaken = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._screen: Screen | None = None
        self.setObjectName("room-window")
        # The keyboard stays at the laptop.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        dress(self)

    def hold(self, view: QWidget) -> None:
        """Take the view in."""
        self._layout.addWidget(view)
        view.show()

    def fill(self, screen: Screen) -> None:
        """Fill a screen."""
        self._name()
        self._screen = screen
        there = qt_screen(screen)
        if there is not None:
            self.setScreen(there)
        self.setGeometry(screen.area)
        self.showFullScreen()

    def shows(self, screen: Screen) -> bool:
        """Whether it is on a screen now."""
        return self.isVisible() and self._screen == screen

    def toggle_full_screen(self) -> None:
        """Fill the screen, or be a usual window on it."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn to another view or leave full screen; other keys do nothing."""
        key = Qt.Key(event.key())
        way = way_of(key, right_to_left=self.isRightToLeft())
        if way:
            self.turned.emit(way)
        elif key is Qt.Key.Key_F11:
            self.toggle_full_screen()
        elif key is Qt.Key.Key_Escape:
            self.left.emit()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Fill the screen, or be a usual window on it."""
        self.toggle_full_screen()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go back into the console: the room's view is never lost."""
        event.ignore()
        self.left.emit()

    def _name(self) -> None:
        self.setWindowTitle(say("The room’s view"))
