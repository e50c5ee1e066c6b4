"""Tables: with heads that come again on each page, figures at the right, marks before their words."""

from collections.abc import Iterable, Sequence
from functools import singledispatch

from docx.oxml import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from planner.document.blocks import Bar, Cell, Column, Gauge, Mark, Marked, Named, Table
from planner.document.pages.table import column_widths
from planner.document.pages.theme import CELL_PAD_X, MARK_COLOURS, RULE
from planner.document.word.look import SIGNS, TABLE_STYLE
from planner.document.word.texts import Run, element, keep_with_next, paragraph
from planner.language import language

_ALIGNS = {"left": "", "right": "end", "centre": "center"}
_FULL = 5000
"""Word counts parts of the page's width in fiftieths of a hundredth."""
_BAR, _BLANK = 16, "\N{NO-BREAK SPACE}"
"""Blanks in the whole length of a bar."""
_LOOSE = 1.25
"""By how much cells are wider than on paper: their type is larger, and may be that of another family."""
_LETTER, _TURNED_PAD, _TURNED_MOST = 5.6, 12, 260
"""Points of a letter in a head, of the room around it, and of the height of heads that run upwards."""
_MOST_UPRIGHT = 9
"""Columns up to which those of single letters have heads like all others."""
_TALL = 600
"""Characters of a row above which it may be broken over two pages."""


def plan_table(table: Table, width: float) -> Element:
    """Return a table of the report, its columns as wide as its contents ask.

    Args:
        table: what it says.
        width: between the margins, in points.
    """
    parts, aligns = _parts(table, width), [_ALIGNS[column.align] for column in table.columns]
    made = grid(len(parts), head=True, total=table.total, parts=parts)
    made.append(_head(table.columns, aligns, parts))
    last = len(table.rows) - 1
    for number, row in enumerate(table.rows):
        bold = table.total and number == last
        cells = zip(row, aligns, parts, strict=True)
        made.append(row_of([cell_of(cell_paragraphs(c, a, bold=bold), part) for c, a, part in cells]))
    if table.note:
        keep_with_next(made.tr_lst[-1].iter(paragraph_tag()))
    return made


def _parts(table: Table, width: float) -> list[float]:
    """Return the width of each column in hundredths of the whole, as on paper."""
    widths = column_widths(table, width / _LOOSE)
    widths[0] += CELL_PAD_X  # on paper the outer edges stand flush with the page's text
    widths[-1] += CELL_PAD_X
    return [100 * part / sum(widths) for part in widths]


