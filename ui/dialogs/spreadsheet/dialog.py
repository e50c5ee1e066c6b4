"""An old spreadsheet on its way into a plan: mapped at the left, what comes of it at the right."""

from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from planner.errors import PlanError
from planner.exchange.spreadsheet.building import Taken, take
from planner.exchange.spreadsheet.cells import Parse, reader
from planner.exchange.spreadsheet.guessing import SheetMapping, guess, kinds_offered, map_to, with_column
from planner.exchange.spreadsheet.report import ImportReport
from planner.exchange.spreadsheet.tables import Tables
from planner.language import phrase, say, say_count
from planner.model.format import quoted
from planner.model.plan import Plan, empty_plan
from ui.dialogs.spreadsheet.columns import LEFT_OUT, ColumnTable
from ui.dialogs.spreadsheet.preview import Preview
from ui.dialogs.spreadsheet.report_bar import ReportBar
from ui.document import PlanDocument
from ui.kit.dialog import Dialog
from ui.kit.editors.base import sentence_of
from ui.kit.region import current_locale
from ui.kit.text import plain_label
from ui.tasks import Task, Tasks, Ticket
from ui.theme import beginning, current_tokens
from ui.theme.tokens import LARGE, SMALL, TIGHT

_SIZE, _AROUND = QSize(1040, 660), QSize(24, 56)
_WORDS = phrase(
    "Each sheet becomes entries of one kind, each column one of their fields. Names lead to entries of that "
    "name; who or what is not there yet is added."
)


