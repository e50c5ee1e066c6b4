"""The cheat sheet: every action that has a key, from the same data as the menus."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.language import phrase, say
from ui.actions import action_of
from ui.kit.dialog import Dialog
from ui.kit.scrolling import ScrollPage
from ui.kit.text import plain_label
from ui.menus import MENUS, SUBMENUS
from ui.theme import current_tokens, ending
from ui.theme.tokens import HUGE, LARGE, MEDIUM, TIGHT

_Keys = tuple[tuple[str, ...], str]

_IN_TABLES: tuple[_Keys, ...] = (
    (("Ctrl+Shift+N",), phrase("Quick add: type a name and press Enter")),
    (("Alt+Return",), phrase("From a row to its fields, and back")),
    (("F2",), phrase("Edit a cell of a table")),
    (("Ctrl+D",), phrase("Duplicate entries")),
    (("Del",), phrase("Remove entries")),
    (("Alt+Up", "Alt+Down"), phrase("Move an entry up or down")),
    (("Ctrl+Shift+E",), phrase("Change several entries at once")),
    (("Ctrl+C", "Ctrl+V"), phrase("Copy and paste rows")),
    (("F4",), phrase("Open a list of choices or a calendar")),
    (("Tab", "Shift+Tab"), phrase("Go to the next or last field")),
)
_ELSEWHERE: tuple[_Keys, ...] = (
    (("Enter",), phrase("In the findings: go to the field; the reason and the source stand below")),
    (("Right", "Left"), phrase("In the findings: open and close many of a kind")),
    (("Up", "Down"), phrase("In the palette and the search: walk what is found, from the line of words")),
    (("PgUp", "PgDown"), phrase("In the palette: a page of what is found up or down")),
    (("Enter",), phrase("In the palette and the search: do it or go there")),
    (("Ctrl+L",), phrase("On the board: link the chosen card to another entry")),
    (("Left", "Right"), phrase("In the timeline: move the bar by a day, with Shift by a week")),
    (("Ctrl+Left", "Ctrl+Right"), phrase("In the timeline: move the last day; with Alt the first")),
    (
        ("Esc",),
        phrase(
            "Close a dialog, the palette, the search or the findings drawer; take back what is being moved"
        ),
    ),
)
"""Keys of what is no action of the window, and what they do."""

_COLUMN = 380
"""Width of a column in pixels at 100 %."""

_WIDEST, _HEIGHT, _HIGHEST, _AROUND = 960, 460, 800, 80
"""In pixels: width that columns may take together, least height, greatest height, window around it."""


class KeysDialog(Dialog):
    """Lists keys and what they do, as the menus group them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("Keys"), parent)
        groups = [_group(title, keys) for title, keys in _groups()]
        columns = 2 if 2 * current_tokens().px(_COLUMN) <= _WIDEST else 1
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(*ending(MEDIUM))
        row.setSpacing(HUGE)
        for part in _shared(groups, columns):
            column = QVBoxLayout()
            column.setSpacing(LARGE)
            for group in part:
                column.addWidget(group)
            column.addStretch(1)
            row.addLayout(column, 1)
        area = ScrollPage(page)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(say("Keys"))
        area.setMinimumSize(columns * current_tokens().px(_COLUMN), _HEIGHT)
        self.body.addWidget(area)
        self.add_button(say("Close"), QDialogButtonBox.ButtonRole.RejectRole, "close")
        room = parent.window().height() - _AROUND
        self.resize(self.sizeHint().width(), min(room, _HIGHEST))


def _groups() -> Iterator[tuple[str, list[_Keys]]]:
    """Yield headings with their keys: each menu's, then those of no menu."""
    for menu in MENUS:
        actions = [action_of(item) for item in menu.items if item and item not in SUBMENUS]
        keys = [(spec.keys, spec.name) for spec in actions if spec.keys]
        if keys:
            yield menu.title.replace("&", ""), keys
    yield say("In tables and forms"), [(keys, say(words)) for keys, words in _IN_TABLES]
    yield say("Elsewhere"), [(keys, say(words)) for keys, words in _ELSEWHERE]


def _shared(groups: list[tuple[QWidget, int]], columns: int) -> list[list[QWidget]]:
    """Share groups, each with its number of lines, among columns of about the same height, in order."""
    fair = sum(lines for _group, lines in groups) / columns
    parts: list[list[QWidget]] = [[] for _ in range(columns)]
    before = 0
    for group, lines in groups:
        parts[min(columns - 1, int((before + lines / 2) / fair))].append(group)
        before += lines
    return parts


def _group(title: str, keys: list[_Keys]) -> tuple[QWidget, int]:
    """Return a heading with its keys below, and how many lines they take."""
    group = QWidget()
    grid = QGridLayout(group)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(LARGE)
    grid.setVerticalSpacing(TIGHT)
    grid.addWidget(plain_label(title, role="h3"), 0, 0, 1, 2)
    for line, (chords, words) in enumerate(keys, 1):
        grid.addWidget(plain_label(words, wraps=True), line, 0)
        grid.addLayout(_caps(chords), line, 1)
    grid.setColumnStretch(0, 1)
    return group, len(keys) + 2


def _caps(chords: Iterable[str]) -> QHBoxLayout:
    """Return keys as they stand on caps, at the end of their line."""
    row = QHBoxLayout()
    row.setSpacing(TIGHT)
    row.addStretch(1)
    for chord in chords:
        text = QKeySequence(chord).toString(QKeySequence.SequenceFormat.NativeText)
        row.addWidget(plain_label(text, role="key"), 0, Qt.AlignmentFlag.AlignTop)
    return row
