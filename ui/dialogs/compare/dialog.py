"""The window in which two revisions are held against each other."""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QListView, QSplitter, QWidget

from planner.errors import PlanError
from planner.language import say, say_count
from planner.signoff.compare import Comparison
from planner.signoff.compare_text import NOTHING_DIFFERS
from planner.store.revisions import NOW, revisions_of
from ui.dialogs.compare.choosers import Choosers
from ui.dialogs.compare.detail import DifferenceDetail
from ui.dialogs.compare.filters import Filters
from ui.dialogs.compare.rows import DifferenceModel, filtered, rows_of
from ui.dialogs.compare.work import Compared, Order, compare_in_worker
from ui.document import PlanDocument
from ui.kit.dialog import Dialog
from ui.kit.editors.base import sentence_of
from ui.kit.empty_state import EmptyState
from ui.kit.text import plain_label
from ui.tasks import Task
from ui.theme import set_look

_SIZE, _LIST_WIDTH = QSize(900, 620), 400
_AGAIN_AFTER_MS = 600


class CompareDialog(Dialog):
    """Choosers, what differs under headings, and the chosen difference field by field; does not block.

    Signals:
        record_wanted: id of an entry that is to be shown in the plan.
    """

    record_wanted = Signal(str)

    def __init__(self, document: PlanDocument, parent: QWidget, older: str = NOW) -> None:
        """Make the window and begin to compare.

        Args:
            document: the plan.
            parent: whose windows it stays above.
            older: the state to begin with: "now" or a fingerprint.
        """
        super().__init__(say("Compare revisions"), parent)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self._document = document
        self._task: Task | None = None
        self._text = ""
        self._all = rows_of(Comparison(0, 0, ()))
        folder = str(document.path.parent) if document.path else ""
        self.choosers = Choosers(document.plan, older, folder)
        self.filters = Filters()
        self._said = plain_label(role="strong", wraps=True)
        self._note = plain_label(role="muted", wraps=True)
        self._split = QSplitter()
        self._nothing = EmptyState("files", say("No differences"), say("Choose another revision above."), "")
        self.list = QListView()
        self._model = DifferenceModel(self)
        self.detail = DifferenceDetail()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_AFTER_MS)
        self._build()
        self._connect()
        self._compare()

    @property
    def said(self) -> str:
        """What the comparison comes to."""
        return self._said.text()

    @property
    def is_busy(self) -> bool:
        """Whether a result is still to come."""
        return self._task is not None or self._again.isActive()

    def _build(self) -> None:
        self.list.setModel(self._model)
        self.list.setAccessibleName(say("Differences"))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        split = self._split
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.detail)
        split.setSizes([_LIST_WIDTH, _SIZE.width() - _LIST_WIDTH])
        self._nothing.hide()
        for widget in (self.choosers, self._said, self._note, self.filters, split, self._nothing):
            self.body.addWidget(widget)
        for widget in (split, self._nothing):
            self.body.setStretchFactor(widget, 1)
        role = QDialogButtonBox.ButtonRole
        self._copy = self.add_button(say("Copy as text"), role.ActionRole, "copy")
        self._go = self.add_button(say("Show in the plan"), role.ActionRole, "go")
        close = self.add_button(say("Close"), role.RejectRole, "close")
        for button in (self._copy, self._go, close):  # Enter belongs to the lines and to the list
            button.setAutoDefault(False)
        self.resize(_SIZE)

    def _connect(self) -> None:
        self.choosers.changed.connect(self._compare)
        self.filters.changed.connect(self._filter)
        self.list.selectionModel().currentChanged.connect(self._choose)
        self.list.activated.connect(self._lead)
        self._go.clicked.connect(self._lead)
        self._copy.clicked.connect(self._copy_text)
        self._again.timeout.connect(self._compare)
        self._document.changed.connect(self._compare_later)

    def _compare_later(self) -> None:
        if NOW in {self.choosers.older.name, self.choosers.newer.name}:
            self._again.start()

    def _compare(self) -> None:
        if self._task is not None:
            self._task.done.disconnect(self._take)
            self._task.failed.disconnect(self._fail)
            self._task.cancel()
        kept = self._document.in_file(revisions_of)
        plan, today = self._document.plan, self._document.today()
        order = Order(plan, kept, self.choosers.older, self.choosers.newer, today)
        self._task = self._document.in_worker(partial(compare_in_worker, order))
        self._task.done.connect(self._take)
        self._task.failed.connect(self._fail)
        self._tell(say("Comparing…"))

    def _take(self, compared: Compared) -> None:
        self._task = None
        self._text = compared.text
        self._all = rows_of(compared.found)
        self.filters.show_counts(compared.found)
        self._tell(_in_words(compared.found), compared.note)
        self._filter()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, PlanError):
            raise error
        self._task = None
        self._all, self._text = (), ""
        self._filter()
        self._nothing.hide()
        self._tell(sentence_of(error), role="error")

    def _tell(self, words: str, note: str = "", role: str = "strong") -> None:
        set_look(self._said, "role", role)
        self._said.setText(words)
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._copy.setEnabled(bool(self._text))

    def _filter(self) -> None:
        for part in (self.filters, self._split):
            part.setVisible(bool(self._all))
        self._nothing.setVisible(not self._all)
        self._model.show_rows(filtered(self._all, self.filters.text, self.filters.sorts))
        self.list.setCurrentIndex(self._model.first())
        self._choose()

    def _choose(self) -> None:
        row = self._model.row_at(self.list.currentIndex())
        self.detail.show_row(row)
        self._go.setEnabled(bool(self._chosen_id()))

    def _chosen_id(self) -> str:
        """Return the id of the chosen entry, where the plan still has it."""
        row = self._model.row_at(self.list.currentIndex())
        if row is None:
            return ""
        found = row.entry.id if row.entry else row.finding.subject if row.finding else ""
        return found if self._document.plan.find(found) is not None else ""

    def _lead(self) -> None:
        if self._chosen_id():
            self.record_wanted.emit(self._chosen_id())

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self._text)


def _in_words(found: Comparison) -> str:
    told = say_count("{count} entry differs.", "{count} entries differ.", len(found.entries))
    findings = say("Findings gone: {gone}; new: {new}.", gone=len(found.mended), new=len(found.arisen))
    return f"{say(NOTHING_DIFFERS) if found.is_empty else told} {findings}"
