"""The panel that finds anything in the plan and replaces it; it lies where the findings lie."""

from collections.abc import Sequence
from dataclasses import replace as replaced

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from planner.editing.patch import Patch
from planner.editing.replacing import Spot, Wanted, replace
from planner.errors import PlanError
from planner.language import say, say_count
from ui.document import PlanDocument
from ui.kit.buttons import IconButton, WordButton
from ui.kit.line_list import LineList
from ui.kit.slices import Slices
from ui.kit.text import plain_label
from ui.messages import tell_error
from ui.search.hits import Hit, hits_in, lines_of
from ui.theme import current_tokens, dress
from ui.theme.tokens import MEDIUM, SMALL

_WIDTH, _LISTED, _AFTER_MS = 340, 400, 150
_COVERS_BELOW = 1180
"""On a narrower window it lies over the fields and goes once it has led to one; F3 leads on."""


class SearchPanel(QFrame):
    """Finds and replaces.

    Signals:
        place_wanted: kind, id and field of what is to be shown.
    """

    place_wanted = Signal(str, str, str)

    def __init__(self, document: PlanDocument, bench: QWidget) -> None:
        """Make it, hidden.

        Args:
            document: the plan.
            bench: over which it lies.
        """
        super().__init__(bench)
        self._document = document
        self._hits: list[Hit] = []
        self._came_from: QWidget | None = None
        self._next: Spot | None = None
        self._done = ""
        self._search: Slices[Hit | None] = Slices(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._words = _line(say("Find"), "find-line")
        self._new = _line(say("Replace by"), "replace-line")
        self._case = QCheckBox(say("Match case"))
        self._whole = QCheckBox(say("Whole words"))
        self._list = LineList(say("Places found"))
        self._told = plain_label(role="caption", wraps=True)
        self._one = WordButton(say("Replace"))
        self._all = WordButton(say("Replace all"))
        self._replacing = QWidget()
        self._build()
        self._connect()
        bench.installEventFilter(self)
        dress(self)
        self.hide()

    @property
    def list(self) -> LineList:
        """The places."""
        return self._list

    @property
    def told(self) -> str:
        """What is said about the search as a whole."""
        return self._told.text()

    def open(self, *, replaces: bool) -> None:
        """Show it, and give the keyboard to its first line.

        Args:
            replaces: with what is needed to replace.
        """
        focused = QApplication.focusWidget()
        if not self.isVisible():
            self._came_from = focused
        self._replacing.setVisible(replaces and not self._document.read_only)
        self._place()
        self.show()
        self.raise_()
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()
        self._begin()

    def leave(self) -> None:
        """Close it, and give the keyboard back to where it was."""
        self.hide()
        self._search.stop()
        if self._came_from is not None and isValid(self._came_from):
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self, direction: int) -> None:
        """Lead to the next place (1) or the one before (-1), round the end."""
        if not self._hits:
            self.open(replaces=self._replacing.isVisibleTo(self))
            return
        spots = [hit.spot for hit in self._hits]
        now = self._list.current.key if self._list.current else None
        at = spots.index(now) if now in spots else -1
        self._list.show_lines(self._list.lines, spots[(at + direction) % len(spots)])
        self._lead(spots[(at + direction) % len(spots)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape; from the lines, walk the list, and lead to a place on Enter."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in steps:
            self._list.step(steps[Qt.Key(event.key())])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._list.pick_current()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of what it lies over."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.setProperty("role", "drawer")
        self.setObjectName("search")
        self.setAccessibleName(say("Find in the plan"))
        close = IconButton("x", say("Close the search"))
        close.clicked.connect(self.leave)
        head = _row(plain_label(say("Find in the plan"), role="h3"), close)
        head.setStretch(0, 1)
        inner = QVBoxLayout(self._replacing)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._new)
        inner.addLayout(_row(self._one, self._all))
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        column.addLayout(head)
        column.addWidget(self._words)
        column.addLayout(_row(self._case, self._whole))
        column.addWidget(self._replacing)
        column.addWidget(self._told)
        column.addWidget(self._list, 1)

    def _connect(self) -> None:
        for line in (self._words, self._new):
            line.textChanged.connect(self._begin_soon)
        for box in (self._case, self._whole):
            box.toggled.connect(self._begin)
        self._timer.timeout.connect(self._begin)
        self._search.grown.connect(self._take)
        self._list.picked.connect(self._lead)
        self._one.clicked.connect(self._replace_one)
        self._all.clicked.connect(self._replace_all)
        self._document.changed.connect(self._plan_changed)

    @property
    def _wanted(self) -> Wanted:
        return Wanted(self._words.text(), self._case.isChecked(), self._whole.isChecked())

    def _place(self) -> None:
        bench = self.parentWidget()
        if bench is not None:
            width = min(current_tokens().px(_WIDTH), bench.width() - 2 * MEDIUM)
            left = bench.width() - width - MEDIUM
            place = QRect(left, MEDIUM, width, bench.height() - 2 * MEDIUM)
            self.setGeometry(QStyle.visualRect(self.layoutDirection(), bench.rect(), place))

    def _begin_soon(self) -> None:
        self._done = ""
        self._timer.start(_AFTER_MS)

    def _plan_changed(self, _patch: Patch) -> None:
        if self._words.text():
            self._timer.start(_AFTER_MS)

    def _begin(self) -> None:
        self._search.start(hits_in(self._document.plan, self._wanted))

    def _take(self) -> None:
        if not self._search.is_done:
            return
        current = self._current
        self._hits = [hit for hit in self._search.found if hit is not None]
        new = self._new.text() if self._replacing.isVisibleTo(self) else None
        lines = lines_of(self._hits[:_LISTED], new)
        self._list.show_lines(lines, current)
        self._next = None
        replaceable = sum(hit.can_replace for hit in self._hits)
        can_replace = replaceable if new is not None else len(self._hits)
        summary = _summary(self._words.text(), len(self._hits), can_replace)
        self._told.setText("\n".join(filter(None, (self._done, summary))))
        for button in (self._one, self._all):
            button.setEnabled(replaceable > 0)

    def _lead(self, spot: Spot) -> None:
        if self.window().width() < current_tokens().px(_COVERS_BELOW):
            self.hide()
        self.place_wanted.emit(spot.kind, spot.record, spot.field)
        hit = next((hit for hit in self._hits if hit.spot == spot), None)
        if hit is not None and hit.can_replace:
            _select(QApplication.focusWidget(), hit)

    @property
    def _current(self) -> Spot | None:
        """The place that has the mark, or is to have it once the search after a replacement is over."""
        line = self._list.current
        now: Spot | None = line.key if line is not None else None
        return self._next or now

    def _replace_one(self) -> None:
        now = self._current
        spots = [hit.spot for hit in self._hits if hit.can_replace]
        at = spots.index(now) if now in spots else 0
        following = spots[at + 1] if at + 1 < len(spots) else None
        grown = len(self._new.text()) - (spots[at].end - spots[at].start)
        self._replace(spots[at : at + 1])
        self._next = _moved(following, spots[at], grown)

    def _replace_all(self) -> None:
        self._replace([hit.spot for hit in self._hits if hit.can_replace])

    def _replace(self, spots: Sequence[Spot]) -> None:
        try:
            self._document.do(replace(self._document.plan, self._wanted, spots, self._new.text()))
        except PlanError as error:
            tell_error(self, error)
        else:
            self._done = say_count("Replaced in {count} place.", "Replaced in {count} places.", len(spots))
        self._begin()


def _moved(spot: Spot | None, behind: Spot, by: int) -> Spot | None:
    """Return where a place stands once one before it has grown: what is put in is not replaced again."""
    if spot is None or (spot.record, spot.field) != (behind.record, behind.field):
        return spot
    return replaced(spot, start=spot.start + by, end=spot.end + by)


def _summary(text: str, found: int, replaceable: int) -> str:
    if not text:
        return say(
            "Searches all fields of all steps. F3 leads to the next place, Shift+F3 to the one before."
        )
    if not found:
        return say("Found nowhere in the plan.")
    sentences = [say_count("Found in {count} place.", "Found in {count} places.", found)]
    if found > _LISTED:
        sentences.append(say("The first {count} are listed.", count=_LISTED))
    if replaceable < found:
        sentences.append(
            say_count(
                "{count} can't be replaced: links, choices, figures and written conditions.",
                "{count} can't be replaced: links, choices, figures and written conditions.",
                found - replaceable,
            )
        )
    return " ".join(sentences)


def _select(focused: QWidget | None, hit: Hit) -> None:
    """Select the hit in the field that has the keyboard, where that shows the very text."""
    start, end = hit.spot.start, hit.spot.end
    if isinstance(focused, QLineEdit) and focused.text() == hit.text:
        focused.setSelection(start, end - start)
    elif isinstance(focused, QPlainTextEdit) and focused.toPlainText() == hit.text:
        cursor = focused.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        focused.setTextCursor(cursor)


def _line(name: str, object_name: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(object_name)
    line.setPlaceholderText(name)
    line.setAccessibleName(name)
    return line


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SMALL)
    for part in parts:
        row.addWidget(part)
    row.addStretch(0)
    return row
