"""The window for the projector. Its keys turn what is shown and leave full screen; they change nothing.

A presenter's remote sends Page Up and Page Down, some send arrows. They walk through what the room may see
of this block, and never end the block: that stamps times into the minutes, and is done at the laptop.
"""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language import say
from ui.theme import dress
from ui.workshop.room.screens import Screen, qt_screen

_ONWARD = {Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_Space}
_BACKWARD = {Qt.Key.Key_PageUp, Qt.Key.Key_Up}
ARRIVAL_MS = 1500
"""Within this time a window that was shown gets the keyboard from the desktop, not from the user's click."""
_SETTLING_MS = 100
"""For so long the desktop may pass the keyboard on by itself, as where yet another window is opened."""


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
        intruded: the desktop gave it the keyboard because it was shown, though nobody asked for that.
    """

    turned = Signal(int)
    left = Signal()
    overtaken = Signal()
    intruded = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._screen: Screen | None = None
        self.setObjectName("room-window")
        # The keyboard stays at the laptop.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._arrival = QTimer(self)
        self._arrival.setSingleShot(True)
        self._arrival.setInterval(ARRIVAL_MS)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLING_MS)
        self._settling.timeout.connect(self._tell_intrusion)
        dress(self)

    @property
    def is_arriving(self) -> bool:
        """Whether it was shown a moment ago."""
        return self._arrival.isActive()

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
        self._arrival.start()
        self.showFullScreen()

    def shows(self, screen: Screen) -> bool:
        """Whether it is on a screen now."""
        return self.isVisible() and self._screen == screen

    def toggle_full_screen(self) -> None:
        """Fill the screen, or be a usual window on it."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def changeEvent(self, event: QEvent) -> None:
        """Tell where the desktop gives the keyboard to a window that asks to be shown without it.

        Some window managers do so for a window that fills a screen. Who then types at the laptop would type
        into the room's view.
        """
        super().changeEvent(event)
        is_front = event.type() is QEvent.Type.ActivationChange and self.isActiveWindow()
        if is_front and self.is_arriving:
            self._settling.start()

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

    def _tell_intrusion(self) -> None:
        if self.isActiveWindow():
            self.intruded.emit()

    def _name(self) -> None:
        self.setWindowTitle(say("The room’s view"))
