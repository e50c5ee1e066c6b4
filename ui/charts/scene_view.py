"""A chart in the window: painted, pointed at, and walked through by keys."""

from collections.abc import Callable
from functools import partial
from html import escape

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QToolTip, QWidget

from planner.charts.scene import Mark, Measure, Scene
from ui.charts.colours import scene_colours
from ui.charts.moves import next_mark
from ui.charts.painter import SceneInk
from ui.charts.spoken import forget_marks, say_focus, speak_charts
from ui.theme.state import FAMILY, current_tokens
from ui.theme.tokens import BODY, MEDIUM

BuildScene = Callable[[float, Measure, float], Scene]
"""Builds a scene for a width, a measure of texts and a size of running text."""

_DIRECTIONS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}
_PICKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_RING = 2


class SceneView(QWidget):
    """Shows a chart; a click, or Enter on the focused mark, picks the entry that a mark leads to.

    The scene is built anew for each width. The widget is as high as its scene, so that it can stand in
    a scroll area. Arrow keys move between marks, Home and End go to the first and the last.
    """

    picked = Signal(str)
    """Emitted with the id of the entry that the user wants to see."""

    folded = Signal(str)
    """Emitted with the id of the entry whose belongings the user wants to open or close."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build: BuildScene | None = None
        self._scene: Scene | None = None
        self._ink = self._new_ink()
        self._built_for = 0
        self._is_stale = False
        self._current: int | None = None
        self._hovered: int | None = None
        speak_charts()
        self.destroyed.connect(partial(forget_marks, id(self)))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    @property
    def scene(self) -> Scene | None:
        """The scene shown, if there is one."""
        return self._scene

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of the scene shown, in reading order."""
        return self._scene.marks if self._scene else ()

    @property
    def current(self) -> int | None:
        """The place among the marks of the one that keys act on."""
        return self._current

    @property
    def focused_mark(self) -> Mark | None:
        """The mark that keys act on, if one is chosen."""
        return None if self._scene is None or self._current is None else self._scene.marks[self._current]

    def show_chart(self, build: BuildScene) -> None:
        """Show a chart, or the same one of a changed plan; the focus stays on the same entry.

        Args:
            build: builds it; called again whenever the width or the theme changes.
        """
        self._build = build
        self._rebuild()

    def point_of(self, record: str) -> QPoint | None:
        """Return the middle of the first mark that leads to an entry, in the widget's coordinates."""
        index = self._index_of(record)
        return None if index is None else self.box_of(self.marks[index]).center()

    def box_of(self, mark: Mark) -> QRect:
        """Return the box of a mark, in the widget's coordinates."""
        box = QRectF(mark.x + MEDIUM, mark.y + MEDIUM, mark.width, mark.height)
        return box.toAlignedRect().adjusted(-1, -1, 1, 1)

    def place_at(self, position: QPoint) -> int | None:
        """Return the place of the mark at a point of the widget, if there is one."""
        return self._mark_at(QPointF(position))

    def act_on(self, place: int, *, presses: bool) -> None:
        """Give the keyboard to a mark, and pick it if it is pressed: for screen readers and switches."""
        if place < len(self.marks):
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._focus_mark(place)
            if presses:
                self._pick()

    def sizeHint(self) -> QSize:
        """Return the size of the scene with its margins."""
        height = 0 if self._scene is None else round(self._scene.height)
        return QSize(40 * BODY, height + 2 * MEDIUM)

    def minimumSizeHint(self) -> QSize:
        """Return a narrow width and the scene's whole height."""
        return QSize(16 * BODY, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Build the scene for the new width."""
        super().resizeEvent(event)
        if self.width() != self._built_for:
            self._rebuild()

    def changeEvent(self, event: QEvent) -> None:
        """Take on a new theme."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange}:
            self._ink = self._new_ink()
            self._is_stale = True
            self._rebuild_if_seen()

    def showEvent(self, event: QShowEvent) -> None:
        """Take on the theme that came while nobody looked."""
        super().showEvent(event)
        self._rebuild_if_seen()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is exposed of the scene, and the ring around the focused mark."""
        if self._scene is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(current_tokens().surface))
        painter.translate(MEDIUM, MEDIUM)
        self._ink.paint(painter, self._scene, QRectF(event.rect().translated(-MEDIUM, -MEDIUM)))
        painter.resetTransform()
        ringed = self._current if self.hasFocus() else None
        for index in {ringed, self._hovered} - {None}:
            thick = _RING if index == ringed else _RING / 2
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(current_tokens().focus), thick))
            painter.drawRoundedRect(self.box_of(self._scene.marks[index or 0]), 3, 3)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which mark would be picked."""
        self._hover(self._mark_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        super().leaveEvent(event)
        self._hover(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Pick the mark under the mouse."""
        index = self._mark_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and index is not None:
            self._focus_mark(index)
            self._pick()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between marks, or pick the focused one."""
        marks, key = self.marks, Qt.Key(event.key())
        if key in _DIRECTIONS and marks:
            self._focus_mark(next_mark(marks, self._current, _DIRECTIONS[key]))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and marks:
            self._focus_mark(0 if key is Qt.Key.Key_Home else len(marks) - 1)
        elif key in _PICKING and self._current is not None:
            self._pick()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first mark."""
        super().focusInEvent(event)
        if self._current is None and self.marks:
            self._focus_mark(0)

    def event(self, event: QEvent) -> bool:
        """Show the tooltip of the mark under the mouse; its text is never read as markup."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            index = self._mark_at(QPointF(event.pos()))
            if index is None or self._scene is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), tooltip_markup(self._scene.marks[index].text), self)
            return True
        return super().event(event)

    def _new_ink(self) -> SceneInk:
        return SceneInk(FAMILY, scene_colours(current_tokens()))

    def _rebuild_if_seen(self) -> None:
        if self._is_stale and self.isVisible():
            self._rebuild()

    def _rebuild(self) -> None:
        self._built_for = self.width()
        self._is_stale = False
        if self._build is None:
            return
        focused, place = self.focused_mark, self._current
        width = max(1.0, float(self.width() - 2 * MEDIUM))
        self._scene = self._build(width, self._ink.measure, float(current_tokens().px(BODY - 1)))
        self._hovered = None
        self._current = self._same_mark(focused, place)
        self._describe()
        self.updateGeometry()
        self.update()

    def _index_of(self, record: str | None) -> int | None:
        return next((index for index, mark in enumerate(self.marks) if mark.record == record), None)

    def _same_mark(self, focused: Mark | None, place: int | None) -> int | None:
        """Return where the focus stays: an entry may have several marks, and the one at its place is kept."""
        if focused is None or place is None:
            return None
        alike = [
            index
            for index, mark in enumerate(self.marks)
            if mark.record == focused.record and mark.folds == focused.folds
        ]
        return min(alike, key=lambda index: abs(index - place), default=None)

    def _mark_at(self, position: QPointF) -> int | None:
        if self._scene is None:
            return None
        return self._scene.mark_at(position.x() - MEDIUM, position.y() - MEDIUM)

    def _hover(self, index: int | None) -> None:
        if index != self._hovered:
            self._hovered = index
            shape = Qt.CursorShape.ArrowCursor if index is None else Qt.CursorShape.PointingHandCursor
            self.setCursor(shape)
            self.update()

    def _focus_mark(self, index: int | None) -> None:
        self._current = index
        self._describe()
        self._reveal()
        say_focus(self)
        self.update()

    def _reveal(self) -> None:
        """Scroll the page on which the chart lies until the focused mark can be seen."""
        page = self._scroll_page()
        inner = None if page is None else page.widget()
        if page is not None and inner is not None and self.focused_mark is not None:
            box = self.box_of(self.focused_mark)
            for corner in (box.bottomLeft(), box.topLeft()):
                at = self.mapTo(inner, corner)
                page.ensureVisible(at.x(), at.y(), 0, MEDIUM)

    def _scroll_page(self) -> QScrollArea | None:
        """Return the page on which the chart lies, where that scrolls."""
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        return page

    def _describe(self) -> None:
        """Tell screen readers what the chart says, and what the focused mark is."""
        mark = self.focused_mark
        self.setAccessibleName(self._scene.summary if self._scene else "")
        self.setAccessibleDescription("" if mark is None else mark.text)

    def _pick(self) -> None:
        mark = self.focused_mark
        if mark is not None:
            (self.folded if mark.folds else self.picked).emit(mark.record)


def tooltip_markup(text: str) -> str:
    """Return a text as markup that shows it as it is, line by line."""
    return "<p>" + "<br>".join(map(escape, text.split("\n"))) + "</p>"
