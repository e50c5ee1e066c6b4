"""What hands do in several tests: Tab to a widget, and choose what is exported."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from ui.dialogs.export.products import Product


def in_hand():
    """Return the widget that has the keyboard; fail where nobody has it, as a key to nobody aborts."""
    widget = QApplication.focusWidget()
    if widget is None:
        pytest.fail("nobody has the keyboard")
    return widget


def press_tab():
    """Press Tab where the keyboard is."""
    QTest.keyClick(in_hand(), Qt.Key.Key_Tab)


def tab_to(widget, press=press_tab, most=400):
    """Press Tab until a widget, or a part of it, has the keyboard.

    Args:
        widget: where to go.
        press: presses Tab once.
        most: presses after which it counts as out of reach.
    """
    for _ in range(most):
        at = QApplication.focusWidget()
        if at is widget or (at is not None and (widget.isAncestorOf(at) or at is widget.focusProxy())):
            return
        press()
    pytest.fail(f"Tab never leads to {widget.accessibleName() or widget.objectName()!r}")


def said(dialog):
    """Return all that the labels of a dialog say."""
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def make(dialog, product):
    """Choose in the export dialog what is made, by arrow keys."""
    combo = dialog.findChild(QComboBox, "export.what")
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Home)
    for _ in range(list(Product).index(product)):
        QTest.keyClick(combo, Qt.Key.Key_Down)
    assert dialog.choices.product is product
