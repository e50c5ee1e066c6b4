"""The actions of a table: enabled where they make sense, each on what is selected."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from planner.editing.removal import losses
from planner.language import say
from ui.document import PlanDocument
from ui.kit.change_many_dialog import ChangeManyDialog
from ui.kit.record_commands import RecordCommands
from ui.kit.record_model import ID_ROLE
from ui.kit.record_view import RecordView
from ui.kit.remove_dialog import RemoveDialog
from ui.kit.table_setup import TableSetup
from ui.kit.table_tools import new_action
from ui.kit.text import caption_of
from ui.theme import icon


class TableActions(QObject):
    """Actions on the selected rows; adding is left to the table.

    Attributes:
        add: adds a record; connected by the table.
    """

    def __init__(
        self, document: PlanDocument, view: RecordView, commands: RecordCommands, setup: TableSetup
    ) -> None:
        """Make the actions.

        Args:
            document: the document.
            view: the rows.
            commands: does what is asked.
            setup: how the table differs from the usual one.
        """
        super().__init__(view)
        self._document = document
        self._view = view
        self._commands = commands
        self._setup = setup
        self.add = QAction(icon("plus"), caption_of(say("Add {kind}", kind=commands.word)), self)
        self._duplicate = new_action(view, say("Duplicate"), "copy", ["Ctrl+D"])
        self._remove = new_action(view, say("Remove"), "trash-2", ["Del"])
        self._up = new_action(view, say("Move up"), "arrow-up", ["Alt+Up"])
        self._down = new_action(view, say("Move down"), "arrow-down", ["Alt+Down"])
        self._change = new_action(view, say("Change several at once…"), "pencil", ["Ctrl+Shift+E"])
        self._copy = new_action(view, say("Copy rows"), "copy", ["Ctrl+C"])
        self._paste = new_action(view, say("Paste rows"), "file-plus", ["Ctrl+V"])
        self._sort = new_action(view, say("Sort by this column"), "list-filter")
        self._connect()

    @property
    def with_button(self) -> Sequence[QAction]:
        """Those that have a button of their own."""
        if self._setup.fixed:
            return []
        arranging = [self._up, self._down] if self._setup.can_add else []
        adding = [self._duplicate] if self._setup.can_add else []
        return [*adding, self._remove, *arranging]

    @property
    def in_menu(self) -> Sequence[QAction]:
        """Those behind the button for more."""
        if self._setup.fixed:
            return [self._sort, self._copy]
        return [self._change, self._sort, self._copy, *([self._paste] if self._setup.can_add else [])]

    def refresh(self) -> None:
        """Enable what can be done with the present selection."""
        ranges = self._view.selectionModel().selection()
        chosen = sum(ranges.at(number).height() for number in range(ranges.count()))
        editable = not (self._document.read_only or self._setup.fixed)
        proxy = self._view.proxy
        own_order = not (proxy.is_sorted or proxy.is_filtered)
        for action, wanted in (
            (self.add, self._setup.can_add),
            (self._paste, self._setup.can_add),
            (self._duplicate, self._setup.can_add and chosen > 0),
            (self._remove, chosen > 0),
            (self._up, chosen > 0 and own_order),
            (self._down, chosen > 0 and own_order),
            (self._change, chosen > 1),
        ):
            action.setEnabled(wanted and editable)
        self._copy.setEnabled(chosen > 0)
        self._sort.setEnabled(proxy.rowCount() > 1)
        self._view.setDragEnabled(own_order and editable)

    def _connect(self) -> None:
        self._duplicate.triggered.connect(self._duplicate_selected)
        self._remove.triggered.connect(self._remove_selected)
        self._up.triggered.connect(self._move_up)
        self._down.triggered.connect(self._move_down)
        self._change.triggered.connect(self._change_selected)
        self._sort.triggered.connect(self._view.sort_by_current)
        self._copy.triggered.connect(self._copy_selected)
        self._paste.triggered.connect(self._commands.paste)

    def _duplicate_selected(self) -> None:
        self._commands.duplicate(self._view.selected_ids())

    def _copy_selected(self) -> None:
        self._commands.copy(self._view.selected_ids())

    def _change_selected(self) -> None:
        ChangeManyDialog(self._document, self._view.selected_ids(), self._view.window()).open()

    def _move_up(self) -> None:
        self._commands.move(self._view.selected_ids(), -1)

    def _move_down(self) -> None:
        self._commands.move(self._view.selected_ids(), 1)

    def _remove_selected(self) -> None:
        ids = self._view.selected_ids()
        lost = losses(self._document.plan, ids)
        if not lost:
            self._take_out()
            return
        dialog = RemoveDialog(self._commands.name_for(ids), lost, self._view.window())
        dialog.accepted.connect(self._take_out)
        dialog.open()

    def _take_out(self) -> None:
        ids = self._view.selected_ids()
        row = self._view.currentIndex().row()
        self._commands.remove(ids)
        rows = self._view.proxy.rowCount()
        if rows:
            after = min(max(0, row - len(ids) + 1), rows - 1)
            self._view.select(str(self._view.proxy.index(after, 1).data(ID_ROLE)))
