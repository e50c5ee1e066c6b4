"""A strip above any page while a workshop runs: how the block stands, and the way back to the console."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from planner.language import say
from planner.model.plan import display_name
from planner.workshop.face import Face
from ui.kit.buttons import WordButton
from ui.kit.icon_label import IconLabel
from ui.kit.text import plain_label
from ui.theme.tokens import LARGE, SMALL, TIGHT
from ui.workshop.clock import WorkshopClock
from ui.workshop.clock_words import pace_look, pace_word, time_left
from ui.workshop.time_label import TimeLabel


class WorkshopStrip(QFrame):
    """Shows the clock small; hidden while no workshop runs.

    Signals:
        go_wanted: the user wants to see the console.
    """

    go_wanted = Signal()

    def __init__(self, clock: WorkshopClock) -> None:
        super().__init__()
        self._clock = clock
        self.setProperty("role", "note")
        self._mark = IconLabel(18)
        self._time = TimeLabel("strong")
        self._words = plain_label("", wraps=True)
        self._go = WordButton(say("Go to the workshop"), "arrow-right")
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, TIGHT, SMALL, TIGHT)
        row.setSpacing(SMALL)
        row.addWidget(self._mark)
        row.addWidget(self._time)
        row.addWidget(self._words, 1)
        row.addWidget(self._go)
        self._go.clicked.connect(self.go_wanted)
        clock.ticked.connect(self.follow)
        clock.acted.connect(self.follow)
        self.follow()

    @property
    def words(self) -> tuple[str, ...]:
        """What it says; nothing while it is hidden."""
        return () if self.isHidden() else (self._time.text(), self._words.text())

    @property
    def go_button(self) -> WordButton:
        """Leads to the console."""
        return self._go

    def follow(self) -> None:
        """Show what the clock shows now."""
        face = self._clock.face
        look = pace_look(face)
        self._mark.show_icon(look.symbol, look.tone)
        self._time.show_time(time_left(face))
        words = _words(face)
        if words != self._words.text():
            self._words.setText(words)
            self.setAccessibleName(words)
        self.setVisible(self._clock.is_on)


def _words(face: Face) -> str:
    if face.block is None:
        return say("A workshop is running.")
    return say(
        "A workshop is running: block {number}, {name}. {pace}.",
        number=face.number,
        name=display_name(face.block),
        pace=pace_word(face),
    )
