"""How many findings of a level there are: mark, number and word, or a quiet dash."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.language import phrase, say, say_count
from planner.model.vocabulary import Weight
from ui.kit.finding_note import LEVEL_LOOKS
from ui.theme import colour, current_tokens, mirrored, paint_icon, ui_font

_MARK, _GAP = 16, 6
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_NONE = {
    Weight.STOP: phrase("no stops"),
    Weight.WARN: phrase("no warnings"),
    Weight.ADVICE: phrase("no advice"),
}


def counted_level(level: Weight, count: int) -> str:
    """Return a number of findings of a level, such as "2 stops"."""
    match level:
        case Weight.STOP:
            return say_count("{count} stop", "{count} stops", count)
        case Weight.WARN:
            return say_count("{count} warning", "{count} warnings", count)
        case Weight.ADVICE:
            return say_count("{count} advice", "{count} advice", count)


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
        self.setAccessibleName(self.words or say(_NONE[self._level]))
        self.update()

    @property
    def words(self) -> str:
        """The number with its word; empty where there is none."""
        return counted_level(self._level, self._count) if self._count else ""

    def sizeHint(self) -> QSize:
        """Return room for a number of two digits."""
        widest = QFontMetrics(ui_font()).horizontalAdvance(counted_level(self._level, 88))
        side = current_tokens().px(_MARK)
        return QSize(widest + side + _GAP, max(side, QFontMetrics(ui_font()).height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw mark and words, or a dash."""
        painter = QPainter(self)
        painter.setFont(ui_font())
        side = current_tokens().px(_MARK)
        beside = mirrored(self.rect(), self.rect().adjusted(side + _GAP, 0, 0, 0))
        if not self._count:
            painter.setPen(colour("muted"))
            painter.drawText(beside, _LEFT, "—")
            return
        look = LEVEL_LOOKS[self._level]
        place = mirrored(self.rect(), QRectF(0, (self.height() - side) / 2, side, side))
        paint_icon(painter, place, look.icon, colour(look.tone).name())
        painter.setPen(colour("text"))
        painter.drawText(beside, _LEFT, self.words)
