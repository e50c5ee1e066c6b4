"""The room's view: draws a `RoomScene` at whatever size it has. It asks nothing, so no key harms."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.charts.scene import Scene
from planner.language import say
from ui.charts.colours import scene_colours
from ui.charts.painter import SceneInk
from ui.theme import current_tokens
from ui.theme.state import FAMILY
from ui.workshop.room.answers import draw_answers
from ui.workshop.room.clock_face import draw_foot, foot_height
from ui.workshop.room.findings import draw_findings
from ui.workshop.room.ink import RoomInk, Written
from ui.workshop.room.question import draw_question_above, draw_question_alone
from ui.workshop.room.scene import RoomClock, RoomFindings, RoomScene, RoomVote
from ui.workshop.room.votes import draw_vote


class RoomView(QWidget):
    """Shows one scene.

    Signals:
        drawn: something else is shown.
        resized: pictures are wanted for another size, or in other colours.
    """

    drawn = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = RoomScene()
        self._written: list[Written] = []
        self._chart_ink = self._new_chart_ink()
        self.setObjectName("room-view")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def scene(self) -> RoomScene:
        """What is shown."""
        return self._scene

    @property
    def written(self) -> tuple[Written, ...]:
        """The texts that stand in the picture, as it was painted last."""
        return tuple(self._written)

    def show_scene(self, scene: RoomScene) -> None:
        """Show another moment."""
        if scene != self._scene:
            self._scene = scene
            self.setAccessibleName(scene.question or scene.block or say("The room's view"))
            self.update()
            self.drawn.emit()

    def show_clock(self, clock: RoomClock) -> None:
        """Show another time, and all else as it is."""
        if self._scene.clock is not None:
            self.show_scene(replace(self._scene, clock=clock))

    def picture_room(self) -> tuple[float, float]:
        """Return width and height that a picture has below a question of two lines."""
        margin = round(self.height() / 22)
        return (max(1.0, self.width() - 2.0 * margin), max(1.0, self.height() * 0.655))

    @property
    def chart_ink(self) -> SceneInk:
        """Measures and paints pictures in the colours of the theme."""
        return self._chart_ink

    def sizeHint(self) -> QSize:
        """Return a small picture of the usual shape."""
        return QSize(640, 360)

    def minimumSizeHint(self) -> QSize:
        """Return the least at which anything can be read."""
        return QSize(160, 90)

    def changeEvent(self, event: QEvent) -> None:
        """Take on a new theme."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange}:
            self._chart_ink = self._new_chart_ink()
            self.update()
            self.resized.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for pictures of this size."""
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the scene."""
        painter = QPainter(self)
        self.paint_at(painter, self.size())
        painter.end()

    def paint_at(self, painter: QPainter, size: QSize) -> int:
        """Paint the scene as it stands at a size; return how many answers or choices had no room.

        Args:
            painter: where to; scaled where a small picture of the large one is wanted.
            size: the size for which it is laid out.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        tokens = current_tokens()
        painter.fillRect(QRect(0, 0, size.width(), size.height()), QColor(tokens.surface))
        ink = RoomInk(painter, size.width(), size.height())
        if not self._scene.blank:
            self._draw(ink)
        self._written = ink.written
        return ink.left_out

    def left_out(self) -> int:
        """Return how many answers or choices have no room in the picture as it is now."""
        nowhere = QPixmap(1, 1)
        painter = QPainter(nowhere)
        count = self.paint_at(painter, self.size())
        painter.end()
        return count

    def _draw(self, ink: RoomInk) -> None:
        scene, margin = self._scene, ink.margin
        page = QRectF(margin, margin, ink.width - 2 * margin, ink.height - 2 * margin)
        foot = foot_height(ink)
        low = QRectF(page.left(), ink.height - foot - margin * 0.35, page.width(), foot)
        draw_foot(ink, low, scene.block, scene.page, scene.clock)
        body = QRectF(page.left(), page.top(), page.width(), low.top() - page.top() - margin * 0.5)
        if scene.body is None:
            draw_question_alone(ink, body, scene.question)
            return
        head = QRectF(body.left(), body.top(), body.width(), ink.height * 0.145)
        used = draw_question_above(ink, head, scene.question)
        self._draw_body(ink, body.adjusted(0, used + margin * 0.7 if used else 0, 0, 0))

    def _draw_body(self, ink: RoomInk, area: QRectF) -> None:
        match self._scene.body:
            case tuple() as answers:
                draw_answers(ink, area, answers)
            case RoomVote() as vote:
                draw_vote(ink, area, vote)
            case RoomFindings() as found:
                draw_findings(ink, area, found)
            case Scene() as picture:
                self._draw_picture(ink, area, picture)

    def _draw_picture(self, ink: RoomInk, area: QRectF, picture: Scene) -> None:
        # A picture that was drawn for another size is shrunk until the next one comes.
        factor = min(1.0, area.width() / picture.width, area.height() / max(1.0, picture.height))
        ink.painter.save()
        ink.painter.translate(area.topLeft())
        ink.painter.scale(factor, factor)
        self._chart_ink.paint(ink.painter, picture)
        ink.painter.restore()
        for text in picture.texts():
            at = QRectF(text.x, text.y - text.size, 1, text.size)
            ink.written.append(Written(text.text, text.size * factor, at.translated(area.topLeft())))

    def _new_chart_ink(self) -> SceneInk:
        return SceneInk(FAMILY, scene_colours(current_tokens()))
