"""The list of contents: every chapter with its finding and its page, each a link."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.document.pages import theme
from planner.document.pages.direction import placed
from planner.document.pages.setting import Strip, draw_strips, height_of
from planner.language import say
from planner.paper.tags.drawing import Tags
from planner.paper.text.block import draw_line, lines_for, text_width
from planner.paper.text.clean import printable
from planner.paper.text.flow import DrawnFlow
from planner.paper.text.style import TextStyle

_NUMBER_WIDTH = 26.0
_PAGE_WIDTH = 34.0
PADS = (3.5, 1.75, 0.5)
"""Room above and below an entry: as wide as the page allows."""
_PAGE = TextStyle(size=10, leading=14, colour=theme.INK)


@dataclass(frozen=True, slots=True)
class Entry:
    """One chapter in the list.

    Attributes:
        key: names the chapter's place in the file.
        number: of the chapter.
        title: its plain heading.
        finding: what its figures say; may be empty.
    """

    key: str
    number: int
    title: str
    finding: str


class ContentsEntry(DrawnFlow):
    """One line of the list; its page is looked up when it is drawn, after all pages are filled."""

    def __init__(self, entry: Entry, pages: Mapping[str, int], pad: float = PADS[0]) -> None:
        super().__init__()
        self._pad = pad
        self._entry = entry
        self._pages = pages
        self._strips: Sequence[Strip] = ()

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return width and height."""
        room = width - _NUMBER_WIDTH - _PAGE_WIDTH
        texts = ((self._entry.title, theme.BODY_STRONG), (self._entry.finding, theme.QUIET))
        self._strips = [
            Strip(line, style) for text, style in texts if text for line in lines_for(text, style, room)
        ]
        self.width, self.height = width, height_of(list(self._strips)) + 2 * self._pad
        return self.width, self.height

    def draw(self) -> None:
        """Draw number, title, finding and page, and make it all a link."""
        tags = Tags.of(self.canv)
        with (
            tags.group("TOC", key=("TOC", id(self._pages))),
            tags.group("TOCI"),
            tags.group("Reference"),
            tags.text("Link", spoken=self._spoken()),
        ):
            self._draw_link()
        self.canv.rule((0, 0), (self.width, 0), theme.HAIR, theme.RULE)

    def _spoken(self) -> str:
        entry = self._entry
        words = (
            f"{entry.number} {entry.title}",
            entry.finding,
            say("page {number}", number=str(self._pages[entry.key])),
        )
        return ", ".join(filter(None, map(printable, words)))

    def _draw_link(self) -> None:
        top = self.height - self._pad
        baseline = top - 0.7 * theme.BODY_STRONG.leading
        room = self.width - _NUMBER_WIDTH - _PAGE_WIDTH
        number, page = str(self._entry.number), str(self._pages[self._entry.key])
        self._draw_figure(number, theme.CONTENTS_NUMBER, 0, baseline)
        draw_strips(self.canv, list(self._strips), (placed(_NUMBER_WIDTH, room, self.width), top), room)
        self._draw_figure(page, _PAGE, self.width - text_width(page, _PAGE), baseline)
        self._draw_link_area()

    def _draw_figure(self, figure: str, style: TextStyle, begin: float, baseline: float) -> None:
        x = placed(begin, text_width(figure, style), self.width)
        draw_line(self.canv, x, baseline, figure, style)

    def _draw_link_area(self) -> None:
        self.canv.linkRect(
            printable(self._entry.title),
            self._entry.key,
            (0, 0, self.width, self.height),
            relative=1,
            thickness=0,
        )
