"""A tab that is made when it is first shown: a page opens as quickly as its first tab."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid


class LazyTab(QWidget):
    """Stands for a widget until that is needed, then holds it."""

    def __init__(self, make: Callable[[], QWidget]) -> None:
        """Remember how the widget is made.

        Args:
            make: makes the widget; called once.
        """
        super().__init__()
        self._make = make
        self._content: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def content(self) -> QWidget:
        """Return the widget, made now if need be."""
        if self._content is None:
            self._content = self._make()
            self._column.addWidget(self._content)
            # At once: a layout shows what it gains only in the next turn, too late to take the keyboard;
            # and in its own room, as what it shows may depend on that.
            self._content.setGeometry(self.rect())
            self._content.show()
        return self._content

    def empty(self) -> bool:
        """Delete the widget.

        Returns:
            Whether there was one still.
        """
        content, self._content = self._content, None
        if content is None or not isValid(content):
            return False
        content.deleteLater()
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Make the widget: somebody looks."""
        self.content()
        super().showEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Return what the widget needs; nothing while there is none."""
        return QSize(0, 0) if self._content is None else self._content.minimumSizeHint()
