"""The pages of a file in their order, whichever of them is drawn first."""

from dataclasses import dataclass, field

from planner.paper.file.syntax import numbers
from planner.paper.file.writer import FileWriter

_LEVEL = 3
"""Of compression: less than half of the default's time for a seventh more bytes."""


@dataclass(slots=True)
class _Page:
    number: int
    later: int = 0


@dataclass(slots=True)
class Pages:
    """Writes pages into a file.

    Attributes:
        file: that they stand in.
        resources: number of the object that names what pages draw with; all share it.
    """

    file: FileWriter
    resources: int = field(init=False)
    _tree: int = field(init=False)
    _pages: list[_Page] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Reserve the objects that every page names."""
        self.resources = self.file.reserve()
        self._tree = self.file.reserve()

    def number(self, page: int) -> int:
        """Return the number of a page's object.

        Args:
            page: of the file, from 0; it need not be written yet.
        """
        while len(self._pages) <= page:
            self._pages.append(_Page(self.file.reserve()))
        return self._pages[page].number

    def write(
        self, page: int, drawing: str, size: tuple[float, float], entries: str, *, goes_on: bool = False
    ) -> None:
        """Write a page.

        Args:
            page: of the file, from 0.
            drawing: its operators.
            size: width and height in points.
            entries: further ones of its dictionary.
            goes_on: more will be drawn on it, by `add`, in the axes of an empty page.
        """
        number = self.number(page)
        if goes_on:
            drawing = f"q\n{drawing}\nQ"
        content = f"{self.file.stream(drawing.encode('ascii'), level=_LEVEL)} 0 R"
        if goes_on:
            self._pages[page].later = self.file.reserve()
            content = f"[{content} {self._pages[page].later} 0 R]"
        self.file.put(
            f"<</Type/Page/Parent {self._tree} 0 R/MediaBox[0 0 {numbers(*size)}]"
            f"/Resources {self.resources} 0 R/Contents {content}{entries}>>",
            number,
        )

    def add(self, page: int, drawing: str) -> None:
        """Draw the rest of a page that goes on."""
        self.file.stream(drawing.encode("ascii"), number=self._pages[page].later, level=_LEVEL)

    def close(self) -> None:
        """Write the list of pages."""
        kids = " ".join(f"{page.number} 0 R" for page in self._pages)
        self.file.put(f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>", self._tree)
        self.file.catalog["Pages"] = f"{self._tree} 0 R"
