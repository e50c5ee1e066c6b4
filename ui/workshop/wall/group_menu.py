"""The menu of a card on the wall: all groups it can go to, its entry, and away."""

from collections.abc import Iterable
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from planner.language import say
from ui.kit.text import caption_of


class Deed(StrEnum):
    """What can be done with a card."""

    PUT = "put"
    PUT_IN_NEW = "new"
    SHOW = "show"
    REMOVE = "remove"


def card_menu(parent: QWidget, groups: Iterable[str]) -> QMenu:
    """Return the menu of a card, which goes when it is closed.

    Args:
        parent: owns it.
        groups: names of the groups that the card could go to; the empty one stands for none.
    """
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for group in groups:
        menu.addAction(caption_of(group or say("Not in a group"))).setData((Deed.PUT, group))
    menu.addAction(say("New group")).setData((Deed.PUT_IN_NEW, ""))
    menu.addSeparator()
    menu.addAction(say("Show the entry")).setData((Deed.SHOW, ""))
    menu.addAction(say("Take away")).setData((Deed.REMOVE, ""))
    return menu


def deed_of(action: QAction) -> tuple[Deed, str]:
    """Return what an action of the menu does, and with which group."""
    deed, group = action.data()
    return Deed(deed), str(group)
