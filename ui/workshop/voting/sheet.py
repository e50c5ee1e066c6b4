"""What the table of a vote shows: people across, entries down, and what each cell says."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from planner.language import say
from planner.model.vocabulary import BallotSort, Reply

Cell = tuple[str, str]
"""A participant's id and an entry's; the entry is empty where a question is answered."""


@dataclass(frozen=True, slots=True)
class Voter:
    """One participant in the table.

    Attributes:
        id: of the participant.
        name: the name.
        left: how much is left to cast, in words.
        is_done: everything is cast.
    """

    id: str
    name: str
    left: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """A ballot as a table.

    Attributes:
        ballot: its id; empty where there is none.
        sort: how the room votes.
        voters: the people in the room, in order.
        entries: id and name of what is voted on.
        cast: what was cast; a number of dots, a place, or a reply.
        most: the greatest number that fits into a cell.
        hidden: only the column of who is at it may be read.
    """

    ballot: str = ""
    sort: BallotSort = BallotSort.DOTS
    voters: tuple[Voter, ...] = ()
    entries: tuple[tuple[str, str], ...] = ()
    cast: Mapping[Cell, int | Reply] = field(default_factory=dict)
    most: int = 9
    hidden: bool = True

    def words(self, row: int, column: int) -> str:
        """Return what was cast in a cell, in words; empty where nothing was."""
        value = self.cast.get((self.voters[column].id, self.entries[row][0]))
        if isinstance(value, Reply):
            return value.label
        if not value:
            return ""
        if self.sort is BallotSort.RANKING:
            return say("{place}.", place=value)
        return say("{count}", count=value)
