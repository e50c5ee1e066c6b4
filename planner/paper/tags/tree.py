"""The structure tree as objects of the PDF, by PDF 32000-1, section 14.7.

Each element is written as soon as nothing more can come into it, as text: a plan of 500 pages has some
50,000 of them, and keeping them until the end would take more memory than all of the rest.
"""

from planner.paper.file.pages import Pages
from planner.paper.file.syntax import string
from planner.paper.file.writer import FileWriter
from planner.paper.tags.structure import Element


class Tree:
    """Writes elements, and the table that leads from what is drawn to them.

    Attributes:
        root: the element that holds all others.
    """

    def __init__(self, file: FileWriter, pages: Pages) -> None:
        self.root = Element("Document")
        self._file = file
        self._pages = pages
        self._number = 0
        self._owners: list[int] = []
        self._table: list[str] = []
        self._inserting: int | None = None

    def draw(self, element: Element, page: int) -> int:
        """Take what is drawn next into an element.

        Args:
            element: that it belongs to.
            page: of the file, from 0.

        Returns:
            Its number on the page.
        """
        number = len(self._owners)
        if element.page < 0:
            element.page = page
        same = element.page == page
        self._take(
            element, str(number) if same else f"<</Type/MCR/Pg {self._pages.number(page)} 0 R/MCID {number}>>"
        )
        self._owners.append(element.number)
        return number

    def annotate(self, element: Element, page: int, annotation: int) -> int:
        """Take a link or field into an element.

        Args:
            element: that it belongs to.
            page: of the file, from 0.
            annotation: number of its object.

        Returns:
            Its place in the table.
        """
        self._take(element, f"<</Type/OBJR/Pg {self._pages.number(page)} 0 R/Obj {annotation} 0 R>>")
        return self._enter_in_table(element.number)

    def begin_paragraph(self, paragraph: Element, parent: Element) -> None:
        """Put a paragraph into the element around it, where it may go on until something follows it."""
        self._finish(parent)
        self._enter(paragraph)
        parent.unfinished = paragraph

    def end_page(self) -> int:
        """Write which elements own the drawing of a page, and return the page's place in the table."""
        listed = self._file.put(f"[{' '.join(f'{number} 0 R' for number in self._owners)}]")
        self._owners.clear()
        return self._enter_in_table(listed)

    def end(self, element: Element) -> None:
        """Write an element that nothing more comes into."""
        if element.unfinished is not None:
            self._finish(element)
        if element.number:
            self._file.put(self._text(element), element.number)

    def keep_room(self) -> int:
        """Return the place in the root at which elements are put that are drawn later."""
        return len(self.root.kids)

    def go_on_at(self, place: int) -> None:
        """Put the root's next elements at a place that was kept for them."""
        self._inserting = place

    def close(self) -> None:
        """Write the root and the table; all other elements are written."""
        self._number = self._file.reserve()
        self.end(self.root)
        holds = f"/K {self.root.number} 0 R" if self.root.number else ""
        self._file.put(
            f"<</Type/StructTreeRoot{holds}/ParentTree<</Nums[{' '.join(self._table)}]>>"
            f"/ParentTreeNextKey {len(self._table)}>>",
            self._number,
        )
        self._file.catalog["StructTreeRoot"] = f"{self._number} 0 R"
        self._file.catalog["MarkInfo"] = "<</Marked true>>"

    def _take(self, element: Element, kid: str) -> None:
        """Put something into an element; what may have gone on before it is finished now."""
        if element.unfinished is not None:
            self._finish(element)
        if not element.number:
            self._enter(element)
        element.kids.append(kid)

    def _finish(self, element: Element) -> None:
        if element.unfinished is not None:
            self.end(element.unfinished)
            element.unfinished = None

    def _enter(self, element: Element) -> None:
        """Give an element its number and its place in the element around it."""
        element.number = self._file.reserve()
        parent = element.parent
        if parent is None:
            return
        kid = f"{element.number} 0 R"
        if parent is self.root and self._inserting is not None:
            parent.kids.insert(self._inserting, kid)
            self._inserting += 1
        else:
            self._take(parent, kid)
        parent.divided = True

    def _enter_in_table(self, number: int) -> int:
        self._table.append(f"{len(self._table)} {number} 0 R")
        return len(self._table) - 1

    def _text(self, element: Element) -> str:
        """Return an element as PDF writes it."""
        around = element.parent.number if element.parent else self._number
        page = f"/Pg {self._pages.number(element.page)} 0 R" if element.page >= 0 else ""
        told = _told(element) if element.alternative or element.spoken else ""
        kids = element.kids
        held = f" {kids[0]}" if len(kids) == 1 else f"[{' '.join(kids)}]"
        return f"<</S/{element.role}/P {around} 0 R{element.attributes}{page}{told}/K{held}>>"


def _told(element: Element) -> str:
    """Return what stands for an element's drawing, and for a picture what it covers."""
    alternative = f"/Alt{string(element.alternative)}" if element.alternative else ""
    spoken = f"/ActualText{string(element.spoken)}" if element.spoken and not element.divided else ""
    if not element.box:
        return alternative + spoken
    corners = " ".join(f"{corner:.2f}" for corner in element.box)
    return f"{alternative}{spoken}/A<</O/Layout/Placement/Block/BBox[{corners}]>>"
