"""The one object by which drawing code says what it draws."""

from collections.abc import Hashable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Literal, Self, TypeAlias

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from planner.document.tags.structure import (
    HOLDERS_OF_TEXT,
    LINES_OF_TEXT,
    Annotated,
    Box,
    Drawn,
    Element,
    Role,
)
from planner.document.tags.tree import TaggedAnnotation, tag_page, write_tree

ArtifactKind: TypeAlias = Literal["Pagination", "Layout", "Page", "Background"]

_HEADINGS: tuple[Role, ...] = ("H1", "H2", "H3", "H4", "H5", "H6")


class Tags:
    """Collects the structure of one document while its pages are drawn.

    Elements open and close like brackets. What is drawn outside any text or figure becomes an artifact,
    which readers skip. An element that is opened with a key is kept: opened again with that key, on a
    later page say, it goes on.

    Attributes:
        root: the element that holds all others.
        owners: for each page, the element of each marked stretch of drawing.
        annotations: links and fields with their elements.
        fields: names of the form fields among them.
    """

    def __init__(self, canvas: Canvas) -> None:
        self.root = Element("Document")
        self.owners: list[list[Element]] = []
        self.annotations: list[tuple[Annotated, Element]] = []
        self.fields: list[str] = []
        self._canvas = canvas
        self._open = [self.root]
        self._marked: list[Element | str] = []
        self._kept: dict[Hashable, Element] = {}
        self._page = -1
        self._untagged = 0
        self._heading = 0

    @classmethod
    def of(cls, canvas: Canvas) -> Self:
        """Return the structure of the document that a canvas draws."""
        delayed = canvas._doc.delayedFonts  # noqa: SLF001 - ReportLab's own list of what to write at the end
        for found in delayed:
            if isinstance(found, cls):
                return found
        made = cls(canvas)
        delayed.append(made)
        return made

    @property
    def current(self) -> Element:
        """The element that is open."""
        return self._open[-1]

    @property
    def page(self) -> int:
        """The page that is drawn, from 0."""
        return int(self._canvas.getPageNumber()) - 1

    def section(self) -> None:
        """Begin a chapter: it holds all that follows, until the next one begins."""
        self._open[1:] = []
        self._open.append(self._new("Sect"))

    def group(
        self, role: Role, *, key: Hashable = None, attributes: str = "", spoken: str = ""
    ) -> AbstractContextManager[Element]:
        """Open an element that holds what is opened inside.

        Args:
            role: what it is.
            key: names an element that may go on later.
            attributes: further entries as PDF writes them; see `structure`.
            spoken: its text, where drawing alone does not tell it.
        """
        element = self._kept.get(key) if key is not None else None
        if element is None:
            element = self._new(role, spoken=spoken, attributes=attributes)
            if key is not None:
                self._kept[key] = element
                element.lasting = True
        return _Group(self._open, element)

    @contextmanager
    def text(
        self, role: Role, *, key: Hashable = None, attributes: str = "", spoken: str = ""
    ) -> Iterator[Element]:
        """Open an element that what is drawn inside belongs to; the arguments are those of `group`."""
        with (
            self.group(role, key=key, attributes=attributes, spoken=spoken) as element,
            self.content(element),
        ):
            yield element

    @contextmanager
    def heading(self, level: int) -> Iterator[Element]:
        """Open a heading; levels are never skipped downwards.

        Args:
            level: 1 for the title of the document, 2 for chapters, and so on.
        """
        self._heading = max(1, min(level, self._heading + 1, len(_HEADINGS)))
        with self.group(_HEADINGS[self._heading - 1]) as element:
            yield element

    @contextmanager
    def figure(self, alternative: str, box: Box) -> Iterator[Element]:
        """Open a picture; text inside it is part of it, and is not read by itself.

        Args:
            alternative: what it says, for those who can't see it; never empty.
            box: what it covers, by the canvas's present axes.
        """
        left, bottom = self._canvas.absolutePosition(*box[:2])
        right, top = self._canvas.absolutePosition(*box[2:])
        with self.group("Figure") as element:
            element.alternative = alternative
            element.box = (left, bottom, right, top)
            with self.content(element):
                yield element

    def content(self, element: Element) -> AbstractContextManager[None]:
        """Let what is drawn inside belong to an element."""
        return _Stretch(self, element)

    def artifact(self, kind: ArtifactKind = "Layout") -> AbstractContextManager[None]:
        """Let what is drawn inside, text too, be skipped by readers: page numbers, repeated heads."""
        return _Stretch(self, kind)

    def paragraph(
        self, spoken: str = "", *, goes_on: bool = False, alone: bool = False
    ) -> AbstractContextManager[None]:
        """Open what a paragraph belongs to: the open element where that holds text, else a new one.

        Args:
            spoken: its text, where drawing alone does not tell it.
            goes_on: it began on an earlier page.
            alone: it is all that stands there.
        """
        return self.content(self._holder(spoken, goes_on=goes_on, alone=alone))

    @property
    def is_marking(self) -> bool:
        """Whether what is drawn now belongs to something already, so that it needs no tag of its own."""
        return bool(self._marked)

    def annotate(self, name: str, entries: pdfdoc.PDFDictionary) -> pdfdoc.PDFObject:
        """Take a link or field that is put on the page into the open element.

        Args:
            name: of the annotation in ReportLab's document.
            entries: of the annotation.

        Returns:
            What is to be written for it.
        """
        owner = self.current if self.current.role in {"Link", "Form"} else self._new("Link")
        annotated = Annotated(self.page, name)
        owner.kids.append(annotated)
        self.annotations.append((annotated, owner))
        return TaggedAnnotation(entries, self._canvas._doc.thisPageName())  # noqa: SLF001 - its own name of the page

    def place(self, page: pdfdoc.PDFPage) -> None:
        """Let a page that is about to be written know its place in the structure."""
        tag_page(page, self.page)

    def end_page(self) -> None:
        """Close a page: what is left untagged on it becomes an artifact."""
        self._turn()
        self._skip_untagged()

    def addObjects(self, document: pdfdoc.PDFDocument) -> None:  # noqa: N802 - ReportLab's name
        """Write the structure; ReportLab calls this when it saves."""
        write_tree(document, self.root, self.owners, self.annotations, self.fields)

    def _holder(self, spoken: str, *, goes_on: bool, alone: bool) -> Element:
        now, last = self.current, self.current.last_child
        if goes_on and last is not None and last.role == "P":
            return last
        fits = now.role in HOLDERS_OF_TEXT and not now.lasting and alone and not now.kids
        if now.role in LINES_OF_TEXT or fits:
            now.spoken = now.spoken or spoken
            return now
        return self._new("P", spoken=spoken)

    def _new(self, role: Role, *, spoken: str = "", attributes: str = "") -> Element:
        element = Element(role, spoken=spoken, attributes=attributes)
        self.current.kids.append(element)
        return element

    def _begin(self, what: Element | ArtifactKind) -> None:
        """Begin a marked stretch; what was marked before goes on behind it."""
        if self._marked:
            self._write("EMC")
        else:
            self._turn()
            self._skip_untagged()
        self._marked.append(what)
        self._mark(what)

    def _end(self) -> None:
        self._write("EMC")
        self._marked.pop()
        if self._marked:
            self._mark(self._marked[-1])
        else:
            self._untagged = len(self._canvas._code)  # noqa: SLF001 - ReportLab's operators of the page

    def _mark(self, what: Element | str) -> None:
        if isinstance(what, str):
            self._write(f"/Artifact <</Type /{what}>> BDC")
            return
        owners = self.owners[self._page]
        what.kids.append(Drawn(self._page, len(owners)))
        self._write(f"/{what.role} <</MCID {len(owners)}>> BDC")
        owners.append(what)

    def _turn(self) -> None:
        """Notice that a new page was begun."""
        if self.page != self._page:
            self._page = self.page
            self._untagged = 0
            self.owners += [[] for _ in range(self._page + 1 - len(self.owners))]

    def _skip_untagged(self) -> None:
        code = self._canvas._code  # noqa: SLF001 - ReportLab's operators of the page
        if len(code) > self._untagged:
            code.insert(self._untagged, "/Artifact <</Type /Layout>> BDC")
            code.append("EMC")
            self._untagged = len(code)

    def _write(self, operator: str) -> None:
        self._canvas._code.append(operator)  # noqa: SLF001 - ReportLab's operators of the page


