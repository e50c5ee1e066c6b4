"""Work of which nobody can tell how long it takes: said in words, beside a bar that moves where it may."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ui.kit.text import plain_label
from ui.theme import reduces_motion
from ui.theme.tokens import TIGHT


class Busy(QWidget):
    """Says what is being done, for as long as it is shown."""

    def __init__(self, words: str) -> None:
        """Make it.

        Args:
            words: what is being done, such as "Signing…".
        """
        super().__init__()
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(plain_label(words, role="muted", wraps=True))
        column.addWidget(self._bar)

    def showEvent(self, event: QShowEvent) -> None:
        """Let the words stand alone where nothing may move by itself."""
        self._bar.setVisible(not reduces_motion())
        super().showEvent(event)
