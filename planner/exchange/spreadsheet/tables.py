"""What a spreadsheet holds once it is read: plain tables of plain values."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from planner.language import say

Cell = str | Decimal | date | bool | None
"""A value as the spreadsheet keeps it; a formula stands for its last result."""

MOST_BYTES = 20_000_000
MOST_SHEETS = 30
MOST_ROWS = 5_000
MOST_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet.

    Attributes:
        name: of the sheet, or of the file where it has none.
        rows: its cells; row 1 of the sheet stands first, and rows may differ in length.
        is_hidden: the spreadsheet does not show it; it is taken only where one asks for it.
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Tables:
    """All sheets of one file.

    Attributes:
        title: the file's name without its ending.
        tables: the sheets that hold anything.
        notes: sentences on how the file was read, and on what was left out of it.
    """

    title: str
    tables: tuple[Table, ...]
    notes: tuple[str, ...] = ()


def text_of(cell: Cell) -> str:
    """Return a cell as text in one plain form, whatever the country: 2027-05-03, 12.5, yes."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case Decimal():
            return f"{cell:f}"
        case date():
            return cell.isoformat()
    return cell.strip()


def cut_to_size(
    name: str, rows: list[tuple[Cell, ...]], *, is_hidden: bool = False
) -> tuple[Table, list[str]]:
    """Return a table without what is beyond its last filled cell, and a note on what was too much.

    Args:
        name: of the sheet.
        rows: at most one row and one column more than are taken.
        is_hidden: whether the spreadsheet shows it.
    """
    notes = []
    if any(map(text_of, rows[MOST_ROWS] if len(rows) > MOST_ROWS else ())):
        notes.append(say("Only the first {most} rows of “{name}” are read.", most=MOST_ROWS, name=name))
    if any(text_of(cell) for row in rows for cell in row[MOST_COLUMNS:]):
        notes.append(
            say(
                "Only the first {most} columns of “{name}” are read.",
                most=MOST_COLUMNS,
                name=name,
            )
        )
    kept = [row[:MOST_COLUMNS] for row in rows[:MOST_ROWS]]
    wide = max((place for row in kept for place, cell in enumerate(row, 1) if text_of(cell)), default=0)
    while kept and not any(map(text_of, kept[-1])):
        kept.pop()
    return Table(name, tuple(row[:wide] for row in kept), is_hidden), notes
