"""The tour: a card that points at the real window, which stays usable all the while.

Nothing moves by itself and nothing fades, so there is no motion to turn off.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from planner.language import say
from ui.kit.text import plain_label
from ui.shell.tour_steps import TOUR
from ui.shell.workbench import Workbench
from ui.theme import colour, current_tokens, dress, set_look
from ui.theme.tokens import CORNER, LARGE, MEDIUM, SMALL

_WIDTH, _MARGIN, _SHADE = 340, 12, 150


class Spotlight(QWidget):
    """Shades the window but for what is pointed at; the mouse goes through it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._hole = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def point_at(self, hole: QRect) -> None:
        """Leave a part of the window bright."""
        self._hole = hole
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint shade and ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self._hole).adjusted(-2, -2, 2, 2)
        shade = QPainterPath()
        shade.addRect(QRectF(self.rect()))
        hole = QPainterPath()
        hole.addRoundedRect(ring, CORNER, CORNER)
        dark = colour("bg")
        dark.setAlpha(_SHADE)
        painter.fillPath(shade.subtracted(hole), dark)
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
        self._at = 0
        self._panel_was_open = False
        self._light = Spotlight(window)
        self._place_label = plain_label(role="caption")
        self._title = plain_label(role="h3", wraps=True)
        self._words = plain_label(wraps=True)
        self._skip, self._back, self._next = (
            QPushButton(say("Skip")),
            QPushButton(say("Back")),
            QPushButton(say("Next")),
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
        self._bench = bench
        self._before = bench.focusWidget()
        self._panel_was_open = bench.panel_is_open
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
        """Leave the tour."""
        if self._bench is None:
            return
        had_keyboard = self.isAncestorOf(QApplication.focusWidget() or self._window)
        bench, self._bench, self._target = self._bench, None, None
        if isValid(bench) and bench.panel_is_open and not self._panel_was_open:
            bench.toggle_panel()
        self.hide()
        self._light.hide()
        if had_keyboard and isValid(bench):
            self._give_back(bench)

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
        """Follow the window's size; arrows go through the tour, not from button to button."""
        if isinstance(event, QKeyEvent) and watched is not self._window:
            is_arrow = event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}
            if is_arrow and event.type() == QEvent.Type.KeyPress:
                self.keyPressEvent(event)
            return is_arrow
        if watched is self._window and event.type() == QEvent.Type.Resize and self._bench is not None:
            self._place()
        return False

    def _show_stop(self) -> None:
        if self._bench is None:
            return
        stop = TOUR[self._at]
        self._target = stop.find(self._bench)
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

    def _place(self) -> None:
        """Lay the shade over the window and the card beside what is pointed at."""
        room = self._window.rect()
        self._light.setGeometry(room)
        target = self._target
        hole = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size()) if target else QRect()
        self._light.point_at(hole.intersected(room))
        width = min(current_tokens().px(_WIDTH), room.width() - 2 * _MARGIN)
        self.setFixedWidth(width)
        height = min(max(self.heightForWidth(width), self.sizeHint().height()), room.height() - 2 * _MARGIN)
        self.resize(width, height)
        self.move(_beside(hole, self.rect(), room))
        self._light.raise_()
        self.raise_()


def _beside(hole: QRect, card: QRect, room: QRect) -> QPoint:
    """Return where a card stands: right of the hole, else left of it, else in its lower right corner."""
    top = max(_MARGIN, min(hole.top() + _MARGIN, room.height() - card.height() - _MARGIN))
    if hole.right() + card.width() + 2 * _MARGIN <= room.width():
        return QPoint(hole.right() + _MARGIN, top)
    if hole.left() - card.width() - _MARGIN >= _MARGIN:
        return QPoint(hole.left() - card.width() - _MARGIN, top)
    low = min(hole.bottom(), room.height()) - card.height() - _MARGIN
    return QPoint(room.width() - card.width() - 2 * _MARGIN, max(_MARGIN, low))
