"""What stands where there is no agenda yet: the templates, each with what it is for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language import say
from planner.workshop.templates import TEMPLATES
from ui.kit.line import Line
from ui.kit.line_list import LineList
from ui.kit.text import plain_label
from ui.theme.tokens import MEDIUM


class AgendaBeginning(QWidget):
    """Offers the templates.

    Signals:
        wanted: the key of a template.
    """

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._list = LineList(say("Templates of an agenda"))
        self._list.show_lines(
            [
                Line(template.key, template.title, template.summary, icon="calendar-days")
                for template in TEMPLATES
            ]
        )
        self._list.picked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(plain_label(say("No agenda yet"), role="h3", wraps=True))
        column.addWidget(
            plain_label(
                say("Start from one of these, then drag, stretch and rename what does not suit you."),
                role="muted",
                wraps=True,
            )
        )
        column.addWidget(self._list, 1)

    @property
    def rows(self) -> LineList:
        """The templates."""
        return self._list
