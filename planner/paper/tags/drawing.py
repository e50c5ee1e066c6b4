"""The one object by which drawing code says what it draws."""

from collections.abc import Hashable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Literal, TypeAlias

from reportlab.pdfgen.canvas import Canvas

from planner.paper.tags.structure import HOLDERS_OF_TEXT, LINES_OF_TEXT, Box, Element, Role
from planner.paper.tags.tree import Tree

ArtifactKind: TypeAlias = Literal["Pagination", "Layout", "Page", "Background"]

_HEADINGS: tuple[Role, ...] = ("H1", "H2", "H3", "H4", "H5", "H6")


class Tags:
    """Collects the structure of one document while its pages are drawn.

    Elements open and close like brackets. What is drawn outside any text or figure becomes an artifact,
    which readers skip. An element that is opened with a key is kept until its chapter ends: opened again
    with that key, on a later page say, it goes on.
    """

    def __init__(self, canvas: Canvas, tree: Tree) -> None:
        """Begin a structure.

        Args:
            canvas: that the pages are drawn on.
            tree: takes the elements.
        """
        self._canvas = canvas
        self._tree = tree
        self._open = [tree.root]
        self._marked: list[Element | str] = []
        self._kept: dict[Hashable, Element] = {}
        self._page = -1
        self._untagged = 0
        self._heading = 0

    @staticmethod
    def of(canvas: Canvas) -> "Tags":
        """Return the structure of the document that a canvas draws; it has to be a `TextCanvas`."""
        tags: Tags = canvas.tags
        return tags

    @property
    def current(self) -> Element:
        """The element that is open."""
        return self._open[-1]

    @property
    def page(self) -> int:
        """The page that is drawn, from 0."""
        number: int = self._canvas.getPageNumber()
        return number - 1

    def section(self) -> None:
        """Begin a chapter: it holds all that follows, until the next one begins."""
        self._end_section()
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
        return _Group(self, element)

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

    def annotate(self, annotation: int) -> str:
        """Take a link or field on the page into the open element.

        Args:
            annotation: number of its object.

        Returns:
            What the annotation has to say of its place in the structure.
        """
        if self.current.role in {"Link", "Form"}:
            return f"/StructParent {self._tree.annotate(self.current, self.page, annotation)}"
        with self.group("Link") as owner:
            return f"/StructParent {self._tree.annotate(owner, self.page, annotation)}"

    def end_page(self) -> str:
        """Close a page: what is left untagged on it becomes an artifact.

        Returns:
            What the page has to say of its place in the structure.
        """
        self.end_addition()
        return f"/StructParents {self._tree.end_page()}/Tabs/S"

    def end_addition(self) -> None:
        """Close what was added to a page that is in the structure already: all of it is an artifact."""
        self._skip_untagged()
        self._page = -1

    def keep_room(self) -> int:
        """Return the place of a page's chapters in the structure, for a page that is drawn later."""
        return self._tree.keep_room()

    def go_on_at(self, place: int) -> None:
        """Put the chapters that now follow at a place that was kept for them."""
        self._tree.go_on_at(place)

    def close(self) -> None:
        """Write what is left of the structure."""
        self._end_section()
        self._tree.close()

    def _holder(self, spoken: str, *, goes_on: bool, alone: bool) -> Element:
        now = self.current
        if goes_on and now.unfinished is not None:
            return now.unfinished
        fits = now.role in HOLDERS_OF_TEXT and not now.lasting and alone and not now.kids
        if now.role in LINES_OF_TEXT or fits:
            now.spoken = now.spoken or spoken
            return now
        paragraph = self._new("P", spoken=spoken)
        self._tree.begin_paragraph(paragraph, now)
        return paragraph

    def _new(self, role: Role, *, spoken: str = "", attributes: str = "") -> Element:
        return Element(role, self.current, spoken=spoken, attributes=attributes)

    def _leave(self, element: Element) -> None:
        """Close an element that was open; one that may go on is written with its chapter."""
        self._open.pop()
        if not element.lasting:
            self._tree.end(element)

    def _end_section(self) -> None:
        """Write all that is still open or kept, but for the root."""
        for element in (*reversed(self._kept.values()), *reversed(self._open[1:])):
            self._tree.end(element)
        self._kept.clear()
        del self._open[1:]

    def _begin(self, what: Element | ArtifactKind) -> None:
        """Begin a marked stretch; what was marked before goes on behind it."""
        if self._marked:
            self._write("EMC")
        else:
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
        number = self._tree.draw(what, self._page)
        self._write(f"/{what.role} <</MCID {number}>> BDC")

    def _skip_untagged(self) -> None:
        """Make an artifact of what was drawn since the last mark, on this page."""
        page, code = self._canvas._pageNumber - 1, self._canvas._code  # noqa: SLF001 - ReportLab's own
        if page != self._page:
            self._page = page
            self._untagged = 0
        if len(code) > self._untagged:
            code.insert(self._untagged, "/Artifact <</Type /Layout>> BDC")
            code.append("EMC")
            self._untagged = len(code)

    def _write(self, operator: str) -> None:
        self._canvas._code.append(operator)  # noqa: SLF001 - ReportLab's operators of the page


class _Group:
    """Holds an element open; a class, as thousands are opened on the way through a document."""

    __slots__ = ("_element", "_tags")

    def __init__(self, tags: Tags, element: Element) -> None:
        self._tags, self._element = tags, element

    def __enter__(self) -> Element:
        self._tags._open.append(self._element)  # noqa: SLF001 - of this module
        return self._element

    def __exit__(self, *_raised: object) -> None:
        self._tags._leave(self._element)  # noqa: SLF001 - of this module


class _Stretch:
    """Marks what is drawn as an element's, or as an artifact."""

    __slots__ = ("_tags", "_what")

    def __init__(self, tags: Tags, what: Element | ArtifactKind) -> None:
        self._tags, self._what = tags, what

    def __enter__(self) -> None:
        self._tags._begin(self._what)  # noqa: SLF001 - of this module

    def __exit__(self, *_raised: object) -> None:
        self._tags._end()  # noqa: SLF001 - of this module
