"""The cheat sheet: every action that has a key, from the same data as the menus."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QGridLayout, QScrollArea, QWidget

from planner.language import phrase, say
from ui.actions import ACTIONS, plain_title
from ui.dialogs.base import Dialog
from ui.kit.text import plain_label
from ui.theme.tokens import HUGE, SMALL

_PAGE_KEYS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("Ctrl+Shift+N",), phrase("Quick add: type a name and press Enter")),
    (("F2",), phrase("Edit a cell of a table")),
    (("Ctrl+D",), phrase("Duplicate entries")),
    (("Del",), phrase("Remove entries")),
    (("Alt+Up", "Alt+Down"), phrase("Move an entry up or down")),
    (("Ctrl+Shift+E",), phrase("Change several entries at once")),
    (("Ctrl+C", "Ctrl+V"), phrase("Copy and paste rows")),
    (("F4",), phrase("Open a list of choices or a calendar")),
    (("Tab", "Shift+Tab"), phrase("Go to the next or last field")),
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


class KeysDialog(Dialog):
    """Lists keys and what they do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("Keys"), parent)
        page = QWidget()
        page.setObjectName("page")
        grid = QGridLayout(page)
        grid.setHorizontalSpacing(HUGE)
        grid.setVerticalSpacing(SMALL)
        actions = [(spec.keys, plain_title(spec).rstrip("…")) for spec in ACTIONS if spec.keys]
        others = [(keys, say(words)) for keys, words in _PAGE_KEYS]
        for row, (keys, title) in enumerate([*actions, *others]):
            grid.addWidget(plain_label(_shown(keys), role="strong"), row, 0)
            grid.addWidget(plain_label(title), row, 1)
        grid.setColumnStretch(1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(say("Keys"))
        area.setWidget(page)
        area.setMinimumSize(460, 420)
        self.body.addWidget(area)
        self.add_button(say("Close"), QDialogButtonBox.ButtonRole.RejectRole, "close")


def _shown(keys: Iterable[str]) -> str:
    form = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(form) for key in keys)
