"""Which of the entries of a vote are chosen: the winners first, each to be ticked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from planner.language import say
from ui.theme import current_tokens
from ui.theme.tokens import ROW_HEIGHT
from ui.workshop.voting.bars import Bar

_KEY = Qt.ItemDataRole.UserRole
_MOST_ROWS = 6


class ChosenEntries(QListWidget):
    """Lists what was voted on; Space ticks."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("Chosen"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the entries that are ticked, in order."""
        rows = [self.item(row) for row in range(self.count())]
        return tuple(row.data(_KEY) for row in rows if row.checkState() is Qt.CheckState.Checked)

    def show_entries(self, entries: Sequence[tuple[str, Bar]]) -> None:
        """Show entries with their results; the leading one is ticked."""
        self.clear()
        for key, bar in entries:
            item = QListWidgetItem(bar.spoken)
            item.setData(_KEY, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if bar.is_first else Qt.CheckState.Unchecked)
            self.addItem(item)
        rows = max(1, min(_MOST_ROWS, len(entries)))
        self.setFixedHeight(current_tokens().px(ROW_HEIGHT) * rows)
