"""What would come of a spreadsheet: its problems first, then the entries by kind."""

from collections.abc import Iterable
from itertools import islice

from PySide6.QtCore import QMargins, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from planner.exchange.spreadsheet.report import ImportReport
from planner.language import say
from planner.model.format import format_number
from planner.model.kinds import KINDS, kind_of
from planner.model.plan import Plan, display_name
from planner.model.record import Record
from planner.model.schema import fields
from planner.parsing import show_field
from ui.kit.region import current_locale
from ui.theme import icon

_MOST_SHOWN, _MOST_VALUES = 200, 4
_APART = QMargins(0, 3, 0, 3)
_FEW = 5
"""Problems that are shown at once; more are folded by column."""


class Preview(QTreeWidget):
    """Lists problems and entries."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("spreadsheet.preview")
        self.setAccessibleName(say("What comes of it"))
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setItemDelegate(_Wrapping(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def show_report(self, report: ImportReport) -> None:
        """Show what was taken and what not: counts at a glance, each cell where one opens its group."""
        self.clear()
        self._add_problems(report)
        left_out = report.left_out
        self._add_group(say("Not understood, left out"), left_out, len(left_out), "circle", "muted")
        taken = report.taken
        plan = taken.edit.plan
        for kind in KINDS:
            own = [one for one in taken.records if one.id not in taken.made and kind_of(one) is kind]
            self._add_group(kind.words, (_line(plan, one) for one in own), len(own), "check", "ok")
        made = [one for one in taken.records if one.id in taken.made]
        named = (f"{kind_of(one).word.capitalize()}: {display_name(one)}" for one in made)
        title = say("Added by name, because entries name them")
        self._add_group(title, named, len(made), "plus", "accent")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _add_problems(self, report: ImportReport) -> None:
        if not report.groups:
            return
        top = self._add_top(say("Not taken"), len(report.taken.problems), "triangle-alert", "warn")
        for group in report.groups:
            item = _item(report.heading_of(group))
            item.addChildren(list(map(_item, _first(group.lines, len(group.lines)))))
            top.addChild(item)
            item.setExpanded(len(report.taken.problems) <= _FEW)
        top.setExpanded(True)

    def _add_group(self, title: str, lines: Iterable[str], count: int, symbol: str, colour: str) -> None:
        """Add a group of lines; those that are too many are never worked out."""
        if count:
            top = self._add_top(title, count, symbol, colour)
            top.addChildren(list(map(_item, _first(lines, count))))
            top.setExpanded(True)

    def _add_top(self, title: str, count: int, symbol: str, colour: str) -> QTreeWidgetItem:
        top = QTreeWidgetItem([f"{title} ({format_number(count)})"])
        top.setIcon(0, icon(symbol, colour))
        self.addTopLevelItem(top)
        return top


class _Wrapping(QStyledItemDelegate):
    """Gives each line the height that it needs at the tree's width, which a tree alone does not."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a line that is wrapped."""
        width = self._tree.viewport().width() - _depth(index) * self._tree.indentation()
        option.rect = QRect(0, 0, width, option.rect.height() or 1)
        return super().sizeHint(option, index).grownBy(_APART)


def _depth(index: QModelIndex | QPersistentModelIndex) -> int:
    parent = index.parent()
    return 1 + _depth(parent) if parent.isValid() else 1


def _first(lines: Iterable[str], count: int) -> list[str]:
    """Return as many lines as are shown, and how many there are more."""
    more = [say("and {count} more", count=count - _MOST_SHOWN)] if count > _MOST_SHOWN else []
    return [*islice(lines, _MOST_SHOWN), *more]


def _item(words: str) -> QTreeWidgetItem:
    return QTreeWidgetItem([words])


def _line(plan: Plan, record: Record) -> str:
    values = list(_values(plan, record))[:_MOST_VALUES]
    return f"{display_name(record)} — {', '.join(values)}" if values else display_name(record)


def _values(plan: Plan, record: Record) -> Iterable[str]:
    for spec in fields(kind_of(record).key):
        value = getattr(record, spec.name)
        if spec.name != "name" and value != spec.default:
            yield f"{spec.title.lower()} {show_field(spec, value, plan, current_locale())}"
