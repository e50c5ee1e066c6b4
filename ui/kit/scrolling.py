"""A page that scrolls up and down, and never sideways."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_AIR = 24


class ScrollPage(QScrollArea):
    """Shows one widget as wide as there is room for and as high as it needs."""

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._least = 0
        page.setObjectName("page")
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for more room where the page now needs more width; by itself Qt would cut it off."""
        is_done = super().eventFilter(watched, event)
        if event.type() is QEvent.Type.LayoutRequest and watched is self._page:
            least = self._page.minimumSizeHint().width()
            if least != self._least:
                self._least = least
                self.updateGeometry()
        return is_done

    def reveal(self, widget: QWidget) -> None:
        """Scroll until a widget inside can be seen, with some air around it."""
        self.ensureWidgetVisible(widget, 0, _AIR)

    def minimumSizeHint(self) -> QSize:
        """Return room for the page's least width: it never scrolls sideways."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._page.minimumSizeHint().width() + bar, 120)
