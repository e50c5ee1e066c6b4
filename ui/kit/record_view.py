"""The table itself: cells edited in place, rows dragged, keys as in a spreadsheet."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from planner.model.values import Form
from ui.document import PlanDocument
from ui.kit.cell_delegate import CellDelegate
from ui.kit.column_widths import ColumnNeed, shared_widths
from ui.kit.record_model import ID_ROLE, MARK, RecordModel
from ui.kit.record_proxy import RecordProxy
from ui.kit.table_setup import USUAL, TableSetup
from ui.theme import current_tokens
from ui.theme.tokens import ROW_HEIGHT, SMALL

_MARK_WIDTH, _LEAST_NAME, _MOST_NAME, _LEAST_WORDS = 28, 180, 360, 128
_LEAST, _MOST, _ROWS_MEASURED = 64, 280, 24
_NAME, _NAME_PART = MARK + 1, 0.5
"""The first column of words, and the part of the width that it takes at most before others scroll away."""
_WORDY = frozenset({Form.LINE, Form.TEXT, Form.LINK, Form.CHOICES})
_Edit = QAbstractItemView.EditTrigger


class RecordView(QTableView):
    """Shows one kind's records.

    Signals:
        current_changed: the id of the record in the current row, or None.
    """

    current_changed = Signal(object)

    def __init__(self, document: PlanDocument, kind_key: str, setup: TableSetup = USUAL) -> None:
        """Make the rows of a kind.

        Args:
            document: the document.
            kind_key: the kind.
            setup: how the table differs from the usual one.
        """
        super().__init__()
        self._records = RecordModel(document, kind_key, setup, self)
        self._proxy = RecordProxy(self._records, setup.only, self)
        self._delegate = CellDelegate(document, self._proxy, self)
        self._fitting = False
        self._measured_at = 0.0
        self._natural: dict[int, int] = {}
        self._build()
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        self._proxy.rowsInserted.connect(self._measure_first)

    @property
    def records(self) -> RecordModel:
        """The model of all records."""
        return self._records

    @property
    def proxy(self) -> RecordProxy:
        """The sorted and filtered rows."""
        return self._proxy

    @property
    def delegate(self) -> CellDelegate:
        """What paints and edits cells."""
        return self._delegate

    @property
    def current_id(self) -> str | None:
        """The id of the record in the current row."""
        index = self.currentIndex()
        return str(index.data(ID_ROLE)) if index.isValid() else None

    def selected_ids(self) -> list[str]:
        """Return the ids of the selected rows, as they stand on the screen."""
        rows = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return [str(index.data(ID_ROLE)) for index in rows]

    def select(self, record_id: str, field: str = "") -> bool:
        """Make a record's row the current and only selected one.

        Returns:
            Whether it can be seen: a filter may hide it.
        """
        row = self._records.row_of(record_id)
        if row is None:
            return False
        column = self._records.column_of(field) or (self.currentIndex().column() if not field else 1)
        index = self._proxy.mapFromSource(self._records.index(row, max(1, column)))
        if not index.isValid():
            return False
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def select_many(self, record_ids: list[str]) -> None:
        """Select the rows of several records; the last one becomes the current."""
        self.clearSelection()
        flags = QItemSelectionModel.SelectionFlag
        for record_id in record_ids:
            row = self._records.row_of(record_id)
            if row is not None:
                index = self._proxy.mapFromSource(self._records.index(row, 1))
                self.selectionModel().setCurrentIndex(index, flags.Select | flags.Rows)

    def content_height(self) -> int:
        """Return the height of heading and rows, and of a bar to scroll sideways."""
        rows = self._proxy.rowCount() * self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar().sizeHint().height()
        return self.horizontalHeader().sizeHint().height() + rows + bar + 2 * self.frameWidth()

    def go(self, places: int) -> None:
        """Make the row so many places further down the current and only selected one."""
        index = self.currentIndex()
        other = index.siblingAtRow(index.row() + places)
        if other.isValid():
            self.select(str(other.data(ID_ROLE)))

    def sort_by_current(self) -> None:
        """Sort by the column of the current cell: upwards, then downwards, then as the plan has it."""
        column = self.currentIndex().column()
        if column < 0:
            return
        if self._proxy.sortColumn() != column:
            self.sortByColumn(column, Qt.SortOrder.AscendingOrder)
        elif self._proxy.sortOrder() is Qt.SortOrder.AscendingOrder:
            self.sortByColumn(column, Qt.SortOrder.DescendingOrder)
        else:
            # Ascending, or the plan's order would be turned round.
            self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit the current cell on Enter too."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain
        if is_enter and self.state() is not QAbstractItemView.State.EditingState:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the first column what the others leave."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take on another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._is_outgrown:
            self._measure()

    def showEvent(self, event: QShowEvent) -> None:
        """Give each column the width of what it holds, where nobody could see it until now."""
        super().showEvent(event)
        if self._is_outgrown:
            self._size_sections()

    def _build(self) -> None:
        self.setModel(self._proxy)
        self.setItemDelegate(self._delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(_Edit.EditKeyPressed | _Edit.AnyKeyPressed | _Edit.DoubleClicked)
        # Tab leads on to the next control; arrows go from cell to cell.
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.verticalHeader().hide()
        self._build_dragging()
        self._build_header()

    def _build_dragging(self) -> None:
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropOverwriteMode(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def _build_header(self) -> None:
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(_MARK_WIDTH)
        header.sectionResized.connect(self._resized)
        self.setSortingEnabled(True)

    @property
    def _is_outgrown(self) -> bool:
        """Whether the columns were not measured yet, or for another size of text."""
        return self._measured_at != current_tokens().scale

    def _measure(self) -> None:
        """Measure what the columns hold: many texts are read for it, so only once somebody looks."""
        self._measured_at = 0.0
        if self.isVisible():
            self._size_sections()

    def _size_sections(self) -> None:
        self._measured_at = current_tokens().scale
        px = current_tokens().px
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        header = self.horizontalHeader()
        self._fitting = True
        header.setSectionResizeMode(MARK, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(MARK, px(_MARK_WIDTH))
        self._natural = {column: self._natural_width(column) for column in range(MARK + 1, header.count())}
        self._fitting = False
        self._fit()

    def _measure_first(self, _parent: QModelIndex, first: int, last: int) -> None:
        """Fit the columns to the first rows that come."""
        if self._proxy.rowCount() == last - first + 1:
            self._measure()

    def _resized(self, column: int, _before: int, width: int) -> None:
        if not self._fitting:
            self._natural[column] = width

    def _natural_width(self, column: int) -> int:
        rows = range(min(_ROWS_MEASURED, self._proxy.rowCount()))
        texts = (str(self._proxy.index(row, column).data() or "") for row in rows)
        widest = max(map(self.fontMetrics().horizontalAdvance, texts), default=0) + 3 * SMALL
        px = current_tokens().px
        least, most = (_LEAST_NAME, _MOST_NAME) if column == _NAME else (_LEAST, _MOST)
        return max(px(least), min(px(most), max(widest, self.horizontalHeader().sectionSizeHint(column))))

    def _fit(self) -> None:
        """Share the width: figures keep theirs, words give way, the longest first; no column is cut."""
        room = self.viewport().width() - current_tokens().px(_MARK_WIDTH)
        needs = [self._need_of(column, room) for column in sorted(self._natural)]
        self._fitting = True
        for column, width in enumerate(shared_widths(needs, room), start=_NAME):
            self.horizontalHeader().resizeSection(column, width)
        self._fitting = False
        if self.currentIndex().column() <= _NAME:
            # A row was shown while the columns still had no widths: mark and name come first.
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().minimum())

    def _need_of(self, column: int, room: int) -> ColumnNeed:
        natural, px = self._natural[column], current_tokens().px
        if column == _NAME:
            most = max(px(_LEAST_NAME), round(room * _NAME_PART))
        elif self._is_wordy(column):
            most = max(px(_LEAST_WORDS), self.horizontalHeader().sectionSizeHint(column))
        else:
            most = natural
        return ColumnNeed(natural, min(natural, most))

    def _is_wordy(self, column: int) -> bool:
        spec = self._records.spec_of(column)
        return spec is not None and spec.form in _WORDY

    def _tell_current(self) -> None:
        self.current_changed.emit(self.current_id)
