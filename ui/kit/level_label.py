"""How many findings of a level there are: mark, number and word, or a quiet dash."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.model.vocabulary import Weight
from ui.kit.finding_note import LEVEL_LOOKS
from ui.theme import colour, current_tokens, paint_icon, ui_font

_MARK, _GAP = 16, 6
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_PLURALS = {Weight.STOP: "stops", Weight.WARN: "warnings", Weight.ADVICE: "advice"}


class LevelMark(QWidget):
    """A count of findings of one level."""

    def __init__(self, level: Weight, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = level
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show a number of findings."""
        self._count = count
        self.setAccessibleName(self.words or f"no {_PLURALS[self._level]}")
        self.update()

    @property
    def words(self) -> str:
        """The number with its word; empty where there is none."""
        if not self._count:
            return ""
        return f"{self._count} {self._level.label.lower() if self._count == 1 else _PLURALS[self._level]}"

    def sizeHint(self) -> QSize:
        """Return room for a number of two digits."""
        widest = QFontMetrics(ui_font()).horizontalAdvance(f"88 {_PLURALS[self._level]}")
        side = current_tokens().px(_MARK)
        return QSize(widest + side + _GAP, max(side, QFontMetrics(ui_font()).height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw mark and words, or a dash."""
        painter = QPainter(self)
        painter.setFont(ui_font())
        side = current_tokens().px(_MARK)
        if not self._count:
            painter.setPen(colour("muted"))
            painter.drawText(self.rect().adjusted(side + _GAP, 0, 0, 0), _LEFT, "—")
            return
        look = LEVEL_LOOKS[self._level]
        place = QRectF(0, (self.height() - side) / 2, side, side)
        paint_icon(painter, place, look.icon, colour(look.tone).name())
        painter.setPen(colour("text"))
        painter.drawText(self.rect().adjusted(side + _GAP, 0, 0, 0), _LEFT, self.words)
