"""ReportLab's canvas as what pages are drawn on, with a file of our own and tags on all that is drawn.

ReportLab keeps every page and every object of a document until it is saved. Here a page goes into the
file as soon as it is drawn; from ReportLab come the operators.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportlab import rl_config
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from planner.paper.file.outline import Outline
from planner.paper.file.pages import Pages
from planner.paper.file.pictures import write_picture
from planner.paper.file.syntax import numbers, string
from planner.paper.file.writer import FileWriter, Out
from planner.paper.tags.drawing import Tags
from planner.paper.tags.tree import Tree
from planner.paper.tags.untagged import Untagged
from planner.paper.text.embed import DocumentFonts
from planner.paper.text.style import Colour, TextStyle, rgb

if TYPE_CHECKING:
    from PIL.Image import Image

Rgb = tuple[float, float, float]
Point = tuple[float, float]
_PRINTED = 4
"""Flag of an annotation that is printed: archives and readers want it on each."""
Inks = Callable[[Rgb], Rgb]
"""Turns the colour that a page is drawn in into the one that is printed."""


@dataclass(frozen=True, slots=True)
class LeftPage:
    """A page that is drawn after those behind it.

    Attributes:
        number: of the page, from 1.
        room: its place in the structure.
    """

    number: int
    room: int


class TextCanvas(Canvas):  # type: ignore[misc]  # ReportLab has no type information
    """A canvas whose pages name no font beside those that our text embeds.

    Give this class, or one derived from it, as `canvasmaker` to a document template. Draw all text by
    `planner.paper.text.block`: ReportLab's own fonts never come into the file.

    What is drawn outside any tag becomes an artifact; links and fields enter the structure by themselves.

    Attributes:
        file: that the document is written to.
        fonts: of the document.
        tags: the structure of the document.
        fields: numbers of the form fields on its pages.
    """

    _code: list[str]

    def __init__(
        self,
        filename: Out,
        *,
        inks: Inks | None = None,
        tagged: bool = True,
        **settings: object,
    ) -> None:
        """Open a canvas.

        Args:
            filename: a file object that is open for writing bytes; the name is ReportLab's.
            inks: every colour passes through it; by default all are printed as they are.
            tagged: whether pages say what is drawn on them; see `planner.paper.tags`.
            **settings: what `reportlab.pdfgen.canvas.Canvas` takes.
        """
        self._inks = inks
        super().__init__(None, **(settings | {"invariant": 1}))
        self.file = FileWriter(filename)
        self.fonts = DocumentFonts()
        self.fields: list[int] = []
        self._pages = Pages(self.file)
        self._outline = Outline(self.file, self._pages)
        self._pictures: dict[Hashable, int] = {}
        self._openings: dict[tuple[Colour, float, str], str] = {}
        self._rules: dict[tuple[float, Colour], str] = {}
        self._alike: dict[Hashable, list[str]] = {}
        self._annotations: list[int] = []
        self.tags = (Tags if tagged else Untagged)(self, Tree(self.file, self._pages))

    def push_state_stack(self) -> None:
        """Keep where the axes are: ReportLab keeps two dozen things that our drawing never asks for."""
        self.state_stack.append(self._currentMatrix)

    def pop_state_stack(self) -> None:
        """Take the axes up again as they were kept."""
        self._currentMatrix = self.state_stack.pop()

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """Close the page and write it."""
        self._write_page()

    def leave_open(self) -> None:
        """Close the page, to which `add_to` adds what is not known yet."""
        self._write_page(goes_on=True)

    def leave_out(self) -> LeftPage:
        """Leave an empty page, to be drawn when all others are; `go_back_to` it then."""
        left = LeftPage(self.getPageNumber(), self.tags.keep_room())
        self._pages.number(left.number - 1)
        self._startPage()
        return left

    def go_back_to(self, left: LeftPage) -> None:
        """Go on with a page that was left out."""
        self._pageNumber = left.number
        self.tags.go_on_at(left.room)

    def add_to(self, number: int, draw: Callable[[], None]) -> None:
        """Add to a page that was left open; what is added counts as an artifact.

        Args:
            number: of the page, from 1.
            draw: draws it, in the axes of an empty page.
        """
        self._pageNumber = number
        draw()
        self.tags.end_addition()
        self._pages.add(number - 1, "\n".join(self._code))
        self._startPage()

    def save(self) -> None:
        """Write what the document has beside its pages, and close the file."""
        if self._code:
            self.showPage()
        self.tags.close()
        self._outline.write()
        self.file.put(self._resources(), self._pages.resources)
        self._pages.close()
        if self.fields:
            listed = " ".join(f"{number} 0 R" for number in self.fields)
            self.file.catalog["AcroForm"] = f"<</Fields[{listed}]/SigFlags 1>>"
        self.file.close()

    def setFillColor(self, aColor: Any, alpha: float | None = None) -> None:  # noqa: ANN401, N802, N803 - ReportLab's names
        """Set the colour of areas and text; all of ReportLab's other ways lead here."""
        super().setFillColor(self._inked(aColor), alpha)

    def setStrokeColor(self, aColor: Any, alpha: float | None = None) -> None:  # noqa: ANN401, N802, N803 - ReportLab's names
        """Set the colour of lines; all of ReportLab's other ways lead here."""
        super().setStrokeColor(self._inked(aColor), alpha)

    def inked(self, colour: Rgb) -> Rgb:
        """Return the colour that is printed for one that is drawn."""
        return colour if self._inks is None else self._inks(colour)

    def spelled(self, colour: Rgb) -> str:
        """Return the numbers of an operator that sets a colour, as it is printed."""
        return numbers(*self.inked(colour))

    def write(self, operators: str) -> None:
        """Draw by operators that are spelled already."""
        self._code.append(operators)

    def text_opening(self, style: TextStyle, font: str) -> str:
        """Return the operators that begin a stretch of text: its colour, its font and its size.

        Args:
            style: its look.
            font: the name of the font in the file.
        """
        key = (style.colour, style.size, font)
        opening = self._openings.get(key)
        if opening is None:
            opening = self._openings[key] = (
                f"{self.spelled(style.fill)} rg BT /{font} {numbers(style.size)} Tf"
            )
        return opening

    def rule(self, start: Point, end: Point, thick: float, colour: Colour) -> None:
        """Draw a straight line.

        Args:
            start: one end, by the present axes.
            end: the other one.
            thick: in points.
            colour: of the line.
        """
        opening = self._rules.get((thick, colour))
        if opening is None:
            opening = f"{numbers(thick)} w\n{self.spelled(rgb(colour))} RG\nn"
            self._rules[thick, colour] = opening
        self._code.append(f"{opening} {numbers(*start)} m {numbers(*end)} l S")

    def showOutline(self) -> None:  # noqa: N802 - ReportLab's name
        """Let viewers open the bookmarks with the document."""
        self._outline.shown = True

    def bookmarkHorizontal(self, key: str, relativeX: float, relativeY: float, **_kind: object) -> None:  # noqa: N802, N803 - ReportLab's names
        """Name a place on the page, by the present axes."""
        left, top = self.absolutePosition(relativeX, relativeY)
        self._outline.bind(key, self.getPageNumber() - 1, left, top)

    def addOutlineEntry(self, title: str, key: str, level: int = 0, closed: object = None) -> None:  # noqa: N802, ARG002 - ReportLab's names
        """Add a bookmark that leads to a place; those inside others are closed at first."""
        self._outline.add(title, key, level)

    def linkRect(  # noqa: N802 - ReportLab's name
        self,
        contents: str,
        destinationname: str,
        Rect: tuple[float, ...],  # noqa: N803 - ReportLab's name
        **_look: object,
    ) -> None:
        """Put a link to a place in the document over a rectangle, by the present axes.

        Args:
            contents: where it leads, for those who can't see it.
            destinationname: key of the place.
            Rect: left, bottom, right and top.
            **_look: of a frame that ReportLab would draw; ours has none.
        """
        number, entries = self._annotation(f"{self._link(Rect)}/Contents{string(contents)}")
        self._outline.link(number, entries, destinationname)

    def linkURL(self, url: str, rect: tuple[float, ...], **_look: object) -> None:  # noqa: N802 - ReportLab's name
        """Put a link to an address over a rectangle, by the present axes."""
        self.annotate(f"{self._link(rect)}/A<</S/URI/URI{string(url)}>>")

    def annotate(self, entries: str) -> int:
        """Put a link or field on the page, and return its number.

        Args:
            entries: of the annotation.
        """
        number, whole = self._annotation(entries)
        return self.file.put(f"<<{whole}>>", number)

    def draw_picture(self, image: "Image", width: float, height: float) -> None:
        """Draw a picture of pixels with its lower left corner at the origin.

        Args:
            image: grey or in colour, without transparency.
            width: in points.
            height: in points.
        """
        number = write_picture(self.file, image)
        self._pictures[number] = number
        self.write(f"q {numbers(width, 0, 0, height, 0, 0)} cm /X{number} Do Q")

    def draw_again(self, key: Hashable, draw: Callable[[], None], size: float) -> None:
        """Draw what comes again on many pages; it stands in the file once.

        Args:
            key: names what is drawn.
            draw: draws it in a square with its lower left corner at the origin, without any text.
            size: side of the square in points.
        """
        if key not in self._pictures:
            code, self._code = self._code, []
            draw()
            drawn, self._code = "\n".join(self._code), code
            box = f"/BBox[0 0 {numbers(size, size)}]"
            self._pictures[key] = self.file.stream(drawn.encode("ascii"), f"/Type/XObject/Subtype/Form{box}")
        self.write(f"/X{self._pictures[key]} Do")

    def draw_alike(self, key: Hashable, draw: Callable[[], None]) -> None:
        """Draw what looks alike on many pages, inside one artifact: its operators are made once.

        Args:
            key: names what is drawn.
            draw: draws it; text may be in it.
        """
        if key in self._alike:
            self._code += self._alike[key]
            return
        begin = len(self._code)
        draw()
        self._alike[key] = self._code[begin:]

    def _write_page(self, *, goes_on: bool = False) -> None:
        place = self.tags.end_page()
        listed = "".join(f"{number} 0 R " for number in self._annotations)
        entries = f"{place}/Annots[{listed}]" if listed else place
        drawing = "\n".join(self._code)
        self._pages.write(self.getPageNumber() - 1, drawing, self._pagesize, entries, goes_on=goes_on)
        self._annotations.clear()
        self._startPage()

    def _link(self, rect: tuple[float, ...]) -> str:
        return f"/Subtype/Link/Rect[{numbers(*self._absRect(rect, 1))}]/Border[0 0 0]"

    def _annotation(self, entries: str) -> tuple[int, str]:
        """Take an annotation onto the page; return its number, and its entries with those all have."""
        number = self.file.reserve()
        sheet = self._pages.number(self.getPageNumber() - 1)
        place = self.tags.annotate(number)
        self._annotations.append(number)
        return number, f"/Type/Annot{entries}/F {_PRINTED}/P {sheet} 0 R{place}"

    def _resources(self) -> str:
        fonts = "".join(f"/{name} {number} 0 R" for name, number in self.fonts.write(self.file))
        pictures = "".join(f"/X{number} {number} 0 R" for number in self._pictures.values())
        return f"<</Font<<{fonts}>>/XObject<<{pictures}>>>>"

    def _inked(self, colour: Any) -> Any:  # noqa: ANN401 - a colour in any of ReportLab's forms
        if self._inks is None:
            return colour
        return self.inked(colour.rgb() if isinstance(colour, Color) else tuple(colour))

    def _make_preamble(self) -> None:
        """Begin pages without ReportLab's default font."""


def prepare_reportlab() -> None:
    """Set what ReportLab keeps for the whole program: same bytes each time, no remote files."""
    rl_config.invariant = 1
    rl_config.trustedHosts = None
    rl_config.trustedSchemes = []
