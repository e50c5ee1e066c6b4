"""Headings, points, key figures and other short texts."""

from collections.abc import Sequence
from contextlib import nullcontext
from itertools import groupby

from planner.document.blocks import Figure, Points
from planner.document.pages import theme
from planner.document.pages.direction import placed
from planner.document.pages.paginate import Flow
from planner.document.pages.setting import CellStyles, Strip, draw_strips, height_of, strips
from planner.paper.tags.drawing import Tags
from planner.paper.tags.structure import UNORDERED
from planner.paper.text.block import TextBlock, lines_for, text_width
from planner.paper.text.clean import printable
from planner.paper.text.flow import DrawnFlow
from planner.paper.text.layout import Line
from planner.paper.text.style import TextStyle

_POINTS = CellStyles(theme.BODY, theme.BODY_STRONG, theme.QUIET)
_FIGURES_ABREAST = 3
_PAD = 4.0
_BALANCED_LINES = 4
"""Lines up to which a heading's lines are made alike; longer texts are no headings any more."""
_SECTION = 2
"""Rank down to which a heading begins a section."""
_BELOW_CHAPTERS = 3
"""Rank of headings inside chapters."""
_LINES_KEPT = 2
"""Lines of a text that stand on each side of a break of pages."""


class Stack(DrawnFlow):
    """Lines below each other that stay together, such as a heading."""

    def __init__(self, texts: Sequence[tuple[str, TextStyle]], room: float | None = None) -> None:
        """Take the texts.

        Args:
            texts: each with its style; empty ones are left out.
            room: width of the lines; that of the page by default.
        """
        super().__init__()
        self._texts = [(text, style) for text, style in texts if text]
        self._room = room
        self._strips: list[Strip] = []
        self._laid_out_for = 0.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return width and height."""
        if width != self._laid_out_for:
            room = min(width, self._room or width)
            self._strips = [
                Strip(line, style) for text, style in self._texts for line in balanced(text, style, room)
            ]
            self._laid_out_for = width
        self.width, self.height = width, height_of(self._strips)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines."""
        draw_strips(self.canv, self._strips, (0, self.height), self.width)


class Heading(Stack):
    """A heading to which bookmarks and the contents lead."""

    def __init__(
        self,
        texts: Sequence[tuple[str, TextStyle]],
        *,
        key: str,
        entry: str = "",
        level: int = 0,
        rank: int = _BELOW_CHAPTERS,
        room: float | None = None,
    ) -> None:
        """Take the texts and what the bookmark says.

        Args:
            texts: each with its style; the largest is the heading itself.
            key: names the place in the file.
            entry: the bookmark's words; no bookmark where they are empty.
            level: of the bookmark: 0 for chapters, 1 below them.
            rank: of the heading: 1 for the document's title, 2 for chapters, which begin a section.
            room: width of the lines.
        """
        super().__init__(texts, room)
        self.key = key
        self._entry = printable(entry)
        self._level = level
        self._rank = rank

    def draw(self) -> None:
        """Draw the heading and set its bookmark."""
        tags = Tags.of(self.canv)
        if self._rank <= _SECTION:
            tags.section()
        largest = max((style.size for _, style in self._texts), default=0.0)
        top = self.height
        for size, group in groupby(self._strips, key=lambda strip: strip.style.size):
            found = list(group)
            with tags.heading(self._rank) if size == largest else nullcontext():
                draw_strips(self.canv, found, (0, top), self.width)
            top -= height_of(found)
        if self._entry:
            self.canv.bookmarkHorizontal(self.key, 0, self.height + theme.HALF)
            self.canv.addOutlineEntry(self._entry, self.key, self._level, closed=self._level == 0)


class FiguresFlow(DrawnFlow):
    """Key figures in a grid, each under its label, with a rule above each row."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        super().__init__()
        self._rows = [figures[i : i + _FIGURES_ABREAST] for i in range(0, len(figures), _FIGURES_ABREAST)]
        self._row_height = theme.HEAD.leading + theme.FIGURE.leading + 2 * _PAD

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return width and height."""
        self.width = width
        self.height = len(self._rows) * (self._row_height + theme.HALF)
        return self.width, self.height

    def draw(self) -> None:
        """Draw rules, labels and figures."""
        with Tags.of(self.canv).group("L", attributes=UNORDERED):
            self._draw_rows()

    def _draw_rows(self) -> None:
        top = self.height
        for row in self._rows:
            look = (theme.THICK, theme.INK) if row is self._rows[0] else (theme.HAIR, theme.RULE)
            self.canv.rule((0, top), (self.width, top), *look)
            for number, figure in enumerate(row):
                self._draw_figure(figure, number, top - _PAD)
            top -= self._row_height + theme.HALF

    def _draw_figure(self, figure: Figure, number: int, top: float) -> None:
        room = self.width / _FIGURES_ABREAST - 2 * _PAD
        x = placed(self.width / _FIGURES_ABREAST * number, room, self.width)
        tags = Tags.of(self.canv)
        label = Strip(lines_for(figure.label, theme.HEAD, room)[0], theme.HEAD)
        look = _fitting(figure.value, room)
        value = Strip(lines_for(figure.value, look, room)[0], look)
        with tags.group("LI"):
            with tags.group("Lbl"):
                draw_strips(self.canv, [label], (x, top), room)
            with tags.group("LBody"):
                draw_strips(self.canv, [value], (x, top - label.height), room)


