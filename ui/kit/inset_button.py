"""A small button inside a line's end: a calendar, a list."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import QLineEdit, QStyle

from ui.kit.buttons import IconButton
from ui.kit.text import set_tip
from ui.theme import current_tokens

_SIDE = 26


class InsetButton(IconButton):
    """Lies in a line edit; for the mouse, since a key does the same from the line itself."""

    def __init__(self, line: QLineEdit, symbol: str, name: str, tip: str) -> None:
        """Put a button into a line.

        Args:
            line: the line.
            symbol: name of the button's icon.
            name: what screen readers say.
            tip: what it does and by which key.
        """
        super().__init__(symbol, name, tone="muted", role="inset", parent=line)
        self._line = line
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        set_tip(self, tip)
        line.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the end, wherever the language has it."""
        if watched is self._line and event.type() in {QEvent.Type.Resize, QEvent.Type.StyleChange}:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        side = current_tokens().px(_SIDE)
        place = QRect(self._line.width() - side - 4, (self._line.height() - side) // 2, side, side)
        from_right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._line.setTextMargins(side if from_right else 0, 0, 0 if from_right else side, 0)
        self.setFixedSize(side, side)
        self.setGeometry(QStyle.visualRect(self.layoutDirection(), self._line.rect(), place))
