"""The cheat sheet: every action that has a key, from the same data as the menus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QGridLayout, QScrollArea, QWidget

from ui.actions import ACTIONS, ActionSpec, plain_title
from ui.dialogs.base import Dialog
from ui.kit.text import plain_label
from ui.theme.tokens import HUGE, SMALL

_PAGE_KEYS = (
    ("Ctrl+Shift+N", "Quick add: type a name and press Enter"),
    ("F2", "Edit a cell of a table"),
    ("Ctrl+D", "Duplicate entries"),
    ("Del", "Remove entries"),
    ("Alt+Up, Alt+Down", "Move an entry up or down"),
    ("Ctrl+Shift+E", "Change several entries at once"),
    ("Ctrl+C, Ctrl+V", "Copy and paste rows"),
    ("F4", "Open a list of choices or a calendar"),
    ("Tab, Shift+Tab", "Go to the next or last field"),
    ("Enter", "In the findings: go to the field; the reason and the source stand below"),
    ("Right, Left", "In the findings: open and close many of a kind"),
    ("Left, Right", "In the timeline: move the bar by a day, with Shift by a week"),
    ("Ctrl+Left, Ctrl+Right", "In the timeline: move the last day; with Alt the first"),
    ("Esc", "Close a dialog or the findings drawer; take back what is being moved"),
)


class KeysDialog(Dialog):
    """Lists keys and what they do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Keys", parent)
        page = QWidget()
        page.setObjectName("page")
        grid = QGridLayout(page)
        grid.setHorizontalSpacing(HUGE)
        grid.setVerticalSpacing(SMALL)
        lines = [(_keys_of(spec), plain_title(spec).rstrip("…")) for spec in ACTIONS if spec.keys]
        for row, (keys, title) in enumerate([*lines, *_PAGE_KEYS]):
            grid.addWidget(plain_label(keys, role="strong"), row, 0)
            grid.addWidget(plain_label(title), row, 1)
        grid.setColumnStretch(1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName("Keys")
        area.setWidget(page)
        area.setMinimumSize(460, 420)
        self.body.addWidget(area)
        self.add_button("Close", QDialogButtonBox.ButtonRole.RejectRole, "close")


def _keys_of(spec: ActionSpec) -> str:
    shown = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(keys).toString(shown) for keys in spec.keys)