class PointsFlow(DrawnFlow):
    """Lists of points side by side."""

    def __init__(self, lists: Sequence[Points], gutter: float) -> None:
        super().__init__()
        self._lists = lists
        self._gutter = gutter
        self._titles: list[list[Strip]] = []
        self._strips: list[list[list[Strip]]] = []

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return width and height."""
        self._room = (width - self._gutter * (len(self._lists) - 1)) / len(self._lists)
        self._titles = [self._set_title(points.title) for points in self._lists]
        self._strips = [
            [strips(point, _POINTS, self._room) for point in points.points] for points in self._lists
        ]
        heights = (
            height_of(title) + sum(map(height_of, points))
            for title, points in zip(self._titles, self._strips, strict=True)
        )
        self.width, self.height = width, max(heights)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lists."""
        for number, title in enumerate(self._titles):
            x = placed(number * (self._room + self._gutter), self._room, self.width)
            top = self.height
            if title:
                with Tags.of(self.canv).heading(_BELOW_CHAPTERS):
                    draw_strips(self.canv, title, (x, top), self._room)
            self._draw_points(self._strips[number], x, top - height_of(title))

    def _draw_points(self, points: list[list[Strip]], x: float, top: float) -> None:
        tags = Tags.of(self.canv)
        with tags.group("L", attributes=UNORDERED):
            for point in points:
                with tags.group("LI"), tags.group("LBody"):
                    draw_strips(self.canv, point, (x, top), self._room)
                top -= height_of(point)

    def _set_title(self, title: str) -> list[Strip]:
        lines = lines_for(title, theme.LIST_HEADING, self._room) if title else []
        return [Strip(line, theme.LIST_HEADING) for line in lines]


def balanced(text: str, style: TextStyle, room: float) -> list[Line]:
    """Return a text's lines, all about as long: a heading does not end with a single word on its line."""
    lines = lines_for(text, style, room)
    if not 1 < len(lines) <= _BALANCED_LINES:
        return lines
    low, high = room / 2, room
    while high - low > 1:
        middle = (low + high) / 2
        if len(lines_for(text, style, middle)) > len(lines):
            low = middle
        else:
            high = middle
    return lines_for(text, style, high)


def _fitting(text: str, room: float) -> TextStyle:
    """Return the style of key figures, set smaller where a figure would not fit on one line."""
    wide = text_width(text, theme.FIGURE)
    if wide <= room:
        return theme.FIGURE
    look = theme.FIGURE
    return TextStyle(look.size * room / wide * 0.99, look.leading, look.weight, look.colour)


class Narrow(DrawnFlow):
    """A text that leaves a part of the page free: the right one, where one writes from the left."""

    def __init__(self, text: TextBlock, free: float) -> None:
        """Take the text.

        Args:
            text: any text.
            free: points that it leaves free at its end.
        """
        super().__init__()
        self._text = text
        self._free = free

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return width and height."""
        self.width = width
        _, self.height = self._text.wrap(width - self._free, height)
        return self.width, self.height

    def split(self, width: float, height: float) -> list["Narrow"]:
        """Return the part that fits and the rest; no line stands alone on either page."""
        leading = self._text.style.leading
        fit, total = int((height + 0.01) // leading), len(self._text.lines)
        if total - fit == 1:
            fit -= 1
        if fit < _LINES_KEPT:
            return []
        return [Narrow(part, self._free) for part in self._text.split(width - self._free, fit * leading)]

    def draw(self) -> None:
        """Draw the text."""
        self._text.drawOn(self.canv, placed(0, self.width - self._free, self.width), 0)


class Titled(DrawnFlow):
    """Something under its heading, as one piece."""

    def __init__(self, heading: Heading, below: Flow) -> None:
        super().__init__()
        self._heading = heading
        self._below = below

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return width and height."""
        self.width = width
        head = self._heading.wrap(width, height)[1]
        self.height = head + theme.HALF + self._below.wrap(width, height)[1]
        return self.width, self.height

    def draw(self) -> None:
        """Draw both."""
        self._heading.drawOn(self.canv, 0, self.height - self._heading.height)
        self._below.drawOn(self.canv, 0, 0)
