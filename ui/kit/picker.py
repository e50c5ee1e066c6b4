"""A line with completion over named things; what is not there yet can be made on the spot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QWidget,
)

from planner.language import say
from planner.model.kinds import Kind
from ui.kit.inset_button import InsetButton
from ui.kit.roomy_rows import RoomyRows
from ui.kit.text import plain_tooltip
from ui.theme import current_tokens, dress, icon

_PICK, _NEW = "pick", "new"
_LEAST_WIDTH = 260
_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to pick.

    Attributes:
        key: what is told when it is picked.
        text: what it is called.
        detail: tells it apart from others of the name, such as its kind.
    """

    key: str
    text: str
    detail: str = ""

    @property
    def shown(self) -> str:
        """The name with what tells it apart."""
        return f"{self.text} · {self.detail}" if self.detail else self.text


class Picker(QWidget):
    """Picks one of the options by typing a part of its name, or from the list (Down).

    Signals:
        picked: the key of an option.
        created: the key of a kind and a name, for something that is not there yet.
        cleared: the line was emptied.
        unknown: the text, where somebody left the line with what is not among the options.
        typing: somebody types.
    """

    picked = Signal(str)
    created = Signal(str, str)
    cleared = Signal()
    unknown = Signal(str)
    typing = Signal()

    def __init__(
        self,
        options: Callable[[], Sequence[Option]],
        *,
        new_kinds: Sequence[Kind] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Make a picker.

        Args:
            options: tells what there is to pick now.
            new_kinds: the kinds of which something new can be made.
            parent: owns the picker.
        """
        super().__init__(parent)
        self._options = options
        self._new_kinds = new_kinds
        self._shown = ""
        self._showing = False
        self._is_dressed = False
        self._line = QLineEdit()
        self._button = InsetButton(
            self._line, "chevron-down", say("Show the list"), say("Show the list (Down)")
        )
        self._model = QStandardItemModel(self)
        self._popup = QListView()
        self._completer = self._make_completer()
        self._build()

    @property
    def line(self) -> QLineEdit:
        """The line that takes the keyboard."""
        return self._line

    def show_text(self, text: str) -> None:
        """Show what is picked, without telling anybody."""
        self._shown = text
        self._showing = True
        self._line.setText(text)
        self._line.setCursorPosition(0)
        self._showing = False

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a plain setter like Qt's
        """Let the text be read and copied but nothing be picked."""
        self._line.setReadOnly(on)
        self._button.setDisabled(on)

    def open_list(self) -> None:
        """Show all options."""
        if not self._line.isReadOnly():
            self._fill("")
            self._show_list()

    def settle(self) -> None:
        """Take what is typed: an option's whole name, nothing, or something unknown."""
        text = self._line.text().strip()
        if text == self._shown.strip():
            return
        if not text:
            self._shown = ""
            self.cleared.emit()
            return
        named = [option for option in self._options() if _is_named(option, text)]
        if named:
            self._pick(named[0])
        else:
            self.unknown.emit(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Settle when the keyboard leaves the line, by Tab from the open list too, but not for that list."""
        if watched is self._line and event.type() is QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            leaves = event.reason() not in {
                Qt.FocusReason.PopupFocusReason,
                Qt.FocusReason.ActiveWindowFocusReason,
                Qt.FocusReason.MenuBarFocusReason,
            }
            if leaves:
                self._popup.hide()
                self.settle()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list on Down and on F4; go back to what is picked on Escape."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_F4}:
            self.open_list()
        elif event.key() == Qt.Key.Key_Escape and self._line.text() != self._shown:
            self.show_text(self._shown)
            self.typing.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._button.clicked.connect(self._clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._line)
        self.setFocusProxy(self._line)
        self._line.installEventFilter(self)
        self._line.textChanged.connect(self._typed)
        self._line.returnPressed.connect(self._returned)

    def _make_completer(self) -> QCompleter:
        completer = QCompleter(self._model, self)
        completer.setWidget(self._line)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(10)
        self._popup.setAccessibleName(say("Suggestions"))
        self._popup.setUniformItemSizes(True)
        completer.setPopup(self._popup)
        # After setPopup, which brings a delegate of its own.
        self._popup.setItemDelegate(RoomyRows(self._popup))
        completer.activated[QModelIndex].connect(self._activated)  # type: ignore[index] # one of two by type
        return completer

    def _returned(self) -> None:
        """Settle on Enter, but where the list is open: that takes the row that has the mark."""
        if not (self._popup.isVisible() and self._popup.currentIndex().isValid()):
            self.settle()

    def _clicked(self) -> None:
        self._line.setFocus(Qt.FocusReason.MouseFocusReason)
        self.open_list()

    def _typed(self) -> None:
        if self._showing:
            return
        self.typing.emit()
        self._fill(self._line.text().strip())
        if self._model.rowCount() and self._line.hasFocus():
            self._show_list()
        else:
            self._popup.hide()

    def _show_list(self) -> None:
        if not self._is_dressed:
            # The list is a window of its own, which no other window's look reaches.
            dress(self._popup)
            self._is_dressed = True
        width = max(self._line.width(), current_tokens().px(_LEAST_WIDTH))
        self._completer.complete(QRect(0, 0, width, self._line.height()))

    def _fill(self, part: str) -> None:
        options = self._options()
        self._model.clear()
        for option in _matching(options, part):
            self._append(option.shown, (_PICK, option.key, option.text))
        if part and not any(_is_named(option, part) for option in options):
            for kind in self._new_kinds:
                self._append(say("New {kind} “{name}”", kind=kind.word, name=part), (_NEW, kind.key, part))

    def _append(self, text: str, what: tuple[str, str, str]) -> None:
        item = QStandardItem(text)
        item.setData(what, _ROLE)
        item.setData(plain_tooltip(text), Qt.ItemDataRole.ToolTipRole)
        item.setEditable(False)
        if what[0] == _NEW:
            item.setIcon(icon("plus", "accent"))
        self._model.appendRow(item)

    def _activated(self, index: QModelIndex) -> None:
        what, key, text = index.data(_ROLE)
        if what == _NEW:
            self.show_text(text)
            self.created.emit(key, text)
        else:
            self.show_text(text)
            self.picked.emit(key)

    def _pick(self, option: Option) -> None:
        self.show_text(option.text)
        self.picked.emit(option.key)


def _is_named(option: Option, text: str) -> bool:
    return text.casefold() in {option.text.casefold(), option.shown.casefold()}


def _matching(options: Sequence[Option], part: str) -> list[Option]:
    """Return the options with a part in them: first what is called so, then what begins with it."""
    word = part.casefold()
    found = [option for option in options if word in option.shown.casefold()]
    return sorted(
        found,
        key=lambda option: (not _is_named(option, part), not option.text.casefold().startswith(word)),
    )
