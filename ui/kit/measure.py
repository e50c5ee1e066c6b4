"""A column of what is read: no wider than is good for the eye, whatever the size of text."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from ui.theme import current_tokens

_MOST = 16_777_215
"""Qt's largest size of a widget, in pixels."""


class Measure(QWidget):
    """Grows up to a size that follows the size of text."""

    def __init__(self, widest: int, highest: int = 0) -> None:
        """Make an empty column.

        Args:
            widest: its greatest width in pixels at 100 %.
            highest: its greatest height in pixels at 100 %; 0 sets no bounds.
        """
        super().__init__()
        self._widest, self._highest = widest, highest
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        px = current_tokens().px
        self.setMaximumSize(px(self._widest), px(self._highest) or _MOST)
