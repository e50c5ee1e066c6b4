"""What could not be taken from a spreadsheet, gathered by column and by what is wrong."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from planner.language import say, say_count
from planner.model.format import listing

_MOST_ROWS = 20
"""Rows that are named for one and the same problem; the others are counted."""


class Sort(Enum):
    """What is wrong with a cell or a row.

    Attributes:
        UNREADABLE: a cell that does not fit its field; left empty.
        SEVERAL: a cell that names several where one can be; the first is taken.
        TWO_DAYS: a day that means another one elsewhere; read as people write it here.
        ONE_NAME: a cell with “&” or the like that is taken as one name.
        NAMELESS: a row without a name; left out.
        SUM: a row that looks like a sum; left out.
        KNOWN: a row about somebody who is there already; left as they are.
    """

    UNREADABLE = auto()
    SEVERAL = auto()
    TWO_DAYS = auto()
    ONE_NAME = auto()
    NAMELESS = auto()
    SUM = auto()
    KNOWN = auto()


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be taken from one cell, or one row.

    Attributes:
        sheet: its name.
        row: the row's number as the spreadsheet shows it, from 1.
        title: what the column became; empty for a whole row.
        sort: what is wrong with it.
        message: the same with the names and figures of the cell.
    """

    sheet: str
    row: int
    title: str
    sort: Sort
    message: str


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """The problems of one sort in one column, or in the rows of a sheet.

    Attributes:
        problems: all of them, in the order of their rows; at least one.
    """

    problems: tuple[Problem, ...]

    @property
    def sheet(self) -> str:
        """The sheet that they are on."""
        return self.problems[0].sheet

    @property
    def heading(self) -> str:
        """What is wrong, where, and how often."""
        first = self.problems[0]
        told = _told(first.sort, len(self.problems))
        if not first.title:
            return told
        return say("{column}: {problem}", column=first.title, problem=told)

    @property
    def lines(self) -> tuple[str, ...]:
        """A line for each thing that is wrong, with the rows that have it; the most frequent first."""
        rows: dict[str, list[int]] = {}
        for problem in self.problems:
            rows.setdefault(problem.message, []).append(problem.row)
        ranked = sorted(rows.items(), key=lambda item: -len(item[1]))
        return tuple(_line(message, numbers) for message, numbers in ranked)


def grouped(problems: Iterable[Problem]) -> tuple[ProblemGroup, ...]:
    """Gather problems by sheet, column and sort, as they come first."""
    groups: dict[tuple[str, str, Sort], list[Problem]] = {}
    for problem in problems:
        groups.setdefault((problem.sheet, problem.title, problem.sort), []).append(problem)
    return tuple(ProblemGroup(tuple(group)) for group in groups.values())


def _told(sort: Sort, count: int) -> str:
    match sort:
        case Sort.UNREADABLE:
            return say_count("{count} cell left empty", "{count} cells left empty", count)
        case Sort.SEVERAL:
            return say_count(
                "of several names in {count} cell the first was taken",
                "of several names in {count} cells the first was taken",
                count,
            )
        case Sort.TWO_DAYS:
            return say_count(
                "{count} day could be read as another one", "{count} days could be read as others", count
            )
        case Sort.ONE_NAME:
            return say_count("{count} cell taken as one name", "{count} cells taken as one name", count)
    return _told_rows(sort, count)


def _told_rows(sort: Sort, count: int) -> str:
    match sort:
        case Sort.NAMELESS:
            return say_count(
                "{count} row without a name left out", "{count} rows without a name left out", count
            )
        case Sort.SUM:
            return say_count("{count} row of a sum left out", "{count} rows of sums left out", count)
    return say_count("{count} person there already", "{count} people there already", count)


def _line(message: str, rows: Sequence[int]) -> str:
    if len(rows) == 1:
        return say("Row {row}: {problem}", row=str(rows[0]), problem=message)
    return say("Rows {rows}: {problem}", rows=listing(map(str, rows), most=_MOST_ROWS), problem=message)
