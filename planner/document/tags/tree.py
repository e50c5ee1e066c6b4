"""The structure tree as objects of the PDF, by PDF 32000-1, section 14.7.

Elements are written as text straight into ReportLab's document: a plan of 500 pages has some 50,000 of
them, and making each by a library's dictionaries would take longer than drawing the pages.
"""

from collections.abc import Sequence
from typing import TypeGuard

from reportlab.pdfbase import pdfdoc

from planner.document.tags.structure import Annotated, Drawn, Element

_PRINTED = 4
"""Flag of an annotation that is printed: archives and readers want it on each."""


def write_tree(
    document: pdfdoc.PDFDocument,
    root: Element,
    owners: Sequence[Sequence[Element]],
    annotations: Sequence[tuple[Annotated, Element]],
    fields: Sequence[str],
) -> None:
    """Put the structure into a document that is about to be saved.

    Args:
        document: ReportLab's.
        root: the whole structure.
        owners: for each page, the element of each marked stretch of drawing.
        annotations: links and fields with their elements.
        fields: names of the form fields among them.
    """
    tree = _Tree(document, root, owners, annotations)
    document.Catalog.StructTreeRoot = tree
    document.Catalog.MarkInfo = _Raw(b"<</Marked true>>")
    if fields:
        document.Catalog.AcroForm = _form(document, fields)


def tag_page(page: pdfdoc.PDFPage, number: int) -> None:
    """Say on a page where its stretches of drawing stand in the structure, and how tabs go.

    Args:
        page: ReportLab's.
        number: of the page, from 0.
    """
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
    page.StructParents = number
    page.Tabs = pdfdoc.PDFName("S")


