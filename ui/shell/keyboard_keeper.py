"""The keyboard stays near what had it when that goes away."""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.kit.keyboard import first_stop, is_stop, next_stop


class KeyboardKeeper(QObject):
    """Leads the keyboard to the nearest place when what had it is hidden, disabled or deleted.

    Qt leads it to whatever comes next in the window, however far that is and whatever it does, to a page on
    which nothing takes it, or nowhere at all. A part that knows a better place gives the keyboard there
    itself; then this does nothing.
    """

    def __init__(self, window: QWidget) -> None:
        """Watch a window.

        Args:
            window: owns this.
        """
        super().__init__(window)
        self._window = window
        self._holders: list[QWidget] = []
        self._lost: list[QWidget] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._mend)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._look)

    def _look(self, before: QWidget | None, now: QWidget | None) -> None:
        """Remember who holds the keyboard, and whether its holder went away.

        What was deleted is no widget any more, so those around it are remembered beforehand.
        """
        if now is not None and now.window() is not self._window:
            return
        if not self._holders or not self._went_away(before, now):
            # A user or a part of the window chose where it is; a page on which nothing takes it is no choice.
            if now is None or now.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                self._timer.stop()
        elif not self._timer.isActive():
            self._lost = self._holders
            self._timer.start()
        if now is not None:
            self._holders = _with_parents(now, self._window)

    def _went_away(self, before: QWidget | None, now: QWidget | None) -> bool:
        """Return whether the keyboard was taken from its holder."""
        holder = self._holders[0]
        if now is None:
            # What is being deleted still seems to be there. Nobody has it while another window is active.
            return self._window.isActiveWindow()
        if before is None and not _takes(holder):
            # Back from another window, it is where a part of this one wants it, or behind what is gone.
            after = holder if isValid(holder) else self._window
            return now is next_stop(after, self._window)
        return not _takes(holder)

    def _mend(self) -> None:
        lost, self._lost = self._lost, []
        now = QApplication.focusWidget()
        if not self._window.isActiveWindow() or (now is not None and now.window() is not self._window):
            return
        for around in lost[1:]:
            if not isValid(around) or not around.isVisible():
                continue
            if now is not None and is_stop(now) and around.isAncestorOf(now):
                return
            found = first_stop(around)
            if found is not None:
                found.setFocus(Qt.FocusReason.OtherFocusReason)
                return


def _with_parents(widget: QWidget, window: QWidget) -> list[QWidget]:
    found = [widget]
    parent = widget.parentWidget()
    while parent is not None and found[-1] is not window:
        found.append(parent)
        parent = parent.parentWidget()
    return found


def _takes(widget: QWidget) -> bool:
    return isValid(widget) and widget.isVisible() and widget.isEnabled()
