"""The table in which votes are cast for the people in the room: type a figure, Enter, next."""

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from planner.language import say
from planner.model.vocabulary import BallotSort, Reply
from ui.theme import current_tokens
from ui.theme.tokens import ROW_HEIGHT, SMALL
from ui.workshop.voting.grid_model import GridModel
from ui.workshop.voting.reading import REPLIES
from ui.workshop.voting.sheet import Cell, Sheet

_COLUMN, _WIDEST, _MARK = 96, 180, 52
_NAMES, _WIDEST_NAMES = 240, 640
_STEPS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
_EMPTYING = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}


class VoteGrid(QTableView):
    """Takes figures (dots and places) or letters (the replies) into the cell that has the keyboard.

    Signals:
        cast: participant, entry and what was cast: a number, a reply, or 0 to take it back.
    """

    cast = Signal(str, str, object)

    def __init__(self) -> None:
        super().__init__()
        self._votes = GridModel(self)
        self._typed = ""
        self._read_only = False
        self.setModel(self._votes)
        self.setObjectName("votes")
        self.setAccessibleName(say("Votes"))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        self._dress_headers()
        self.selectionModel().currentChanged.connect(self._moved)

    @property
    def sheet(self) -> Sheet:
        """What is shown."""
        return self._votes.sheet

    @property
    def cell(self) -> Cell | None:
        """The cell that has the keyboard."""
        index = self.currentIndex()
        if not index.isValid():
            return None
        return self.sheet.voters[index.column()].id, self.sheet.entries[index.row()][0]

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a plain setter like Qt's
        """Let votes be looked at only."""
        self._read_only = on

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a ballot; the keyboard stays in its cell."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        self._votes.show(sheet)
        if not self.currentIndex().isValid() and sheet.voters and sheet.entries:
            self.go_to(max(0, min(row, len(sheet.entries) - 1)), max(0, min(column, len(sheet.voters) - 1)))
        self._fit()

    def go_to(self, row: int, column: int) -> None:
        """Lead the keyboard to a cell."""
        self.setCurrentIndex(self._votes.index(row, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a figure or a letter, or go on to the next cell."""
        key, text = Qt.Key(event.key()), event.text()
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go_on(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif not plain or self.cell is None or self._read_only or not self._taken(key, text):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's
        """Go to the next person by Tab, and out of the table behind the last one."""
        index = self.currentIndex()
        column = index.column() + (1 if forward else -1)
        if index.isValid() and 0 <= column < self._votes.columnCount():
            self.go_to(index.row() if not self.sheet.hidden else 0, column)
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin in the first cell."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.sheet.voters and self.sheet.entries:
            self.go_to(0, 0)
        self.updateGeometries()  # the border is thicker now

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the thick border back."""
        super().focusOutEvent(event)
        self.updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take on another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return room for the names and one person; the others are scrolled to."""
        return QSize(current_tokens().px(_NAMES + _COLUMN), current_tokens().px(3 * ROW_HEIGHT))

    def _dress_headers(self) -> None:
        people, entries = self.horizontalHeader(), self.verticalHeader()
        people.setAccessibleName(say("People"))
        entries.setAccessibleName(say("What is voted on"))
        entries.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        people.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        entries.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        entries.setTextElideMode(Qt.TextElideMode.ElideRight)
        people.setHighlightSections(True)

    def _fit(self) -> None:
        """Give the people the room for their names, and all that is left to what is voted on."""
        px = current_tokens().px
        people = self.horizontalHeader()
        metrics = QFontMetrics(self._votes.head_font)
        widest = max((metrics.horizontalAdvance(one.name) for one in self.sheet.voters), default=0)
        column = max(px(_COLUMN), min(px(_WIDEST), widest + px(_MARK)))
        people.setDefaultSectionSize(column)
        self._votes.give_room(column - px(_MARK))
        people.setFixedHeight(px(ROW_HEIGHT + 16))
        self.verticalHeader().setDefaultSectionSize(px(ROW_HEIGHT))
        bar = self.verticalScrollBar().sizeHint().width()
        left = self.width() - column * len(self.sheet.voters) - bar - 2 * self.frameWidth() - SMALL
        self.verticalHeader().setFixedWidth(max(px(_NAMES), min(px(_WIDEST_NAMES), left)))

    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        self._typed = ""
        if now.column() != before.column():
            self._votes.open_column(now.column())

    def _go_on(self, way: int) -> None:
        """Go to the next entry, behind the last one to the first of the next person."""
        index = self.currentIndex()
        if not index.isValid():
            return
        rows, columns = self._votes.rowCount(), self._votes.columnCount()
        place = index.column() * rows + index.row() + way
        if 0 <= place < rows * columns:
            self.go_to(place % rows, place // rows)

    def _taken(self, key: Qt.Key, text: str) -> bool:
        """Take a key into the cell; return whether it is one for that."""
        if key in _EMPTYING:
            self._tell(0)
        elif self.sheet.sort is BallotSort.REPLY:
            return self._taken_reply(text)
        elif key in _STEPS:
            self._tell(max(0, self._now() + _STEPS[key]))
        elif text.isdecimal():
            figure, both = str(int(text)), f"{self._typed}{int(text)}"
            self._typed = both if int(both) <= self.sheet.most else figure
            self._tell(int(self._typed))
        else:
            return False
        if not text.isdecimal():
            self._typed = ""
        return True

    def _taken_reply(self, text: str) -> bool:
        """Take the first letter of a reply, or its number."""
        for number, reply in enumerate(REPLIES, 1):
            if text and text.casefold() in {reply.label[:1].casefold(), str(number)}:
                self._tell(reply)
                return True
        return False

    def _now(self) -> int:
        value = self.sheet.cast.get(self.cell or ("", ""), 0)
        return value if isinstance(value, int) else 0

    def _tell(self, value: int | Reply) -> None:
        cell = self.cell
        if cell is not None:
            self.cast.emit(cell[0], cell[1], value)
