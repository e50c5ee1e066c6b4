"""The wall: what was said, in groups that the room finds together."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from planner.editing import verbs
from planner.editing.patch import Patch
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.language import say
from planner.model.plan import Plan
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.empty_state import EmptyState
from ui.kit.text import caption_of, plain_label
from ui.messages import tell_error
from ui.theme.tokens import MEDIUM, SMALL
from ui.workshop.undo_strip import UndoStrip
from ui.workshop.wall.ghost import Ghost
from ui.workshop.wall.group_column import GroupColumn
from ui.workshop.wall.groups import call_group, cards_in, fresh_group, groups_of, put_into

_EDGE = 40
"""Pixels at the sides of the wall at which a carried card moves it along."""


class WallView(QWidget):
    """Shows all ideas as cards in their groups; cards go from group to group by mouse and by keys.

    Alt and an arrow sends a card to the group beside, M opens all groups, Enter writes in it, Delete
    takes it away and offers to bring it back.

    Signals:
        opened: id of an idea whose entry the user wants to see.
    """

    opened = Signal(str)

    def __init__(self, document: PlanDocument, *, read_only: bool = False) -> None:
        """Make the wall.

        Args:
            document: the document.
            read_only: it is only looked at, as in the room.
        """
        super().__init__()
        self._document = document
        self._read_only = read_only or document.read_only
        self._columns: list[GroupColumn] = []
        self._undo = UndoStrip(document)
        self._ghost = Ghost(self)
        self._new = WordButton(say("New group"), "plus", role="quiet")
        self._new.clicked.connect(self._group_current)
        self._new.setVisible(not self._read_only)
        self._last = ""
        self._shelf = QWidget()
        self._area = QScrollArea()
        self._nothing = EmptyState(
            "sticky-note",
            say("Nothing on the wall yet"),
            say("What is captured while people talk or write appears here as cards."),
            "",
        )
        self._build()
        self._show_all()
        document.changed.connect(self._follow)

    @property
    def columns(self) -> Sequence[GroupColumn]:
        """The groups, first the cards that are in none."""
        return self._columns

    @property
    def undo_strip(self) -> UndoStrip:
        """Brings back what was taken away."""
        return self._undo

    @property
    def new_button(self) -> WordButton:
        """Makes a group of the marked card; cards are dropped on it as well."""
        return self._new

    def column(self, group: str) -> GroupColumn:
        """Return the column of a group."""
        return next(column for column in self._columns if column.group == group)

    def column_with(self, idea: str) -> GroupColumn | None:
        """Return the column in which a card is."""
        holding = (column for column in self._columns if any(card.id == idea for card in column.cards.cards))
        return next(holding, None)

    def changeEvent(self, event: QEvent) -> None:
        """Take on another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._columns:
            self._remake()

    def _build(self) -> None:
        self._row = QHBoxLayout(self._shelf)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SMALL)
        self._row.addWidget(self._new, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addStretch(1)
        self._shelf.setObjectName("page")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._shelf)
        self._words = plain_label(
            say("Drag a card into a group, or move it by Alt and an arrow; M shows all groups."),
            role="muted",
            wraps=True,
        )
        self._words.setVisible(not self._read_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self._words)
        column.addWidget(self._area, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._undo)

    def _follow(self, patch: Patch) -> None:
        if "ideas" in patch.touched:
            self._show_all()

    def _show_all(self) -> None:
        plan = self._document.plan
        if self._groups() != [column.group for column in self._columns]:
            self._remake()
            return
        for column in self._columns:
            column.show_cards(cards_in(plan, column.group))
        self._area.setVisible(bool(plan.ideas))
        self._nothing.setVisible(not plan.ideas)

    def _groups(self) -> list[str]:
        """Return the groups; those that are there keep their places whatever is put into them."""
        there = groups_of(self._document.plan)
        shown = [column.group for column in self._columns if column.group in there]
        return [*shown, *(group for group in there if group not in shown)]

    def _remake(self) -> None:
        """Make the columns anew; the keyboard stays on its card."""
        had_focus = any(column.cards.hasFocus() for column in self._columns)
        groups = self._groups()
        for column in self._columns:
            self._row.removeWidget(column)
            column.blockSignals(True)  # noqa: FBT003 - Qt's; a name that is half typed is not taken now
            column.hide()
            column.deleteLater()
        self._columns = [self._new_column(group) for group in groups]
        for at, column in enumerate(self._columns):
            self._row.insertWidget(at, column)
        self._show_all()
        if had_focus:
            self.lead_to(self._last)

    def _new_column(self, group: str) -> GroupColumn:
        column = GroupColumn(group, read_only=self._read_only)
        cards = column.cards
        column.renamed.connect(self._rename)
        cards.edited.connect(self._write)
        cards.sent.connect(self._send)
        cards.stepped.connect(self._step)
        cards.menu_wanted.connect(self._offer_groups)
        cards.remove_wanted.connect(self._remove)
        cards.lifted.connect(self._lift)
        cards.carried.connect(self._carry)
        cards.dropped.connect(self._drop)
        cards.put_back.connect(self._put_back)
        cards.selectionModel().currentChanged.connect(self._remember)
        return column

    def lead_to(self, idea: str) -> None:
        """Lead the keyboard to a card."""
        column = self.column_with(idea) or next((one for one in self._columns if one.cards.cards), None)
        if column is not None:
            column.cards.choose(idea)
            column.cards.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(column)

    def put(self, idea: str, group: str) -> None:
        """Put a card into a group, in one step."""
        self._last = idea
        if self._do(lambda plan: put_into(plan, idea, group)):
            self.lead_to(idea)
            self._say(self._document.history.undo_label)

    def put_in_new(self, idea: str) -> None:
        """Put a card into a group of its own, and ask for its name."""
        group = fresh_group(self._document.plan)
        self.put(idea, group)
        self.column(group).write_name()

    def _remember(self) -> None:
        for column in self._columns:
            if column.cards.hasFocus() and column.cards.current:
                self._last = column.cards.current

    def _group_current(self) -> None:
        current = self._last if self._last in self._document.plan.ideas else ""
        first = next((card.id for card in self._columns[0].cards.cards), "") if self._columns else ""
        if current or first:
            self.put_in_new(current or first)

    def _write(self, idea: str, text: str) -> None:
        self._do(lambda plan: verbs.change(plan, idea, "name", text))

    def _rename(self, before: str, after: str) -> None:
        column = self.column(before)
        column.call(after)  # so that it keeps its place
        if not self._do(lambda plan: call_group(plan, before, after)):
            column.call(before)

    def _send(self, idea: str, way: int) -> None:
        own = self.column_with(idea)
        if own is None:
            return
        place = self._columns.index(own) + way
        if place == len(self._columns):
            self.put_in_new(idea)
        elif place >= 0:
            self.put(idea, self._columns[place].group)

    def _step(self, way: int) -> None:
        """Lead the keyboard to the next group that has cards."""
        at = next((at for at, column in enumerate(self._columns) if column.cards.hasFocus()), 0)
        beyond = self._columns[at + 1 :] if way > 0 else self._columns[:at][::-1]
        target = next((column for column in beyond if column.cards.cards), None)
        if target is not None:
            target.cards.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(target)

    def _offer_groups(self, idea: str, at: QPoint) -> None:
        """Open the menu with all groups."""
        self._last = idea
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in self._columns:
            if column is not self.column_with(idea):
                words = column.group or say("Not in a group")
                menu.addAction(caption_of(words)).setData(("put", column.group))
        menu.addAction(say("New group")).setData(("new", ""))
        menu.addSeparator()
        menu.addAction(say("Show the entry")).setData(("show", ""))
        menu.addAction(say("Take away")).setData(("remove", ""))
        menu.triggered.connect(self._take_choice)
        menu.popup(at)

    def _take_choice(self, action: QAction) -> None:
        what, group = action.data()
        idea = self._last
        if what == "put":
            self.put(idea, group)
        elif what == "new":
            self.put_in_new(idea)
        elif what == "show":
            self.opened.emit(idea)
        else:
            self._remove(idea)

    def _remove(self, idea: str) -> None:
        name = self._document.plan.ideas[idea].name
        if self._do(lambda plan: verbs.remove(plan, [idea])):
            self._undo.offer(say("“{idea}” is taken away.", idea=name))

    def _lift(self, idea: str) -> None:
        self._last = idea
        column = self.column_with(idea)
        if column is not None:
            card = next(card for card in column.cards.cards if card.id == idea)
            self._ghost.lift(card, column.cards.viewport().width())

    def _carry(self, at: QPoint) -> None:
        self._ghost.carry(self.mapFromGlobal(at))
        self._scroll_at_edge(self._area.mapFromGlobal(at).x())
        for column in self._columns:
            column.set_target(column.holds(at))

    def _scroll_at_edge(self, at: int) -> None:
        """Bring groups beyond the edge into sight while a card is carried there."""
        bar = self._area.horizontalScrollBar()
        if at < _EDGE:
            bar.setValue(bar.value() - _EDGE)
        elif at > self._area.width() - _EDGE:
            bar.setValue(bar.value() + _EDGE)

    def _drop(self, at: QPoint) -> None:
        self._put_back()
        own = self.column_with(self._last)
        target = next((column for column in self._columns if column.holds(at)), None)
        if target is not None and target is not own:
            self.put(self._last, target.group)
        elif target is None and self._new.rect().contains(self._new.mapFromGlobal(at)):
            self.put_in_new(self._last)

    def _put_back(self) -> None:
        self._ghost.hide()
        for column in self._columns:
            column.set_target(False)

    def _do(self, make: Callable[[Plan], Edit]) -> bool:
        try:
            self._document.do(make(self._document.plan))
        except PlanError as error:
            tell_error(self.window(), error)
            self._show_all()
            return False
        return True

    def _say(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
