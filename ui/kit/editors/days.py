"""A day: typed as people write it, or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

from planner.model.schema import FieldSpec
from ui.kit.editors.base import PlanSource
from ui.kit.editors.lines import LineEditor
from ui.kit.inset_button import InsetButton

_SETTLES_AFTER_MS = 800
_FIRST, _LAST = QDate(1900, 1, 1), QDate(2199, 12, 31)


class DayEditor(LineEditor):
    """A day on a line, with a calendar behind a button.

    What is typed counts once the typing rests: half a day ("3.5.2") is often another day.
    """

    def __init__(self, spec: FieldSpec, source: PlanSource, parent: QWidget | None = None) -> None:
        super().__init__(spec, source, parent)
        self._pending.setInterval(_SETTLES_AFTER_MS)
        self._calendar: CalendarPopup | None = None
        name = f"Calendar for {spec.title.lower()}"
        self._button = InsetButton(self._line, "calendar", name, "Pick a day (Down)")
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
            self._pending.start()

    def _picked(self, day: QDate) -> None:
        self._take(date(day.year(), day.month(), day.day()))
        self.show_again()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)
        self.decided.emit()


class CalendarPopup(QFrame):
    """A month's calendar in a little window that goes when a day is picked or Escape pressed.

    Signals:
        picked: the `QDate`, relayed from the calendar.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._calendar = QCalendarWidget()
        self._calendar.setAccessibleName("Calendar")
        self._calendar.setGridVisible(False)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self._calendar.setDateRange(_FIRST, _LAST)
        self.picked = self._calendar.activated
        self._calendar.clicked.connect(self._calendar.activated)
        self._calendar.activated.connect(self.hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self._calendar)

    def open_at(self, field: QWidget, day: date) -> None:
        """Show the month of a day below a field, or above it where the screen ends."""
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        place = QRect(field.mapToGlobal(QPoint(0, field.height() + 2)), self.size())
        room = field.screen().availableGeometry()
        if place.bottom() > room.bottom():
            place.moveBottom(field.mapToGlobal(QPoint(0, -2)).y())
        place.moveRight(min(place.right(), room.right()))
        self.move(place.topLeft())
        self.show()
        self._calendar.setFocus(Qt.FocusReason.PopupFocusReason)
