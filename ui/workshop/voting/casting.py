"""Casting votes for the people in the room: what a typed figure means for a ballot."""

from PySide6.QtCore import QObject, Signal

from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.model.plan import Plan
from planner.model.records_workshop import Ballot
from planner.model.vocabulary import BallotSort, Reply
from planner.workshop.voting import give_dots, rank, reply, votes_of
from ui.document import PlanDocument
from ui.kit.editors.base import sentence_of


class VoteCaster(QObject):
    """Makes edits of what is typed into the table.

    Places are typed in any order: until a person's ranking is whole, they say only what comes before what.

    Signals:
        refused: why a vote was not taken; empty once one was.
    """

    refused = Signal(str)

    def __init__(self, document: PlanDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._whose = ("", "")
        self._typed: dict[str, int] = {}

    def cast(self, ballot_id: str, who: str, entry: str, value: int | Reply) -> None:
        """Take up one vote.

        Args:
            ballot_id: the ballot.
            who: the participant.
            entry: what it is for; empty where a question is answered.
            value: dots, a place or a reply; 0 takes it back.
        """
        plan = self._document.plan
        ballot = plan.ballots[ballot_id]
        try:
            self._document.do(self._edit(plan, ballot, who, entry, value))
        except PlanError as error:
            self.refused.emit(sentence_of(error))
        else:
            self.refused.emit("")

    def _edit(self, plan: Plan, ballot: Ballot, who: str, entry: str, value: int | Reply) -> Edit:
        if isinstance(value, Reply) or ballot.sort is BallotSort.REPLY:
            return reply(plan, ballot.id, who, value if isinstance(value, Reply) else None)
        if ballot.sort is BallotSort.DOTS:
            return give_dots(plan, ballot.id, who, entry, value)
        return rank(plan, ballot.id, who, self._ranking(plan, ballot, who, entry, value))

    def _ranking(self, plan: Plan, ballot: Ballot, who: str, entry: str, place: int) -> tuple[str, ...]:
        """Return a person's entries in order, with one at the place that was typed."""
        stored = {
            vote.entry: vote.place for vote in votes_of(plan, ballot.id, who) if vote.entry and vote.place
        }
        if self._whose != (ballot.id, who) or set(self._typed) != set(stored):
            self._whose, self._typed = (ballot.id, who), dict(stored)
        self._typed.pop(entry, None)
        if place:
            self._typed[entry] = place
        # The last one typed takes its place; what had it comes behind.
        newest = {known: -at for at, known in enumerate(self._typed)}
        return tuple(sorted(self._typed, key=lambda known: (self._typed[known], newest[known])))
