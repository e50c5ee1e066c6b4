"""The manual of the truths in the window: all rules, questions and points of the sources, to be searched."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from planner.language import say
from planner.model.plan import Plan
from ui.dialogs.truth_entries import Entry, entries_for
from ui.kit.dialog import Dialog
from ui.kit.text import plain_label
from ui.theme import colour
from ui.theme.tokens import MEDIUM, SMALL, TIGHT

_SIZE, _LIST_WIDTH = QSize(860, 560), 340
_PLACE = Qt.ItemDataRole.UserRole


class TruthsDialog(Dialog):
    """A search line, a list under headings, and what is to be known about the chosen one."""

    def __init__(self, plan: Plan, parent: QWidget, chosen: str = "") -> None:
        """Make the manual.

        Args:
            plan: whose house truths stand beside those of the catalogue.
            parent: the window.
            chosen: id of the rule or question to begin with.
        """
        super().__init__(say("All truths"), parent)
        self._entries = entries_for(plan)
        self._search = QLineEdit()
        self._search.setObjectName("search")
        self._search.setPlaceholderText(say("Search in rules, questions and sources"))
        self._search.setAccessibleName(say("Search"))
        self._search.setClearButtonEnabled(True)
        self._list = QListWidget()
        self._list.setObjectName("truths")
        self._list.setAccessibleName(say("Truths"))
        self._list.setProperty("role", "roomy")
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._texts = QVBoxLayout()
        self._labels: list[QLabel] = []
        self._count = plain_label(role="caption")
        self._build()
        self._search.textChanged.connect(self._fill)
        self._list.currentItemChanged.connect(self._show)
        self._fill("")
        self._choose(chosen)

    def _build(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        self._texts.setSpacing(TIGHT)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(MEDIUM, 0, MEDIUM, 0)
        outer.addLayout(self._texts)
        outer.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(say("Explanation"))
        area.setWidget(page)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self._list)
        split.addWidget(area)
        split.setSizes([_LIST_WIDTH, _SIZE.width() - _LIST_WIDTH])
        for widget in (self._search, split, self._count):
            self.body.addWidget(widget)
        self.body.setStretchFactor(split, 1)
        self.add_button(say("Close"), QDialogButtonBox.ButtonRole.RejectRole, "close").setAutoDefault(False)
        self.resize(_SIZE)

    def _fill(self, text: str) -> None:
        words = text.casefold().split()
        found = [place for place, entry in enumerate(self._entries) if entry.has(words)]
        self._list.clear()
        group = ""
        for place in found:
            entry = self._entries[place]
            if entry.group != group:
                group = entry.group
                self._list.addItem(_heading(group))
            item = QListWidgetItem(entry.title)
            item.setData(_PLACE, place)
            self._list.addItem(item)
        self._list.setCurrentRow(1 if found else -1)
        self._count.setText(say("{found} of {all}", found=len(found), all=len(self._entries)))

    def _choose(self, chosen: str) -> None:
        for row in range(self._list.count()):
            place = self._list.item(row).data(_PLACE)
            if place is not None and self._entries[place].id == chosen:
                self._list.setCurrentRow(row)

    def _show(self, item: QListWidgetItem | None) -> None:
        for label in self._labels:
            self._texts.removeWidget(label)
            label.deleteLater()
        self._labels.clear()
        place = None if item is None else item.data(_PLACE)
        if place is not None:
            self._tell(self._entries[place])

    def _tell(self, entry: Entry) -> None:
        self._add(plain_label(entry.title, role="h3", wraps=True))
        for caption, text in entry.texts:
            heading = plain_label(caption, role="caption")
            heading.setContentsMargins(0, SMALL, 0, 0)
            self._add(heading)
            label = plain_label(text, wraps=True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._add(label)

    def _add(self, label: QLabel) -> None:
        self._labels.append(label)
        self._texts.addWidget(label)


def _heading(text: str) -> QListWidgetItem:
    item = QListWidgetItem(text)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    # What can't be chosen is pale by itself, and a heading is there to be read.
    item.setForeground(colour("muted"))
    font = item.font()
    font.setBold(True)
    item.setFont(font)
    return item
