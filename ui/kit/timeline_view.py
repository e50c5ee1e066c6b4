"""The timeline by hand: bars of tactics and dates of fixes are moved and stretched by mouse and by keys."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication

from planner.charts.calendar_axis import CalendarAxis
from planner.charts.scene import Mark, Scene
from planner.charts.timeline import timeline_axis
from planner.charts.timeline_drag import drag_scene, grip_at
from planner.editing.spans import Grip, Span, can_stretch, reschedule, shifted, span_of
from planner.errors import PlanError
from ui.charts.scene_view import SceneView
from ui.document import PlanDocument
from ui.messages import tell_error
from ui.theme import current_tokens
from ui.theme.tokens import BODY, MEDIUM

_WEEK = 7
_DAY_WIDTH = 4.0
"""Pixels of a day from which a drag goes by days; below it goes by weeks."""
_KEEP_AFTER_MS = 900
"""A pause after the last key with which what was moved by keys is kept."""
_SHAPES = {
    Grip.WHOLE: Qt.CursorShape.OpenHandCursor,
    Grip.FIRST: Qt.CursorShape.SizeHorCursor,
    Grip.LAST: Qt.CursorShape.SizeHorCursor,
}
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_MODIFIERS = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr}
_KEEPING = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True, slots=True)
class _Drag:
    """One bar being moved: of which entry, by which part, from where to where."""

    record: str
    grip: Grip
    before: Span
    now: Span
    from_x: float = 0.0
    by_keys: bool = False


class TimelineView(SceneView):
    """A timeline whose bars follow the mouse and the arrow keys.

    A drag goes by days where they are wide enough, else by weeks (by days with Ctrl). Left and Right
    move the focused bar by a day to that side, with Shift by a week; with Ctrl they move its last day, with
    Alt its first. Enter or a pause keeps what the keys did, Escape takes it back. Each move is one step to
    undo.

    Signals:
        shown: what the bar that is being moved would be, in words; empty once nothing is moved.
    """

    shown = Signal(str)

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        self._document = document
        self._pressed: _Drag | None = None
        self._drag: _Drag | None = None
        self._overlay: Scene | None = None
        self._is_spent = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_KEEP_AFTER_MS)
        self._pause.timeout.connect(self._keep)
        document.changed.connect(self._drop)

    @property
    def moving(self) -> Span | None:
        """The days at which the bar that is being moved would lie; None where none is."""
        return None if self._drag is None else self._drag.now

    @property
    def words(self) -> str:
        """The same in words, with what would be wrong; empty where nothing is moved."""
        return "" if self._overlay is None else self._overlay.summary

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the timeline, and above it the bar that is being moved."""
        super().paintEvent(event)
        if self._overlay is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(MEDIUM, MEDIUM)
            self._ink.paint(painter, self._overlay)
            painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of what lies under the mouse."""
        self._keep()
        self._pressed, self._is_spent = None, False
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self._hold_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let a bar that is held follow; else show what could be taken hold of."""
        held = self._drag or self._pressed
        if held is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            self._point(event.position())
            return
        way = event.position().x() - held.from_x
        if self._drag is not None or abs(way) >= QApplication.startDragDistance():
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._show(replace(held, now=shifted(held.before, held.grip, self._days(way, fine=fine))))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep where the bar lies now; a click without a drag picks the entry."""
        self._pressed = None
        if self._drag is not None and not self._drag.by_keys:
            self._keep()
        elif not self._is_spent:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focused bar, keep it or take it back; other keys move between marks."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and (self._drag or self._pressed):
            self._pressed = None
            self._drop()
        elif key in _ARROWS and self._push(_ARROWS[key], event.modifiers()):
            event.accept()
        elif key in _KEEPING and self._drag is not None:
            self._keep()
        elif key in _MODIFIERS:
            super().keyPressEvent(event)
        else:
            self._keep()
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what the keys moved; let go what the mouse holds."""
        if self._drag is not None and not self._drag.by_keys:
            self._drop()
        self._keep()
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        """Let Escape and the key of undo take back what is being moved, before any other use of them."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._drag:
            if event.matches(QKeySequence.StandardKey.Undo):
                self._drop()
                event.accept()
                return True
            if event.key() == Qt.Key.Key_Escape or Qt.Key(event.key()) in _ARROWS:
                event.accept()
                return True
        return super().event(event)

    def _axis(self) -> CalendarAxis:
        size = float(current_tokens().px(BODY - 1))
        width = 1.0 if self._scene is None else self._scene.width
        return timeline_axis(self._document.plan, width, self._ink.measure, size)

    def _row(self, record: str) -> Mark | None:
        marks = self._scene.marks if self._scene else ()
        return next((mark for mark in marks if mark.record == record), None)

    def _hold_at(self, at: QPointF) -> _Drag | None:
        """Return what would be dragged from a place; None for nothing, and where nothing may be edited."""
        index = self._mark_at(at)
        if index is None or self._scene is None or self._document.read_only:
            return None
        record = self._document.plan.find(self._scene.marks[index].record)
        span, grip = span_of(record), grip_at(self._axis(), record, self._scene.built_x(at.x() - MEDIUM))
        if span is None or grip is None:
            return None
        return _Drag(record.id, grip, span, span, at.x())

    def _point(self, at: QPointF) -> None:
        held = self._hold_at(at)
        if held is not None:
            self.setCursor(_SHAPES[held.grip])
        elif self._mark_at(at) is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def _onward(self) -> int:
        """Whether days go on to the right, 1, or to the left, -1, where one reads so."""
        return -1 if self._scene is not None and self._scene.from_right else 1

    def _days(self, way: float, *, fine: bool) -> int:
        """Return how many days a way in pixels is, in whole weeks where days are too narrow to hit."""
        wide = self._axis().day_width
        step = 1 if fine or wide >= _DAY_WIDTH else _WEEK
        return self._onward * round(way / wide / step) * step

    def _push(self, direction: int, keys: Qt.KeyboardModifier) -> bool:
        """Move the focused bar by a key; return whether there is one that can be moved."""
        mark = self.focused_mark
        record = None if mark is None else self._document.plan.find(mark.record)
        span = span_of(record)
        if record is None or span is None or self._document.read_only:
            return False
        grip = Grip.WHOLE
        if can_stretch(record) and keys & Qt.KeyboardModifier.ControlModifier:
            grip = Grip.LAST
        elif can_stretch(record) and keys & Qt.KeyboardModifier.AltModifier:
            grip = Grip.FIRST
        days = self._onward * direction * (_WEEK if keys & Qt.KeyboardModifier.ShiftModifier else 1)
        held = self._drag or _Drag(record.id, grip, span, span, by_keys=True)
        self._show(replace(held, now=shifted(held.now, grip, days)))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.words))
        self._pause.start()
        return True

    def _show(self, drag: _Drag) -> None:
        """Draw a bar where it would lie."""
        row = self._row(drag.record)
        if row is None or self._scene is None:
            return
        self._drag = drag
        self._overlay = drag_scene(
            self._document.plan,
            self._axis(),
            row,
            drag.now,
            self._scene.width,
            self._ink.measure,
            float(current_tokens().px(BODY - 1)),
        )
        if not drag.by_keys:
            grabbed = drag.grip is Grip.WHOLE
            self.setCursor(Qt.CursorShape.ClosedHandCursor if grabbed else _SHAPES[drag.grip])
        self.setAccessibleDescription(self.words)
        self.shown.emit(self.words)
        self.update()

    def _keep(self) -> None:
        """Make the edit, and tell where it may not be made."""
        drag = self._drag
        self._drop()
        if drag is None or drag.now == drag.before:
            return
        self._focus_mark(self._index_of(drag.record))
        try:
            self._document.do(reschedule(self._document.plan, drag.record, drag.now))
        except PlanError as error:
            tell_error(self.window(), error)

    def _drop(self) -> None:
        """Forget what is being moved: the bar lies where the plan has it."""
        self._pause.stop()
        self._pressed = None
        if self._drag is not None:
            # Who takes a drag back still holds the button: its release is no click.
            self._is_spent = not self._drag.by_keys
            self._drag = self._overlay = None
            self._describe()
            self.shown.emit("")
            self.unsetCursor()
            self.update()