class SpreadsheetDialog(Dialog):
    """Maps a spreadsheet and takes it into the open plan, or makes a new plan of it.

    Signals:
        plan_wanted: the new `Plan` that is to be kept in a file.
    """

    plan_wanted = Signal(object)

    def __init__(
        self, tables: Tables, document: PlanDocument | None, today: date, tasks: Tasks, parent: QWidget
    ) -> None:
        """Show a spreadsheet.

        Args:
            tables: what was read of it.
            document: the open plan that it may be added to, or None.
            today: the present day.
            tasks: workers.
            parent: the window that it lies over.
        """
        super().__init__(say("Import {title}", title=quoted(tables.title)), parent)
        self._tables = tables
        self._document = document
        self._reader = reader(today, current_locale())
        self._tasks = tasks
        self._task: Task | None = None
        self._mappings = list(guess(tables))
        self._taken: tuple[Plan, Taken] | None = None
        self._new_plan = empty_plan(tables.title)
        self._sheet, self._kind, self._row = QComboBox(), QComboBox(), QSpinBox()
        self._words = plain_label(say(_WORDS), role="muted", wraps=True)
        self._left = QWidget()
        self._columns = ColumnTable()
        self._preview = Preview()
        self._adds = QCheckBox(say("Add to the open plan, as one step to undo"))
        self._count = plain_label(role="strong", wraps=True)
        self._report_bar = ReportBar()
        self._problem = plain_label(role="error", wraps=True)
        self._build()
        self._connect()
        room = parent.window().size() - _AROUND
        self.resize((_SIZE * current_tokens().scale).boundedTo(room).expandedTo(self.minimumSizeHint()))
        self._show_sheet()
        self._sheet.setFocus()

    def _build(self) -> None:
        self._fill()
        self.body.addWidget(self._words)
        if self._tables.notes:
            self.body.addWidget(plain_label(" ".join(self._tables.notes), role="caption", wraps=True))
        row = QHBoxLayout()
        row.setSpacing(LARGE)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(SMALL)
        left.addLayout(self._make_head())
        left.addWidget(self._columns, 1)
        row.addWidget(self._left, 1)
        right = QVBoxLayout()
        right.setSpacing(TIGHT)
        title = plain_label(say("&What comes of it"), role="label")
        title.setBuddy(self._preview)
        right.addWidget(title)
        right.addWidget(self._preview, 1)
        right.addWidget(self._report_bar)
        row.addLayout(right, 1)
        self.body.addLayout(row, 1)
        for widget in (self._adds, self._count, self._problem):
            self.body.addWidget(widget)
        self._problem.hide()
        self._leave = self.add_button(say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole, "cancel")
        self._take = self.add_button(say("Import"), QDialogButtonBox.ButtonRole.AcceptRole, "import")

    def _fill(self) -> None:
        self._sheet.setObjectName("spreadsheet.sheet")
        self._kind.setObjectName("spreadsheet.kind")
        self._row.setObjectName("spreadsheet.row")
        # As high as the choices beside it.
        self._row.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)
        self._row.lineEdit().setTextMargins(*beginning(SMALL))
        self._sheet.addItems([table.name for table in self._tables.tables])
        self._kind.addItem(say(LEFT_OUT), "")
        for kind in kinds_offered():
            self._kind.addItem(kind.words, kind.key)
        can_add = self._document is not None and not self._document.read_only
        self._adds.setVisible(can_add)
        self._adds.setChecked(can_add)

    def _make_head(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(TIGHT)
        for column, (words, widget) in enumerate(
            (
                (say("&Sheet"), self._sheet),
                (say("&Becomes"), self._kind),
                (say("&Headings in row"), self._row),
            )
        ):
            label = plain_label(words, role="label")
            label.setBuddy(widget)
            widget.setAccessibleName(words.replace("&", ""))
            grid.addWidget(label, 0, column)
            grid.addWidget(widget, 1, column)
            grid.setColumnStretch(column, 0 if widget is self._row else 1)
        return grid

    def _connect(self) -> None:
        self._sheet.activated.connect(self._show_sheet)
        self._kind.activated.connect(self._map_sheet)
        self._row.valueChanged.connect(self._map_sheet)
        self._columns.mapped.connect(self._map_column)
        self._adds.toggled.connect(self._renew)
        self._report_bar.told.connect(self._tell)
        self._report_bar.failed.connect(self._complain)
        self.buttons.accepted.connect(self._apply)

    @property
    def _mapping(self) -> SheetMapping:
        return self._mappings[self._sheet.currentIndex()]

    def _show_sheet(self) -> None:
        table = self._tables.tables[self._sheet.currentIndex()]
        self._kind.setCurrentIndex(max(0, self._kind.findData(self._mapping.kind)))
        self._row.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._row.setRange(1, len(table.rows))
        self._row.setValue(self._mapping.heading_row + 1)
        self._row.blockSignals(False)  # noqa: FBT003 - Qt's own
        self._columns.show_sheet(table, self._mapping)
        self._renew()

    def _map_sheet(self) -> None:
        table = self._tables.tables[self._sheet.currentIndex()]
        self._mappings[self._sheet.currentIndex()] = map_to(
            table, self._kind.currentData(), self._row.value() - 1
        )
        self._show_sheet()

    def _map_column(self, column: int, field: str) -> None:
        self._mappings[self._sheet.currentIndex()] = with_column(self._mapping, column, field)
        self._show_sheet()
        self._columns.cellWidget(column, 2).setFocus()

    def _base(self) -> Plan:
        """Return the plan that it would be taken into."""
        return self._document.plan if self._document and self._adds.isChecked() else self._new_plan

    def _renew(self) -> None:
        self._taken = None
        self._take.setEnabled(False)
        work = partial(_taken, self._base(), self._tables, tuple(self._mappings), self._reader)
        self._task = self._tasks.start(work)
        self._task.done.connect(self._show)
        self._task.failed.connect(self._fail)

    def _show(self, found: tuple[Plan, tuple[SheetMapping, ...], Taken]) -> None:
        base, mappings, taken = found
        if base is not self._base() or mappings != tuple(self._mappings):
            return
        self._taken = (base, taken)
        report = ImportReport(self._tables, mappings, taken)
        self._preview.show_report(report)
        self._report_bar.take(report)
        self._count.setText(_counted(report))
        self._take.setText(say("Add to the plan") if self._adds.isChecked() else say("Make a plan of it"))
        self._take.setEnabled(bool(taken.counted))

    def _fail(self, error: Exception) -> None:
        raise error

    def _apply(self) -> None:
        if self._taken is None:
            return
        if self._document is None or not self._adds.isChecked():
            self.accept()
            self.plan_wanted.emit(self._taken[1].edit.plan)
            return
        wanted = self._wanted(self._document.plan)
        try:
            self._document.do(wanted.edit)
        except PlanError as error:
            self._complain(error)
        else:
            self._show_done(ImportReport(self._tables, tuple(self._mappings), wanted))

    def _show_done(self, report: ImportReport) -> None:
        """Say what came and what did not: the mapping is over, the report can still be read and kept."""
        self._preview.show_report(report)
        self._report_bar.take(report)
        self._words.setText(say("It is in the plan, as one step to undo."))
        self._count.setText(_counted(report))
        for part in (self._left, self._adds, self._take, self._problem):
            part.hide()
        self._leave.setText(say("Close"))
        self._leave.setDefault(True)
        self._leave.setFocus()

    def _tell(self, sentence: str) -> None:
        self._words.setText(sentence)

    def _complain(self, error: PlanError) -> None:
        self._problem.setText(sentence_of(error))
        self._problem.show()

    def _wanted(self, plan: Plan) -> Taken:
        """Return what was shown; worked out anew where the plan has moved on."""
        if self._taken is not None and self._taken[0] is plan:
            return self._taken[1]
        return take(plan, self._tables, self._mappings, self._reader)


def _taken(
    base: Plan, tables: Tables, mappings: tuple[SheetMapping, ...], parse: Parse, _ticket: Ticket
) -> tuple[Plan, tuple[SheetMapping, ...], Taken]:
    return base, mappings, take(base, tables, mappings, parse)


def _counted(report: ImportReport) -> str:
    taken = report.taken
    if not taken.counted:
        return say("Nothing is taken yet: say what a sheet becomes, and which column holds the names.")
    told = [report.summary]
    if taken.made:
        told.append(say_count("{count} more by name.", "{count} more by name.", len(taken.made)))
    if taken.problems:
        told.append(say_count("{count} problem.", "{count} problems.", len(taken.problems)))
    else:
        told.append(say("Everything fits."))
    return " ".join(told)
