"""When a window may be made anew in another language: at once, or once its dialogs are closed."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.speech import Speech


class SayingAgain(QObject):
    """Waits for the dialogs over a window: what is half typed in one of them stays.

    Signals:
        due: all parts of the window are to be made anew.
    """

    due = Signal()

    def __init__(self, window: QWidget, speech: Speech) -> None:
        """Serve a window.

        Args:
            window: over which dialogs may lie.
            speech: tells that another language is spoken.
        """
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._look)
        # Later, as the menu in which the language was chosen goes as well.
        speech.changed.connect(self._look_soon)

    def _look_soon(self) -> None:
        self._timer.start()

    def _look(self) -> None:
        """Tell that it is time, or look again when a dialog closes: another one may take its place."""
        open_ones = [
            other
            for other in QApplication.topLevelWidgets()
            if isinstance(other, QDialog) and other.isVisible() and is_of(other, self._window)
        ]
        for dialog in open_ones:
            dialog.finished.connect(self._look_soon)
        if not open_ones:
            self.due.emit()


def is_of(other: QWidget, window: QWidget) -> bool:
    """Whether a window belongs to another, however many lie between them."""
    at: QWidget | None = other
    while at is not None and at is not window:
        at = at.parentWidget()
    return at is not None
