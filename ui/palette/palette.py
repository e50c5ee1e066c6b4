"""The palette: a line over the window that finds actions, steps and entries, for hands on the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.language import phrase, say
from planner.model.plan import Plan
from ui.action_spec import Situation
from ui.kit.line import Line, Mark, Marked
from ui.kit.line_list import LineList
from ui.kit.slices import Slices
from ui.kit.text import plain_label
from ui.palette.entries import Entry, action_entries, plan_entries
from ui.palette.matching import folded, spans_of
from ui.palette.ranking import MOST, Key, ranked, without_words
from ui.settings import Settings
from ui.theme import current_tokens
from ui.theme.tokens import MEDIUM, SMALL

_WIDTH, _HEIGHT, _TOP = 620, 440, 56
_HINT = phrase(
    "Type a part of a name: actions, steps and all entries of the plan. Enter goes there, Esc closes."
)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class Palette(QFrame):
    """Finds and does.

    Signals:
        action_wanted: the id of an action.
        entry_wanted: the key of a kind and the id of an entry.
    """

    action_wanted = Signal(str)
    entry_wanted = Signal(str, str)

    def __init__(self, window: QWidget, settings: Settings) -> None:
        """Make it, hidden.

        Args:
            window: over which it lies.
            settings: remember what was chosen last.
        """
        super().__init__(window)
        self._settings = settings
        self._actions: list[Entry] = []
        self._entries: Slices[Entry] = Slices(self)
        self._came_from: QWidget | None = None
        self._line = QLineEdit()
        self._list = LineList(say("Found"))
        self._told = plain_label(role="caption", wraps=True)
        self._build()
        self._entries.grown.connect(self._index_grown)
        self._line.textChanged.connect(self._fill)
        self._list.picked.connect(self._pick)
        self._list.selectionModel().currentChanged.connect(self._tell)
        window.installEventFilter(self)
        self._line.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr] # it runs
        self.hide()

    @property
    def line(self) -> QLineEdit:
        """The line that takes the words."""
        return self._line

    @property
    def list(self) -> LineList:
        """What is found."""
        return self._list

    def open(self, now: Situation, plan: Plan | None) -> None:
        """Show it, and give it the keyboard; where it is open already, close it.

        Args:
            now: the situation, which decides about actions.
            plan: whose entries are found.
        """
        if self.isVisible():
            self.leave()
            return
        self._came_from = QApplication.focusWidget()
        self._actions = action_entries(now)
        if plan is not None:
            self._entries.start(plan_entries(plan))
        self._line.clear()
        self._fill()
        self._place()
        self.show()
        self.raise_()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Close it, and give the keyboard back to where it was."""
        self._put_away()
        if self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; let keys in the line walk the list."""
        if watched is self._line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._walk(Qt.Key(event.key()))
        if watched is self.parent() and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, _next: bool) -> bool:  # noqa: FBT001 - Qt's
        """Keep the keyboard while it is open: the line walks the list too."""
        return True

    def _build(self) -> None:
        self.setProperty("role", "drawer")
        self.setObjectName("palette")
        self.setAutoFillBackground(True)
        self.setAccessibleName(say("Do or go to"))
        self._line.setObjectName("palette-line")
        self._line.setPlaceholderText(say("Do or go to…"))
        self._line.setAccessibleName(say("Do or go to"))
        self._line.setAccessibleDescription(say(_HINT))
        # The line keeps the keyboard; a click in the list must not take it.
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, SMALL)
        column.setSpacing(SMALL)
        column.addWidget(self._line)
        column.addWidget(self._list, 1)
        column.addWidget(self._told)

    def _place(self) -> None:
        window, px = self.window(), current_tokens().px
        width = min(px(_WIDTH), window.width() - 2 * MEDIUM)
        top = min(_TOP, window.height() // 8)
        height = min(px(_HEIGHT), window.height() - 2 * top)
        self.setGeometry((window.width() - width) // 2, top, width, height)

    def _walk(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._list.pick_current()
        elif key in _STEPS:
            self._list.step(_STEPS[key])
        elif key in _PAGES:
            self._list.step(_PAGES[key] * self._list.page())
        else:
            return False
        return True

    def _index_grown(self) -> None:
        if self._entries.is_done:
            self._fill()

    def _fill(self) -> None:
        everything = [*self._actions, *self._entries.found]
        text = self._line.text().strip()
        recent = self._settings.palette_recent
        found = ranked(everything, text, recent) if text else without_words(everything, recent)
        self._list.show_lines([_line(entry, folded(text).split()) for entry in found[:MOST]])
        self._tell()

    def _tell(self) -> None:
        line = self._list.current
        if line is None:
            text = say("Nothing has this name.") if self._entries.is_done else say("Looking…")
        else:
            text = line.aside if line.is_faded else say(_HINT)
        self._told.setText(text)

    def _pick(self, key: Key) -> None:
        chosen = next(entry for entry in (*self._actions, *self._entries.found) if entry.key == key)
        if chosen.reason:
            return
        self._settings.remember_choice(key)
        self.leave()
        if key[0] == "do":
            self.action_wanted.emit(key[1])
        else:
            self.entry_wanted.emit(*key)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self.isVisible() and new is not None and new is not self and not self.isAncestorOf(new):
            self._put_away()

    def _put_away(self) -> None:
        self.hide()
        self._entries.stop()


def _line(entry: Entry, words: Sequence[str]) -> Line:
    title = " ".join(entry.title.split())
    what = f"{entry.beside} · {entry.keys}" if entry.keys else entry.beside
    return Line(
        entry.key,
        title,
        title_marks=tuple(Marked(start, end, Mark.HIT) for start, end in spans_of(words, title)),
        aside=entry.reason or what,
        icon=entry.icon,
        is_faded=bool(entry.reason),
        spoken=", ".join(part for part in (title, what, entry.reason) if part),
    )
