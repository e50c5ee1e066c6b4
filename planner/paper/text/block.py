"""Plain text as a flowable of ReportLab, as lines for a table, or as one line at a place."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportlab.pdfgen.canvas import Canvas

from planner.paper.text.clean import printable
from planner.paper.text.flow import DrawnFlow
from planner.paper.text.layout import Line, fill, paragraphs
from planner.paper.text.links import safe_link
from planner.paper.text.paint import paint_line
from planner.paper.text.style import Span, TextStyle
from planner.paper.text.tagged import tagged

_ROUNDING = 0.001
"""Points, as heights are sums of rounded numbers."""
_WIDOW = 2
"""Lines that stay where they are, though the next page then begins with a single line."""
_ASCENT = 0.8
"""Share of the letter size above the baseline; the rest of the leading is spread over both sides."""


def lines_for(content: str | Sequence[Span], style: TextStyle, width: float) -> list[Line]:
    """Return a text as lines of a width.

    Args:
        content: plain text, or stretches of it that look different; never read as markup.
        style: its look.
        width: room in points.

    Returns:
        At least one line; line ends of the text begin new ones.
    """
    return [line for paragraph in paragraphs(content, style) for line in fill(paragraph, width)]


def text_width(content: str | Sequence[Span], style: TextStyle) -> float:
    """Return the width in points of the widest line of a text that is not broken."""
    return max(paragraph.places[-1] for paragraph in paragraphs(content, style))


def draw_line(canvas: Canvas, x: float, y: float, content: str | Sequence[Span], style: TextStyle) -> float:
    """Draw a text as one line; line ends become blanks.

    Args:
        canvas: ReportLab's canvas.
        x: in points, the left end; for alignment "end" the right end, for "centre" the middle.
        y: baseline in points.
        content: plain text or spans.
        style: its look.

    Returns:
        The width in points.
    """
    (paragraph,) = paragraphs(_flat(content), style)
    line = Line(paragraph, 0, len(paragraph.text), len(paragraph.text), paragraph.places[-1])
    shift = {"start": 0.0, "centre": line.width / 2, "end": line.width}[style.alignment]
    for part in tagged(canvas, [line], _itself):
        paint_line(canvas, part, x - shift, y)
    return line.width


def _flat(content: str | Sequence[Span]) -> str | Sequence[Span]:
    """Return a text without line ends, whatever stands for them."""
    if isinstance(content, str):
        # Most labels: what needs neither cleaning nor composing.
        plain = content.isascii() and content.isprintable()
        return content if plain else printable(content).replace("\n", " ")
    return [replace(span, text=printable(span.text).replace("\n", " ")) for span in content]


def draw_lines(
    canvas: Canvas, lines: Iterable[Line], x: float, top: float, width: float, style: TextStyle
) -> float:
    """Draw lines one under the other.

    Args:
        canvas: ReportLab's canvas.
        lines: what `lines_for` gave for this style.
        x: left edge in points.
        top: upper edge of the first line in points.
        width: room in points, for lines that do not begin at the left.
        style: the look; the alignment is read from it.

    Returns:
        The lower edge of the last line in points.
    """
    for line in tagged(canvas, [*lines], _itself):
        paint_line(canvas, line, x + _indent(line, width, style), top - baseline(style))
        top -= style.leading
    return top


def _itself(line: Line) -> Line:
    return line


def baseline(style: TextStyle) -> float:
    """Return how far below a line's upper edge its baseline lies, in points."""
    return (style.leading - style.size) / 2 + _ASCENT * style.size


def _indent(line: Line, width: float, style: TextStyle) -> float:
    if style.alignment == "centre":
        return (width - line.width) / 2
    at_left = (style.alignment == "start") != line.leftward
    return 0.0 if at_left else width - line.width


class TextBlock(DrawnFlow):
    """A text that fills the width it is given and runs over as many pages as it needs.

    Nothing in the text is markup: `<b>` is printed as typed.

    Attributes:
        content: plain text, or spans of it that look different.
        style: its look.
    """

    def __init__(
        self,
        content: str | Sequence[Span],
        style: TextStyle,
        *,
        link: str = "",
        bookmark: str = "",
        space_before: float = 0.0,
        space_after: float = 0.0,
    ) -> None:
        """Take the text; nothing is laid out before ReportLab asks for the height.

        Args:
            content: plain text or spans.
            style: its look.
            link: where a click leads; only http, https and mailto are taken, others are left out.
            bookmark: name of the place, for the outline and links inside the document.
            space_before: points above, unless at the top of a page.
            space_after: points below.
        """
        super().__init__()
        self.content = content
        self.style = style
        self.spaceBefore = space_before
        self.spaceAfter = space_after
        self._link = safe_link(link)
        self._bookmark = bookmark
        self._lines: list[Line] = []
        self._first, self._behind = 0, 0
        self._laid_out_for: float | None = None

    @property
    def lines(self) -> list[Line]:
        """The lines as last laid out."""
        return self._lines[self._first : self._behind]

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803, ARG002 - ReportLab's names
        """Return the width and the height that the text takes."""
        if self._laid_out_for != availWidth and self._behind == len(self._lines):
            self._lines = self._fill(availWidth)
            self._first, self._behind = 0, len(self._lines)
            self._laid_out_for = availWidth
        self.width, self.height = availWidth, (self._behind - self._first) * self.style.leading
        return self.width, self.height

    def split(self, availWidth: float, availHeight: float) -> list["TextBlock"]:  # noqa: N803 - ReportLab's names
        """Return the part that fits the height and the rest; nothing where not even a line fits."""
        self.wrap(availWidth, availHeight)
        count = int((availHeight + _ROUNDING) // self.style.leading)
        if count < 1:
            return []
        left_over = self._behind - self._first - count
        if left_over <= 0:
            return [self]
        cut = self._first + count - (left_over == 1 and count > _WIDOW)
        return [self._part(self._first, cut), self._part(cut, self._behind)]

    def draw(self) -> None:
        """Draw the lines; the origin is the block's lower left corner."""
        if self._bookmark:
            self.canv.bookmarkHorizontal(self._bookmark, 0, self.height)
        draw_lines(self.canv, self.lines, 0.0, self.height, self.width, self.style)
        if self._link:
            self.canv.linkURL(self._link, self._text_box(), relative=1, thickness=0)

    def _fill(self, width: float) -> list[Line]:
        """Lay out the text, or what a part of it holds, anew."""
        if self._laid_out_for is None:
            return lines_for(self.content, self.style, width)
        firsts = (line for i, line in enumerate(self.lines) if i == 0 or line.start == 0)
        return [line for first in firsts for line in fill(first.paragraph, width, first.start)]

    def _part(self, first: int, behind: int) -> "TextBlock":
        """Return some of the lines as a block; parts share one list, so that long texts are not copied."""
        begins, ends = first == self._first, behind == self._behind
        part = TextBlock(
            self.content,
            self.style,
            link=self._link,
            bookmark=self._bookmark if begins else "",
            space_before=self.spaceBefore if begins else 0.0,
            space_after=self.spaceAfter if ends else 0.0,
        )
        part._lines, part._laid_out_for = self._lines, self._laid_out_for
        part._first, part._behind = first, behind
        return part

    def _text_box(self) -> tuple[float, float, float, float]:
        """Return left, bottom, right and top of what the lines fill."""
        lefts = [_indent(line, self.width, self.style) for line in self.lines]
        rights = [left + line.width for left, line in zip(lefts, self.lines, strict=True)]
        return min(lefts), 0, max(rights), self.height
