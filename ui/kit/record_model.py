"""The records of one kind as a table that follows the document, row by row."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from planner.editing import verbs
from planner.editing.patch import Patch
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.language import say
from planner.model.kinds import kind_of
from planner.model.schema import FieldSpec, fields
from planner.model.values import Form
from planner.truths.findings import Report
from ui.document import PlanDocument
from ui.kit.editors.base import sentence_of
from ui.kit.edits import link_new, move_together
from ui.kit.finding_index import FindingIndex
from ui.kit.record_cells import RecordCells, alignment_of, mark_data, mark_weight
from ui.kit.runs import runs
from ui.kit.table_setup import USUAL, TableSetup
from ui.kit.text import plain_tooltip

MARK = 0
"""The column that shows how heavy the findings about a row weigh."""

ID_ROLE = Qt.ItemDataRole.UserRole
LEVEL_ROLE = Qt.ItemDataRole.UserRole + 2

_MIME = "application/x-truecourse-records"
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class RecordModel(QAbstractTableModel):
    """Holds the ids of one kind's records in the plan's order and reads everything else off the plan.

    Changes of the plan become changes, insertions, removals and moves of rows, never a reset, so
    that selection and open editors stay.

    Signals:
        refused: the sentence of an edit that the plan refused.
    """

    refused = Signal(str)

    def __init__(
        self,
        document: PlanDocument,
        kind_key: str,
        setup: TableSetup = USUAL,
        parent: QObject | None = None,
    ) -> None:
        """Make the table of a kind.

        Args:
            document: the document.
            kind_key: the kind.
            setup: how it differs from the usual table.
            parent: owns the model.
        """
        super().__init__(parent)
        self._document = document
        self._kind = kind_of(kind_key)
        self._specs = tuple(setup.specs) or tuple(spec for spec in fields(kind_key) if spec.column)
        self._fixed = setup.fixed
        self._cells = RecordCells(document, self._kind, setup.words)
        self._ids = list(document.plan.records(self._kind))
        self._findings = FindingIndex(document.report)
        document.changed.connect(self._follow)
        document.report_changed.connect(self._mark)

    @property
    def specs(self) -> Sequence[FieldSpec]:
        """The fields behind the columns after the mark."""
        return self._specs

    def spec_of(self, column: int) -> FieldSpec | None:
        """Return the field behind a column; None for the mark."""
        return self._specs[column - 1] if column > MARK else None

    def record_at(self, row: int) -> Any:  # noqa: ANN401 - a record of any kind
        """Return the record in a row."""
        return self._document.plan.records(self._kind)[self._ids[row]]

    def column_of(self, field: str) -> int | None:
        """Return the column of a field, where it has one."""
        names = [spec.name for spec in self._specs]
        return names.index(field) + 1 if field in names else None

    def row_of(self, record_id: str) -> int | None:
        """Return the row of a record, where there is one."""
        return self._ids.index(record_id) if record_id in self._ids else None

    def line_at(self, row: int) -> str:
        """Return all that a row says, cell after cell."""
        record = self.record_at(row)
        return " ".join(self._cells.text(record, spec) for spec in self._specs)

    def sort_keys(self, column: int) -> list[Any]:
        """Return what a column is sorted by, for each row; None where it is not filled in."""
        spec, key = self.spec_of(column), self._kind.key
        if spec is None:
            return [mark_weight(self._findings.of_record(key, record_id)) for record_id in self._ids]
        records = self._document.plan.records(self._kind)
        return [self._cells.sort_key(records[record_id], spec) for record_id in self._ids]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of records."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns, the mark included."""
        return 0 if parent.isValid() else len(self._specs) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's variant
        """Return the title, hint and alignment of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        spec = self.spec_of(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return spec.title if spec else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(spec.hint if spec else say("Findings"))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spec.title if spec else say("Findings")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment_of(spec)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Return what a cell shows, holds or says."""
        if not index.isValid():
            return None
        record_id = self._ids[index.row()]
        if role == ID_ROLE:
            return record_id
        if role == LEVEL_ROLE:
            return self._findings.worst(self._kind.key, record_id)
        spec = self.spec_of(index.column())
        if spec is None:
            return mark_data(self._findings.of_record(self._kind.key, record_id), role)
        return self._cells.data(record_id, spec, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let cells be edited and rows be dragged between others, where the plan can be edited."""
        flags = super().flags(index)
        if self._fixed or self._document.read_only:
            return flags
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        spec = self.spec_of(index.column())
        if spec and spec.form is not Form.MOMENT and not self._cells.has_words(spec):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsDragEnabled

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Change a field in the plan."""
        spec = self.spec_of(index.column())
        if role != Qt.ItemDataRole.EditRole or spec is None:
            return False
        record_id = self._ids[index.row()]
        return self._try(lambda: verbs.change(self._document.plan, record_id, spec.name, value))

    def create_linked(self, index: Index, kind_key: str, name: str) -> None:
        """Add a record of another kind and link a cell's field to it."""
        spec = self.spec_of(index.column())
        if spec is not None:
            record_id = self._ids[index.row()]
            self._try(lambda: link_new(self._document.plan, record_id, spec.name, kind_key, name))

    def supportedDropActions(self) -> Qt.DropAction:
        """Let rows be moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return what a dragged row is."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return dragged rows: their kind and ids."""
        rows = sorted({index.row() for index in indexes})
        carried = QMimeData()
        words = [self._kind.key, *(self._ids[row] for row in rows)]
        carried.setData(_MIME, QByteArray(" ".join(words).encode()))
        return carried

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        """Move dragged rows; always False, or the view would remove them where they were."""
        kind_key, _, ids = bytes(data.data(_MIME).data()).decode().partition(" ")
        moving = [key for key in ids.split() if key in self._ids]
        if kind_key == self._kind.key and moving:
            to = row if row >= 0 else parent.row() if parent.isValid() else len(self._ids)
            self._try(lambda: move_together(self._document.plan, moving, to))
        return False

    def _try(self, make: Callable[[], Edit]) -> bool:
        try:
            self._document.do(make())
        except PlanError as error:
            self.refused.emit(sentence_of(error))
            return False
        return True

    def _follow(self, patch: Patch) -> None:
        touched = patch.touched
        if self._kind.key in touched:
            self._match_rows(list(self._document.plan.records(self._kind)))
            self._tell_records(touched[self._kind.key])
        for column, spec in enumerate(self._specs, start=1):
            if any(key in touched for key in spec.to) or self._cells.has_words(spec):
                self._tell_column(column)

    def _tell_records(self, record_ids: Collection[str]) -> None:
        rows = (row for row, record_id in enumerate(self._ids) if record_id in record_ids)
        for first, last in runs(rows):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._specs)))

    def _tell_column(self, column: int) -> None:
        if self._ids:
            self.dataChanged.emit(self.index(0, column), self.index(len(self._ids) - 1, column))

    def _match_rows(self, wanted: list[str]) -> None:
        """Take rows out, put them in and move them until they stand as wanted."""
        keep = set(wanted)
        gone = (row for row, record_id in enumerate(self._ids) if record_id not in keep)
        for first, last in reversed(list(runs(gone))):
            self.beginRemoveRows(_NOWHERE, first, last)
            del self._ids[first : last + 1]
            self.endRemoveRows()
        have = set(self._ids)
        new = (row for row, record_id in enumerate(wanted) if record_id not in have)
        for first, last in runs(new):
            self._insert(min(first, len(self._ids)), wanted[first : last + 1])
        self._reorder(wanted)

    def _insert(self, row: int, record_ids: Sequence[str]) -> None:
        self.beginInsertRows(_NOWHERE, row, row + len(record_ids) - 1)
        self._ids[row:row] = record_ids
        self.endInsertRows()

    def _reorder(self, wanted: list[str]) -> None:
        for row, record_id in enumerate(wanted):
            if self._ids[row] == record_id:
                continue
            if self._ids[row + 1] == record_id:
                self._move(row, wanted.index(self._ids[row]))
            else:
                self._move(self._ids.index(record_id), row)

    def _move(self, row: int, to: int) -> None:
        self.beginMoveRows(_NOWHERE, row, row, _NOWHERE, to + 1 if to > row else to)
        self._ids.insert(to, self._ids.pop(row))
        self.endMoveRows()

    def _mark(self, report: Report) -> None:
        before, self._findings = self._findings, FindingIndex(report)
        key, now = self._kind.key, self._findings
        changed = (
            row
            for row, record_id in enumerate(self._ids)
            if before.of_record(key, record_id) != now.of_record(key, record_id)
        )
        for first, last in runs(changed):
            self.dataChanged.emit(self.index(first, MARK), self.index(last, MARK))
