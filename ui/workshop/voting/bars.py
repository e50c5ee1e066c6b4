"""The result of a vote as bars, the most wanted first."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from planner.language import say
from ui.theme import colour, current_tokens, elided, ui_font
from ui.theme.tokens import BODY, SMALL

_ROW, _BAR, _ROUND = 44, 10, 3


@dataclass(frozen=True, slots=True)
class Bar:
    """One entry of a result.

    Attributes:
        place: its place, such as "1"; empty where none is told.
        name: what it is called.
        words: what it got, such as "7 dots".
        share: how long its bar is, from 0 to 1.
        is_first: it leads; told by weight and a mark, not by colour alone.
    """

    place: str
    name: str
    words: str
    share: float
    is_first: bool = False

    @property
    def spoken(self) -> str:
        """The bar in a sentence."""
        if not self.place:
            return say("{name}: {result}", name=self.name, result=self.words)
        return say("{place}. {name}: {result}", place=self.place, name=self.name, result=self.words)


class BarsView(QWidget):
    """Paints bars below each other; the leading ones in heavier type."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: tuple[Bar, ...] = ()
        self.setAccessibleName(say("Result"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show a result, the longest bar first."""
        self._bars = tuple(bars)
        self.setAccessibleDescription("\n".join(bar.spoken for bar in bars))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for all bars."""
        return QSize(240, current_tokens().px(_ROW) * max(1, len(self._bars)))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow width and room for all bars."""
        return QSize(140, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = current_tokens().px(_ROW)
        for at, bar in enumerate(self._bars):
            self._paint_bar(painter, QRectF(0, at * row, self.width(), row), bar)
        painter.end()

    def _paint_bar(self, painter: QPainter, row: QRectF, bar: Bar) -> None:
        font = ui_font(BODY, QFont.Weight.DemiBold if bar.is_first else QFont.Weight.Normal)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(colour("text"))
        line = QRectF(row.left(), row.top(), row.width(), metrics.height())
        words = metrics.horizontalAdvance(bar.words) + SMALL
        name = QRectF(line.left(), line.top(), line.width() - words, line.height())
        named = say("{place}  {name}", place=bar.place, name=bar.name) if bar.place else bar.name
        cut = elided(named, metrics, name.width())
        painter.drawText(self._mirrored(line, name), self._side(Qt.AlignmentFlag.AlignLeading), cut)
        painter.drawText(line, self._side(Qt.AlignmentFlag.AlignTrailing), bar.words)
        self._paint_length(painter, QRectF(row.left(), line.bottom() + 3, row.width(), _BAR), bar)

    def _paint_length(self, painter: QPainter, groove: QRectF, bar: Bar) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("raised"))
        painter.drawRoundedRect(groove, _ROUND, _ROUND)
        painter.setBrush(colour("accent" if bar.is_first else "field"))
        length = QRectF(groove.left(), groove.top(), groove.width() * min(1.0, bar.share), groove.height())
        if bar.share > 0:
            painter.drawRoundedRect(self._mirrored(groove, length), _ROUND, _ROUND)

    def _mirrored(self, area: QRectF, part: QRectF) -> QRectF:
        return QRectF(QStyle.visualRect(self.layoutDirection(), area.toRect(), part.toRect()))

    def _side(self, side: Qt.AlignmentFlag) -> int:
        return int(QStyle.visualAlignment(self.layoutDirection(), side | Qt.AlignmentFlag.AlignTop))
