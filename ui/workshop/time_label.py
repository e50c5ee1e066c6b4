"""The time that is left, in a label for which nothing else has to be laid out anew at each second."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel


class TimeLabel(QLabel):
    """Shows a time; as wide as the widest that it has shown, so that its figures stand still."""

    def __init__(self, role: str) -> None:
        """Make it empty.

        Args:
            role: its look in the style sheet.
        """
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)

    def show_time(self, text: str) -> None:
        """Show a time."""
        if text != self.text():
            # First, as a label of a fixed size asks for no new layout.
            self._make_room_for(text)
            self.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Take on another size of text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.setFixedSize(0, 0)
            self._make_room_for(self.text())

    def _make_room_for(self, text: str) -> None:
        self.ensurePolished()
        metrics = self.fontMetrics()
        widest = "".join("8" if sign.isdigit() else sign for sign in text)
        width = metrics.horizontalAdvance(widest) + 2
        if width > self.width() or self.minimumWidth() != self.maximumWidth():
            self.setFixedSize(width, metrics.height())
