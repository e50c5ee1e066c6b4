"""The plan's log: who did what when, whether its chain is whole, and what it can't show."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QTreeWidgetItem, QVBoxLayout, QWidget

from planner.errors import PlanError
from planner.files.atomic import write_atomically
from planner.language import phrase, say
from planner.parsing import show_moment
from planner.signing.fingerprints import grouped
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.card import Card
from ui.kit.editors.base import sentence_of
from ui.kit.file_reading import read_file
from ui.kit.files import ask_for_new
from ui.kit.icon_label import IconLabel
from ui.kit.region import current_locale
from ui.kit.row_list import RowList
from ui.kit.text import plain_label
from ui.theme import set_look
from ui.theme.tokens import SMALL

if TYPE_CHECKING:
    from planner.store.log import LogEntry
    from planner.store.plan_file import PlanFile

_COLUMNS = (phrase("No."), phrase("When"), phrase("Who"), phrase("What"))
_READ_AFTER_MS = 200
_EMPTY = phrase("Nothing is in the log yet. Decisions, requests and what an edit withdrew are noted here.")


class LogTab(QWidget):
    """The entries, newest first; only read."""

    def __init__(self, document: PlanDocument) -> None:
        """Make the tab.

        Args:
            document: the plan.
        """
        super().__init__()
        self._document = document
        self._entries: Sequence[LogEntry] = ()
        self._mark = IconLabel(18)
        self._chain = plain_label(role="strong", wraps=True)
        self._caveat = plain_label(role="muted", wraps=True)
        self._said = plain_label(wraps=True)
        self._said.hide()
        self._export = WordButton(say("Export log…"), "file-output")
        self._export.clicked.connect(self._ask_where)
        self.list = RowList(say("Log"), [say(column) for column in _COLUMNS])
        self._whole = plain_label(wraps=True)
        self._whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._none = plain_label(say(_EMPTY), role="muted", wraps=True)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_READ_AFTER_MS)
        self._soon.timeout.connect(self._read)
        self._build()
        document.changed.connect(self._read_soon)

    @property
    def chain(self) -> str:
        """Whether the chain is whole, in words."""
        return self._chain.text()

    @property
    def said(self) -> str:
        """What became of the export."""
        return self._said.text()

    @property
    def export_button(self) -> QWidget:
        """Asks where the log is to be written."""
        return self._export

    def export_to(self, path: str) -> None:
        """Write the log as a text.

        Args:
            path: the file, in place of one that is there.
        """
        from planner.store.log import log_text  # noqa: PLC0415 - SQLAlchemy is slow to import

        text = log_text(self._document.plan.the_brief.title, self._entries)
        try:
            write_atomically(Path(path), text.encode())
        except PlanError as error:
            self._tell(sentence_of(error), role="error")
        else:
            self._tell(say("Written: {path}", path=path), role="")

    def showEvent(self, event: QShowEvent) -> None:
        """Read what is noted now."""
        super().showEvent(event)
        self._read()

    def _build(self) -> None:
        card = Card()
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self._mark)
        head.addWidget(self._chain, 1)
        head.addWidget(self._export)
        card.body.addLayout(head)
        for widget in (self._caveat, self._said, self._none):
            card.body.addWidget(widget)
        card.body.addWidget(self.list, 1)
        card.body.addWidget(self._whole)
        card.body.addStretch(0)
        self.list.currentItemChanged.connect(self._show_whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.addWidget(card)
        self._show(())

    def _read_soon(self) -> None:
        if self.isVisible():
            self._soon.start()

    def _read(self) -> None:
        task = read_file(self._document, _entries_of)
        if task is not None:
            task.done.connect(self._show)

    def _show(self, entries: "Sequence[LogEntry]") -> None:
        from planner.store.log import CAVEAT, first_break  # noqa: PLC0415 - SQLAlchemy is slow to import

        self._entries = entries
        broken = first_break(entries)
        self._mark.show_icon(*(("circle-check", "ok") if broken is None else ("octagon-x", "bad")))
        self._chain.setText(
            say("The chain is whole.")
            if broken is None
            else say("The chain is broken at entry {number}.", number=str(broken))
        )
        self._caveat.setText(say(CAVEAT))
        self._none.setVisible(not entries)
        self.list.setVisible(bool(entries))
        self._export.setEnabled(bool(entries))
        self.list.show_rows([_item(entry) for entry in reversed(entries)])
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self._show_whole()

    def _show_whole(self) -> None:
        """Show all of the chosen entry: its row may not have room for it."""
        at = len(self._entries) - 1 - self.list.currentIndex().row()
        chosen = self._entries[at] if self.list.currentIndex().isValid() else None
        self._whole.setVisible(chosen is not None)
        self._whole.setText(
            "\n".join((chosen.what, say("Chain {digits}", digits=grouped(chosen.chain)))) if chosen else ""
        )

    def _ask_where(self) -> None:
        folder = str(self._document.path.parent) if self._document.path else ""
        name = say("Log of {title}", title=self._document.plan.the_brief.title)
        dialog = ask_for_new(self, say("Export log"), folder, name, "txt")
        dialog.fileSelected.connect(self.export_to)
        dialog.open()

    def _tell(self, words: str, role: str) -> None:
        set_look(self._said, "role", role)
        self._said.setText(words)
        self._said.show()


def _item(entry: "LogEntry") -> QTreeWidgetItem:
    when = show_moment(entry.at, current_locale())
    return QTreeWidgetItem([str(entry.number), when, entry.who or say("unknown"), entry.what])


def _entries_of(file: "PlanFile") -> "tuple[LogEntry, ...]":
    return file.log_entries()
