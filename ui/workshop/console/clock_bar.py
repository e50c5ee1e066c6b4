"""The clock at the laptop: how block and day stand, and the buttons by which the workshop goes on."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout

from planner.language import say
from ui.kit.buttons import IconButton, WordButton
from ui.theme import current_tokens
from ui.theme.tokens import LARGE, MEDIUM, SMALL
from ui.workshop.clock import WorkshopClock
from ui.workshop.clock_words import pace_look
from ui.workshop.console.acts import MORE_MINUTES, Acts
from ui.workshop.console.clock_text import ClockText
from ui.workshop.console.share_bar import ShareBar

_ONE_LINE = 1150
"""From this width on, at 100 %, words and buttons stand beside each other."""


class ClockBar(QFrame):
    """Shows the clock and takes the acts.

    Signals:
        left: the user wants to go back to the plan.
        start_wanted: the workshop is to begin.
        end_wanted: it is to end before its last block is over.
        minutes_wanted: what came of it is to be written.
        agenda_wanted: the agenda is to be made first.
    """

    left = Signal()
    start_wanted = Signal()
    end_wanted = Signal()
    minutes_wanted = Signal()
    agenda_wanted = Signal()

    def __init__(self, clock: WorkshopClock, has_agenda: Callable[[], bool]) -> None:
        """Show a clock.

        Args:
            clock: the clock.
            has_agenda: tells whether there is a block to begin with.
        """
        super().__init__()
        self._clock = clock
        self._has_agenda = has_agenda
        self._text, self._acts = ClockText(), Acts()
        self._bar = ShareBar(say("Time of the block that has passed"))
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.setProperty("role", "card")
        self._build()
        self._connect()
        self.show_all()

    @property
    def words(self) -> tuple[str, str, str, str]:
        """Time left, how the block stands, which it is, and how the day stands."""
        return self._text.words

    def button(self, name: str) -> WordButton | IconButton:
        """Return a button; see `Acts`."""
        return self._acts.button(name)

    def show_all(self) -> None:
        """Show the time and what can be done now."""
        self.show_time()
        self._acts.show_face(
            self._clock.face,
            is_on=self._clock.is_on,
            has_agenda=self._has_agenda(),
            sounds=self._clock.sounds,
        )

    def show_time(self) -> None:
        """Show what the clock shows now; what can be done is the same at each second."""
        face, is_on = self._clock.face, self._clock.is_on
        self._text.show_face(face, is_on=is_on, has_agenda=self._has_agenda())
        self._bar.setVisible(is_on)
        self._bar.show_share(face.share, pace_look(face).tone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one line or in two."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= current_tokens().px(_ONE_LINE)
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.LeftToRight if is_wide else ways.TopToBottom)
        self._head.setSpacing(LARGE if is_wide else SMALL)

    def _build(self) -> None:
        self._head.addWidget(self._text, 3)
        self._head.addWidget(self._acts, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, SMALL, MEDIUM, SMALL)
        column.setSpacing(SMALL)
        column.addLayout(self._head)
        column.addWidget(self._bar)

    def _connect(self) -> None:
        clock = self._clock
        wanted = {
            "leave": self.left,
            "start": self.start_wanted,
            "agenda": self.agenda_wanted,
            "minutes": self.minutes_wanted,
            "end": self.end_wanted,
            "back": clock.go_back,
            "next": clock.go_next,
            "pause": clock.toggle_pause,
            "more": self._give_more,
            "sound": clock.toggle_sound,
        }
        for name, then in wanted.items():
            self.button(name).clicked.connect(then)
        clock.ticked.connect(self.show_time)
        clock.acted.connect(self.show_all)

    def _give_more(self) -> None:
        self._clock.add_minutes(MORE_MINUTES)
