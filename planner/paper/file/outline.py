"""Bookmarks, and the places that they and links lead to."""

from dataclasses import dataclass, field

from planner.paper.file.pages import Pages
from planner.paper.file.syntax import numbers, string
from planner.paper.file.writer import FileWriter


@dataclass(frozen=True, slots=True)
class _Place:
    page: int
    left: float
    top: float


@dataclass(slots=True)
class _Mark:
    title: str
    key: str
    level: int
    number: int = 0
    kids: list["_Mark"] = field(default_factory=list)


class Outline:
    """Gathers bookmarks while pages are drawn, in any order, and writes them as a tree.

    Attributes:
        shown: viewers open the bookmarks with the document.
    """

    def __init__(self, file: FileWriter, pages: Pages) -> None:
        self.shown = False
        self._file = file
        self._pages = pages
        self._places: dict[str, _Place] = {}
        self._links: list[tuple[int, str, str]] = []
        self._marks: list[_Mark] = []

    def bind(self, key: str, page: int, left: float, top: float) -> None:
        """Give a place its key.

        Args:
            key: names the place.
            page: of the file, from 0.
            left: in points from the sheet's left edge.
            top: in points from the sheet's lower edge.
        """
        self._places[key] = _Place(page, left, top)

    def link(self, number: int, entries: str, key: str) -> None:
        """Take a link to a place, which may be bound later.

        Args:
            number: of its object, which was reserved.
            entries: of the link, but for the place.
            key: of the place.
        """
        self._links.append((number, entries, key))

    def add(self, title: str, key: str, level: int) -> None:
        """Add a bookmark.

        Args:
            title: its words.
            key: of the place that it leads to; it may be bound later.
            level: 0 for the outermost; those inside are closed at first.
        """
        self._marks.append(_Mark(title, key, level))

    def write(self) -> None:
        """Write bookmarks and links."""
        for number, entries, key in self._links:
            self._file.put(f"<<{entries}/Dest{self._place(key)}>>", number)
        if self._marks:
            self._file.catalog["Outlines"] = f"{self._write_marks()} 0 R"
        if self.shown:
            self._file.catalog["PageMode"] = "/UseOutlines"

    def _place(self, key: str) -> str:
        place = self._places[key]
        return f"[{self._pages.number(place.page)} 0 R/XYZ {numbers(place.left, place.top)} 0]"

    def _write_marks(self) -> int:
        root = self._file.reserve()
        outer = self._tree()
        self._write_kids(outer, root)
        self._file.put(f"<</Type/Outlines{_ends(outer)}/Count {len(outer)}>>", root)
        return root

    def _tree(self) -> list[_Mark]:
        """Return the outermost bookmarks with what is inside them, in the order of the pages."""
        outer: list[_Mark] = []
        for mark in sorted(self._marks, key=lambda mark: self._places[mark.key].page):
            mark.number = self._file.reserve()
            at = outer
            for _ in range(mark.level):
                at = at[-1].kids if at else at
            at.append(mark)
        return outer

    def _write_kids(self, marks: list[_Mark], parent: int) -> None:
        for number, mark in enumerate(marks):
            beside = f"/Prev {marks[number - 1].number} 0 R" if number else ""
            beside += f"/Next {marks[number + 1].number} 0 R" if number + 1 < len(marks) else ""
            inside = f"{_ends(mark.kids)}/Count -{len(mark.kids)}" if mark.kids else ""
            self._file.put(
                f"<</Title{string(mark.title)}/Parent {parent} 0 R{beside}{inside}"
                f"/Dest{self._place(mark.key)}>>",
                mark.number,
            )
            self._write_kids(mark.kids, mark.number)


def _ends(marks: list[_Mark]) -> str:
    return f"/First {marks[0].number} 0 R/Last {marks[-1].number} 0 R"
