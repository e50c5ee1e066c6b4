"""Large parts of a window are deleted bit by bit.

Qt and Python take a twentieth of a millisecond for each widget, and more the more of them go at once: all
pages of a plan together keep every key waiting for a fifth of a second.
"""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.kit.lazy_tab import LazyTab


def let_go(part: QWidget) -> None:
    """Take a part out of its window at once, and delete it in the next moments.

    Args:
        part: nobody uses it or anything in it from now on.
    """
    part.setParent(None)
    _Leaving(part, QApplication.instance())


class _Leaving(QObject):
    """Deletes one of a part's tabs in each turn of the event loop, and at last the part itself."""

    def __init__(self, part: QWidget, parent: QObject | None) -> None:
        super().__init__(parent)
        self._part = part
        self._tabs = part.findChildren(LazyTab)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(0)

    def _go_on(self) -> None:
        while self._tabs:
            tab = self._tabs.pop()
            # One within another went with that.
            if isValid(tab) and tab.empty():
                return
        self._part.deleteLater()
        self.deleteLater()
        self._timer.stop()
