"""A field in which a signature is drawn with mouse, pen or finger."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QTabletEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.language import say
from planner.signoff.drawing import HEIGHT, WIDTH, drawing_text
from ui.theme import colour, current_tokens

_WIDE, _NARROW = 460, 240
_INK = 2.4
_NEAR = 1.5
"""In the measure of the field; points nearer than that to the last one say nothing more."""


class DrawingPad(QWidget):
    """Takes strokes; keeps the shape of the field on the page.

    Signals:
        drawn: a stroke was finished, taken back or all were cleared.
    """

    drawn = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._strokes: list[list[QPointF]] = []
        self._is_down = False
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Signature"))
        self.setAccessibleDescription(
            say("Draw with mouse, pen or finger. Backspace takes the last stroke back.")
        )
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def drawing(self) -> str:
        """What is drawn, as an approval keeps it; empty where nothing is."""
        return drawing_text([(point.x(), point.y()) for point in stroke] for stroke in self._strokes)

    def clear(self) -> None:
        """Take all strokes away."""
        self._strokes.clear()
        self._tell()

    def take_back(self) -> None:
        """Take the last stroke away."""
        if self._strokes:
            self._strokes.pop()
            self._tell()

    def sizeHint(self) -> QSize:
        """Return the size of the field on a page at the present size of text."""
        width = current_tokens().px(_WIDE)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least in which one can sign."""
        return QSize(_NARROW, self.heightForWidth(_NARROW))

    def heightForWidth(self, width: int) -> int:
        """Return the height that keeps the shape of the field, as wide as it is useful."""
        return min(width, current_tokens().px(_WIDE)) * HEIGHT // WIDTH

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a stroke."""
        self._go_on(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a stroke."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """Draw with a pen."""
        match event.type():
            case QEvent.Type.TabletPress:
                self._begin(event.position())
            case QEvent.Type.TabletMove:
                self._go_on(event.position())
            case QEvent.Type.TabletRelease:
                self._end()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the last stroke back on Backspace."""
        if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self.take_back()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field, a line to write on, and what is drawn."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = self._field()
        edge = "focus" if self.hasFocus() else "field"
        painter.setPen(QPen(colour(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(colour("surface"))
        painter.drawRoundedRect(field.adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(QPen(colour("line"), 1))
        base = field.top() + field.height() * 0.75
        painter.drawLine(QPointF(field.left() + 16, base), QPointF(field.right() - 16, base))
        painter.setPen(QPen(colour("text"), _INK, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in self._strokes:
            painter.drawPath(_path([point / self._scale() for point in stroke]))

    def _field(self) -> QRectF:
        width = min(float(self.width()), self.height() * WIDTH / HEIGHT)
        return QRectF(0, 0, max(width, 1.0), max(width * HEIGHT / WIDTH, 1.0))

    def _scale(self) -> float:
        return WIDTH / self._field().width()

    def _in_field(self, at: QPointF) -> QPointF:
        return at * self._scale()

    def _begin(self, at: QPointF) -> None:
        self._is_down = True
        self._strokes.append([self._in_field(at)])
        self.update()

    def _go_on(self, at: QPointF) -> None:
        point = self._in_field(at)
        if self._is_down and (point - self._strokes[-1][-1]).manhattanLength() > _NEAR:
            self._strokes[-1].append(point)
            self.update()

    def _end(self) -> None:
        if self._is_down:
            self._is_down = False
            self._tell()

    def _tell(self) -> None:
        self.update()
        self.drawn.emit()


def _path(stroke: list[QPointF]) -> QPainterPath:
    path = QPainterPath(stroke[0])
    for point in stroke[1:] or [stroke[0] + QPointF(0.1, 0)]:
        path.lineTo(point)
    return path
