"""The list of what is undecided; a letter decides the marked one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from planner.model.vocabulary import Decision
from ui.kit.line_list import LineList

_KEYS = {
    Qt.Key.Key_A: Decision.ADOPT,
    Qt.Key.Key_P: Decision.PARK,
    Qt.Key.Key_D: Decision.DECLINE,
    Qt.Key.Key_1: Decision.ADOPT,
    Qt.Key.Key_2: Decision.PARK,
    Qt.Key.Key_3: Decision.DECLINE,
}


class OpenList(LineList):
    """The list of what is open; a letter decides the marked one.

    Signals:
        decided: the `Decision` whose key was pressed.
    """

    decided = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide by a letter or a figure."""
        if event.key() in _KEYS and not event.modifiers():
            self.decided.emit(_KEYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def next_to(gone: str, before: Sequence[object], now: Sequence[object]) -> object:
    """Return what gets the mark: the same one, or the next that is still there."""
    at = before.index(gone) if gone in before else 0
    return next((key for key in (*before[at:], *reversed(before[:at])) if key in now), None)
