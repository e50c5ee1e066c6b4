"""A splitter that needs no style sheet, so that the parts beside its handle can wear one of their own."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle

from ui.theme import colour, keep_within


class _Handle(QSplitterHandle):
    """A gap that shows itself under the mouse."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the gap."""
        if self.underMouse():
            QPainter(self).fillRect(self.rect(), colour("line"))


class PlainSplitter(QSplitter):
    """Parts beside each other with a gap between them that can be dragged."""

    def __init__(self) -> None:
        """Make an empty splitter."""
        super().__init__()
        keep_within(self)

    def createHandle(self) -> QSplitterHandle:
        """Return a handle."""
        return _Handle(self.orientation(), self)
