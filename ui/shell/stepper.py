"""The nine steps at the left: any of them at any time, each with its state."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.language import say
from planner.model.kinds import Step
from ui.shell.step_marks import StepMark
from ui.theme import colour, current_tokens, mirrored, paint_icon, ui_font
from ui.theme.tokens import BODY, CAPTION, CARD_CORNER, STEP_HEIGHT

_STEPS = tuple(Step)
_MARK = Qt.ItemDataRole.UserRole + 1
_WIDTH, _NARROW_WIDTH, _NARROW_HEIGHT = 248, 64, 40
_Index = QModelIndex | QPersistentModelIndex


class StepModel(QAbstractListModel):
    """The steps with their marks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = tuple(StepMark(step) for step in _STEPS)

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return the number of steps."""
        return 0 if parent is not None and parent.isValid() else len(self._marks)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's
        """Return what a view, a delegate or a screen reader asks for."""
        if not index.isValid():
            return None
        mark = self._marks[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return mark.step.heading
        if role == _MARK:
            return mark
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return say(
                "Step {number} of {count}, {step}, {state}",
                number=index.row() + 1,
                count=len(self._marks),
                step=mark.step.heading,
                state=mark.line,
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return say(
                "{number} {step}: {state}",
                number=index.row() + 1,
                step=mark.step.heading,
                state=mark.line,
            )
        return None

    def show_marks(self, marks: tuple[StepMark, ...]) -> None:
        """Take up new marks and redraw the rows that differ."""
        old, self._marks = self._marks, marks
        for row, (before, after) in enumerate(zip(old, marks, strict=True)):
            if before != after:
                self.dataChanged.emit(self.index(row), self.index(row))


class Stepper(QListView):
    """Shows the steps and says which one the user wants.

    Signals:
        step_chosen: the `Step` that was made the current one.
    """

    step_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._is_narrow = False
        self._steps = StepModel(self)
        self.setModel(self._steps)
        self.setItemDelegate(_StepDelegate(self))
        self.setObjectName("stepper")
        self.setAccessibleName(say("Steps"))
        self.setProperty("role", "flat")
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._current_changed)
        self._fit()

    @property
    def is_narrow(self) -> bool:
        """Whether only numbers and marks are shown."""
        return self._is_narrow

    @property
    def step(self) -> Step:
        """The step that is current."""
        return _STEPS[max(0, self.currentIndex().row())]

    def set_narrow(self, *, narrow: bool) -> None:
        """Show numbers and marks only, or the headings as well."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._fit()
            self.scheduleDelayedItemsLayout()

    def show_step(self, step: Step) -> None:
        """Make a step the current one."""
        self.setCurrentIndex(self._steps.index(_STEPS.index(step)))

    def show_marks(self, marks: tuple[StepMark, ...]) -> None:
        """Show new states."""
        self._steps.show_marks(marks)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._fit()
            self.scheduleDelayedItemsLayout()

    def _fit(self) -> None:
        self.setFixedWidth(current_tokens().px(_NARROW_WIDTH if self._is_narrow else _WIDTH))

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.step_chosen.emit(_STEPS[current.row()])


class _StepDelegate(QStyledItemDelegate):
    """Paints one step: mark, number and heading, and the state in words."""

    def __init__(self, stepper: Stepper) -> None:
        super().__init__(stepper)
        self._stepper = stepper

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the size of a row."""
        tokens = current_tokens()
        height = _NARROW_HEIGHT if self._stepper.is_narrow else STEP_HEIGHT
        return QSize(tokens.px(_NARROW_WIDTH - 8), tokens.px(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(4, 2, -4, -2)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        _paint_ground(painter, area, state, has_focus=self._stepper.hasFocus())
        mark: StepMark = index.data(_MARK)
        if self._stepper.is_narrow:
            _paint_narrow(painter, area, mark, index.row() + 1, selected=selected)
        else:
            _paint_wide(painter, area, mark, index.row() + 1, selected=selected)
        painter.restore()


def _paint_ground(painter: QPainter, area: QRect, state: QStyle.StateFlag, *, has_focus: bool) -> None:
    selected = bool(state & QStyle.StateFlag.State_Selected)
    if selected or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("selected" if selected else "raised"))
        painter.drawRoundedRect(area, CARD_CORNER, CARD_CORNER)
    if selected:
        painter.setBrush(colour("on_selected" if current_tokens().name == "contrast" else "accent"))
        bar = QRectF(area.left(), area.top() + 8, 4, area.height() - 16)
        painter.drawRoundedRect(mirrored(area, bar), 2, 2)
    if selected and has_focus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour("focus"), 2))
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), CARD_CORNER, CARD_CORNER)


def _paint_wide(painter: QPainter, area: QRect, mark: StepMark, number: int, *, selected: bool) -> None:
    tokens = current_tokens()
    size = tokens.px(20)
    left = area.left() + 12
    paint_icon(
        painter,
        mirrored(area, QRectF(left, area.center().y() - size / 2, size, size)),
        mark.icon,
        tokens.on_selected if selected else getattr(tokens, mark.tone),
    )
    text_left = left + size + 10
    width = area.right() - text_left - 6
    half = area.height() // 2
    weight = QFont.Weight.DemiBold if selected else QFont.Weight.Medium
    painter.setPen(colour("on_selected" if selected else "text"))
    heading = QRect(text_left, area.top() + tokens.px(4), width, half - tokens.px(3))
    _draw_line(
        painter, mirrored(area, heading).toRect(), f"{number}  {mark.step.heading}", ui_font(BODY, weight)
    )
    painter.setPen(colour("on_selected" if selected else "muted"))
    below = QRect(text_left, heading.bottom() + 1, width, half - tokens.px(4))
    _draw_line(painter, mirrored(area, below).toRect(), mark.line, ui_font(CAPTION))


def _paint_narrow(painter: QPainter, area: QRect, mark: StepMark, number: int, *, selected: bool) -> None:
    tokens = current_tokens()
    size = tokens.px(18)
    ink = tokens.on_selected if selected else getattr(tokens, mark.tone)
    top = area.center().y() - size / 2
    place = mirrored(area, QRectF(area.right() - size - 6, top, size, size))
    paint_icon(painter, place, mark.icon, ink)
    painter.setPen(colour("on_selected" if selected else "text"))
    painter.setFont(ui_font(BODY, QFont.Weight.DemiBold))
    box = mirrored(area, area.adjusted(10, 0, -size - 6, 0))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(number))


def _draw_line(painter: QPainter, area: QRect, text: str, font: QFont) -> None:
    painter.setFont(font)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
