"""Type and distances of the worksheets, in points before large print makes everything larger."""

from planner.document.pages import theme
from planner.paper.text.style import TextStyle

NUMBER = TextStyle(size=8.5, leading=12.25, weight="semibold", colour=theme.ACCENT)
TITLE = TextStyle(size=9, leading=12.25, weight="semibold", colour=theme.INK)
HINT = TextStyle(size=8, leading=10.5, colour=theme.GREY)
TICK = TextStyle(size=9.5, leading=17, colour=theme.INK)
VALUE = TextStyle(size=10.5, leading=14, colour=theme.INK)
LETTER = TextStyle(size=16, leading=20, weight="semibold", colour=theme.ACCENT)
QUESTION_NUMBER = TextStyle(size=12, leading=20, weight="semibold", colour=theme.ACCENT)
QUESTION = TextStyle(size=10.5, leading=14.5, weight="semibold", colour=theme.INK)

WRITING = 26.0
"""Distance between two lines to write on, in points on the paper: more than 9 mm."""
PAD = 5.0
"""Above each row of fields."""
GUTTER = 14.0
LABEL_WIDTH = 30.0
"""Room for a row's letter, where the row begins."""
BOX = 8.0
"""Side of a box to tick."""