class TaggedAnnotation(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no type information
    """An annotation that knows its place in the structure.

    Attributes:
        place: its number in the tree, told before it is written.
    """

    def __init__(self, entries: pdfdoc.PDFDictionary, page: str) -> None:
        """Take the entries that ReportLab would write.

        Args:
            entries: of the annotation.
            page: ReportLab's name of the page that it stands on.
        """
        self._entries = entries
        self._page = page
        self.place = 0

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return it as PDF writes it."""
        entries = self._entries.copy()
        entries["F"] = _PRINTED
        entries["StructParent"] = self.place
        entries["P"] = pdfdoc.PDFObjectReference(self._page)
        return bytes(entries.format(document))


class _Raw(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no type information
    """An object of its own whose text is ready."""

    __RefOnly__ = 1

    def __init__(self, text: bytes) -> None:
        self._text = text

    def format(self, _document: pdfdoc.PDFDocument) -> bytes:
        return self._text


class _Node(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no type information
    """An element, written when its turn comes."""

    __RefOnly__ = 1
    __slots__ = ("__InternalName__", "_element", "_parent", "_tree")

    def __init__(self, tree: "_Tree", element: Element, parent: int) -> None:
        self._tree, self._element, self._parent = tree, element, parent

    def format(self, _document: pdfdoc.PDFDocument) -> bytes:
        return self._tree.element_text(self._element, self._parent).encode("ascii")


class _Tree(pdfdoc.PDFObject):  # type: ignore[misc]  # ReportLab has no type information
    """The root of the structure; takes all elements into the document at once."""

    __RefOnly__ = 1

    def __init__(
        self,
        document: pdfdoc.PDFDocument,
        root: Element,
        owners: Sequence[Sequence[Element]],
        annotations: Sequence[tuple[Annotated, Element]],
    ) -> None:
        self._document = document
        self._owners = owners
        self._annotations = annotations
        self._numbers: dict[Element, int] = {}
        document.Reference(self, "Structure")
        self._enter(root, self._number("Structure"))
        self._root = root
        pages = len(document.Pages.pages)
        for place, (annotated, _) in enumerate(annotations, start=pages):
            document.idToObject[document.annotationName(annotated.name)].place = place
        self._places = range(pages, pages + len(annotations))

    def format(self, _document: pdfdoc.PDFDocument) -> bytes:
        """Return the root with its table from places on pages to elements."""
        table = [f"{page} {self._page_table(owners)} 0 R" for page, owners in enumerate(self._owners)]
        table += [
            f"{place} {self._numbers[element]} 0 R"
            for place, (_, element) in zip(self._places, self._annotations, strict=True)
        ]
        return (
            f"<</Type/StructTreeRoot/K {self._numbers[self._root]} 0 R"
            f"/ParentTree<</Nums[{' '.join(table)}]>>/ParentTreeNextKey {self._places.stop}>>"
        ).encode("ascii")

    def element_text(self, element: Element, parent: int) -> str:
        """Return an element as PDF writes it."""
        page = next((kid.page for kid in element.kids if isinstance(kid, Drawn)), None)
        kids = [self._kid(kid, page) for kid in element.kids if self._is_written(kid)]
        text = f"<</S/{element.role}/P {parent} 0 R{element.attributes}"
        if page is not None:
            text += f"/Pg {self._page(page)} 0 R"
        if element.alternative:
            text += f"/Alt{_quoted(element.alternative)}"
        if element.spoken and not any(isinstance(kid, Element) for kid in element.kids):
            text += f"/ActualText{_quoted(element.spoken)}"
        if element.box:
            text += "/A<</O/Layout/Placement/Block/BBox[{:.2f} {:.2f} {:.2f} {:.2f}]>>".format(*element.box)
        return f"{text}/K {kids[0]}>>" if len(kids) == 1 else f"{text}/K[{' '.join(kids)}]>>"

    def _kid(self, kid: Element | Drawn | Annotated, page: int | None) -> str:
        match kid:
            case Element():
                return f"{self._numbers[kid]} 0 R"
            case Drawn(at, number) if at == page:
                return str(number)
            case Drawn(at, number):
                return f"<</Type/MCR/Pg {self._page(at)} 0 R/MCID {number}>>"
            case Annotated(at, name):
                annotation = self._number(self._document.annotationName(name))
                return f"<</Type/OBJR/Pg {self._page(at)} 0 R/Obj {annotation} 0 R>>"

    def _is_written(self, kid: Element | Drawn | Annotated) -> bool:
        return not isinstance(kid, Element) or kid in self._numbers

    def _enter(self, root: Element, tree: int) -> None:
        """Give every element that holds something its number, parents first."""
        waiting = [(root, tree)]
        while waiting:
            element, parent = waiting.pop()
            name = f"Element{len(self._numbers)}"
            self._document.Reference(_Node(self, element, parent), name)
            number = self._numbers[element] = self._number(name)
            waiting += [(kid, number) for kid in reversed(element.kids) if _holds(kid)]

    def _number(self, name: str) -> int:
        return int(self._document.idToObjectNumberAndVersion[name][0])

    def _page(self, page: int) -> int:
        return self._number(f"Page{page + 1}")

    def _page_table(self, owners: Sequence[Element]) -> int:
        """Return the number of a new object that lists a page's elements by their stretches of drawing."""
        listed = " ".join(f"{self._numbers[element]} 0 R" for element in owners)
        return self._number(self._document.Reference(_Raw(f"[{listed}]".encode("ascii"))).name)


def _holds(kid: Element | Drawn | Annotated) -> TypeGuard[Element]:
    """Tell whether something is an element with anything drawn in it, however deep."""
    if not isinstance(kid, Element):
        return False
    return any(not isinstance(inner, Element) or _holds(inner) for inner in kid.kids)


def _form(document: pdfdoc.PDFDocument, fields: Sequence[str]) -> pdfdoc.PDFDictionary:
    references = [document.refAnnotation(name) for name in fields]
    return pdfdoc.PDFDictionary({"Fields": pdfdoc.PDFArray(references), "SigFlags": 1})


def _quoted(text: str) -> str:
    return f"<FEFF{text.encode('utf-16-be').hex()}>"
