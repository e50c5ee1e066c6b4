"""All about one kind: its table, and the form of the current row below or beside it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from ui.document import PlanDocument
from ui.kit.record_form import RecordForm
from ui.kit.record_model import ID_ROLE
from ui.kit.record_table import RecordTable
from ui.kit.table_setup import USUAL, TableSetup
from ui.theme import current_tokens
from ui.theme.tokens import MEDIUM

_BESIDE_FROM = 1160
"""Width in pixels at 100 % from which on the form stands beside the table."""

_FORM_PART = 0.56
"""Part of the height that the form takes at most."""


class KindEditor(QWidget):
    """Table and form of one kind; the form shows the current row."""

    def __init__(
        self,
        document: PlanDocument,
        kind_key: str,
        setup: TableSetup = USUAL,
        parent: QWidget | None = None,
    ) -> None:
        """Make the editor of a kind.

        Args:
            document: the document.
            kind_key: the kind.
            setup: how the table differs from the usual one.
            parent: owns the editor.
        """
        super().__init__(parent)
        self._table = RecordTable(document, kind_key, setup)
        self._form = RecordForm(document, kind_key)
        self._first = self._form.first_field
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._shared_by_hand = False
        self._build()
        self._table.current_changed.connect(self._form.set_record)
        self._table.form_wanted.connect(self._begin)
        self._show_first()

    @property
    def table(self) -> RecordTable:
        """The table."""
        return self._table

    @property
    def form(self) -> RecordForm:
        """The form."""
        return self._form

    def show_record(self, record_id: str, field: str = "") -> None:
        """Select a record and lead the keyboard to one of its fields.

        Args:
            record_id: the record; empty leads to the table as a whole.
            field: the field; empty leads to the record's row.
        """
        if not record_id or not self._table.select(record_id, field):
            self._table.focus_rows()
        elif field:
            self._form.focus_field(field)
        else:
            self._table.focus_rows()

    def flush(self) -> None:
        """Take what is typed and not told yet."""
        self._form.flush()

    def minimumSizeHint(self) -> QSize:
        """Return room for table over form: beside each other they only stand where there is more."""
        table, form = self._table.minimumSizeHint(), self._form.minimumSizeHint()
        return QSize(max(table.width(), form.width()) + 2, table.height() + form.height() + MEDIUM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the form beside the table where there is room for both."""
        super().resizeEvent(event)
        beside = event.size().width() >= current_tokens().px(_BESIDE_FROM)
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if wanted is not self._split.orientation():
            self._split.setOrientation(wanted)
            self._shared_by_hand = False
        self._share()

    def _build(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self._form)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(MEDIUM)
        self._split.addWidget(self._table)
        self._split.addWidget(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._split)
        self._split.splitterMoved.connect(self._moved_by_hand)

    def _share(self) -> None:
        """Give the form what it needs, but not more than its part, until somebody moves the border."""
        if self._shared_by_hand:
            return
        if self._split.orientation() is Qt.Orientation.Horizontal:
            self._split.setSizes([58, 42])
            return
        room = self.height() - MEDIUM
        form = min(self._form.content_height() + 2, round(room * _FORM_PART))
        self._split.setSizes([room - form, form])

    def _moved_by_hand(self) -> None:
        self._shared_by_hand = True

    def _begin(self) -> None:
        self._form.focus_field(self._first)

    def _show_first(self) -> None:
        """Let the form show the first row, so that it is never empty without need."""
        view = self._table.view
        if view.proxy.rowCount():
            view.select(str(view.proxy.index(0, 1).data(ID_ROLE)))
