"""The clock at the laptop: how block and day stand, and the buttons by which the workshop goes on."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.language import say
from planner.language.figures import written_time
from planner.model.plan import display_name
from planner.workshop.face import Face
from ui.kit.buttons import IconButton, WordButton
from ui.kit.flow import FlowLayout
from ui.kit.icon_label import IconLabel
from ui.kit.text import caption_of, plain_label, set_tip
from ui.theme import icon, set_look
from ui.theme.tokens import LARGE, MEDIUM, SMALL, TIGHT
from ui.workshop.clock import WorkshopClock
from ui.workshop.clock_words import PACE_LOOKS, pace_look, pace_word, time_left
from ui.workshop.console.share_bar import ShareBar

MORE_MINUTES = 5
_FIRST = {"agenda": "calendar-days", "start": "circle-play", "minutes": "file-text"}
"""What comes first while no clock runs: without an agenda, before the workshop, and behind it."""


class ClockBar(QFrame):
    """Shows the clock and takes the acts.

    Signals:
        start_wanted: the workshop is to begin.
        end_wanted: it is to end before its last block is over.
        minutes_wanted: what came of it is to be written.
        agenda_wanted: the agenda is to be made first.
    """

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
        self.setProperty("role", "card")
        self._mark, self._time = IconLabel(22), plain_label("", role="h1")
        self._word, self._block = plain_label("", role="strong"), plain_label("", role="h3", wraps=True)
        self._day_mark, self._day = IconLabel(14), plain_label("", role="muted", wraps=True)
        self._bar = ShareBar(say("Time of the block that has passed"))
        self._buttons = self._made_buttons()
        self._build()
        self._connect()
        self.show_time()

    @property
    def words(self) -> tuple[str, str, str, str]:
        """Time left, how the block stands, which it is, and how the day stands."""
        return self._time.text(), self._word.text(), self._block.text(), self._day.text()

    def button(self, name: str) -> WordButton | IconButton:
        """Return a button: start, back, pause, more, next, sound, end, minutes or agenda."""
        return self._buttons[name]

    def show_time(self) -> None:
        """Show what the clock shows now."""
        face = self._clock.face
        is_on = self._clock.is_on
        look = pace_look(face)
        for widget in (self._mark, self._time, self._word, self._bar, self._day_mark):
            widget.setVisible(is_on)
        self._mark.show_icon(look.symbol, look.tone)
        self._time.setText(time_left(face))
        self._word.setText(pace_word(face))
        self._block.setText(_block_words(face, has_agenda=self._has_agenda()))
        self._day.setText(_day_words(face))
        if face.day is not None:
            day = PACE_LOOKS[face.day.pace]
            self._day_mark.show_icon(day.symbol, day.tone)
        self._bar.show_share(face.share, look.tone)
        self._show_buttons(face, is_on=is_on)

    def _made_buttons(self) -> dict[str, WordButton | IconButton]:
        more = say("+{minutes} min", minutes=MORE_MINUTES)
        return {
            "agenda": WordButton(say("Plan the agenda"), _FIRST["agenda"]),
            "start": WordButton(say("Start the workshop"), _FIRST["start"], role="primary"),
            "minutes": WordButton(say("Minutes…"), _FIRST["minutes"]),
            "back": WordButton(say("Back"), "arrow-left"),
            "pause": WordButton(say("Pause"), "circle-pause"),
            "more": WordButton(more, "clock"),
            "next": WordButton(say("Next block"), "arrow-right", role="primary"),
            "sound": IconButton("volume-2", say("Sound when time is over")),
            "end": WordButton(say("End…"), "square", role="quiet"),
        }

    def _build(self) -> None:
        self._buttons["sound"].setCheckable(True)
        for name, button in self._buttons.items():
            button.setObjectName(f"workshop.{name}")
        time = QHBoxLayout()
        time.setSpacing(SMALL)
        for widget in (self._mark, self._time, self._word):
            time.addWidget(widget)
        names = QVBoxLayout()
        names.setSpacing(TIGHT)
        names.addWidget(self._block)
        day = QHBoxLayout()
        day.setSpacing(TIGHT)
        day.addWidget(self._day_mark)
        day.addWidget(self._day, 1)
        names.addLayout(day)
        head = QHBoxLayout()
        head.setSpacing(LARGE)
        head.addLayout(time)
        head.addLayout(names, 3)
        tools = QWidget()
        flow = FlowLayout(tools)
        for button in self._buttons.values():
            flow.addWidget(button)
        head.addWidget(tools, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addLayout(head)
        column.addWidget(self._bar)

    def _connect(self) -> None:
        clock, buttons = self._clock, self._buttons
        buttons["start"].clicked.connect(self.start_wanted)
        buttons["agenda"].clicked.connect(self.agenda_wanted)
        buttons["minutes"].clicked.connect(self.minutes_wanted)
        buttons["end"].clicked.connect(self.end_wanted)
        buttons["back"].clicked.connect(clock.go_back)
        buttons["next"].clicked.connect(clock.go_next)
        buttons["pause"].clicked.connect(clock.toggle_pause)
        buttons["more"].clicked.connect(self._give_more)
        buttons["sound"].clicked.connect(clock.toggle_sound)
        clock.ticked.connect(self.show_time)
        clock.acted.connect(self.show_time)

    def _give_more(self) -> None:
        self._clock.add_minutes(MORE_MINUTES)

    def _show_buttons(self, face: Face, *, is_on: bool) -> None:
        has_agenda = self._has_agenda()
        shown = {
            "agenda": not is_on,
            "start": not is_on,
            "minutes": face.has_ended,
            **dict.fromkeys(("back", "pause", "more", "next", "sound", "end"), is_on),
        }
        for name, visible in shown.items():
            self._buttons[name].setVisible(visible)
        self._buttons["start"].setEnabled(has_agenda)
        ready = "start" if has_agenda else "agenda"
        self._set_first("minutes" if face.has_ended else ready)
        start = say("Start again") if face.has_ended else say("Start the workshop")
        self._buttons["start"].setText(caption_of(start))
        self._buttons["back"].setEnabled(face.number > 1)
        self._buttons["next"].setText(caption_of(_next_words(face)))
        pause, symbol = (say("Go on"), "circle-play") if face.is_paused else (say("Pause"), "circle-pause")
        self._buttons["pause"].setText(caption_of(pause))
        self._buttons["pause"].setIcon(icon(symbol))
        sounds = self._clock.sounds
        self._buttons["sound"].setChecked(sounds)
        self._buttons["sound"].setIcon(icon("volume-2" if sounds else "volume-x"))
        words = say("Sound when time is over: on") if sounds else say("Sound when time is over: off")
        self._buttons["sound"].setAccessibleName(words)
        set_tip(self._buttons["sound"], words)

    def _set_first(self, name: str) -> None:
        """Make one of the buttons that stand there while no clock runs the one that catches the eye."""
        for other, symbol in _FIRST.items():
            is_first = other == name
            set_look(self._buttons[other], "role", "primary" if is_first else "")
            self._buttons[other].setIcon(icon(symbol, "on_accent" if is_first else "text"))


def _next_words(face: Face) -> str:
    return say("Next block") if face.following is not None else say("End the workshop")


def _block_words(face: Face, *, has_agenda: bool) -> str:
    if face.block is not None:
        name = display_name(face.block)
        return say("Block {number} of {count}: {name}", number=face.number, count=face.count, name=name)
    if face.has_ended:
        return say("The workshop is over.")
    return say("The workshop has not begun.") if has_agenda else say("There is no agenda yet.")


def _day_words(face: Face) -> str:
    if face.day is None:
        return ""
    end = written_time(face.day.ends_at.time())
    return say("{pace}; as it looks, it ends at {time}", pace=face.day.sentence, time=end)
