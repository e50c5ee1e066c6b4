"""The elements of a tagged document, before they are written."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Role: TypeAlias = Literal[
    "Document", "Sect", "Div",
    "H1", "H2", "H3", "H4", "H5", "H6", "P", "Span", "Note", "Caption",
    "L", "LI", "Lbl", "LBody", "TOC", "TOCI", "Reference", "Link",
    "Table", "THead", "TBody", "TFoot", "TR", "TH", "TD",
    "Figure", "Form",
]  # fmt: skip
"""Kinds of elements, by PDF 32000-1, section 14.8.4."""

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right and top in points from the sheet's lower left corner."""

LINES_OF_TEXT: frozenset[Role] = frozenset(
    {"H1", "H2", "H3", "H4", "H5", "H6", "P", "Span", "Lbl", "Caption", "Reference", "Link"}
)
"""Elements that hold text and no paragraphs."""

HOLDERS_OF_TEXT: frozenset[Role] = frozenset({"TH", "TD", "LBody", "Note", "TOCI"})
"""Elements that hold either a text or several paragraphs."""


@dataclass(slots=True, eq=False)
class Element:
    """One element, until it is written.

    It gets its number and its place in the element around it with the first thing that it holds: what
    holds nothing never comes into the file.

    Attributes:
        role: what it is.
        parent: the element around it; None for the root.
        alternative: what a picture says, for those who can't see it.
        spoken: the text that its drawing stands for, where readers can't tell it from the drawing.
        box: what a picture covers.
        attributes: further entries as PDF writes them, such as the direction of a header cell.
        lasting: it may go on on a later page, so that its paragraphs are elements of their own.
        number: of its object in the file; 0 while it holds nothing.
        page: the first page that it is drawn on, from 0; -1 while it is not.
        kids: what it holds, in reading order, as PDF writes it.
        divided: other elements are among that.
        unfinished: a paragraph at its end that may go on on the next page.
    """

    role: Role
    parent: "Element | None" = None
    alternative: str = ""
    spoken: str = ""
    box: Box | None = None
    attributes: str = ""
    lasting: bool = False
    number: int = 0
    page: int = -1
    kids: list[str] = field(default_factory=list)
    divided: bool = False
    unfinished: "Element | None" = None


HEADS_COLUMN = "/A<</O/Table/Scope/Column>>"
"""Attributes of a header cell above its column."""
HEADS_ROW = "/A<</O/Table/Scope/Row>>"
"""Attributes of a header cell beside its row."""
UNORDERED = "/A<</O/List/ListNumbering/None>>"
"""Attributes of a list whose points have no labels that count."""


def spanning(columns: int) -> str:
    """Return the attributes of a cell over several columns."""
    return f"/A<</O/Table/ColSpan {columns}>>"
