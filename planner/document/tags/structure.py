"""The elements of a tagged document, before they are written."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

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


class Drawn(NamedTuple):
    """A marked stretch of a page's drawing.

    Attributes:
        page: of the file, from 0.
        number: of the stretch on its page, from 0.
    """

    page: int
    number: int


class Annotated(NamedTuple):
    """A link or a field on a page.

    Attributes:
        page: of the file, from 0.
        name: of the annotation in ReportLab's document.
    """

    page: int
    name: str


@dataclass(slots=True, eq=False)
class Element:
    """One element.

    Attributes:
        role: what it is.
        alternative: what a picture says, for those who can't see it.
        spoken: the text that its drawing stands for, where readers can't tell it from the drawing.
        box: what a picture covers.
        lasting: it may go on on a later page, so that its paragraphs are elements of their own.
        attributes: further entries as PDF writes them, such as the direction of a header cell.
        kids: what it is made of, in reading order.
    """

    role: Role
    alternative: str = ""
    spoken: str = ""
    box: Box | None = None
    attributes: str = ""
    lasting: bool = False
    kids: list["Element | Drawn | Annotated"] = field(default_factory=list)

    @property
    def last_child(self) -> "Element | None":
        """The last element in it; None where it ends with drawing."""
        last = self.kids[-1] if self.kids else None
        return last if isinstance(last, Element) else None


HEADS_COLUMN = "/A<</O/Table/Scope/Column>>"
"""Attributes of a header cell above its column."""
HEADS_ROW = "/A<</O/Table/Scope/Row>>"
"""Attributes of a header cell beside its row."""
UNORDERED = "/A<</O/List/ListNumbering/None>>"
"""Attributes of a list whose points have no labels that count."""


def spanning(columns: int) -> str:
    """Return the attributes of a cell over several columns."""
    return f"/A<</O/Table/ColSpan {columns}>>"
