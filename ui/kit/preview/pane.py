"""A preview with what one turns its pages by, and with words where there is nothing to show yet."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from planner.language import say
from ui.kit.buttons import IconButton
from ui.kit.editors.choices import CalmCombo
from ui.kit.empty_state import EmptyState
from ui.kit.preview.pages import Pages
from ui.kit.preview.view import PageView, Zoom
from ui.kit.text import plain_label
from ui.tasks import Tasks
from ui.theme import current_tokens
from ui.theme.tokens import SMALL

_NUMBER_WIDTH = 64
_MOST_PAGES = 99_999


class PreviewPane(QWidget):
    """Shows pages; the last ones stay until others are ready."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self.view = PageView(tasks)
        self._said = ""
        self._back = IconButton("chevron-left", say("Page before"))
        self._next = IconButton("chevron-right", say("Next page"))
        self._number = QLineEdit()
        self._number.setValidator(QIntValidator(1, _MOST_PAGES, self))
        self._number.setAccessibleName(say("Page"))
        self._number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._number.setMaximumWidth(current_tokens().px(_NUMBER_WIDTH))
        self._count = plain_label()
        self._zoom = CalmCombo()
        self._zoom.setAccessibleName(say("Size of the preview"))
        self._zoom.setMinimumContentsLength(10)
        for zoom in Zoom:
            self._zoom.addItem(zoom.label, zoom)
        self._progress = QProgressBar()
        self._progress.setRange(0, 100)
        self._progress.setAccessibleName(say("Progress of the preview"))
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(SMALL)
        self._stack = QStackedWidget()
        self._words = EmptyState("file-text", say("Preparing the preview…"), "", "")
        self._stack.addWidget(self._words)
        self._stack.addWidget(self.view)
        self._build()
        self._connect()
        self._turned(0)

    def _build(self) -> None:
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(SMALL)
        for widget in (self._back, self._number, self._count, self._next):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self._zoom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._bar)
        column.addWidget(self._progress)
        column.addWidget(self._stack, 1)
        policy = self._progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._progress.setSizePolicy(policy)

    def _connect(self) -> None:
        self._back.clicked.connect(self._turn_back)
        self._next.clicked.connect(self._turn_on)
        self._number.editingFinished.connect(self._turn_to_typed)
        self._zoom.currentIndexChanged.connect(self._zoomed)
        self.view.turned.connect(self._turned)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter, which ends the typing of a number, from the button of a dialog."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    @property
    def is_waiting(self) -> bool:
        """Whether other pages are still to come."""
        return not self._progress.isHidden()

    @property
    def words(self) -> str:
        """What stands there instead of pages; empty where there are pages."""
        return self._said if self._stack.currentWidget() is self._words else ""

    def show_waiting(self) -> None:
        """Tell that other pages are being made."""
        self._progress.setValue(0)
        self._progress.show()

    def show_progress(self, percent: int) -> None:
        """Tell how far the pages are."""
        self._progress.setValue(percent)

    def show_pages(self, pages: Pages) -> None:
        """Show pages."""
        self._progress.hide()
        self._bar.show()
        self._stack.setCurrentWidget(self.view)
        self.view.show_pages(pages)

    def show_words(self, title: str, words: str = "") -> None:
        """Tell why there are no pages."""
        self._said = f"{title} {words}".strip()
        self._progress.hide()
        self._bar.hide()
        self._replace_words(EmptyState("file-text", title, words, ""))

    def _replace_words(self, state: EmptyState) -> None:
        old, self._words = self._words, state
        self._stack.addWidget(state)
        self._stack.setCurrentWidget(state)
        self._stack.removeWidget(old)
        old.deleteLater()

    def _turn_back(self) -> None:
        self.view.turn_to(self.view.number - 1)

    def _turn_on(self) -> None:
        self.view.turn_to(self.view.number + 1)

    def _turn_to_typed(self) -> None:
        typed = int(self._number.text() or "1") - 1
        if typed != self.view.number:
            self.view.turn_to(typed)

    def _zoomed(self) -> None:
        self.view.show_at(self._zoom.currentData())

    def _turned(self, number: int) -> None:
        count = self.view.count
        with QSignalBlocker(self._number):
            self._number.setText(str(number + 1) if count else "")
        self._count.setText(say("of {count}", count=count) if count else "")
        self._back.setEnabled(number > 0)
        self._next.setEnabled(number + 1 < count)
        for widget in (self._number, self._zoom):
            widget.setEnabled(count > 0)
