"""How far the plan is from its signatures, as a thin bar."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from planner.language import say
from ui.theme import colour, current_tokens

_HIGH = 10


class WayBar(QWidget):
    """Fills from where reading begins; the words above it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._done, self._all = 0, 0
        self.setAccessibleName(say("How much is mended"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_way(self, done: int, whole: int) -> None:
        """Show a part of a whole."""
        self._done, self._all = done, whole
        self.setAccessibleDescription(say("{done} of {all}", done=done, all=whole))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a low bar."""
        return QSize(160, current_tokens().px(_HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint groove and bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("line"))
        groove = QRectF(self.rect())
        painter.drawRoundedRect(groove, groove.height() / 2, groove.height() / 2)
        share = self._done / self._all if self._all else 0.0
        if share > 0:
            bar = self.rect()
            bar.setWidth(max(self.height(), round(self.width() * share)))
            painter.setBrush(colour("ok" if share >= 1 else "accent"))
            place = QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), bar))
            painter.drawRoundedRect(place, groove.height() / 2, groove.height() / 2)
        painter.end()
