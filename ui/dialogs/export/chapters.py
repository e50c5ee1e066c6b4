"""Which chapters are printed: a list to tick, in the order of the document."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem

from planner.editing.verbs import change
from planner.errors import PlanError
from planner.language import say
from planner.model.schema import field
from planner.model.vocabulary import DocumentChapter
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.card import Card
from ui.kit.editors.base import sentence_of
from ui.kit.text import plain_label
from ui.theme.tokens import SMALL

_ROWS = 8


class ChaptersCard(Card):
    """Ticks are the plan's `left_out` turned round: what is ticked is printed."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__(say("Chapters"), say("First page, contents and document control are always there."))
        self._document = document
        self._list = self._make_list()
        self._all = WordButton(say("Tick all"), role="quiet")
        self._none = WordButton(say("Untick all"), role="quiet")
        self._all.clicked.connect(self._tick_all)
        self._none.clicked.connect(self._untick_all)
        self._problem = plain_label(role="error", wraps=True)
        self._problem.hide()
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self._all)
        row.addWidget(self._none)
        row.addStretch(1)
        self.body.addWidget(self._list)
        self.body.addLayout(row)
        self.body.addWidget(self._problem)
        for widget in (self._list, self._all, self._none):
            widget.setEnabled(not document.read_only)
        self.redraw()

    def _make_list(self) -> QListWidget:
        ticks = QListWidget()
        ticks.setObjectName("export.chapters")
        ticks.setAccessibleName(say("Chapters to print"))
        ticks.setAccessibleDescription(field("layout", "left_out").hint)
        ticks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ticks.setTextElideMode(Qt.TextElideMode.ElideRight)
        ticks.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for chapter in DocumentChapter:
            item = QListWidgetItem(chapter.label)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setData(Qt.ItemDataRole.UserRole, chapter.value)
            item.setCheckState(Qt.CheckState.Checked)
            ticks.addItem(item)
        ticks.setCurrentRow(0)
        ticks.setFixedHeight(_ROWS * ticks.sizeHintForRow(0) + 2 * ticks.frameWidth())
        ticks.itemChanged.connect(self._ticked)
        return ticks

    def redraw(self) -> None:
        """Show what the plan leaves out now."""
        left_out = self._document.plan.the_layout.left_out
        with QSignalBlocker(self._list):
            for item, chapter in zip(self._items(), DocumentChapter, strict=True):
                ticked = chapter not in left_out
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._tell("")

    def take_focus(self) -> None:
        """Give the keyboard to the list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _ticked(self) -> None:
        off = [item.checkState() is not Qt.CheckState.Checked for item in self._items()]
        self._leave_out(tuple(c for c, is_off in zip(DocumentChapter, off, strict=True) if is_off))

    def _tick_all(self) -> None:
        self._leave_out(())

    def _untick_all(self) -> None:
        """Leave the one chapter that is chosen in the list: a document needs one."""
        kept = list(DocumentChapter)[max(0, self._list.currentRow())]
        self._leave_out(tuple(chapter for chapter in DocumentChapter if chapter is not kept))

    def _leave_out(self, chapters: tuple[DocumentChapter, ...]) -> None:
        if len(chapters) == len(DocumentChapter):
            self.redraw()
            self._tell(say("The document needs at least one chapter."))
            return
        try:
            self._document.do(change(self._document.plan, "layout", "left_out", chapters))
        except PlanError as error:
            self.redraw()
            self._tell(sentence_of(error))

    def _tell(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