def grid(columns: int, *, head: bool = False, total: bool = False, parts: Sequence[float] = ()) -> Element:
    """Return an empty table over the whole width.

    Args:
        columns: how many.
        head: its first row is one.
        total: its last row is a sum.
        parts: width of each column in hundredths of the whole; all alike where there are none.
    """
    made = OxmlElement("w:tbl")
    properties = OxmlElement("w:tblPr")
    properties.append(element("tblStyle", val=TABLE_STYLE))
    if language().right_to_left:
        properties.append(element("bidiVisual"))
    properties.append(element("tblW", w=_FULL, type="pct"))
    look = {"firstRow": int(head), "lastRow": int(total), "firstColumn": 0, "lastColumn": 0}
    properties.append(element("tblLook", val="0000", **look, noHBand=1, noVBand=1))
    made.append(properties)
    columns_of = OxmlElement("w:tblGrid")
    for number in range(columns):
        columns_of.append(element("gridCol", w=round(100 * parts[number]) if parts else 10_000 // columns))
    made.append(columns_of)
    return made


def row_of(cells: Iterable[Element], *, head: bool = False, height: int = 0) -> Element:
    """Return a row; it stays on one page unless it is long.

    Args:
        cells: its cells.
        head: it comes again on each page.
        height: at least so many points.
    """
    made = OxmlElement("w:tr")
    properties = OxmlElement("w:trPr")
    made.append(properties)
    length = 0
    for cell in cells:
        made.append(cell)
        length += sum(len(text.text or "") for text in cell.iter(text_tag()))
    if length <= _TALL:
        properties.append(element("cantSplit"))
    if height:
        properties.append(element("trHeight", val=20 * height, hRule="atLeast"))
    if head:
        properties.append(element("tblHeader"))
    return made


def cell_of(paragraphs: Iterable[Element], part: float = 0.0, *, turned: bool = False) -> Element:
    """Return a cell.

    Args:
        paragraphs: what stands in it.
        part: its width in hundredths of the whole; as wide as the others where it is 0.
        turned: its text runs upwards.
    """
    made = OxmlElement("w:tc")
    if part:
        properties = OxmlElement("w:tcPr")
        properties.append(element("tcW", w=round(_FULL * part / 100), type="pct"))
        if turned:
            properties.append(element("textDirection", val="btLr"))
        made.append(properties)
    for found in paragraphs:
        made.append(found)
    return made


@singledispatch
def cell_paragraphs(cell: Cell, align: str = "", *, bold: bool = False) -> list[Element]:
    """Return what stands in a cell."""
    return [paragraph([Run(str(cell), bold)], "Cell", align=align)]


@cell_paragraphs.register
def _(cell: Marked, align: str = "", *, bold: bool = False) -> list[Element]:
    return [paragraph([*sign(cell.mark), Run(cell.text, bold)], "Cell", align=align)]


@cell_paragraphs.register
def _(cell: Gauge, align: str = "", *, bold: bool = False) -> list[Element]:
    return [paragraph([*sign(cell.mark), Run(cell.text, bold)], "Cell", align=align)]


@cell_paragraphs.register
def _(cell: Bar, align: str = "", *, bold: bool = False) -> list[Element]:
    return [paragraph([*_bar(cell), Run(f"  {cell.text}", bold)], "Cell", align=align)]


def _bar(cell: Bar) -> list[Run]:
    """Return blanks on coloured ground: a bar that readers who listen are not troubled with."""
    full = round(min(max(cell.part, 0.0), 1.0) * _BAR)
    parts = ((full, MARK_COLOURS[cell.mark]), (_BAR - full, RULE))
    return [Run(_BLANK * blanks, ground=colour.removeprefix("#")) for blanks, colour in parts if blanks]


@cell_paragraphs.register
def _(cell: Named, align: str = "", *, bold: bool = False) -> list[Element]:
    name = paragraph([Run(cell.name, bold or not cell.sentence)], "Cell", align=align)
    return [name, paragraph(cell.detail, "Celldetail", align=align)] if cell.detail else [name]


def sign(mark: Mark) -> list[Run]:
    """Return a mark's shape, before its word."""
    return [Run(SIGNS[mark], colour=MARK_COLOURS[mark].removeprefix("#")), Run(" ")]


def _head(columns: Sequence[Column], aligns: Sequence[str], parts: Sequence[float]) -> Element:
    cells = zip(columns, aligns, parts, strict=True)
    turned = {column: len(column.title) for column in columns if _is_turned(column, len(columns))}
    titles = [
        cell_of([paragraph(c.title, "Cellhead", align="" if c in turned else a)], part, turned=c in turned)
        for c, a, part in cells
    ]
    return row_of(titles, head=True, height=_turned_height(max(turned.values())) if turned else 0)


def _is_turned(column: Column, count: int) -> bool:
    """Whether a head runs upwards: here sooner than on paper, where words are broken less readily."""
    return column.turned or (column.align == "centre" and count > _MOST_UPRIGHT)


def _turned_height(letters: int) -> int:
    """Return the points of height in which a head of so many letters runs upwards on one line."""
    return min(_TURNED_MOST, round(letters * _LETTER) + _TURNED_PAD)


def paragraph_tag() -> str:
    """Return the name of paragraphs with its namespace."""
    return str(OxmlElement("w:p").tag)


def text_tag() -> str:
    """Return the name of texts with its namespace."""
    return str(OxmlElement("w:t").tag)
