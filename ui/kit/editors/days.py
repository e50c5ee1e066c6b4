"""A day: typed as people write it, or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.language import say
from planner.model.schema import FieldSpec
from ui.kit.calendar_popup import CalendarPopup
from ui.kit.editors.base import PlanSource
from ui.kit.editors.lines import LineEditor
from ui.kit.inset_button import InsetButton

_SETTLES_AFTER_MS = 800


class DayEditor(LineEditor):
    """A day on a line, with a calendar behind a button.

    What is typed counts once the typing rests: half a day ("3.5.2") is often another day.
    """

    goes_back = True

    def __init__(self, spec: FieldSpec, source: PlanSource, parent: QWidget | None = None) -> None:
        super().__init__(spec, source, parent)
        self._pending.setInterval(_SETTLES_AFTER_MS)
        self._calendar: CalendarPopup | None = None
        name = say("Calendar for {field}", field=spec.title.lower())
        self._button = InsetButton(self._line, "calendar", name, say("Pick a day (Down)"))
        self._button.clicked.connect(self.open_calendar)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar on Down, which the line itself has no use for."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_F4} and not self._read_only:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def set_read_only(self, on: bool) -> None:  # noqa: FBT001 - a plain setter like Qt's
        """Let the day be read and copied but not changed."""
        super().set_read_only(on)
        self._button.setDisabled(on)

    def open_calendar(self) -> None:
        """Show the calendar below the line, at the day that is set."""
        self.flush()
        if self._calendar is None:
            self._calendar = CalendarPopup(self)
            self._calendar.picked.connect(self._picked)
        self._calendar.open_at(self._line, self.value() or self._source.today())

    def _typed(self) -> None:
        if not self._showing:
            self._begin()
            self._pending.start()

    def _picked(self, day: QDate) -> None:
        self._take(date(day.year(), day.month(), day.day()))
        self.show_again()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.decided.emit()
