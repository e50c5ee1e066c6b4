"""The buttons above the day: the templates, new blocks, what is done with the marked one, and paper."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from planner.language import say
from planner.model.vocabulary import BlockSort
from planner.workshop.templates import TEMPLATES
from ui.kit.buttons import IconButton, WordButton
from ui.kit.flow import FlowLayout
from ui.kit.text import caption_of


class AgendaTools(QWidget):
    """Says what the user wants done with the day.

    Signals:
        template_wanted: the key of a template.
        block_wanted: the sort of a new block (a `BlockSort`).
        shift_wanted: -1 or 1: the marked block is to move up or down.
        stretch_wanted: -1 or 1: it is to become shorter or longer.
        remove_wanted: it is to be taken out.
        print_wanted: the agenda is to be printed.
        export_wanted: the agenda is to be written into a file.
    """

    template_wanted = Signal(str)
    block_wanted = Signal(object)
    shift_wanted = Signal(int)
    stretch_wanted = Signal(int)
    remove_wanted = Signal()
    print_wanted = Signal()
    export_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._templates = WordButton(say("Start from a template"), "file-text")
        self._templates.setMenu(self._template_menu())
        self._new = self._new_buttons()
        self._marked = self._marked_buttons()
        self._paper = self._paper_buttons()
        row = FlowLayout(self)
        for button in (self._templates, *self._new, *self._marked, *self._paper):
            row.addWidget(button)

    @property
    def template_button(self) -> WordButton:
        """Offers the templates of a day."""
        return self._templates

    def show_state(self, *, has_blocks: bool, read_only: bool) -> None:
        """Let be pressed what makes sense.

        Args:
            has_blocks: there is an agenda.
            read_only: it is only looked at.
        """
        for button in (*self._marked, *self._paper):
            button.setEnabled(has_blocks)
        for button in (self._templates, *self._new):
            button.setEnabled(not read_only)

    def _template_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for template in TEMPLATES:
            action = menu.addAction(caption_of(template.title))
            action.setToolTip(template.summary)
            action.setData(template.key)
        menu.triggered.connect(self._want_template)
        return menu

    def _new_buttons(self) -> Sequence[QAbstractButton]:
        work, pause = WordButton(say("Add block"), "plus"), WordButton(say("Add break"), "coffee")
        work.clicked.connect(self._want_work)
        pause.clicked.connect(self._want_pause)
        return work, pause

    def _marked_buttons(self) -> Sequence[QAbstractButton]:
        up = IconButton("arrow-up", say("Move the block up (Alt+Up)"))
        down = IconButton("arrow-down", say("Move the block down (Alt+Down)"))
        longer = IconButton("plus", say("Five minutes more (Shift+Down)"))
        shorter = IconButton("minus", say("Five minutes less (Shift+Up)"))
        remove = IconButton("trash-2", say("Remove the block (Del)"))
        up.clicked.connect(self._want_up)
        down.clicked.connect(self._want_down)
        longer.clicked.connect(self._want_longer)
        shorter.clicked.connect(self._want_shorter)
        remove.clicked.connect(self.remove_wanted)
        return up, down, longer, shorter, remove

    def _paper_buttons(self) -> Sequence[QAbstractButton]:
        paper = WordButton(say("Print…"), "printer", role="quiet")
        file = WordButton(say("Export…"), "file-output", role="quiet")
        paper.clicked.connect(self.print_wanted)
        file.clicked.connect(self.export_wanted)
        return paper, file

    def _want_template(self, action: QAction) -> None:
        self.template_wanted.emit(str(action.data()))

    def _want_work(self) -> None:
        self.block_wanted.emit(BlockSort.WORK)

    def _want_pause(self) -> None:
        self.block_wanted.emit(BlockSort.PAUSE)

    def _want_up(self) -> None:
        self.shift_wanted.emit(-1)

    def _want_down(self) -> None:
        self.shift_wanted.emit(1)

    def _want_longer(self) -> None:
        self.stretch_wanted.emit(1)

    def _want_shorter(self) -> None:
        self.stretch_wanted.emit(-1)
