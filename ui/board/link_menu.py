"""The menu of all that an entry can be linked to, for those who do not drag."""

from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from planner.analysis.linking import Link, LinkGroup, link_groups, link_words
from planner.language import say
from planner.model.plan import Plan

_MOST = 100
"""Entries of a group in the menu; there are more ways to find one among so many."""


class LinkMenu(QMenu):
    """Offers what an entry can be linked to, grouped by field; what it is linked to already is ticked.

    Signals:
        wanted: the `Link` that the user chose.
    """

    wanted = Signal(object)

    def __init__(self, plan: Plan, record: str, parent: QWidget) -> None:
        """Make the menu.

        Args:
            plan: the plan.
            record: id of the entry.
            parent: what it opens over.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(say("Link “{name}” to", name=plan.name_of(record)))
        self._links: list[Link] = []
        for group in link_groups(plan, record):
            self._offer(plan, group)
        if not self._links:
            self.addAction(say("There is nothing to link it to yet.")).setEnabled(False)
        self.triggered.connect(self._choose)

    def _offer(self, plan: Plan, group: LinkGroup) -> None:
        menu = self.addMenu(_literal(group.title))
        for link in islice(group.links, _MOST):
            action = menu.addAction(_literal(_name(plan, group, link)))
            action.setData(len(self._links))
            action.setCheckable(link.is_there)
            action.setChecked(link.is_there)
            action.setEnabled(not link.is_there)
            self._links.append(link)
        more = len(group.links) - _MOST
        if more > 0:
            words = say("{count} more on the form of the entry", count=more)
            menu.addAction(words).setEnabled(False)

    def _choose(self, action: QAction) -> None:
        place = action.data()
        if isinstance(place, int):
            self.wanted.emit(self._links[place])


def _name(plan: Plan, group: LinkGroup, link: Link) -> str:
    """Return the other entry's name; where a link goes for it, the whole sentence."""
    return link_words(plan, link).split("\n")[0] if link.old else plan.name_of(group.other(link))


def _literal(words: str) -> str:
    """Return words of which a menu takes no letter for a key."""
    return words.replace("&", "&&")
