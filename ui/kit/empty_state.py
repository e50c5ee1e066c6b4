"""What stands where a list is empty: what to do, and the button that does it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.buttons import WordButton
from ui.kit.text import plain_label
from ui.theme import colour, current_tokens, paint_icon
from ui.theme.tokens import LARGE, SMALL


class Pictogram(QWidget):
    """A large, quiet icon."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tone = name, "muted"
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, tone: str) -> None:
        """Show another icon in a token's colour."""
        self._name, self._tone = name, tone
        self.update()

    def sizeHint(self) -> QSize:
        """Return the icon's size with some air."""
        return QSize(current_tokens().px(40), current_tokens().px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon in the middle."""
        size = min(self.width(), self.height()) * 0.9
        place = QRectF(0, 0, size, size)
        place.moveCenter(QRectF(self.rect()).center())
        painter = QPainter(self)
        paint_icon(painter, place, self._name, colour(self._tone).name())


class EmptyState(QWidget):
    """Says what belongs into an empty list.

    Signals:
        wanted: the button was pressed.
    """

    wanted = Signal()

    def __init__(
        self,
        symbol: str,
        title: str,
        words: str,
        button: str,
        button_symbol: str = "plus",
        parent: QWidget | None = None,
    ) -> None:
        """Make it.

        Args:
            symbol: name of its icon.
            title: one short line, such as "No tactics yet".
            words: one sentence that says what to do.
            button: what the button says; empty leaves it out.
            button_symbol: name of the button's icon.
            parent: owns it.
        """
        super().__init__(parent)
        heading = plain_label(title, role="h3", wraps=True)
        sentence = plain_label(words, role="muted", wraps=True)
        for label in (heading, sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button = WordButton(button, button_symbol)
        if not button:
            self._button.hide()
        self._button.clicked.connect(self.wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        column.addStretch(1)
        column.addWidget(Pictogram(symbol), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (heading, sentence):
            column.addWidget(label)
        column.addSpacing(SMALL)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    @property
    def button(self) -> QPushButton:
        """The button."""
        return self._button
