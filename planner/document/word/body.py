"""The blocks of the report as the contents of a Word document."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import singledispatchmethod
from io import BytesIO
from itertools import count

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element
from docx.shared import Pt

from planner.charts.picture import scene_png
from planner.charts.scene import Scene
from planner.charts.spoken import spoken
from planner.charts.svg import MARGIN
from planner.document.blocks import (
    Beside,
    Block,
    Chapter,
    Chart,
    Facts,
    Figures,
    FirstPage,
    Marked,
    Named,
    Paragraph,
    Points,
    Signature,
    Subheading,
    Table,
    Together,
    Tone,
)
from planner.document.pages.charts import part_heading
from planner.document.word.furniture import bookmarked
from planner.document.word.look import LIST_IDS, SIGNS, style_id
from planner.document.word.tables import (
    cell_of,
    cell_paragraphs,
    grid,
    paragraph_tag,
    plan_table,
    row_of,
    sign,
)
from planner.document.word.texts import Run, element, keep_with_next, paragraph
from planner.language import say
from planner.paper.text.clean import printable

_TONES: Mapping[Tone, str] = {Tone.LEAD: "Lead", Tone.BODY: "", Tone.QUIET: "Quiet"}
_ABREAST = 3
"""Key figures in a row."""
_LABEL, _TEXT = 28, 72
"""Hundredths of the width for the labels of facts, and for their texts."""
_SIGNATURE_ROOM = 62
"""Points of height for signing by hand."""
_TABLE = qn("w:tbl")
_STYLES_WITHOUT_ROOM = frozenset({"Quiet", "Lead", style_id("List Bullet")})
"""Styles of texts that have no room above them, as the normal one."""
_ROOM_BELOW_TABLE = 120
"""Twentieths of a point."""
_LARGEST_PICTURE = 620.0
"""Points of height of a part of a chart."""

DrawChart = Callable[[Chart], Iterable[Scene]]
"""Gives a chart's parts."""


