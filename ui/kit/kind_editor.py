"""All about one kind: its table, and the form of the current row below, beside or behind it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.language import say
from ui.document import PlanDocument
from ui.kit.adaptive_split import DETAILS_KEY, AdaptiveSplit
from ui.kit.record_form import RecordForm
from ui.kit.record_model import ID_ROLE
from ui.kit.record_table import RecordTable
from ui.kit.table_setup import USUAL, TableSetup
from ui.kit.weak import weakly

_BESIDE_FROM, _FORM_PART = 1160, 0.52
_EDGE = 2
"""Border and margin of the card around the form, in pixels."""


class KindEditor(QWidget):
    """Table and form of one kind; the form shows the current row."""

    def __init__(
        self,
        document: PlanDocument,
        kind_key: str,
        setup: TableSetup = USUAL,
        *,
        in_turn: bool = True,
    ) -> None:
        """Make the editor of a kind.

        Args:
            document: the document.
            kind_key: the kind.
            setup: how the table differs from the usual one; fields that it says in words are not edited.
            in_turn: where it is low, table and form are shown one at a time.
        """
        super().__init__()
        self._kind_key = kind_key
        self._table = RecordTable(document, kind_key, setup)
        self._form = RecordForm(document, kind_key, leave_out=setup.words)
        self._card = QFrame()
        self._card.setProperty("role", "card")
        inner = QVBoxLayout(self._card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self._form)
        self._split = AdaptiveSplit(
            self._table,
            self._card,
            beside_from=_BESIDE_FROM,
            detail_part=_FORM_PART,
            detail_height=weakly(self._card_height),
            listing_height=weakly(self._table.content_height),
            in_turn=in_turn,
        )
        self._table.put_beside_quick(self._split.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._split)
        self._connect()
        self._split.set_has_detail(has=self._table.view.proxy.rowCount() > 0)
        self._show_first()

    @property
    def kind_key(self) -> str:
        """Key of the kind."""
        return self._kind_key

    @property
    def table(self) -> RecordTable:
        """The table."""
        return self._table

    @property
    def form(self) -> RecordForm:
        """The form."""
        return self._form

    @property
    def is_beside(self) -> bool:
        """Whether the form stands beside the table now."""
        return self._split.is_beside

    def minimumSizeHint(self) -> QSize:
        """Return room for the form below the table."""
        return self._split.minimumSizeHint()

    def show_record(self, record_id: str, field: str = "") -> None:
        """Select a record and lead the keyboard to one of its fields.

        Args:
            record_id: the record; empty leads to the table as a whole.
            field: the field; empty leads to the record's row.
        """
        found = bool(record_id) and self._table.select(record_id, field)
        if found and field:
            self._split.show_detail()
            self._form.focus_field(field)
        else:
            self._split.show_listing()
            self._table.focus_rows()

    def quick_add(self) -> None:
        """Lead the keyboard to quick adding."""
        self._split.show_listing()
        self._table.quick_add()

    def flush(self) -> None:
        """Take what is typed and not told yet."""
        self._form.flush()

    def _connect(self) -> None:
        self._table.current_changed.connect(self._form.set_record)
        self._table.current_changed.connect(self._tell_place)
        self._table.form_wanted.connect(self._begin)
        self._table.rows_shown.connect(self._show_rows)
        self._form.height_changed.connect(self._split.share)
        self._split.turned.connect(self._follow_turn)
        self._split.item_wanted.connect(self._table.view.go)
        action = QAction(say("Between table and fields"), self)
        action.setShortcut(QKeySequence(DETAILS_KEY))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(self._go_across)
        self.addAction(action)

    def _card_height(self) -> int:
        return self._form.content_height() + 2 * _EDGE

    def _begin(self) -> None:
        self._split.show_detail()
        self._form.focus_field(self._form.first_field)

    def _go_across(self) -> None:
        """Lead the keyboard from the table to the fields of its current row, or back."""
        if self._form.isAncestorOf(self.focusWidget() or self):
            self._split.show_listing()
            self._table.focus_rows()
        elif self._form.record_id is not None:
            self._begin()

    def _follow_turn(self) -> None:
        if self._split.shows_detail:
            self._form.focus_field(self._form.first_field)
        else:
            self._table.focus_rows()

    def _tell_place(self, record_id: str | None) -> None:
        view = self._table.view
        if record_id is None:
            self._split.show_listing()
        else:
            self._split.show_place(view.currentIndex().row() + 1, view.proxy.rowCount())

    def _show_rows(self, are_there: bool) -> None:  # noqa: FBT001 - a signal's value
        self._split.set_has_detail(has=are_there)
        self._split.share()

    def _show_first(self) -> None:
        """Let the form show the first row, so that it is never empty without need."""
        view = self._table.view
        if view.proxy.rowCount():
            view.select(str(view.proxy.index(0, 1).data(ID_ROLE)))
