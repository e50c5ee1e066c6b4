"""The nine steps at the left: any of them at any time, each with its state."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from planner.language import say
from planner.model.kinds import Step
from ui.kit.flat_list import ENTRY, EntryModel, FlatList, Index
from ui.shell.step_marks import StepMark
from ui.theme import colour, current_tokens, mirrored, paint_icon, ui_font
from ui.theme.tokens import BODY, CAPTION, CARD_CORNER, STEP_HEIGHT

_STEPS = tuple(Step)
_WIDTH, _NARROW_WIDTH, _NARROW_HEIGHT = 248, 64, 36
STEP_EDGE = 4
"""Around a step, in pixels."""
_ABOVE, _BETWEEN, _BAR = 6, 2, 12
"""Above and below a step's words, between heading and state, and for a scroll bar; in pixels."""
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class StepModel(EntryModel[StepMark]):
    """The steps with their marks."""

    def told(self, entry: StepMark, role: int) -> str | None:
        """Return the words of a step."""
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.step.heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return say(
                "Step {number} of {count}, {step}, {state}",
                number=_STEPS.index(entry.step) + 1,
                count=len(_STEPS),
                step=entry.step.heading,
                state=entry.line,
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return say(
                "{number} {step}: {state}",
                number=_STEPS.index(entry.step) + 1,
                step=entry.step.heading,
                state=entry.line,
            )
        return None

    def show_marks(self, marks: tuple[StepMark, ...]) -> None:
        """Take up new marks and redraw the rows that differ."""
        old, self.entries = self.entries, marks
        for row, (before, after) in enumerate(zip(old, marks, strict=True)):
            if before != after:
                self.dataChanged.emit(self.index(row), self.index(row))


class Stepper(FlatList):
    """Shows the steps and says which one the user wants.

    Signals:
        step_chosen: the `Step` that was made the current one.
    """

    step_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(say("Steps"))
        self._is_narrow = False
        self._is_shown = True
        self._steps = StepModel(self, tuple(StepMark(step) for step in _STEPS))
        self.setModel(self._steps)
        self.setItemDelegate(_StepDelegate(self))
        self.setObjectName("stepper")
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

    @property
    def is_shown(self) -> bool:
        """Whether the page of the current step is the one that is seen."""
        return self._is_shown

    def mark_shown(self, *, shown: bool) -> None:
        """Mark the current step as the page that is seen, or as the one to go back to."""
        self._is_shown = shown
        self.viewport().update()

    def show_step(self, step: Step) -> None:
        """Make a step the current one."""
        self.setCurrentIndex(self._steps.index(_STEPS.index(step)))

    def show_marks(self, marks: tuple[StepMark, ...]) -> None:
        """Show new states."""
        self._steps.show_marks(marks)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current step in sight: a strip above may have taken room."""
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

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

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row."""
        tokens = current_tokens()
        width = tokens.px(_NARROW_WIDTH - 8)
        if self._stepper.is_narrow:
            return QSize(width, tokens.px(_NARROW_HEIGHT))
        # The room of the list comes and goes with its scroll bar; the stepper's own is fixed.
        mark: StepMark = index.data(ENTRY)
        room = self._stepper.width() - 2 * STEP_EDGE - tokens.px(_BAR)
        words = _WideStep(QRect(0, 0, room, 0), mark, index.row() + 1)
        return QSize(width, max(tokens.px(STEP_HEIGHT), words.height + 2 * tokens.px(_ABOVE) + STEP_EDGE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(STEP_EDGE, 2, -STEP_EDGE, -2)
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected) and self._stepper.is_shown
        _paint_ground(painter, area, state, selected=selected)
        if state & QStyle.StateFlag.State_Selected and self._stepper.hasFocus():
            _paint_ring(painter, area)
        mark: StepMark = index.data(ENTRY)
        if self._stepper.is_narrow:
            _paint_narrow(painter, area, mark, index.row() + 1, selected=selected)
        else:
            _WideStep(area, mark, index.row() + 1, selected=selected).paint(painter)
        painter.restore()


def _paint_ground(painter: QPainter, area: QRect, state: QStyle.StateFlag, *, selected: bool) -> None:
    if selected or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("selected" if selected else "raised"))
        painter.drawRoundedRect(area, CARD_CORNER, CARD_CORNER)
    if selected and current_tokens().accent != current_tokens().selected:
        painter.setBrush(colour("accent"))
        bar = QRectF(area.left(), area.top() + 8, 4, area.height() - 16)
        painter.drawRoundedRect(mirrored(area, bar), 2, 2)


def _paint_ring(painter: QPainter, area: QRect) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour("focus"), 2))
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), CARD_CORNER, CARD_CORNER)


class _WideStep:
    """Where the words of one step stand: a heading on as many lines as it needs, and its state below."""

    def __init__(self, area: QRect, mark: StepMark, number: int, *, selected: bool = False) -> None:
        tokens = current_tokens()
        self.area, self.mark, self.selected = area, mark, selected
        self.mark_size = tokens.px(20)
        self.mark_left = area.left() + 12
        left = self.mark_left + self.mark_size + 10
        self.number = str(number)
        self.heading_font = ui_font(BODY, QFont.Weight.DemiBold if selected else QFont.Weight.Medium)
        self.state_font = ui_font(CAPTION)
        # Measured in the heavier type: no step grows when it is chosen.
        heavy = QFontMetrics(ui_font(BODY, QFont.Weight.DemiBold))
        indent = heavy.horizontalAdvance(f"{number}  ")
        room = area.right() - left - 6
        heading = heavy.boundingRect(QRect(0, 0, room - indent, 0), _WRAPPED, mark.step.heading)
        state = QFontMetrics(self.state_font).boundingRect(QRect(0, 0, room, 0), _WRAPPED, mark.line)
        self.height = heading.height() + state.height() + _BETWEEN
        top = area.center().y() - self.height // 2 + 1
        self.number_box = QRect(left, top, indent, heading.height())
        self.heading_box = QRect(left + indent, top, room - indent, heading.height())
        self.state_box = QRect(left, top + heading.height() + _BETWEEN, room, state.height())

    def paint(self, painter: QPainter) -> None:
        """Paint mark, number, heading and state."""
        tokens = current_tokens()
        size = self.mark_size
        place = QRectF(self.mark_left, self.area.center().y() - size / 2, size, size)
        ink = tokens.on_selected if self.selected else getattr(tokens, self.mark.tone)
        paint_icon(painter, mirrored(self.area, place), self.mark.icon, ink)
        painter.setPen(colour("on_selected" if self.selected else "text"))
        painter.setFont(self.heading_font)
        self._write(painter, self.number_box, self.number)
        self._write(painter, self.heading_box, self.mark.step.heading)
        painter.setPen(colour("on_selected" if self.selected else "muted"))
        painter.setFont(self.state_font)
        self._write(painter, self.state_box, self.mark.line)

    def _write(self, painter: QPainter, box: QRect, words: str) -> None:
        painter.drawText(mirrored(self.area, box).toRect(), _WRAPPED, words)


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
