"""The page on which the agenda is made, before the day and while it runs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.language import say
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.hold_bar import HoldBar
from ui.kit.text import plain_label
from ui.theme.tokens import MEDIUM, SMALL
from ui.workshop.agenda.editor import AgendaEditor


class AgendaPage(QWidget):
    """Shows the editor of the agenda with the ways back to the plan and on to the workshop.

    Signals:
        left: the user wants to go back to the plan.
        run_wanted: the user wants to run the workshop.
        print_wanted: the agenda is to be printed.
        export_wanted: the agenda is to be written into a file.
    """

    left = Signal()
    run_wanted = Signal()
    print_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        self.editor = AgendaEditor(document)
        self._leave = WordButton(say("Back to the plan"), "arrow-left", role="quiet")
        self._run = WordButton(say("Run the workshop"), "presentation", role="primary")
        head = QHBoxLayout()
        head.setSpacing(MEDIUM)
        head.addWidget(self._leave)
        head.addWidget(plain_label(say("Agenda of the workshop"), role="h2"), 1)
        head.addWidget(self._run)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        column.addLayout(head)
        column.addWidget(HoldBar(document, self))
        column.addWidget(self.editor, 1)
        self._leave.clicked.connect(self.left)
        self._run.clicked.connect(self.run_wanted)
        self.editor.print_wanted.connect(self.print_wanted)
        self.editor.export_wanted.connect(self.export_wanted)

    def take_focus(self) -> None:
        """Give the keyboard to the day, or to the templates where there is none yet."""
        templates = self.editor.beginning.rows
        target = templates if templates.isVisible() else self.editor.column
        target.setFocus(Qt.FocusReason.OtherFocusReason)
