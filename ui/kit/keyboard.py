"""Where the keyboard goes when what had it goes away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def has_keyboard(part: QWidget) -> bool:
    """Return whether the keyboard is in a part of a window."""
    widget = QApplication.focusWidget()
    return widget is not None and (widget is part or part.isAncestorOf(widget))


def give_keyboard(*places: QWidget) -> None:
    """Give the keyboard to the first of several places that is seen and takes it.

    Qt gives it to a hidden widget as readily, where nobody sees what the next key does.
    """
    for place in places:
        if place.isVisible() and place.isEnabled():
            place.setFocus(Qt.FocusReason.OtherFocusReason)
            return


def first_stop(around: QWidget) -> QWidget | None:
    """Return the first widget inside another one at which the Tab key stops; None where there is none."""
    return next_stop(around, around)


def next_stop(behind: QWidget, around: QWidget) -> QWidget | None:
    """Return the stop of the Tab key that comes next.

    Args:
        behind: comes before it.
        around: it is inside this one.
    """
    widget = behind.nextInFocusChain()
    while widget is not None and widget is not behind:
        if around.isAncestorOf(widget) and is_stop(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None


def is_stop(widget: QWidget) -> bool:
    """Return whether the Tab key stops at a widget now."""
    stops = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return stops and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
