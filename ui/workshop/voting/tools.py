"""The tools above a vote: which ballot, a new one, and what can be done with the one that is shown."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QMenu, QSizePolicy, QWidget

from planner.language import say
from planner.model.plan import Plan, display_name
from planner.model.vocabulary import BallotSort
from planner.workshop.voting import votes_of
from ui.kit.buttons import IconButton, WordButton
from ui.kit.flow import FlowLayout
from ui.kit.roomy_rows import take_names
from ui.kit.text import caption_of
from ui.theme import icon


class BallotTools(QWidget):
    """Chooses a ballot and takes the acts; each button does what can be done with the chosen one.

    Attributes:
        new: makes a ballot of the sort that its menu takes.
        clear: takes back all votes.
        remove: removes the ballot.
        reveal: reveals or hides the result.

    Signals:
        chosen: id of another ballot.
        new_wanted: the sort of which a ballot is wanted.
    """

    chosen = Signal(str)
    new_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._choice = _ballot_choice()
        self.new = WordButton(say("New ballot"), "plus")
        self.new.setMenu(self._made_menu())
        self.clear = IconButton("rotate-ccw", say("Take back all votes of this ballot"))
        self.remove = IconButton("trash-2", say("Remove the ballot"))
        self.reveal = WordButton(say("Reveal the result"), "eye", role="primary")
        row = FlowLayout(self)
        for tool in (self._choice, self.new, self.clear, self.remove, self.reveal):
            row.addWidget(tool)
        self._choice.activated.connect(self._choose)

    def show_ballot(self, plan: Plan, ballot_id: str, *, can_edit: bool) -> None:
        """Show what can be done.

        Args:
            plan: the plan.
            ballot_id: the chosen ballot; empty where there is none.
            can_edit: the plan can be edited.
        """
        self._choice.clear()
        for ballot in plan.ballots.values():
            self._choice.addItem(display_name(ballot), ballot.id)
        self._choice.setCurrentIndex(self._choice.findData(ballot_id))
        self._choice.setEnabled(bool(ballot_id))
        self.new.setEnabled(can_edit)
        for button in (self.reveal, self.remove):
            button.setEnabled(bool(ballot_id) and can_edit)
        self.clear.setEnabled(can_edit and bool(ballot_id) and bool(votes_of(plan, ballot_id)))
        self._show_reveal(is_revealed=bool(ballot_id) and plan.ballots[ballot_id].revealed)

    def _show_reveal(self, *, is_revealed: bool) -> None:
        self.reveal.setText(say("Hide the result") if is_revealed else say("Reveal the result"))
        self.reveal.setIcon(icon("eye-off" if is_revealed else "eye", "on_accent"))

    def _made_menu(self) -> QMenu:
        menu = QMenu(self.new)
        for sort in BallotSort:
            menu.addAction(caption_of(sort.label)).setData(sort.value)
        menu.triggered.connect(self._want_new)
        return menu

    def _want_new(self, action: QAction) -> None:
        self.new_wanted.emit(BallotSort(action.data()))

    def _choose(self) -> None:
        self.chosen.emit(str(self._choice.currentData()))


def _ballot_choice() -> QComboBox:
    choice = QComboBox()
    take_names(choice)
    choice.setAccessibleName(say("Ballot"))
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(20)
    choice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return choice
