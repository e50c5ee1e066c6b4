"""A layout that sets its items side by side and begins a new line where there is no more room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget
from shiboken6 import isValid

from ui.theme.tokens import SMALL


class FlowLayout(QLayout):
    """Items in reading order, wrapped like words; an item that may grow takes the rest of its line."""

    def __init__(self, parent: QWidget | None = None, *, across: int = SMALL, down: int = SMALL) -> None:
        """Make an empty layout.

        Args:
            parent: the widget that it lays out.
            across: space between items of one line, in pixels.
            down: space between lines, in pixels.
        """
        super().__init__(parent)
        self._placed: list[QLayoutItem] = []
        self._across, self._down = across, down
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take up an item at the end."""
        self._placed.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._placed)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the item at a place, or None past the end."""
        return self._placed[index] if 0 <= index < len(self._placed) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give an item up."""
        return self._placed.pop(index) if 0 <= index < len(self._placed) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Grow in no direction by itself."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """Return the size with all items on one line."""
        shown = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in shown) + self._across * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """Return room for the widest item alone."""
        shown = [item.minimumSize() for item in self._shown()]
        return QSize(
            max((size.width() for size in shown), default=0),
            max((size.height() for size in shown), default=0),
        )

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _shown(self) -> list[QLayoutItem]:
        # A window that goes asks once more, when its items are gone already.
        return [item for item in self._placed if isValid(item) and not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        top = rect.top()
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line)
            if move:
                self._place(line, QRect(rect.left(), top, rect.width(), height))
            top += height + self._down
        return max(0, top - self._down - rect.top())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            needed = item.sizeHint().width()
            if lines and used + self._across + needed <= width:
                lines[-1].append(item)
                used += self._across + needed
            else:
                lines.append([item])
                used = needed
        return lines

    def _direction(self) -> Qt.LayoutDirection:
        owner = self.parentWidget()
        return owner.layoutDirection() if owner else Qt.LayoutDirection.LeftToRight

    def _place(self, line: list[QLayoutItem], rect: QRect) -> None:
        used = sum(item.sizeHint().width() for item in line) + self._across * (len(line) - 1)
        growing = [item for item in line if item.expandingDirections() & Qt.Orientation.Horizontal]
        spare = max(0, rect.width() - used) // len(growing) if growing else 0
        left = rect.left()
        for item in line:
            size = item.sizeHint()
            width = min(rect.width(), size.width() + (spare if item in growing else 0))
            top = rect.top() + (rect.height() - size.height()) // 2
            place = QRect(QPoint(left, top), QSize(width, size.height()))
            item.setGeometry(QStyle.visualRect(self._direction(), rect, place))
            left += width + self._across
