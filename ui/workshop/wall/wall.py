"""The wall: what was said, in groups that the room finds together."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.editing import verbs
from planner.editing.patch import Patch
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.language import say
from planner.model.plan import Plan
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.empty_state import EmptyState
from ui.kit.text import plain_label
from ui.messages import tell_error
from ui.theme.tokens import MEDIUM
from ui.workshop.undo_strip import UndoStrip
from ui.workshop.wall.carrying import Carrying
from ui.workshop.wall.empty_groups import EmptyGroups
from ui.workshop.wall.group_column import GroupColumn
from ui.workshop.wall.group_menu import Deed, card_menu, deed_of
from ui.workshop.wall.groups import call_group, cards_in, dissolve, fresh_group, groups_of, put_into
from ui.workshop.wall.shelf import GroupShelf


class WallView(QWidget):
    """Shows all ideas as cards in their groups; cards go from group to group by mouse and by keys.

    Alt and an arrow sends a card to the group beside, M opens all groups, Enter writes in it, Delete
    takes it away and offers to bring it back. A group stays when its last card has gone elsewhere, until
    it is taken away itself.

    Signals:
        opened: id of an idea whose entry the user wants to see.
    """

    opened = Signal(str)

    def __init__(
        self,
        document: PlanDocument,
        *,
        read_only: bool = False,
        groups: Sequence[str] = (),
        keep_groups: Callable[[tuple[str, ...]], None] | None = None,
    ) -> None:
        """Make the wall.

        Args:
            document: the document.
            read_only: it is only looked at, as in the room.
            groups: names of groups that stay without a card.
            keep_groups: told these after each change, to be remembered; None forgets them with the wall.
        """
        super().__init__()
        self._document = document
        self._read_only = read_only or document.read_only
        self._empty = EmptyGroups(groups, keep_groups or _forgotten)
        self._undo = UndoStrip(document)
        self._new = WordButton(say("New group"), "plus", role="quiet")
        self._new.clicked.connect(self._group_current)
        if self._read_only:
            self._new.hide()
        self._last = ""
        self._shelf = GroupShelf(self._new)
        self._carrying = Carrying(self, self._shelf, self._new)
        self._nothing = EmptyState(
            "sticky-note",
            say("Nothing on the wall yet"),
            say("What is captured while people talk or write appears here as cards."),
            "",
        )
        self._build()
        self._look()
        self._connect()
        document.changed.connect(self._follow)

    @property
    def columns(self) -> Sequence[GroupColumn]:
        """The groups, first the cards that are in none."""
        return self._shelf.columns

    @property
    def shelf(self) -> GroupShelf:
        """All groups side by side."""
        return self._shelf

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
        return self._shelf.column(group)

    def column_with(self, idea: str) -> GroupColumn | None:
        """Return the column in which a card is."""
        return self._shelf.column_with(idea)

    def changeEvent(self, event: QEvent) -> None:
        """Take on another size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self.columns:
            self._remake()

    def _build(self) -> None:
        self._words = plain_label(
            say("Drag a card into a group, or move it by Alt and an arrow; M shows all groups."),
            role="muted",
            wraps=True,
        )
        if self._read_only:
            self._words.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self._words)
        column.addWidget(self._shelf, 1)
        column.addWidget(self._nothing, 1)
        column.addWidget(self._undo)

    def _connect(self) -> None:
        self._carrying.lifted.connect(self._take_up)
        self._carrying.put_wanted.connect(self.put)
        self._carrying.new_wanted.connect(self.put_in_new)

    def _follow(self, patch: Patch) -> None:
        if "ideas" in patch.touched:
            self._look()

    def _look(self) -> None:
        self._empty.follow(self._document.plan, len(self._document.history.done))
        self._show_all()

    def _show_all(self) -> None:
        plan = self._document.plan
        if self._groups() != [column.group for column in self.columns]:
            self._remake()
            return
        for column in self.columns:
            column.show_cards(cards_in(plan, column.group))
        is_used = bool(plan.ideas) or len(self.columns) > 1
        self._shelf.setVisible(is_used)
        self._nothing.setVisible(not is_used)

    def _groups(self) -> list[str]:
        """Return the groups; those that are there keep their places whatever is put into them."""
        there = dict.fromkeys((*groups_of(self._document.plan), *self._empty.names))
        shown = dict.fromkeys(column.group for column in self.columns if column.group in there)
        return list(shown | there)

    def _remake(self) -> None:
        """Make the columns anew; the keyboard stays on its card."""
        had_focus = self._shelf.has_keyboard
        self._shelf.remake(self._groups(), self._new_column)
        self._show_all()
        if had_focus:
            self.lead_to(self._last)

    def _new_column(self, group: str) -> GroupColumn:
        column = GroupColumn(group, read_only=self._read_only)
        cards = column.cards
        column.renamed.connect(self._rename)
        column.remove_wanted.connect(self._remove_group)
        cards.edited.connect(self._write)
        cards.sent.connect(self._send)
        cards.stepped.connect(self._shelf.step)
        cards.menu_wanted.connect(self._offer_groups)
        cards.remove_wanted.connect(self._remove)
        self._carrying.watch(cards)
        cards.selectionModel().currentChanged.connect(self._remember)
        return column

    def lead_to(self, idea: str) -> None:
        """Lead the keyboard to a card."""
        self._shelf.lead_to(idea)

    def put(self, idea: str, group: str) -> None:
        """Put a card into a group, in one step."""
        self._last = idea
        if self._do(lambda plan: put_into(plan, idea, group)):
            self.lead_to(idea)
            self._say(self._document.history.undo_label)

    def put_in_new(self, idea: str) -> None:
        """Put a card into a group of its own, and ask for its name."""
        group = fresh_group(self._groups())
        self.put(idea, group)
        self.column(group).write_name()

    def _take_up(self, idea: str) -> None:
        self._last = idea

    def _remember(self) -> None:
        self._last = self._shelf.current or self._last

    def _group_current(self) -> None:
        current = self._last if self._last in self._document.plan.ideas else ""
        first = next((card.id for card in self.columns[0].cards.cards), "")
        if current or first:
            self.put_in_new(current or first)

    def _write(self, idea: str, text: str) -> None:
        self._do(lambda plan: verbs.change(plan, idea, "name", text))

    def _rename(self, before: str, after: str) -> None:
        column = self.column(before)
        column.call(after)  # so that it keeps its place
        self._empty.call(before, after)
        if not column.cards.cards:
            self._show_all()
        elif self._do(lambda plan: call_group(plan, before, after)):
            self._empty.forget(before)  # where the other group had been there already
            self._show_all()
        else:
            column.call(before)
            self._empty.call(after, before)

    def _remove_group(self, group: str) -> None:
        """Take a group away, and offer to bring it back."""
        had_cards = bool(self.column(group).cards.cards)
        if had_cards and not self._do(lambda plan: dissolve(plan, group)):
            return
        self._empty.forget(group)
        self._show_all()
        words = say("The group “{group}” is taken away.", group=group)
        self._undo.offer(words, None if had_cards else partial(self._bring_back, group))

    def _bring_back(self, group: str) -> None:
        self._empty.bring_back(group)
        self._show_all()

    def _send(self, idea: str, way: int) -> None:
        is_there, beside = self._shelf.beside(idea, way)
        if beside is not None:
            self.put(idea, beside.group)
        elif is_there:
            self.put_in_new(idea)

    def _offer_groups(self, idea: str, at: QPoint) -> None:
        """Open the menu with all groups."""
        self._last = idea
        others = [column.group for column in self.columns if not column.has(idea)]
        menu = card_menu(self, others)
        menu.triggered.connect(self._take_choice)
        menu.popup(at)

    def _take_choice(self, action: QAction) -> None:
        deed, group = deed_of(action)
        idea = self._last
        match deed:
            case Deed.PUT:
                self.put(idea, group)
            case Deed.PUT_IN_NEW:
                self.put_in_new(idea)
            case Deed.SHOW:
                self.opened.emit(idea)
            case Deed.REMOVE:
                self._remove(idea)

    def _remove(self, idea: str) -> None:
        name = self._document.plan.ideas[idea].name
        if self._do(lambda plan: verbs.remove(plan, [idea])):
            self._undo.offer(say("“{idea}” is taken away.", idea=name))

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


def _forgotten(_names: tuple[str, ...]) -> None:
    """Remember nothing: the wall is only looked at, or stands alone."""