class Body:
    """Writes into one document, in order."""

    def __init__(self, document: Document, draw: DrawChart, width: float) -> None:
        """Take the document.

        Args:
            document: python-docx's; written at its end.
            draw: draws a chart.
            width: between the margins, in points.
        """
        self._document = document
        self._draw = draw
        self._width = width
        self._at_end = document.element.body.sectPr
        self._pictures = count(1)

    def first_page(self, first: FirstPage) -> None:
        """Write the first page."""
        if first.organisation:
            self.put(paragraph(first.organisation, "Organisation"))
        self.put(paragraph(first.title, "Title"), paragraph(first.subtitle, "Subtitle"))
        self.put(paragraph([*sign(first.status.mark), Run(first.status.text, bold=True)]))
        self.blocks(first.blocks)

    def chapter(self, chapter: Chapter, eyebrow: str, place: int) -> None:
        """Write a chapter.

        Args:
            chapter: what it says.
            eyebrow: stands above its heading; nothing where it is empty.
            place: its number among those to which the contents lead, from 0.
        """
        if eyebrow:
            self.put(paragraph(eyebrow, "Eyebrow"))
        self.put(bookmarked(paragraph(chapter.heading, style_id("Heading 1")), place))
        self.blocks(chapter.blocks)

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Write some blocks."""
        for block in blocks:
            self.put(*self._written(block))

    def put(self, *elements: Element) -> None:
        """Write paragraphs and tables at the end.

        Two tables without a paragraph between would become one, and a text would touch the rule above it.
        """
        for found in elements:
            if self._ends_with_table():
                if found.tag == _TABLE:
                    self._at_end.addprevious(paragraph("", "Quiet"))
                else:
                    _keep_clear(found)
            self._at_end.addprevious(found)

    def finish(self) -> None:
        """End the document; Word wants a paragraph behind a table."""
        if self._ends_with_table():
            self._at_end.addprevious(paragraph("", "Quiet"))

    def _ends_with_table(self) -> bool:
        last = self._at_end.getprevious()
        return last is not None and last.tag == _TABLE

    @singledispatchmethod
    def _written(self, block: Block) -> Iterator[Element]:
        msg = f"nothing writes {block!r}"
        raise TypeError(msg)

    @_written.register
    def _(self, block: Paragraph) -> Iterator[Element]:
        yield paragraph(block.text, _TONES[block.tone])

    @_written.register
    def _(self, block: Subheading) -> Iterator[Element]:
        yield paragraph(block.text, style_id("Heading 3" if block.minor else "Heading 2"))

    @_written.register
    def _(self, block: Facts) -> Iterator[Element]:
        made = grid(2, parts=(_LABEL, _TEXT))
        for label, text in block.rows:
            words = cell_of([paragraph(label, style_id("Cell detail"))], _LABEL)
            made.append(row_of([words, cell_of(cell_paragraphs(text), _TEXT)]))
        yield made

    @_written.register
    def _(self, block: Table) -> Iterator[Element]:
        yield plan_table(block, self._width)
        if block.note:
            yield paragraph(block.note, "Quiet")

    @_written.register
    def _(self, block: Figures) -> Iterator[Element]:
        made = grid(_ABREAST)
        for start in range(0, len(block.figures), _ABREAST):
            row = block.figures[start : start + _ABREAST]
            cells = [
                cell_of(
                    [paragraph(f.label, style_id("Cell head")), paragraph(f.value, style_id("Key figure"))]
                )
                for f in row
            ]
            empty = [cell_of([paragraph("", "Cell")]) for _ in range(_ABREAST - len(row))]
            made.append(row_of([*cells, *empty]))
        yield made

    @_written.register
    def _(self, block: Beside) -> Iterator[Element]:
        yield from self._written(block.left)
        yield from self._written(block.right)

    @_written.register
    def _(self, block: Points) -> Iterator[Element]:
        if block.title:
            yield paragraph(block.title, style_id("Heading 2"))
        yield from map(_point, block.points)

    @_written.register
    def _(self, block: Chart) -> Iterator[Element]:
        parts = list(self._draw(block))
        for number, scene in enumerate(parts, start=1):
            heading = part_heading(block, number, len(parts))
            yield paragraph(heading, style_id("Heading 2"))
            yield self._picture(scene, heading)

    @_written.register
    def _(self, block: Signature) -> Iterator[Element]:
        made = grid(2, parts=(50, 50))
        left = [
            *cell_paragraphs(Named(block.role, block.name)),
            *cell_paragraphs(block.decision),
            *(paragraph(text, "Cell") for text in _said(block)),
        ]
        right = [paragraph(say("Sign by hand here"), style_id("Cell detail"))]
        made.append(row_of([cell_of(left, 50), cell_of(right, 50)], height=_SIGNATURE_ROOM))
        yield made

    @_written.register
    def _(self, block: Together) -> Iterator[Element]:
        made = [found for inner in block.blocks for found in self._written(inner)]
        for found in made[:-1]:
            keep_with_next([found] if found.tag == paragraph_tag() else found.iter(paragraph_tag()))
        yield from made

    def _picture(self, scene: Scene, title: str) -> Element:
        """Return a paragraph with a chart as a picture, and what it says for readers who can't see it."""
        across, down = scene.width + 2 * MARGIN, scene.height + 2 * MARGIN
        scale = min(1.0, self._width / across, _LARGEST_PICTURE / down)
        inline = self._document.part.new_pic_inline(
            BytesIO(scene_png(scene)), Pt(across * scale), Pt(down * scale)
        )
        inline.docPr.set("id", str(next(self._pictures)))
        inline.docPr.set("descr", printable(spoken(scene)))
        inline.docPr.set("title", printable(title))
        made = paragraph([Run(" ")])
        drawing = element("drawing")
        drawing.append(inline)
        made[-1].append(drawing)
        return made


def _said(signature: Signature) -> Iterator[str]:
    signed = say("Signed as {name_and_way}", name_and_way=signature.signed_as) if signature.signed_as else ""
    return (text for text in (signed, signature.when, signature.reason) if text)


def _point(point: Marked) -> Element:
    """Return a point of a list whose bullet is the point's mark; a plain point has a plain bullet."""
    made = paragraph(point.text, style_id("List Bullet"))
    properties = made.get_or_add_pPr()
    if point.mark in SIGNS:
        numbered = properties.get_or_add_numPr()
        numbered.append(element("ilvl", val=0))
        numbered.append(element("numId", val=LIST_IDS[point.mark]))
    return made


def _keep_clear(below: Element) -> None:
    """Leave some room above a paragraph below a table, where its style leaves none."""
    style = below.pPr.pStyle if below.pPr is not None else None
    if style is None or style.val in _STYLES_WITHOUT_ROOM:
        below.get_or_add_pPr().get_or_add_spacing().set(qn("w:before"), str(_ROOM_BELOW_TABLE))
