"""A month's calendar that drops down from a field."""

from datetime import date

from PySide6.QtCore import QDate, QPoint, QRect, Qt
from PySide6.QtGui import QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from planner.language import say
from ui.theme import colour, current_tokens, icon
from ui.theme.tokens import TIGHT

_FIRST, _LAST = QDate(1900, 1, 1), QDate(2199, 12, 31)
_ARROWS = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}


class CalendarPopup(QFrame):
    """A month's calendar in a little window that goes when a day is picked or Escape pressed.

    Signals:
        picked: the `QDate`, relayed from the calendar.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._calendar = QCalendarWidget()
        self._calendar.setAccessibleName(say("Calendar"))
        self._calendar.setGridVisible(False)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self._calendar.setDateRange(_FIRST, _LAST)
        self.picked = self._calendar.activated
        self._calendar.clicked.connect(self._calendar.activated)
        self._calendar.activated.connect(self.hide)
        column = QVBoxLayout(self)
        column.setContentsMargins(TIGHT, TIGHT, TIGHT, TIGHT)
        column.addWidget(self._calendar)

    def open_at(self, field: QWidget, day: date) -> None:
        """Show the month of a day below a field, or above it where the screen ends."""
        self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self._dress()
        self.adjustSize()
        place = QRect(field.mapToGlobal(QPoint(0, field.height() + 2)), self.size())
        room = field.screen().availableGeometry()
        if place.bottom() > room.bottom():
            place.moveBottom(field.mapToGlobal(QPoint(0, -2)).y())
        if field.isRightToLeft():
            place.moveRight(field.mapToGlobal(QPoint(field.width(), 0)).x())
        place.moveRight(min(place.right(), room.right()))
        place.moveLeft(max(place.left(), room.left()))
        self.move(place.topLeft())
        self.show()
        self._calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _dress(self) -> None:
        """Give the calendar the theme's colours: by itself it has a bar of the accent and red weekends."""
        px = current_tokens().px
        self._calendar.setMinimumSize(px(356), px(256))
        words = QTextCharFormat()
        words.setForeground(colour("muted"))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._calendar.setWeekdayTextFormat(weekday, words)
        bar = self._calendar.findChild(QWidget, "qt_calendar_navigationbar")
        if bar is not None:
            bar.setBackgroundRole(QPalette.ColorRole.Base)
        for button in self._calendar.findChildren(QToolButton):
            palette = button.palette()
            palette.setColor(QPalette.ColorRole.HighlightedText, colour("text"))
            button.setPalette(palette)
            if button.objectName() in _ARROWS:
                button.setIcon(icon(_ARROWS[button.objectName()]))
