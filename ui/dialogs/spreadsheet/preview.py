"""What would come of a spreadsheet: its problems first, then the entries by kind."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from planner.exchange.spreadsheet.building import Taken
from planner.language import say
from planner.model.kinds import KINDS, kind_of
from planner.model.plan import Plan, display_name
from planner.model.record import Record
from planner.model.schema import fields
from planner.parsing import show_field
from ui.kit.region import current_locale
from ui.theme import icon

_MOST_SHOWN, _MOST_VALUES = 200, 4


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

    def show_taken(self, taken: Taken) -> None:
        """Show what was taken, and what was not."""
        self.clear()
        sheets = len({problem.sheet for problem in taken.problems}) > 1
        problems = [f"{p.sheet}, {p.sentence}" if sheets else p.sentence for p in taken.problems]
        self._add_group(say("Not taken"), problems, "triangle-alert", "warn")
        plan = taken.edit.plan
        own = [record for record in taken.records if record.id not in taken.made]
        made = [record for record in taken.records if record.id in taken.made]
        for kind in KINDS:
            lines = [_line(plan, record) for record in own if kind_of(record) is kind]
            self._add_group(kind.words, lines, "check", "ok")
        named = [f"{kind_of(record).word.capitalize()}: {display_name(record)}" for record in made]
        self._add_group(say("Added by name, because entries name them"), named, "plus", "accent")
        self.expandAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _add_group(self, title: str, lines: list[str], symbol: str, colour: str) -> None:
        if not lines:
            return
        group = QTreeWidgetItem([f"{title} ({len(lines)})"])
        group.setIcon(0, icon(symbol, colour))
        more = [say("and {count} more", count=len(lines) - _MOST_SHOWN)] if len(lines) > _MOST_SHOWN else []
        group.addChildren(list(map(_item, [*lines[:_MOST_SHOWN], *more])))
        self.addTopLevelItem(group)


class _Wrapping(QStyledItemDelegate):
    """Gives each line the height that it needs at the tree's width, which a tree alone does not."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of a line that is wrapped."""
        depth = 2 if index.parent().isValid() else 1
        width = self._tree.viewport().width() - depth * self._tree.indentation()
        option.rect = QRect(0, 0, width, option.rect.height() or 1)
        return super().sizeHint(option, index)


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
