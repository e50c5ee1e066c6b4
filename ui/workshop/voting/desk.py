"""The desk of a vote: which vote, the table in which it is cast, who is missing, and the result."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFrame, QMenu, QSizePolicy, QTabWidget, QVBoxLayout, QWidget

from planner.editing import verbs
from planner.editing.patch import Patch
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.language import say
from planner.model.plan import display_name
from planner.model.vocabulary import BallotSort
from planner.workshop.voting import clear, hide, reveal, votes_of
from ui.document import PlanDocument
from ui.kit.buttons import IconButton, WordButton
from ui.kit.edits import new_record
from ui.kit.empty_state import EmptyState
from ui.kit.flow import FlowLayout
from ui.kit.record_form import RecordForm
from ui.kit.scrolling import ScrollPage
from ui.kit.text import caption_of, plain_label
from ui.messages import tell_error
from ui.theme import icon
from ui.theme.tokens import MEDIUM, SMALL
from ui.workshop.block_at_hand import WhichBlock, no_block
from ui.workshop.undo_strip import UndoStrip
from ui.workshop.voting.bars import BarsView
from ui.workshop.voting.casting import VoteCaster
from ui.workshop.voting.grid import VoteGrid
from ui.workshop.voting.people import PeopleInRoom
from ui.workshop.voting.question_choice import QuestionChoice
from ui.workshop.voting.reading import bars_of, sheet_of, turnout

_NOT_HERE = ("question", "revealed", "chosen", "decided_by", "decided_on", "why")
_KINDS = {"ballots", "votes", "participants", "ideas", "agenda_blocks"}


class VotingDesk(QWidget):
    """Lets the facilitator cast everybody's votes, and reveals the result when all is cast."""

    def __init__(self, document: PlanDocument, block: WhichBlock = no_block) -> None:
        """Make the desk.

        Args:
            document: the document.
            block: tells which block of the agenda runs, as a new ballot is held in it.
        """
        super().__init__()
        self._document = document
        self._block = block
        self._ballot = ""
        self._choice = QComboBox()
        self._choice.setAccessibleName(say("Ballot"))
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.setMinimumContentsLength(20)
        self._choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._new = WordButton(say("New ballot"), "plus")
        self._remove = IconButton("trash-2", say("Remove the ballot"))
        self._clear = IconButton("rotate-ccw", say("Take back all votes of this ballot"))
        self._reveal = WordButton(say("Reveal the result"), "eye", role="primary")
        self._grid = VoteGrid()
        self._turnout = plain_label(wraps=True)
        self._problem = plain_label(role="error", wraps=True)
        self._problem.hide()
        self._bars = BarsView()
        self._hidden = plain_label(
            say("The result is hidden until it is revealed."), role="muted", wraps=True
        )
        self._form = RecordForm(document, "ballots", leave_out=_NOT_HERE)
        self._question = QuestionChoice(document)
        self._people = PeopleInRoom(document)
        self._undo = UndoStrip(document)
        self._caster = VoteCaster(document, self)
        self._tabs = QTabWidget()
        self._nothing = EmptyState(
            "vote",
            say("No ballot yet"),
            say("Give each person dots, let them rank, or answer a question by yes, partly or no."),
            "",
        )
        self._build()
        self._connect()
        self._list_ballots()

    @property
    def ballot(self) -> str:
        """Id of the vote that is shown; empty where there is none."""
        return self._ballot

    @property
    def grid(self) -> VoteGrid:
        """The table in which votes are cast."""
        return self._grid

    @property
    def bars(self) -> BarsView:
        """The result."""
        return self._bars

    @property
    def people(self) -> PeopleInRoom:
        """Who is in the room."""
        return self._people

    @property
    def form(self) -> RecordForm:
        """How the vote is set up."""
        return self._form

    @property
    def question(self) -> QuestionChoice:
        """Which question a vote of yes, partly or no is about."""
        return self._question

    @property
    def reveal_button(self) -> WordButton:
        """Reveals or hides the result."""
        return self._reveal

    @property
    def clear_button(self) -> IconButton:
        """Takes back all votes of the ballot."""
        return self._clear

    @property
    def remove_button(self) -> IconButton:
        """Removes the ballot."""
        return self._remove

    @property
    def undo_strip(self) -> UndoStrip:
        """Brings back what was removed or taken back."""
        return self._undo

    @property
    def new_button(self) -> WordButton:
        """Makes a vote."""
        return self._new

    @property
    def tabs(self) -> QTabWidget:
        """Votes, set-up and people."""
        return self._tabs

    @property
    def words(self) -> tuple[str, str]:
        """Who has voted, and what was refused."""
        return self._turnout.text(), self._problem.text()

    def show_ballot(self, ballot_id: str) -> None:
        """Show another vote."""
        self._ballot = ballot_id
        self._list_ballots()

    def add_ballot(self, sort: BallotSort) -> None:
        """Add a vote of a sort on all ideas that are not decided yet."""
        plan = self._document.plan
        entries = tuple(idea.id for idea in plan.ideas.values() if idea.decision is None)
        name = say("Ballot {number}", number=len(plan.ballots) + 1)
        voted = () if sort is BallotSort.REPLY else entries
        record = new_record("ballots", name, sort=sort, entries=voted, block=self._block())
        if self._do(verbs.add(plan, record)):
            self.show_ballot(record.id)
            self._tabs.setCurrentWidget(self._setup)
            self._form.focus_field("name")

    def _build(self) -> None:
        head = QWidget()
        tools = FlowLayout(head)
        for tool in (self._choice, self._new, self._clear, self._remove, self._reveal):
            tools.addWidget(tool)
        menu = QMenu(self._new)
        for sort in BallotSort:
            menu.addAction(caption_of(sort.label)).setData(sort.value)
        menu.triggered.connect(self._add_chosen)
        self._new.setMenu(menu)
        self._casting, self._setup = self._casting_page(), self._setup_page()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setAccessibleName(say("Parts of a ballot"))
        self._tabs.addTab(self._casting, say("Cast votes"))
        self._tabs.addTab(self._setup, say("Set up"))
        self._tabs.addTab(self._people, say("Participants"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(head)
        column.addWidget(self._tabs, 1)
        column.addWidget(self._undo)

    def _casting_page(self) -> QWidget:
        page = QWidget()
        result = QWidget()
        below = QVBoxLayout(result)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(plain_label(say("Result"), role="h3"))
        below.addWidget(self._bars)
        below.addStretch(1)
        self._result = ScrollPage(result)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._turnout)
        column.addWidget(self._grid, 3)
        column.addWidget(self._problem)
        column.addWidget(self._hidden)
        column.addWidget(self._result, 2)
        column.addWidget(self._nothing, 3)
        return page

    def _setup_page(self) -> QWidget:
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._question)
        column.addWidget(self._form, 1)
        return card

    def _connect(self) -> None:
        self._choice.activated.connect(self._choose)
        self._grid.cast.connect(self._cast)
        self._caster.refused.connect(self._tell)
        self._reveal.clicked.connect(self._toggle)
        self._clear.clicked.connect(self._take_back)
        self._remove.clicked.connect(self._take_out)
        self._document.changed.connect(self._follow)

    def _follow(self, patch: Patch) -> None:
        if _KINDS & patch.touched.keys():
            self._list_ballots()

    def _list_ballots(self) -> None:
        ballots = self._document.plan.ballots
        if self._ballot not in ballots:
            self._ballot = next(reversed(list(ballots)), "")
        self._choice.clear()
        for ballot in ballots.values():
            self._choice.addItem(display_name(ballot), ballot.id)
        self._choice.setCurrentIndex(self._choice.findData(self._ballot))
        self._show()

    def _show(self) -> None:
        plan, there = self._document.plan, bool(self._ballot)
        editable = not self._document.read_only
        revealed = there and plan.ballots[self._ballot].revealed
        self._grid.set_read_only(not editable)
        self._grid.show_sheet(sheet_of(plan, self._ballot, hidden=not revealed))
        self._form.set_record(self._ballot or None)
        self._question.show_ballot(self._ballot)
        for widget in (self._grid, self._turnout):
            widget.setVisible(there)
        self._nothing.setVisible(not there)
        self._choice.setEnabled(there)
        self._new.setEnabled(editable)
        for button in (self._reveal, self._remove):
            button.setEnabled(there and editable)
        self._clear.setEnabled(editable and there and bool(votes_of(plan, self._ballot)))
        self._reveal.setText(say("Hide the result") if revealed else say("Reveal the result"))
        self._reveal.setIcon(icon("eye-off" if revealed else "eye", "on_accent"))
        self._turnout.setText(turnout(plan, self._ballot) if there else "")
        self._result.setVisible(revealed)
        self._hidden.setVisible(there and not revealed)
        self._bars.show_bars(bars_of(plan, self._ballot) if revealed else ())

    def _choose(self) -> None:
        self._ballot = str(self._choice.currentData())
        self._tell("")
        self._show()

    def _add_chosen(self, action: QAction) -> None:
        self.add_ballot(BallotSort(action.data()))

    def _cast(self, who: str, entry: str, value: object) -> None:
        self._caster.cast(self._ballot, who, entry, value)  # type: ignore[arg-type] # a signal's own type

    def _tell(self, trouble: str) -> None:
        self._problem.setText(trouble)
        self._problem.setVisible(bool(trouble))

    def _toggle(self) -> None:
        plan = self._document.plan
        revealed = plan.ballots[self._ballot].revealed
        self._do(hide(plan, self._ballot) if revealed else reveal(plan, self._ballot))
        self._reveal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_back(self) -> None:
        if self._do(clear(self._document.plan, self._ballot)):
            self._undo.offer(say("All votes of this ballot are taken back."))

    def _take_out(self) -> None:
        plan = self._document.plan
        name = display_name(plan.ballots[self._ballot])
        if self._do(verbs.remove(plan, [self._ballot])):
            self._undo.offer(say("The ballot “{name}” is removed.", name=name))

    def _do(self, edit: Edit) -> bool:
        try:
            self._document.do(edit)
        except PlanError as error:
            tell_error(self.window(), error)
            return False
        return True
