"""The desk of a vote: which vote, the table in which it is cast, who is missing, and the result."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QTabWidget, QVBoxLayout, QWidget

from planner.editing import verbs
from planner.editing.patch import Patch
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.language import say
from planner.model.plan import display_name
from planner.model.vocabulary import BallotSort
from planner.workshop.voting import clear, hide, reveal
from ui.document import PlanDocument
from ui.kit.buttons import IconButton, WordButton
from ui.kit.edits import new_record
from ui.kit.record_form import RecordForm
from ui.messages import tell_error
from ui.theme.tokens import MEDIUM
from ui.workshop.block_at_hand import WhichBlock, no_block
from ui.workshop.undo_strip import UndoStrip
from ui.workshop.voting.bars import BarsView
from ui.workshop.voting.casting import VoteCaster
from ui.workshop.voting.casting_page import CastingPage
from ui.workshop.voting.grid import VoteGrid
from ui.workshop.voting.people import PeopleInRoom
from ui.workshop.voting.question_choice import QuestionChoice
from ui.workshop.voting.tools import BallotTools

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
        self._tools = BallotTools()
        self._casting = CastingPage()
        self._form = RecordForm(document, "ballots", leave_out=_NOT_HERE)
        self._question = QuestionChoice(document)
        self._people = PeopleInRoom(document)
        self._undo = UndoStrip(document)
        self._caster = VoteCaster(document, self)
        self._tabs = QTabWidget()
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
        return self._casting.grid

    @property
    def bars(self) -> BarsView:
        """The result."""
        return self._casting.bars

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
        return self._tools.reveal

    @property
    def clear_button(self) -> IconButton:
        """Takes back all votes of the ballot."""
        return self._tools.clear

    @property
    def remove_button(self) -> IconButton:
        """Removes the ballot."""
        return self._tools.remove

    @property
    def undo_strip(self) -> UndoStrip:
        """Brings back what was removed or taken back."""
        return self._undo

    @property
    def new_button(self) -> WordButton:
        """Makes a vote."""
        return self._tools.new

    @property
    def tabs(self) -> QTabWidget:
        """Votes, set-up and people."""
        return self._tabs

    @property
    def words(self) -> tuple[str, str]:
        """Who has voted, and what was refused."""
        return self._casting.words

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
        self._setup = self._setup_page()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setAccessibleName(say("Parts of a ballot"))
        self._tabs.addTab(self._casting, say("Cast votes"))
        self._tabs.addTab(self._setup, say("Set up"))
        self._tabs.addTab(self._people, say("Participants"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self._tools)
        column.addWidget(self._tabs, 1)
        column.addWidget(self._undo)

    def _setup_page(self) -> QWidget:
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self._question)
        column.addWidget(self._form, 1)
        return card

    def _connect(self) -> None:
        tools = self._tools
        tools.chosen.connect(self._choose)
        tools.new_wanted.connect(self.add_ballot)
        tools.reveal.clicked.connect(self._toggle)
        tools.clear.clicked.connect(self._take_back)
        tools.remove.clicked.connect(self._take_out)
        self._casting.grid.cast.connect(self._cast)
        self._caster.refused.connect(self._casting.tell)
        self._document.changed.connect(self._follow)

    def _follow(self, patch: Patch) -> None:
        if _KINDS & patch.touched.keys():
            self._list_ballots()

    def _list_ballots(self) -> None:
        ballots = self._document.plan.ballots
        if self._ballot not in ballots:
            self._ballot = next(reversed(list(ballots)), "")
        self._show()

    def _show(self) -> None:
        plan, can_edit = self._document.plan, not self._document.read_only
        self._tools.show_ballot(plan, self._ballot, can_edit=can_edit)
        self._casting.show_ballot(plan, self._ballot, can_edit=can_edit)
        self._form.set_record(self._ballot or None)
        self._question.show_ballot(self._ballot)

    def _choose(self, ballot_id: str) -> None:
        self._ballot = ballot_id
        self._casting.tell("")
        self._show()

    def _cast(self, who: str, entry: str, value: object) -> None:
        self._caster.cast(self._ballot, who, entry, value)  # type: ignore[arg-type] # a signal's own type

    def _toggle(self) -> None:
        plan = self._document.plan
        revealed = plan.ballots[self._ballot].revealed
        self._do(hide(plan, self._ballot) if revealed else reveal(plan, self._ballot))
        self._tools.reveal.setFocus(Qt.FocusReason.OtherFocusReason)

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
