"""Exported documents, read back by two readers that know nothing of how they were made."""

import io
import tempfile
import unicodedata
from functools import cache
from pathlib import Path

import pypdf
import pypdfium2 as pdfium
from plan_makers import DAY, draft_plan, full_plan, huge_plan, signed_plan, waived_plan

from planner.document.pdf import PdfOptions, pdf_bytes
from planner.document.poster.export import PosterOptions, export_poster
from planner.document.worksheets.export import WorksheetOptions, export_worksheets
from planner.model.plan import empty_plan
from planner.truths.engine import check_plan
from planner.truths.example_plan import example_plan

_FURNITURE = 30.0
"""Points at the upper and lower edge of the sheet in which nothing is printed at all."""

_OVERHANG = 3.0
"""Points by which a letter such as J may reach out of its own width."""

MAKERS = {
    "empty": lambda: empty_plan("Nothing yet"),
    "example": example_plan,
    "full": full_plan,
    "draft": draft_plan,
    "waived": waived_plan,
    "signed": signed_plan,
    "huge": huge_plan,
}


def poster_pdf(plan, options=None, *, report=None, day=DAY):
    """Return the bytes of a plan's poster."""
    return _written(
        export_poster, plan, report or check_plan(plan, day), options=options or PosterOptions(), today=day
    )


def worksheets_pdf(plan, options=None, *, day=DAY):
    """Return the bytes of a plan's worksheets."""
    return _written(export_worksheets, plan, options=options or WorksheetOptions(), today=day)


def _written(write, *what, **how):
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out.pdf")
        write(*what, out, **how)
        return out.read_bytes()


def export(plan, paper="A4", sections=(), day=DAY):
    """Return the bytes of a plan's document."""
    return pdf_bytes(plan, check_plan(plan, day), PdfOptions(paper, tuple(sections)), today=day)


@cache
def exported(name, paper="A4"):
    """Return the bytes of a well-known plan's document; made once."""
    return export(MAKERS[name](), paper)


def reader(data):
    """Return pypdf's reader."""
    return pypdf.PdfReader(io.BytesIO(data))


@cache
def page_texts(data):
    """Return the text of each page, in drawing order: header and footer first."""
    document = pdfium.PdfDocument(data)
    return [plain(page.get_textpage().get_text_range()) for page in document]


def plain(text):
    """Return text with one blank for each stretch of blanks, and composed characters."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def whole_text(data):
    """Return the text of all pages, without what stands on each."""
    return plain(" ".join(page_texts(data)))


def texts_at(data, pages=slice(None)):
    """Yield each stretch of text on some pages with its box: left, bottom, right and top."""
    for page in [*pdfium.PdfDocument(data)][pages]:
        text = page.get_textpage()
        for index in range(text.count_rects()):
            box = text.get_rect(index)
            yield box, text.get_text_bounded(*box)


def strays(data, paper):
    """Return the visible characters that stand outside a paper's margins, header and footer apart."""
    found = []
    for page in pdfium.PdfDocument(data):
        text = page.get_textpage()
        boxes = [text.get_rect(index) for index in range(text.count_rects())]
        if not all(_inside(box, paper) for box in boxes):
            chars = ((text.get_text_range(i, 1), text.get_charbox(i)) for i in range(text.count_chars()))
            found += [char for char, box in chars if char.strip() and not _inside(box, paper)]
    return found


def _inside(box, paper):
    left, bottom, right, top = box
    across = paper.left - _OVERHANG <= left and right <= paper.right_edge + _OVERHANG
    return across and bottom >= _FURNITURE and top <= paper.height - _FURNITURE


def outline(data):
    """Return (depth, title, page number) of each bookmark, in order."""
    source = reader(data)

    def walk(entries, depth):
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry, depth + 1)
            else:
                yield depth, entry.title, source.get_destination_page_number(entry) + 1

    return list(walk(source.outline, 0))
