"""What of a window can have the keyboard, and how it is called in a test's failure."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView, QTabBar)


def controls(root):
    """Yield what can have the keyboard, without the inner parts of Qt's own widgets."""
    for widget in root.findChildren(QWidget):
        inner = isinstance(widget.parent(), QComboBox) or widget.objectName().startswith("qt_")
        can_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if isinstance(widget, CONTROLS) and widget.isVisibleTo(root) and can_focus and not inner:
            yield widget


def described(widget):
    return f"{type(widget).__name__} {widget.objectName()!r}"
