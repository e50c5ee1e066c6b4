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
    widget = _next_in_chain(behind)
    while widget is not None and widget is not behind:
        if around.isAncestorOf(widget) and is_stop(widget):
            return widget
        widget = _next_in_chain(widget)
    return None


def is_stop(widget: QWidget) -> bool:
    """Return whether the Tab key stops at a widget now."""
    stops = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return stops and widget.isVisible() and widget.isEnabled() and focus_proxy(widget) is None


def focus_proxy(widget: QWidget) -> QWidget | None:
    """Return the widget that takes the keyboard in the place of another one; None where none does."""
    return _kept_by_its_parent(widget.focusProxy())


def _next_in_chain(widget: QWidget) -> QWidget | None:
    return _kept_by_its_parent(widget.nextInFocusChain())


def _kept_by_its_parent(found: QWidget | None) -> QWidget | None:
    """Tell PySide again whose child a widget is.

    It takes what these methods return for a child of the widget that was asked, and for deleted once that
    one is: the menu bar, or the window itself.
    """
    if found is not None:
        found.setParent(found.parentWidget())
    return found
