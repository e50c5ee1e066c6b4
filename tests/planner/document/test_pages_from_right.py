"""In a language that is written from the right, pages are set the other way round."""

import io

import docx
import pypdfium2 as pdfium
import pytest
from docx.oxml.ns import qn
from plan_makers import DAY
from pseudo_language import ACCENTED, MIRRORED

from planner.document.options import PdfOptions
from planner.document.pdf import pdf_bytes
from planner.document.word.export import docx_bytes
from planner.samples import load_sample
from planner.truths.engine import check_plan


@pytest.fixture(scope="module")
def plan():
    return load_sample("pizzeria")


def documents(plan, make):
    return make(plan, check_plan(plan, DAY), PdfOptions(), today=DAY)


def boxes(data, words):
    """Return page, left and right edge of each place at which words stand in a PDF, in points."""
    found = []
    for number, page in enumerate(pdfium.PdfDocument(data)):
        text = page.get_textpage()
        search = text.search(words, match_case=True)
        while (hit := search.get_next()) is not None:
            rects = [text.get_charbox(place) for place in range(hit[0], hit[0] + hit[1])]
            found.append((number, min(r[0] for r in rects), max(r[2] for r in rects)))
    return found


def columns(data):
    """Return the left edges of a name, a unit and a day in the table of results on the first page."""
    wide = pdfium.PdfDocument(data)[0].get_width()
    named = [box for box in boxes(data, "Family parties and office lunches") if box[0] == 0]
    unit = [box for box in boxes(data, "bookings a month") if box[0] == 0]
    return named[0][1] / wide, unit[0][1] / wide


def test_columns_of_tables_run_as_the_language_does(plan, speaking):
    speaking(ACCENTED)
    name, unit = columns(documents(plan, pdf_bytes))
    assert name < 0.2 < unit
    speaking(MIRRORED)
    name, unit = columns(documents(plan, pdf_bytes))
    assert unit < name
    assert name > 0.5


def test_tables_in_word_run_as_the_language_does(plan, speaking):
    def turned(tag):
        speaking(tag)
        tables = docx.Document(io.BytesIO(documents(plan, docx_bytes))).tables
        return {table._tbl.tblPr.find(qn("w:bidiVisual")) is not None for table in tables}

    assert turned(ACCENTED) == {False}
    assert turned(MIRRORED) == {True}
