"""Cells of a table: how they look, and the form's own editors in them."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from planner.model.schema import FieldSpec
from planner.model.values import Form
from ui.kit.editors import FieldEditor, PlanSource, make_editor
from ui.kit.finding_note import LEVEL_LOOKS
from ui.kit.record_model import LEVEL_ROLE, MARK, RecordModel
from ui.kit.record_proxy import RecordProxy
from ui.theme import colour, current_tokens, elided, mirrored, paint_icon
from ui.theme.tokens import ROW_HEIGHT, SMALL

Index = QModelIndex | QPersistentModelIndex
_HINT = QAbstractItemDelegate.EndEditHint
_WITH_LIST = frozenset({Form.CHOICE, Form.LINK, Form.CURRENCY})
_LEAST_WITH_LIST = 200
_WIDEST, _ROOMY = 320, frozenset({Form.TEXT, Form.CHOICES, Form.LINKS, Form.SHARES, Form.VOICES, Form.YES_NO})


class CellDelegate(QStyledItemDelegate):
    """Paints cells with a focus ring and edits them with the editors of the forms.

    Signals:
        refused: why what was typed in a cell was not taken.
    """

    refused = Signal(str)

    def __init__(self, source: PlanSource, proxy: RecordProxy, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._source = source
        self._proxy = proxy
        self._view = parent
        self._places: dict[FieldEditor, QPersistentModelIndex] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell; the mark as a shape, and a ring around the cell that has the keyboard."""
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        text, cell.text = cell.text, ""
        style = self._view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, self._view)
        self._paint_text(painter, cell, text)
        if index.column() == MARK:
            self._paint_mark(painter, cell, index)
        if self._view.hasFocus() and QPersistentModelIndex(index) == QPersistentModelIndex(
            self._view.currentIndex()
        ):
            self._paint_ring(painter, option.rect)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave the style's own focus rectangle out: the ring takes its place."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a comfortable row."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(size.height(), current_tokens().px(ROW_HEIGHT)))

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the field's editor."""
        spec = self._spec(index)
        editor = make_editor(spec, self._source, parent)
        editor.setAutoFillBackground(True)
        editor.setBackgroundRole(QPalette.ColorRole.Base)
        self._places[editor] = QPersistentModelIndex(index)
        editor.decided.connect(self._decided)
        editor.created.connect(self._created)
        for child in editor.findChildren(QWidget):
            child.installEventFilter(self)
        if spec.form in _WITH_LIST:
            QTimer.singleShot(0, editor, editor.open_list)
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Forget an editor that is done with."""
        if isinstance(editor, FieldEditor):
            self._places.pop(editor, None)
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the field's value; what one types is kept."""
        if isinstance(editor, FieldEditor):
            editor.set_value(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take what was typed, if it fits."""
        if not isinstance(editor, FieldEditor):
            return
        editor.flush()
        if editor.problem:
            self.refused.emit(editor.problem)
        elif editor.value() != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, editor.value())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Give an editor its cell, or more where it needs more to be of use."""
        rect = QRect(option.rect)
        if self._spec(index).form in _ROOMY:
            rect.setSize(
                rect.size().expandedTo(QSize(current_tokens().px(_WIDEST), editor.sizeHint().height()))
            )
        least = current_tokens().px(_LEAST_WITH_LIST) if self._spec(index).form in _WITH_LIST else 0
        rect.setWidth(max(rect.width(), editor.minimumSizeHint().width(), least))
        room = self._view.viewport().rect()
        rect.moveRight(min(rect.right(), room.right()))
        rect.moveBottom(min(rect.bottom(), max(room.bottom(), rect.height())))
        editor.setGeometry(rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close a cell on Enter, Tab, Escape and when the keyboard goes elsewhere."""
        editor = self._editor_of(watched)
        if editor is None:
            return False
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(editor, event)
        if event.type() is QEvent.Type.FocusOut:
            QTimer.singleShot(0, editor, self._close_left)
        return False

    def _key(self, editor: FieldEditor, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Escape:
                self._close(editor, _HINT.RevertModelCache)
            case Qt.Key.Key_Tab:
                self._finish(editor, _HINT.EditNextItem)
            case Qt.Key.Key_Backtab:
                self._finish(editor, _HINT.EditPreviousItem)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                    return False
                self._finish(editor, _HINT.NoHint)
            case _:
                return False
        return True

    def _finish(self, editor: FieldEditor, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Take the value and close; stay where it does not fit, so that it can be mended."""
        editor.flush()
        if editor not in self._places:
            return  # taking what was typed has closed it already
        if editor.problem:
            self.refused.emit(editor.problem)
            return
        self.commitData.emit(editor)
        self._close(editor, hint)

    def _close(self, editor: FieldEditor, hint: QAbstractItemDelegate.EndEditHint) -> None:
        # Forgotten first: while it closes, the keyboard leaves it once more.
        self._places.pop(editor, None)
        self.closeEditor.emit(editor, hint)

    def _close_left(self) -> None:
        focus = QApplication.focusWidget()
        if QApplication.activeWindow() is None or QApplication.activePopupWidget() is not None:
            return
        for editor in [editor for editor in self._places if not _belongs(focus, editor)]:
            self.commitData.emit(editor)
            self._close(editor, _HINT.NoHint)

    def _decided(self) -> None:
        editor = self.sender()
        if isinstance(editor, FieldEditor):
            self._finish(editor, _HINT.NoHint)

    def _created(self, kind_key: str, name: str) -> None:
        editor = self.sender()
        if isinstance(editor, FieldEditor):
            place = self._proxy.mapToSource(self._places[editor])
            self._close(editor, _HINT.RevertModelCache)
            model = self._proxy.sourceModel()
            if isinstance(model, RecordModel):
                model.create_linked(place, kind_key, name)

    def _editor_of(self, watched: QObject) -> FieldEditor | None:
        for editor in self._places:
            if _belongs(watched, editor):
                return editor
        return None

    def _spec(self, index: Index) -> FieldSpec:
        model = self._proxy.sourceModel()
        spec = model.spec_of(index.column()) if isinstance(model, RecordModel) else None
        if spec is None:
            msg = "the mark of a row is not edited"
            raise ValueError(msg)
        return spec

    def _paint_text(self, painter: QPainter, cell: QStyleOptionViewItem, text: str) -> None:
        chosen = bool(cell.state & QStyle.StateFlag.State_Selected)
        painter.setPen(colour("on_selected" if chosen else "text"))
        painter.setFont(cell.font)
        room = cell.rect.adjusted(SMALL, 0, -SMALL, 0)
        shown = elided(text, cell.fontMetrics, room.width())
        flags = cell.displayAlignment | Qt.TextFlag.TextSingleLine
        painter.drawText(room, int(flags), shown)

    def _paint_mark(self, painter: QPainter, cell: QStyleOptionViewItem, index: Index) -> None:
        level = index.data(LEVEL_ROLE)
        if level is None:
            return
        look = LEVEL_LOOKS[level]
        # A level's own colour may be close to that of a selected row.
        tone = "on_selected" if cell.state & QStyle.StateFlag.State_Selected else look.tone
        size = current_tokens().px(16)
        place = QRectF(0, 0, size, size)
        place.moveCenter(QRectF(cell.rect).center())
        bar = QRect(cell.rect.left(), cell.rect.top(), 3, cell.rect.height())
        painter.fillRect(mirrored(cell.rect, bar), colour(tone))
        paint_icon(painter, place, look.icon, colour(tone).name())

    def _paint_ring(self, painter: QPainter, rect: QRect) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 3, 3)
        painter.restore()


def _belongs(what: QObject | None, editor: QObject) -> bool:
    """Whether something lies in an editor, its popups included."""
    while what is not None and what is not editor:
        what = what.parent()
    return what is editor
