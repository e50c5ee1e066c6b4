"""What stands where no finding is listed: how good that is, and where others are."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language import phrase, say, say_count
from ui.findings.rows import Show
from ui.kit.buttons import WordButton
from ui.kit.empty_state import Pictogram
from ui.kit.text import plain_label
from ui.theme.tokens import HUGE, SMALL

_TITLES = {
    Show.STEP: phrase("Nothing stands on this step"),
    Show.ALL: phrase("Nothing stands"),
    Show.ASIDE: phrase("Nothing is put aside"),
}
_WORDS = {
    Show.STEP: phrase("The plan keeps every truth about what is entered here."),
    Show.ALL: phrase("The plan keeps every truth."),
    Show.ASIDE: phrase("No exception is accepted and no advice dismissed."),
}


class NothingFound(QWidget):
    """Says that no finding is listed.

    Signals:
        all_wanted: the findings of all steps are wanted.
    """

    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._mark = Pictogram("circle-check")
        self._title = plain_label(role="h3", wraps=True)
        self._words = plain_label(role="muted", wraps=True)
        self._button = WordButton(say("Show all"))
        self._button.setObjectName("show-all")
        self._button.clicked.connect(self.all_wanted)
        for label in (self._title, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, HUGE, SMALL, SMALL)
        column.setSpacing(SMALL)
        column.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(SMALL)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_waiting(self) -> None:
        """Say that nobody knows yet."""
        self._mark.show_icon("loader-circle", "muted")
        self._title.setText(say("Checking…"))
        self._words.setText(say("The findings come in a moment."))
        self._button.hide()

    def show_for(self, show: Show, standing: int) -> None:
        """Say what is not there.

        Args:
            show: which findings are listed.
            standing: how many stand in the whole plan.
        """
        elsewhere = show is Show.STEP and standing > 0
        self._mark.show_icon(*(("circle", "muted") if show is Show.ASIDE else ("circle-check", "ok")))
        self._title.setText(say(_TITLES[show]))
        self._words.setText(
            say_count(
                "On other steps {count} finding stands.", "On other steps {count} findings stand.", standing
            )
            if elsewhere
            else say(_WORDS[show])
        )
        self._button.setVisible(elsewhere)
