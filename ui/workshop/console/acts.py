"""The buttons by which a workshop goes on: those that make sense now, the one that comes first in colour."""

from PySide6.QtWidgets import QWidget

from planner.language import say
from planner.workshop.face import Face
from ui.kit.buttons import IconButton, WordButton
from ui.kit.flow import FlowLayout
from ui.kit.text import caption_of, set_tip
from ui.theme import icon, set_look

MORE_MINUTES = 5
_FIRST = {"agenda": "calendar-days", "start": "circle-play", "minutes": "file-text"}
"""What comes first while no clock runs: without an agenda, before the workshop, and behind it."""
_WHILE_ON = ("pause", "more", "next", "sound", "end")


class Acts(QWidget):
    """Shows the buttons, in lines where they need more than one."""

    def __init__(self) -> None:
        super().__init__()
        self._buttons = _made_buttons()
        self._buttons["sound"].setCheckable(True)
        flow = FlowLayout(self)
        for name, button in self._buttons.items():
            button.setObjectName(f"workshop.{name}")
            flow.addWidget(button)

    def button(self, name: str) -> WordButton | IconButton:
        """Return a button: start, back, pause, more, next, sound, end, minutes, agenda or leave."""
        return self._buttons[name]

    def show_face(self, face: Face, *, is_on: bool, has_agenda: bool, sounds: bool) -> None:
        """Show what can be done.

        Args:
            face: the clock.
            is_on: a workshop runs.
            has_agenda: there is a block to begin with.
            sounds: a tone is wanted when time is over.
        """
        buttons = self._buttons
        shown = {
            "agenda": not is_on,
            "start": not is_on,
            "minutes": face.has_ended,
            "back": is_on or face.has_ended,
        }
        for name, visible in (shown | dict.fromkeys(_WHILE_ON, is_on)).items():
            buttons[name].setVisible(visible)
        buttons["start"].setEnabled(has_agenda)
        ready = "start" if has_agenda else "agenda"
        self._set_first("minutes" if face.has_ended else ready)
        start = say("Start again") if face.has_ended else say("Start the workshop")
        buttons["start"].setText(caption_of(start))
        back = say("Back to the last block") if face.has_ended else say("Back")
        buttons["back"].setText(caption_of(back))
        buttons["back"].setEnabled(face.has_ended or face.number > 1)
        buttons["next"].setText(caption_of(_next_words(face)))
        self._show_pause(is_paused=face.is_paused)
        self._show_sound(sounds=sounds)

    def _show_pause(self, *, is_paused: bool) -> None:
        pause, symbol = (say("Go on"), "circle-play") if is_paused else (say("Pause"), "circle-pause")
        self._buttons["pause"].setText(caption_of(pause))
        self._buttons["pause"].setIcon(icon(symbol))

    def _show_sound(self, *, sounds: bool) -> None:
        button = self._buttons["sound"]
        button.setChecked(sounds)
        button.setIcon(icon("volume-2" if sounds else "volume-x"))
        words = say("Sound when time is over: on") if sounds else say("Sound when time is over: off")
        button.setAccessibleName(words)
        set_tip(button, words)

    def _set_first(self, name: str) -> None:
        """Make one of the buttons that stand there while no clock runs the one that catches the eye."""
        for other, symbol in _FIRST.items():
            is_first = other == name
            set_look(self._buttons[other], "role", "primary" if is_first else "")
            self._buttons[other].setIcon(icon(symbol, "on_accent" if is_first else "text"))


def _made_buttons() -> dict[str, WordButton | IconButton]:
    more = say("+{minutes} min", minutes=MORE_MINUTES)
    return {
        "agenda": WordButton(say("Plan the agenda"), _FIRST["agenda"]),
        "start": WordButton(say("Start the workshop"), _FIRST["start"], role="primary"),
        "minutes": WordButton(say("Minutes…"), _FIRST["minutes"]),
        "back": WordButton(say("Back"), "chevron-left"),
        "pause": WordButton(say("Pause"), "circle-pause"),
        "more": WordButton(more, "clock"),
        "next": WordButton(say("Next block"), "arrow-right", role="primary"),
        "sound": IconButton("volume-2", say("Sound when time is over")),
        "end": WordButton(say("End…"), "square", role="quiet"),
        "leave": WordButton(say("Back to the plan"), "arrow-left", role="quiet"),
    }


def _next_words(face: Face) -> str:
    return say("Next block") if face.following is not None else say("End the workshop")
