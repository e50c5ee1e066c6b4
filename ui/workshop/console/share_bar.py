"""A thin bar that says how much of something is gone."""

from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.language import say
from planner.model.format import percent
from ui.theme import colour

_HEIGHT = 6


class ShareBar(QWidget):
    """Paints a share of its width in a colour of the theme; words beside it say the same."""

    def __init__(self, name: str) -> None:
        """Make an empty bar.

        Args:
            name: what it shows, for screen readers.
        """
        super().__init__()
        self._share, self._tone, self._name = 0.0, "accent", name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, tone: str) -> None:
        """Show a share from 0 to 1 in the colour of a token."""
        if (share, tone) != (self._share, self._tone):
            self._share, self._tone = share, tone
            whole = percent(round(Decimal(share), 2))
            self.setAccessibleName(say("{name}: {share}", name=self._name, share=whole))
            self.update()

    def sizeHint(self) -> QSize:
        """Return a thin line."""
        return QSize(80, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the whole and the share of it, from where reading begins."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(colour("line"))
        painter.drawRoundedRect(whole, _HEIGHT / 2, _HEIGHT / 2)
        gone = whole.width() * min(1.0, max(0.0, self._share))
        left = whole.right() - gone if self.isRightToLeft() else whole.left()
        painter.setBrush(colour(self._tone))
        painter.drawRoundedRect(QRectF(left, whole.top(), gone, whole.height()), _HEIGHT / 2, _HEIGHT / 2)
        painter.end()
