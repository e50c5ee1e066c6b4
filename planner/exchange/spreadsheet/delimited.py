"""Tables from text: .csv and .tsv, whatever their encoding and whatever parts their cells."""

import csv
import io
from itertools import islice

from planner.errors import PlanError
from planner.exchange.spreadsheet.tables import MOST_COLUMNS, MOST_ROWS, Cell, Tables, cut_to_size
from planner.language import phrase, say

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_ENCODING_WORDS = {
    "utf-8-sig": "UTF-8",
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1252": "Windows-1252",
}
_PARTING_WORDS = {
    ",": phrase("commas"),
    ";": phrase("semicolons"),
    "\t": phrase("tabs"),
    "|": phrase("bars"),
}
_LOOKED_AT = 50
_HALVES = 400


def read_delimited(data: bytes, title: str) -> Tables:
    """Read the one table of a text file.

    Args:
        data: the file.
        title: its name without its ending.

    Raises:
        PlanError: it is no text, or a cell in it is without end.
    """
    text, encoding = _decoded(data)
    if "\x00" in text:
        raise _no_text()
    parting = _parting(text)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=parting)
    try:
        rows: list[tuple[Cell, ...]] = [
            tuple(row[: MOST_COLUMNS + 1]) for row in islice(lines, MOST_ROWS + 1)
        ]
    except csv.Error as error:
        raise _no_text() from error
    table, notes = cut_to_size(title, rows)
    told = say(
        "Read as {encoding}, cells parted by {signs}.",
        encoding=_ENCODING_WORDS[encoding],
        signs=say(_PARTING_WORDS[parting]),
    )
    return Tables(title, (table,) if table.rows else (), (told, *notes, *_unpaired(text, parting)))


def _unpaired(text: str, parting: str) -> list[str]:
    """Return a note where a quotation mark has no partner: cells and rows run together from there on."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=parting, strict=True)
    begun = 1
    try:
        for _ in lines:
            begun = lines.line_num + 1
    except csv.Error:
        return [
            say(
                "From line {line} on, quotation marks are not in pairs: rows may have run together. "
                "Look at them, or save the file as .xlsx.",
                line=str(begun),
            )
        ]
    return []


def _no_text() -> PlanError:
    msg = say("This file can't be read as a table.")
    return PlanError(msg, hint=say("Save it as .xlsx, or as .csv in UTF-8."))


def _decoded(data: bytes) -> tuple[str, str]:
    """Return the text and its encoding: by its mark, else UTF-8 where it fits, else as Windows writes."""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "") or _wide(data)
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise _no_text()


def _wide(data: bytes) -> str:
    """Return the encoding of two-byte letters where the empty halves of plain ones show it; else nothing."""
    start = data[:_HALVES]
    for encoding, empty in (("utf-16-le", start[1::2]), ("utf-16-be", start[::2])):
        if len(start) > 1 and empty.count(0) * 2 > len(empty):
            return encoding
    return ""


def _parting(text: str) -> str:
    """Return what parts the cells: whatever gives most lines the same number of cells, above one."""
    return max(_PARTING_WORDS, key=lambda parting: _evenness(text, parting))


def _evenness(text: str, parting: str) -> tuple[int, int]:
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=parting)
        widths = [len(row) for row in islice(rows, _LOOKED_AT) if any(row)]
    except csv.Error:
        return (0, 0)
    wide = [width for width in widths if width > 1]
    return max(((wide.count(width), width) for width in wide), default=(0, 0))
