"""Buttons whose icons grow with the size of text."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from ui.kit.text import caption_of, set_tip
from ui.theme import before_words, colour, current_tokens, icon
from ui.theme.tokens import CORNER

_ICON = 16
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_RING, _RING_IN = 2, 3
"""The ring's width and how far inside the button it lies, in pixels."""


class RingedButton(QPushButton):
    """A push button that shows by a ring inside that it has the keyboard, where it is the main one.

    Its colour leaves no room for a border of another; and an outline of the style sheet takes the padding.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter as by the space bar."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring over the button."""
        super().paintEvent(event)
        if self.hasFocus() and self.property("role") == "primary":
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour("on_accent"), _RING))
            inside = QRectF(self.rect()).adjusted(_RING_IN, _RING_IN, -_RING_IN, -_RING_IN)
            painter.drawRoundedRect(inside, CORNER - 2, CORNER - 2)


class WordButton(RingedButton):
    """A button with words, and an icon where it helps."""

    def __init__(self, words: str = "", symbol: str = "", *, role: str = "") -> None:
        """Make the button.

        Args:
            words: what it says; an ampersand marks no key.
            symbol: name of its icon.
            role: its look in the style sheet, such as "primary" or "quiet".
        """
        tone = "on_accent" if role == "primary" else "text"
        super().__init__(icon(symbol, tone) if symbol else QIcon(), caption_of(words))
        if role:
            self.setProperty("role", role)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Take on another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def say_words(self, words: str) -> None:
        """Say something else, or nothing beside the icon; an ampersand marks no key."""
        self.setText(caption_of(words))
        self._fit()

    def _fit(self) -> None:
        self.setIconSize(before_words(current_tokens().px(_ICON)) if self.text() else icon_size())


class IconButton(QToolButton):
    """A button with an icon alone; its name is told by its tool tip and to screen readers."""

    def __init__(
        self, symbol: str, name: str, *, tone: str = "text", role: str = "", parent: QWidget | None = None
    ) -> None:
        """Make the button.

        Args:
            symbol: name of its icon.
            name: what it does.
            tone: token of the icon's colour.
            role: its look in the style sheet, such as "inset".
            parent: owns the button.
        """
        super().__init__(parent)
        self.setIcon(icon(symbol, tone))
        self.setAccessibleName(name)
        set_tip(self, name)
        if role:
            self.setProperty("role", role)
        _fit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter as by the space bar."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take on another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            _fit(self)


def pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button by Enter, which Qt keeps for dialogs; elsewhere it would go to whatever lies around.

    Returns:
        Whether the key is dealt with: where it is held down, only its first press counts.
    """
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or event.modifiers() & ~_KEYPAD:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True


def icon_size() -> QSize:
    """Return the size of icons in buttons and tabs at the present size of text."""
    side = current_tokens().px(_ICON)
    return QSize(side, side)


def _fit(button: QAbstractButton) -> None:
    button.setIconSize(icon_size())
