"""The pages of the steps, made when they are first shown, with the way back and on below them."""

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from planner.language import say
from planner.model.kinds import Step
from ui.document import PlanDocument
from ui.kit.buttons import RingedButton
from ui.kit.text import caption_of
from ui.theme import dress, icon, reads_from_right
from ui.theme.tokens import LARGE, SMALL

if TYPE_CHECKING:
    from ui.board.page import BoardPage
    from ui.kit.kind_tabs import KindTabs

_STEPS = tuple(Step)


class Page(Protocol):
    """What the window asks of a page, besides being a widget."""

    def show_record(self, kind_key: str, record_id: str, field: str) -> None:
        """Select an entry and give the keyboard to a field.

        Args:
            kind_key: key of the kind.
            record_id: id of the entry; empty leads to the list of the kind.
            field: name of the field; empty leads to the entry as a whole.
        """

    @property
    def chosen_record(self) -> str:
        """Id of the entry that is chosen; empty where none is."""


class PageStack(QFrame):
    """Shows one page at a time.

    Signals:
        step_wanted: the `Step` that Back or Next leads to.
        record_wanted: kind, id and field of an entry that lies on another page.
        plan_wanted: a `Plan` is to be kept in a new file and opened, and what that file may be called.
    """

    step_wanted = Signal(object)
    record_wanted = Signal(str, str, str)
    plan_wanted = Signal(object, str)

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        self._document = document
        self._pages: dict[Step, QWidget] = {}
        self._board: BoardPage | None = None
        self._stack = QStackedWidget()
        self._back = _nav_button("back", "chevron-left")
        self._next = _nav_button("next", "chevron-right")
        self._next.setProperty("role", "primary")
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._step = Step.PURPOSE
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SMALL)
        layout.addWidget(self._stack, 1)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(LARGE)
        row.addWidget(self._back)
        row.addStretch(1)
        row.addWidget(self._next)
        layout.addWidget(foot)
        dress(foot)

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self._step

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._board if self.shows_board else self._pages.get(self._step)

    @property
    def shows_board(self) -> bool:
        """Whether the board is shown in place of a step."""
        return self._board is not None and self._stack.currentWidget() is self._board

    def show_board(self) -> None:
        """Show the board; the step stays the one to go back to."""
        if self._board is None:
            from ui.board.page import BoardPage  # noqa: PLC0415 - only where it is looked at

            self._board = BoardPage(self._document)
            self._board.record_wanted.connect(self.record_wanted)
            self._board.left.connect(self._leave_board)
            self._stack.addWidget(self._board)
            dress(self._board)
        self._stack.setCurrentWidget(self._board)
        self._name_buttons()

    def show_step(self, step: Step) -> None:
        """Show a step's page."""
        self._step = step
        if step not in self._pages:
            self._pages[step] = self._make(step)
            self._stack.addWidget(self._pages[step])
        self._stack.setCurrentWidget(self._pages[step])
        self._name_buttons()

    @property
    def chosen_record(self) -> str:
        """Id of the entry chosen on the present page; empty where none is."""
        return getattr(self.page, "chosen_record", "")

    @property
    def tab(self) -> int:
        """Number of the tab that the step's page shows; 0 where it has none."""
        tabs = self._tabs()
        return tabs.currentIndex() if tabs is not None else 0

    def show_tab(self, number: int) -> None:
        """Show a tab of the step's page, where there are so many."""
        tabs = self._tabs()
        if tabs is not None:
            tabs.setCurrentIndex(number)

    def _tabs(self) -> "KindTabs | None":
        return getattr(self._pages.get(self._step), "tabs", None)

    def show_record(self, kind_key: str, record_id: str, field: str) -> None:
        """Let the present page show an entry and a field of it."""
        if self.page is not None:
            cast("Page", self.page).show_record(kind_key, record_id, field)

    def _make(self, step: Step) -> QWidget:
        from ui.steps import make_page  # noqa: PLC0415 - the pages are many: only with the first plan

        page = make_page(step, self._document)
        page.record_wanted.connect(self.record_wanted)
        page.plan_wanted.connect(self.plan_wanted)
        return page

    def _name_buttons(self) -> None:
        if self.shows_board:
            self._back.setVisible(True)
            self._back.setText(caption_of(self._step.heading))
            self._back.setAccessibleName(say("Back: {step}", step=self._step.heading))
            self._next.setVisible(False)
            return
        place = _STEPS.index(self._step)
        self._back.setVisible(place > 0)
        self._next.setVisible(place < len(_STEPS) - 1)
        if place > 0:
            self._back.setText(caption_of(_STEPS[place - 1].heading))
            self._back.setAccessibleName(say("Back: {step}", step=_STEPS[place - 1].heading))
        if place < len(_STEPS) - 1:
            self._next.setText(caption_of(say("Next: {step}", step=_STEPS[place + 1].heading)))

    def _go_back(self) -> None:
        self.step_wanted.emit(self._step if self.shows_board else neighbour(self._step, -1))

    def _leave_board(self) -> None:
        self.step_wanted.emit(self._step)

    def _go_on(self) -> None:
        self.step_wanted.emit(neighbour(self._step, 1))


def neighbour(step: Step, direction: int) -> Step:
    """Return the next step (1) or the one before (-1); the first and last have none beyond."""
    return _STEPS[max(0, min(len(_STEPS) - 1, _STEPS.index(step) + direction))]


def _nav_button(name: str, symbol: str) -> QPushButton:
    button = RingedButton()
    button.setObjectName(name)
    if name == "next":
        # Its icon stands behind its words.
        other = Qt.LayoutDirection.LeftToRight if reads_from_right() else Qt.LayoutDirection.RightToLeft
        button.setLayoutDirection(other)
    button.setIcon(icon(symbol, "on_accent" if name == "next" else "text"))
    return button
