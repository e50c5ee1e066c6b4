"""The column of an agenda: blocks on a scale of time that follow the mouse and the keys."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication

from planner.language import say
from ui.kit.flat_list import FlatList
from ui.theme import current_tokens
from ui.workshop.agenda.drag import Drag
from ui.workshop.agenda.painting import BlockDelegate
from ui.workshop.agenda.slot_model import SlotModel, spoken
from ui.workshop.agenda.slots import STEP_MINUTES, Order, Retime, Slot, clamped, order_of

_EDGE = 8
"""Pixels above and below a block's lower edge by which it is pulled."""
_SCROLL_ZONE = 28
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SIGNS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class AgendaColumn(FlatList):
    """Shows the blocks of a day; says what the user wants of them.

    A block is dragged to another place, or longer and shorter by its lower edge; Alt and an arrow moves
    it, plus and minus, or Shift and an arrow, stretch it by five minutes. While it is held everything
    behind it moves along, and Escape puts it back.

    Signals:
        chosen: id of the block that has the mark; empty where there is none.
        moved: id and new place of a block, from 0.
        resized: id and new minutes of a block.
        edit_wanted: the user wants to write in the form.
        remove_wanted: id of the block that the user wants to take out.
    """

    chosen = Signal(str)
    moved = Signal(str, int)
    resized = Signal(str, int)
    edit_wanted = Signal()
    remove_wanted = Signal(str)

    def __init__(self, retime: Retime) -> None:
        """Make an empty column.

        Args:
            retime: tells how the day would be while a block is held.
        """
        super().__init__(say("Blocks of the agenda"))
        self._retime = retime
        self._slots = SlotModel(self)
        self._drag: Drag | None = None
        self._read_only = False
        self._blocks = BlockDelegate(self)
        self.setModel(self._slots)
        self.setItemDelegate(self._blocks)
        self.setObjectName("agenda")
        self.selectionModel().currentChanged.connect(self._tell_chosen)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The blocks as they are shown now, while one is held too."""
        return self._slots.entries

    @property
    def current(self) -> str:
        """Id of the block that has the mark; empty where none has."""
        index = self.currentIndex()
        return self.slots[index.row()].id if index.isValid() else ""

    @property
    def is_dragging(self) -> bool:
        """Whether a block is being moved or stretched by the mouse."""
        return self._drag is not None and self._drag.is_moving

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a plain setter like Qt's
        """Let blocks be looked at only."""
        self._read_only = on

    def show_slots(self, slots: Sequence[Slot], current: str = "") -> None:
        """Show other blocks.

        Args:
            slots: the blocks.
            current: id of the one that gets the mark; the one that has it, or the first, where empty.
        """
        self._drop()
        ids, row = [slot.id for slot in slots], self.currentIndex().row()
        wanted = current or self.current
        if wanted not in ids and ids:
            wanted = ids[max(0, min(row, len(ids) - 1))]
        self._show(tuple(slots), wanted)

    def choose(self, block_id: str) -> None:
        """Give the mark to a block."""
        row = next((row for row, slot in enumerate(self.slots) if slot.id == block_id), 0)
        index = self._slots.index(row)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def edge_of(self, block_id: str) -> QPoint:
        """Return the middle of a block's lower edge in the viewport."""
        rect = self._rect_of(block_id)
        return QPoint(rect.center().x(), rect.bottom() - 2)

    def middle_of(self, block_id: str) -> QPoint:
        """Return the middle of a block in the viewport."""
        return self._rect_of(block_id).center()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark a block and take hold of it."""
        super().mousePressEvent(event)
        at = event.position().toPoint()
        if event.button() is not Qt.MouseButton.LeftButton or self._read_only:
            return
        row, stretches = self._held_at(at)
        if row is not None:
            slot = self.slots[row]
            self.choose(slot.id)
            self._drag = Drag(slot.id, stretches, self._depth(at), self.slots)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the held block follow; else show what could be taken hold of."""
        at, drag = event.position().toPoint(), self._drag
        if drag is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            self._point(at)
            return
        far = abs(self._depth(at) - drag.from_y) >= QApplication.startDragDistance()
        if drag.is_moving or far:
            self._follow(replace(drag, is_moving=True), at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep what was dragged."""
        drag, wanted = self._drag, order_of(self.slots)
        self._drop()
        super().mouseReleaseEvent(event)
        if drag is not None and drag.is_moving:
            self._show(drag.before, drag.block)
            self._tell(drag, wanted)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Lead to the form."""
        if self.indexAt(event.position().toPoint()).isValid():
            self.edit_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, stretch, write or take out; else walk."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape and self._drag is not None:
            self._take_back()
        elif self._arranged(key, event.modifiers()):
            event.accept()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self.edit_wanted.emit()
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self.current and not self._read_only:
            self.remove_wanted.emit(self.current)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that arrange blocks from other uses of them."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.key() == Qt.Key.Key_Escape and self._drag is not None
            if held or (Qt.Key(event.key()) in _ARROWS and event.modifiers()):
                event.accept()
                return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the blocks out for the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Take on another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()

    def _show(self, slots: tuple[Slot, ...], current: str) -> None:
        self._slots.show(slots)
        self.doItemsLayout()
        if slots:
            self.choose(current)
        else:
            self.chosen.emit("")

    def _rect_of(self, block_id: str) -> QRect:
        row = next(row for row, slot in enumerate(self.slots) if slot.id == block_id)
        return self.visualRect(self._slots.index(row))

    def _depth(self, at: QPoint) -> int:
        """Return how far below the top of the day a place in the viewport lies."""
        return at.y() + self.verticalScrollBar().value()

    def _held_at(self, at: QPoint) -> tuple[int | None, bool]:
        """Return the row that would be dragged from a place, and whether by its lower edge."""
        index = self.indexAt(at)
        if not index.isValid():
            last = self.indexAt(at - QPoint(0, _EDGE))
            return (last.row(), True) if last.isValid() else (None, False)
        rect = self.visualRect(index)
        if at.y() >= rect.bottom() - _EDGE:
            return index.row(), True
        return index.row(), False

    def _point(self, at: QPoint) -> None:
        row, stretches = self._held_at(at)
        if row is None or self._read_only:
            self.viewport().unsetCursor()
        else:
            shape = Qt.CursorShape.SizeVerCursor if stretches else Qt.CursorShape.OpenHandCursor
            self.viewport().setCursor(shape)

    def _follow(self, drag: Drag, at: QPoint) -> None:
        """Show the day as it would be with the block let go here."""
        wanted = drag.order_at(self._depth(at))
        if not drag.stretches:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._drag = drag
        self._blocks.held = drag.block
        if wanted != order_of(self.slots):
            self._show(tuple(self._retime(wanted)), drag.block)
        self._scroll_at_edge(at)

    def _scroll_at_edge(self, at: QPoint) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        zone = current_tokens().px(_SCROLL_ZONE)
        if at.y() < zone:
            bar.setValue(bar.value() - zone // 2)
        elif at.y() > height - zone:
            bar.setValue(bar.value() + zone // 2)

    def _tell(self, drag: Drag, now: Order) -> None:
        """Say what the drag was for."""
        minutes, place = drag.minutes_in(now), drag.place_in(now)
        if minutes is not None:
            self.resized.emit(drag.block, minutes)
        elif place is not None:
            self.moved.emit(drag.block, place)

    def _take_back(self) -> None:
        drag = self._drag
        self._drop()
        if drag is not None:
            self._show(drag.before, drag.block)

    def _drop(self) -> None:
        self._drag = None
        self._blocks.held = ""
        self.viewport().unsetCursor()

    def _arranged(self, key: Qt.Key, keys: Qt.KeyboardModifier) -> bool:
        """Move or stretch the block with the mark by a key; return whether the key is one for that."""
        current = next((slot for slot in self.slots if slot.id == self.current), None)
        if current is None or self._read_only:
            return False
        if key in _ARROWS and keys & Qt.KeyboardModifier.AltModifier:
            place = self.currentIndex().row() + _ARROWS[key]
            if 0 <= place < len(self.slots):
                self.moved.emit(current.id, place)
        elif key in _ARROWS and keys & Qt.KeyboardModifier.ShiftModifier:
            self._stretch(current, _ARROWS[key])
        elif key in _SIGNS and not keys & Qt.KeyboardModifier.ControlModifier:
            self._stretch(current, _SIGNS[key])
        else:
            return False
        self._say_current()
        return True

    def stretch_current(self, steps: int) -> None:
        """Make the block that has the mark longer (above 0) or shorter, by five minutes a step."""
        current = next((slot for slot in self.slots if slot.id == self.current), None)
        if current is not None and not self._read_only:
            self._stretch(current, steps)

    def _stretch(self, slot: Slot, steps: int) -> None:
        minutes = clamped(slot.minutes + steps * STEP_MINUTES)
        if minutes != slot.minutes:
            self.resized.emit(slot.id, minutes)

    def _say_current(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            said = spoken(self.slots[index.row()])
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _tell_chosen(self, now: QModelIndex) -> None:
        if now.isValid() and not self.is_dragging:
            self.chosen.emit(self.slots[now.row()].id)
