"""Keys of the program that a line of text would take for itself."""

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

_OURS = frozenset({QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E)})
"""Under X11 Ctrl+E leads to the end of a line, as in Emacs; End does so as well, everywhere."""


class OwnKeys(QObject):
    """Leaves them to the window, whichever line has the keyboard."""

    def __init__(self, app: QApplication) -> None:
        """Follow the keyboard.

        Args:
            app: owns this.
        """
        super().__init__(app)
        app.focusChanged.connect(self._follow)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep a line from claiming a key that is ours."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if event.keyCombination() not in _OURS:
            return False
        event.ignore()
        return True

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(before, QLineEdit) and isValid(before):
            before.removeEventFilter(self)
        if isinstance(now, QLineEdit):
            now.installEventFilter(self)
