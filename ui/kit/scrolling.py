"""A page that scrolls up and down, and never sideways."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_AIR = 24


class ScrollPage(QScrollArea):
    """Shows one widget as wide as there is room for and as high as it needs."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        page.setObjectName("page")
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def reveal(self, widget: QWidget) -> None:
        """Scroll until a widget inside can be seen, with some air around it."""
        self.ensureWidgetVisible(widget, 0, _AIR)

    def minimumSizeHint(self) -> QSize:
        """Return room for the page's least width: it never scrolls sideways."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._page.minimumSizeHint().width() + bar, 120)
