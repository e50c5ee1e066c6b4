"""A table of one kind's records with all that one does to them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.editing.patch import Patch
from planner.language import say
from planner.model.kinds import kind_of
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.current_stack import CurrentStack
from ui.kit.draft import mark_draft
from ui.kit.empty_state import EmptyState
from ui.kit.kind_words import EMPTY_WORDS
from ui.kit.quick_line import QuickLine
from ui.kit.record_commands import RecordCommands
from ui.kit.record_view import RecordView
from ui.kit.table_actions import TableActions
from ui.kit.table_setup import USUAL, TableSetup
from ui.kit.table_tools import TableTools
from ui.kit.text import plain_label
from ui.theme.tokens import SMALL

_SYMBOLS = {
    "people": "users",
    "partners": "heart-handshake",
    "touchpoints": "compass",
    "issues": "triangle-alert",
    "objectives": "target",
    "channels": "message-circle",
    "listening": "message-circle",
    "policies": "shield-check",
    "ideas": "lightbulb",
    "tactics": "megaphone",
    "changes": "rotate-ccw",
    "metrics": "gauge",
    "readings": "gauge",
    "budget_lines": "wallet",
    "reviews": "calendar-days",
    "house_truths": "book-open",
    "approvers": "signature",
}


class RecordTable(QWidget):
    """Tools, rows and a line for quick adding.

    Signals:
        current_changed: the id of the record in the current row, or None.
        form_wanted: somebody wants to fill in a new record in the form.
        rows_shown: whether there are any rows.
    """

    current_changed = Signal(object)
    form_wanted = Signal()
    rows_shown = Signal(bool)

    def __init__(
        self,
        document: PlanDocument,
        kind_key: str,
        setup: TableSetup = USUAL,
        parent: QWidget | None = None,
    ) -> None:
        """Make the table of a kind.

        Args:
            document: the document.
            kind_key: the kind.
            setup: how it differs from the usual table.
            parent: owns the table.
        """
        super().__init__(parent)
        self._document = document
        self._kind = kind_of(kind_key)
        self._setup = setup
        self._has_name = "name" in self._kind.record.__struct_fields__
        self._view = RecordView(document, kind_key, setup)
        specs = self._view.records.specs
        self._commands = RecordCommands(document, kind_key, specs, setup.fresh, parent=self)
        self._tools = TableTools(self._kind.words.lower())
        self._stack = CurrentStack()
        self._notice = plain_label(role="error", wraps=True)
        self._order = QWidget()
        self._quick = QuickLine()
        self._actions = TableActions(document, self._view, self._commands, setup)
        self._build()
        self._connect()
        self._refresh()

    @property
    def view(self) -> RecordView:
        """The rows."""
        return self._view

    @property
    def commands(self) -> RecordCommands:
        """What can be done with the rows."""
        return self._commands

    @property
    def quick_line(self) -> QLineEdit:
        """The line for quick adding."""
        return self._quick

    @property
    def filter_line(self) -> QLineEdit:
        """The line that filters the rows."""
        return self._tools.filter_line

    @property
    def notice(self) -> str:
        """What the table last said to the user, while it is shown."""
        return self._notice.text()

    def select(self, record_id: str, field: str = "") -> bool:
        """Make a record the current one; a filter that hides it is lifted.

        Returns:
            Whether the plan has it.
        """
        if not self._view.select(record_id, field) and self._view.proxy.is_filtered:
            self.filter_line.clear()
            return self._view.select(record_id, field)
        return self._view.current_id == record_id

    def focus_rows(self) -> None:
        """Lead the keyboard to the rows, or to the button where there are none."""
        target: QWidget = self._view if self._view.records.rowCount() else self._empty.button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def content_height(self) -> int:
        """Return the height at which no row would have to be scrolled to."""
        return (
            self.minimumSizeHint().height()
            - self._view.minimumSizeHint().height()
            + self._view.content_height()
        )

    def put_beside_quick(self, button: QWidget) -> None:
        """Put a button at the end of the line for quick adding."""
        self._foot.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)

    def quick_add(self) -> None:
        """Lead the keyboard to the line for quick adding, or add a record where there is none."""
        if self._has_name and not self._quick.isHidden():
            self._quick.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self._setup.can_add:
            self._add()

    def _build(self) -> None:
        self._add_button = self._tools.add_main(self._actions.add)
        for action in self._actions.with_button:
            self._tools.add_action(action)
        self._tools.add_menu(say("More"), self._actions.in_menu)
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._make_empty())
        self._no_match = EmptyState("search", say("Nothing matches"), say("Try fewer or other words."), "")
        self._stack.addWidget(self._no_match)
        self._quick.setPlaceholderText(say("Type a new {kind} and press Enter", kind=self._kind.word))
        self._quick.setAccessibleName(say("Quick add: {kind}", kind=self._kind.word))
        mark_draft(self._quick)
        self._notice.hide()
        self._build_order()
        self._view.setAccessibleName(self._kind.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._tools)
        column.addWidget(self._order)
        column.addWidget(self._notice)
        column.addWidget(self._stack, 1)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(SMALL)
        self._foot.addWidget(self._quick, 1)
        column.addLayout(self._foot)

    def _make_empty(self) -> EmptyState:
        words = self._setup.empty or EMPTY_WORDS.get(self._kind.key, "")
        self._empty = EmptyState(
            _SYMBOLS.get(self._kind.key, "circle"),
            self._title_of_empty(),
            say(words),
            say("Add {kind}", kind=self._kind.word) if self._setup.can_add else "",
        )
        return self._empty

    def _title_of_empty(self) -> str:
        if self._setup.nothing:
            return say(self._setup.nothing)
        return say("No {kinds} yet", kinds=self._kind.words.lower())

    def _build_order(self) -> None:
        self._order_words = plain_label(role="caption")
        back = WordButton(say("Back to the plan's order"), role="quiet")
        back.clicked.connect(self._unsort)
        row = QHBoxLayout(self._order)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._order_words)
        row.addWidget(back)
        row.addStretch(1)
        self._order.hide()

    def _connect(self) -> None:
        self._actions.add.triggered.connect(self._add)
        self._empty.wanted.connect(self._add)
        self._quick.returnPressed.connect(self._add_quickly)
        self._quick.rows_pasted.connect(self._commands.paste)
        self.filter_line.textChanged.connect(self._filter)
        self._view.current_changed.connect(self.current_changed)
        self._view.selectionModel().selectionChanged.connect(self._refresh)
        self._view.horizontalHeader().sortIndicatorChanged.connect(self._refresh)
        self._commands.told.connect(self._tell)
        self._commands.added.connect(self._view.select_many)
        self._view.records.refused.connect(self._tell)
        self._view.delegate.refused.connect(self._tell)
        self._document.changed.connect(self._follow)
        for model in (self._view.proxy, self._view.records):
            model.rowsInserted.connect(self._refresh)
            model.rowsRemoved.connect(self._refresh)

    def _follow(self, patch: Patch) -> None:
        if self._kind.key in patch.touched:
            self._tell("")
            self._refresh()

    def _refresh(self) -> None:
        self._actions.refresh()
        editable = not self._document.read_only
        self._add_button.setVisible(self._setup.can_add)
        self._quick.setVisible(self._setup.can_add and self._has_name and editable)
        self._show_rows()
        self._show_order()

    def _show_rows(self) -> None:
        if not self._view.proxy.rowCount() and not self.filter_line.text():
            self._stack.setCurrentWidget(self._empty)
        elif not self._view.proxy.rowCount():
            self._stack.setCurrentWidget(self._no_match)
        else:
            self._stack.setCurrentWidget(self._view)
        self._empty.button.setVisible(self._setup.can_add and not self._document.read_only)
        are_there = bool(self._view.proxy.rowCount()) or bool(self.filter_line.text())
        self._tools.show_for_rows(are_there=are_there)
        self._tools.setVisible(self._setup.can_add or are_there)
        self.rows_shown.emit(are_there)

    def _show_order(self) -> None:
        spec = (
            self._view.records.spec_of(self._view.proxy.sortColumn()) if self._view.proxy.is_sorted else None
        )
        self._order_words.setText(
            say("Sorted by {field}; the plan keeps its own order.", field=spec.title.lower())
            if spec
            else say("Sorted by findings; the plan keeps its own order.")
        )
        self._order.setVisible(self._view.proxy.is_sorted)

    def _unsort(self) -> None:
        self._view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filter(self, text: str) -> None:
        self._view.proxy.set_filter(text)
        self._refresh()

    def _tell(self, text: str) -> None:
        self._notice.setText(text)
        self._notice.setVisible(bool(text))

    def _add(self) -> None:
        self.filter_line.clear()
        if self._commands.add() is not None:
            self.form_wanted.emit()

    def _add_quickly(self) -> None:
        name = self._quick.text().strip()
        if name:
            self.filter_line.clear()
        if name and self._commands.add(name) is not None:
            self._quick.clear()
