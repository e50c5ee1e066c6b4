"""Large parts of a window are deleted bit by bit.

Qt and Python take a twentieth of a millisecond for each widget, and more the more of them go at once: all
pages of a plan together keep every key waiting for a fifth of a second.
"""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.kit.lazy_tab import LazyTab


def let_go(part: QWidget, *, as_a_whole: bool = False) -> None:
    """Take a part out of its window at once, and delete it in the next moments.

    Args:
        part: nobody uses it or anything in it from now on.
        as_a_whole: delete it in one turn, as what it shows is no longer there for its timers; out of its
            window it takes less than half as long as in it.
    """
    part.setParent(None)
    _Leaving(part, [] if as_a_whole else part.findChildren(LazyTab), QApplication.instance())


class _Leaving(QObject):
    """Deletes one of a part's tabs in each turn of the event loop, and at last the part itself.

    Holds the part until then: without a parent it would go with its last reference, amid an event.
    """

    def __init__(self, part: QWidget, tabs: list[LazyTab], parent: QObject | None) -> None:
        super().__init__(parent)
        self._part = part
        self._tabs = tabs
        if not tabs:
            part.deleteLater()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self._timer.start(0)

    def _go_on(self) -> None:
        while self._tabs:
            tab = self._tabs.pop()
            # One within another went with that.
            if isValid(tab) and tab.empty():
                return
        if isValid(self._part):
            self._part.deleteLater()
        self.deleteLater()
        self._timer.stop()