class _Group:
    """Holds an element open; a class, as thousands are opened on the way through a document."""

    __slots__ = ("_element", "_open")

    def __init__(self, opened: list[Element], element: Element) -> None:
        self._open, self._element = opened, element

    def __enter__(self) -> Element:
        self._open.append(self._element)
        return self._element

    def __exit__(self, *_raised: object) -> None:
        self._open.pop()


class _Stretch:
    """Marks what is drawn as an element's, or as an artifact."""

    __slots__ = ("_tags", "_what")

    def __init__(self, tags: Tags, what: Element | ArtifactKind) -> None:
        self._tags, self._what = tags, what

    def __enter__(self) -> None:
        self._tags._begin(self._what)  # noqa: SLF001 - of this module

    def __exit__(self, *_raised: object) -> None:
        self._tags._end()  # noqa: SLF001 - of this module


class Untagged(Tags):
    """For pages that become a picture in another document, such as the stamp of a signature: no tags."""

    @property
    def is_marking(self) -> bool:
        """Yes: nothing needs a tag of its own."""
        return True

    def annotate(self, _name: str, entries: pdfdoc.PDFDictionary) -> pdfdoc.PDFObject:
        """Leave a link or field as it is."""
        return entries

    def place(self, page: pdfdoc.PDFPage) -> None:
        """Leave a page as it is."""

    def end_page(self) -> None:
        """Leave a page as it is."""

    def addObjects(self, document: pdfdoc.PDFDocument) -> None:  # noqa: N802 - ReportLab's name
        """Write nothing."""

    def _begin(self, what: Element | ArtifactKind) -> None:
        """Mark nothing."""

    def _end(self) -> None:
        """Mark nothing."""
