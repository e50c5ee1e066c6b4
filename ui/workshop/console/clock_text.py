"""The clock in words: the time left, how the block stands, which it is, and how the day stands."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.language import say
from planner.language.figures import written_time
from planner.model.plan import display_name
from planner.workshop.face import Face
from ui.kit.icon_label import IconLabel
from ui.kit.text import plain_label
from ui.theme.tokens import LARGE, SMALL, TIGHT
from ui.workshop.clock_words import PACE_LOOKS, pace_look, pace_word, time_left
from ui.workshop.time_label import TimeLabel


class ClockText(QWidget):
    """Shows the clock in words, with a shape for how the block stands."""

    def __init__(self) -> None:
        super().__init__()
        self._mark, self._time = IconLabel(22), TimeLabel("h1")
        self._word, self._block = plain_label("", role="strong"), plain_label("", role="h3", wraps=True)
        self._day_mark, self._day = IconLabel(14), plain_label("", role="muted", wraps=True)
        self._build()

    @property
    def words(self) -> tuple[str, str, str, str]:
        """Time left, how the block stands, which it is, and how the day stands."""
        return self._time.text(), self._word.text(), self._block.text(), self._day.text()

    def show_face(self, face: Face, *, is_on: bool, has_agenda: bool) -> None:
        """Show what the clock shows.

        Args:
            face: the clock.
            is_on: a workshop runs.
            has_agenda: there is a block to begin with.
        """
        for widget in (self._mark, self._time, self._word, self._day_mark):
            widget.setVisible(is_on)
        look = pace_look(face)
        self._mark.show_icon(look.symbol, look.tone)
        self._time.show_time(time_left(face))
        self._word.setText(pace_word(face))
        self._block.setText(_block_words(face, has_agenda=has_agenda))
        self._day.setText(_day_words(face))
        if face.day is not None:
            day = PACE_LOOKS[face.day.pace]
            self._day_mark.show_icon(day.symbol, day.tone)

    def _build(self) -> None:
        time = QHBoxLayout()
        time.setSpacing(SMALL)
        for widget in (self._mark, self._time, self._word):
            time.addWidget(widget)
        day = QHBoxLayout()
        day.setSpacing(TIGHT)
        day.addWidget(self._day_mark)
        day.addWidget(self._day, 1)
        names = QVBoxLayout()
        names.setSpacing(TIGHT)
        names.addWidget(self._block)
        names.addLayout(day)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(LARGE)
        row.addLayout(time)
        row.addLayout(names, 1)


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
