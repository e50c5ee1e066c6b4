"""The tour: a card that points at the real window, which stays usable all the while.

Nothing moves by itself and nothing fades, so there is no motion to turn off.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.language import say
from ui.findings.rows import Show
from ui.kit.buttons import RingedButton
from ui.kit.text import plain_label
from ui.shell.tour_place import MARGIN, CardSize, place_card
from ui.shell.tour_steps import TOUR
from ui.shell.workbench import Workbench
from ui.theme import colour, current_tokens, dress, set_look
from ui.theme.tokens import CORNER, LARGE, MEDIUM, SMALL

_WIDTH, _LEAST, _SHADE = 340, 240, 150
_MOVES = {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show}


class Spotlight(QWidget):
    """Shades the window but for what is pointed at; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._hole = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def hole(self) -> QRect:
        """The part of the window that is left bright."""
        return self._hole

    def point_at(self, hole: QRect) -> None:
        """Leave a part of the window bright."""
        self._hole = hole
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint shade and ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF() if self._hole.isEmpty() else QRectF(self._hole).adjusted(-2, -2, 2, 2)
        shade = QPainterPath()
        shade.addRect(QRectF(self.rect()))
        hole = QPainterPath()
        hole.addRoundedRect(ring, CORNER, CORNER)
        dark = colour("bg")
        dark.setAlpha(_SHADE)
        painter.fillPath(shade.subtracted(hole), dark)
        if not self._hole.isEmpty():
            painter.setPen(QPen(colour("focus"), 3))
            painter.drawPath(hole)


class Tour(QFrame):
    """The card with words and buttons."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._bench: Workbench | None = None
        self._before: QWidget | None = None
        self._target: QWidget | None = None
        self._kept: QWidget | None = None
        self._at = 0
        self._panel_was_open = False
        self._shows = Show.STEP
        self._light = Spotlight(window)
        self._place_label = plain_label(role="caption")
        self._title = plain_label(role="h3", wraps=True)
        self._words = plain_label(wraps=True)
        self._skip, self._back, self._next = (
            RingedButton(say("Skip")),
            RingedButton(say("Back")),
            RingedButton(say("Next")),
        )
        self._build()
        self.hide()
        window.installEventFilter(self)
        dress(self)

    def _build(self) -> None:
        self.setObjectName("tour")
        self.setProperty("role", "drawer")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        layout.setSpacing(SMALL)
        for label in (self._place_label, self._title, self._words):
            layout.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(self._skip)
        row.addStretch(1)
        row.addWidget(self._back)
        row.addWidget(self._next)
        layout.addLayout(row)
        for name, button in (("skip", self._skip), ("back", self._back), ("next", self._next)):
            button.setObjectName(f"tour.{name}")
            button.installEventFilter(self)
        set_look(self._next, "role", "primary")
        self._skip.clicked.connect(self.end)
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)

    def begin(self, bench: Workbench) -> None:
        """Start at the first stop."""
        self.end()
        self._bench = bench
        self._before = bench.focusWidget()
        self._panel_was_open = bench.panel_is_open
        self._shows = bench.panel.shows
        bench.destroyed.connect(self.end)
        self._at = 0
        self._show_stop()

    def go(self, direction: int) -> None:
        """Go on (1) or back (-1); the tour ends behind the last stop."""
        self._at = max(0, self._at + direction)
        if self._at < len(TOUR):
            self._show_stop()
        else:
            self.end()

    def end(self) -> None:
        """Leave the tour; where the window goes, there is nothing to leave."""
        if self._bench is None or not isValid(self._window):
            return
        had_keyboard = self.isAncestorOf(QApplication.focusWidget() or self._window)
        bench, self._bench, self._kept = self._bench, None, None
        self._point_at(None)
        if isValid(bench):
            bench.destroyed.disconnect(self.end)  # it may go later, while another plan has the tour
            self._tidy(bench)
        self.hide()
        self._light.hide()
        if had_keyboard and isValid(bench):
            self._give_back(bench)

    def _tidy(self, bench: Workbench) -> None:
        """Leave the findings as they were before the tour, which may have opened them over the page."""
        if bench.panel_is_open and not self._panel_was_open:
            bench.toggle_panel()
        if bench.panel.shows is not self._shows:
            bench.panel.show_findings(self._shows)

    def _give_back(self, bench: Workbench) -> None:
        """Lead the keyboard to where it was in the plan, or to the page."""
        before = self._before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            bench.focus_page()

    def dismantle(self) -> None:
        """Leave the tour and let its parts go."""
        self.end()
        self._light.deleteLater()
        self.deleteLater()

    def _go_on(self) -> None:
        self.go(1)

    def _go_back(self) -> None:
        self.go(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by arrows and Enter; leave by Escape."""
        forward, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.isRightToLeft():
            forward, back = back, forward
        if event.key() == forward:
            self.go(1)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            (
                self._skip if self._skip.hasFocus() else self._back if self._back.hasFocus() else self._next
            ).click()
        elif event.key() == back:
            self.go(-1)
        elif event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is pointed at; arrows go through the tour, not from button to button."""
        if isinstance(event, QKeyEvent) and watched in {self._skip, self._back, self._next}:
            is_arrow = event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}
            if is_arrow and event.type() == QEvent.Type.KeyPress:
                self.keyPressEvent(event)
            return is_arrow
        if event.type() in _MOVES and self._bench is not None:
            self._place()
        return False

    def _show_stop(self) -> None:
        if self._bench is None:
            return
        stop = TOUR[self._at]
        self._tidy(self._bench)
        self._point_at(stop.find(self._bench))
        self._kept = stop.keep(self._bench)
        self._place_label.setText(say("{number} of {count}", number=self._at + 1, count=len(TOUR)))
        self._title.setText(say(stop.title))
        self._words.setText(say(stop.words))
        self._back.setEnabled(self._at > 0)
        self._next.setText(say("Next") if self._at + 1 < len(TOUR) else say("Done"))
        self.setAccessibleName(f"{say(stop.title)}. {say(stop.words)}")
        self._light.show()
        self.show()
        self._place()
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def _point_at(self, target: QWidget | None) -> None:
        if self._target is not None and isValid(self._target):
            self._target.removeEventFilter(self)
        self._target = target
        if target is not None:
            target.installEventFilter(self)

    def _place(self) -> None:
        """Lay the shade over the window and the card beside what is pointed at."""
        room = self._window.rect()
        self._light.setGeometry(room)
        hole = self._seen(self._target).intersected(room)
        self._light.point_at(hole)
        self.setMinimumWidth(0)
        self.setMaximumWidth(room.width())
        least = max(self.minimumSizeHint().width(), current_tokens().px(_LEAST))
        card = CardSize(current_tokens().px(_WIDTH), least, self._height_at)
        place = place_card(card, hole, self._seen(self._kept), room)
        self.setFixedWidth(place.width())
        self.setGeometry(place)
        self._light.raise_()
        self.raise_()

    def _height_at(self, width: int) -> int:
        needed = max(self.heightForWidth(width), self.sizeHint().height())
        return min(needed, self._window.height() - 2 * MARGIN)

    def _seen(self, part: QWidget | None) -> QRect:
        """Return where in the window a part is."""
        if part is None or not isValid(part) or not part.isVisible():
            return QRect()
        return QRect(part.mapTo(self._window, QPoint(0, 0)), part.size())
