"""Who wears the style sheet: the parts of a window, each its own, and each only while somebody sees it.

Qt polishes every widget below one whose style sheet changes, whether it can be seen or not: a tenth of a
millisecond each, and a window in which every page was visited has thousands. So no window wears the sheet,
but each part of it that is shown or hidden as a whole: a page's tab, the findings, a dialog. At a change of
look those that are seen are dressed at once, the others when they are shown, or in the next idle moments.
"""

from functools import cache
from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QTabWidget, QWidget
from shiboken6 import isValid

from ui.theme.sheet import sheet_of
from ui.theme.state import current_tokens

_PAUSE_MS = 60
"""Before each part that nobody sees: keys and mouse come first."""


class Wardrobe(QObject):
    """Knows which parts wear the sheet, and which of them one of an earlier look."""

    def __init__(self, sheet: str, parent: QObject | None) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._worn: WeakKeyDictionary[QWidget, str] = WeakKeyDictionary()
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._dress_next)

    @property
    def is_done(self) -> bool:
        """Whether every part of the windows that are shown wears the sheet in use."""
        return self._next() is None

    def take_in(self, part: QWidget) -> None:
        """Let a part wear the sheet from now on, unless it is within one that does."""
        if part in self._worn or self._is_within(part):
            return
        self._put_on(part)

    def change(self, sheet: str) -> None:
        """Take another sheet into use."""
        if sheet == self._sheet:
            return
        self._sheet = sheet
        for part in self._parts():
            if part.isVisible():
                self._put_on(part)
            else:
                part.installEventFilter(self)
        self._timer.start()

    def let_fonts_through(self) -> None:
        """Let tabs learn of the next font.

        Qt marks a tab widget by the sheet that its bar wears, and tells a marked widget within an unmarked
        one of no other font.
        """
        for part in self._parts():
            around = part.parentWidget()
            if isinstance(around, QTabWidget) and not self._is_within(around):
                around.setAttribute(Qt.WidgetAttribute.WA_StyleSheet, False)  # noqa: FBT003 - Qt's

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Dress a part before somebody sees it."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and self._is_stale(watched):
            self._put_on(watched)
        return False

    def _put_on(self, part: QWidget) -> None:
        # Watched only while it wears an earlier look: else Python were called for each event of each part.
        part.removeEventFilter(self)
        self._worn[part] = self._sheet
        part.setStyleSheet(self._sheet)

    def _is_within(self, part: QWidget) -> bool:
        around = part.parentWidget()
        while around is not None and around not in self._worn:
            around = around.parentWidget()
        return around is not None

    def _is_stale(self, part: QWidget) -> bool:
        return self._worn.get(part, self._sheet) != self._sheet

    def _parts(self) -> list[QWidget]:
        return [part for part in list(self._worn) if isValid(part)]

    def _next(self) -> QWidget | None:
        """Return a part that may soon be seen: its window is there, and it is not on its way out."""
        stale = (part for part in self._parts() if self._is_stale(part))
        return next((part for part in stale if part.window().isVisible()), None)

    def _dress_next(self) -> None:
        part = self._next()
        if part is None:
            self._timer.stop()
        else:
            self._put_on(part)


@cache
def wardrobe() -> Wardrobe:
    """Return the one wardrobe; needs the application, and goes with it."""
    return Wardrobe(sheet_of(current_tokens()), QApplication.instance())
