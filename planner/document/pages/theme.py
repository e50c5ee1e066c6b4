"""Type, colours and distances of the document, in points; one place for the whole look."""

from planner.document.blocks import Mark
from planner.paper.text.style import TextStyle

INK = "#1B1F24"
GREY = "#57606A"
ACCENT = "#0B4F7D"
RULE = "#C8CDD3"
DRAFT = "#B3261E"
DRAFT_OUTLINE = "#F0DEDC"

MARK_COLOURS: dict[Mark, str] = {
    Mark.DONE: "#14508C",
    Mark.ON_TRACK: "#007A5E",
    Mark.AT_RISK: "#B35C00",
    Mark.LATE: "#B3261E",
    Mark.NOT_STARTED: "#57606A",
}
"""All at least 4.5:1 on white; shape and word carry the meaning, colour only helps.

None is the accent: an organisation's red there must not make what is done look late.
"""

HALF = 7.0
"""Half a baseline: the unit of all distances."""

ORGANISATION = TextStyle(size=10, leading=24.5, weight="semibold", colour=ACCENT)
SUBTITLE = TextStyle(size=14, leading=21, colour=GREY)
LEAD = TextStyle(size=13, leading=21, colour=INK)
HEADING = TextStyle(size=20, leading=28, weight="semibold", colour=INK)
EYEBROW = TextStyle(size=8, leading=10.5, weight="semibold", colour=GREY)
SUBHEADING = TextStyle(size=13, leading=17.5, weight="semibold", colour=ACCENT)
LIST_HEADING = TextStyle(size=13, leading=21, weight="semibold", colour=ACCENT)
BODY = TextStyle(size=10, leading=14, colour=INK)
BODY_STRONG = TextStyle(size=10, leading=14, weight="semibold", colour=INK)
FACT = TextStyle(size=9, leading=12.25, colour=INK)
FACT_STRONG = TextStyle(size=9, leading=12.25, weight="semibold", colour=INK)
LABEL = TextStyle(size=9, leading=12.25, colour=GREY)
QUIET = TextStyle(size=9, leading=12.25, colour=GREY)
CELL = TextStyle(size=9, leading=12.25, colour=INK)
CELL_STRONG = TextStyle(size=9, leading=12.25, weight="semibold", colour=INK)
CELL_DETAIL = TextStyle(size=8, leading=10.5, colour=GREY)
HEAD = TextStyle(size=8, leading=10.5, weight="semibold", colour=GREY)
FURNITURE = TextStyle(size=8, leading=10.5, colour=GREY)
FIGURE = TextStyle(size=20, leading=24.5, weight="semibold", colour=ACCENT)
CONTENTS_NUMBER = TextStyle(size=10, leading=14, colour=GREY)

THICK = 1.0
"""Rule above and below a table."""
MIDDLE = 0.5
"""Rule below a table's head."""
HAIR = 0.35
"""Rule between rows."""

CELL_PAD_X = 5.0
CELL_PAD_Y = 3.5


def title_style(title: str) -> TextStyle:
    """Return the style of the document's title; long ones are set smaller, to stay on few lines."""
    size, leading = (32, 35) if len(title) <= 60 else (24, 28) if len(title) <= 140 else (18, 24.5)
    return TextStyle(size=size, leading=leading, weight="semibold", colour=INK)
