"""In a language that is none of their own, documents print no word that was not translated."""

import io

import docx
import pypdfium2 as pdfium
import pytest
from foreign import foreign
from plan_makers import DAY
from pseudo_language import ACCENTED, forgotten
from read_back import poster_pdf, worksheets_pdf

from planner.document.options import PdfOptions
from planner.document.pdf import pdf_bytes
from planner.document.word.export import docx_bytes
from planner.samples import load_sample, sample_names
from planner.truths.engine import check_plan


def printed(data):
    """Return the text of a PDF; words that a line's end parts stay parted, which hides none."""
    return " ".join(page.get_textpage().get_text_range() for page in pdfium.PdfDocument(data))


def words_of(data):
    document = docx.Document(io.BytesIO(data))
    return " ".join(text.text or "" for text in document.element.body.iter("{*}t"))


@pytest.mark.parametrize("name", [info.name for info in sample_names()])
def test_the_document_is_translated(speaking, name):
    plan = foreign(load_sample(name))
    speaking(ACCENTED)
    assert forgotten(printed(pdf_bytes(plan, check_plan(plan, DAY), PdfOptions(), today=DAY))) == []


def test_the_word_document_is_translated(speaking):
    plan = foreign(load_sample("pizzeria"))
    speaking(ACCENTED)
    assert forgotten(words_of(docx_bytes(plan, check_plan(plan, DAY), PdfOptions(), today=DAY))) == []


def test_the_poster_is_translated(speaking):
    plan = foreign(load_sample("pizzeria"))
    speaking(ACCENTED)
    assert forgotten(printed(poster_pdf(plan))) == []


def test_the_worksheets_are_translated(speaking):
    speaking(ACCENTED)
    assert forgotten(printed(worksheets_pdf(None))) == []


def test_english_words_are_seen():
    plan = foreign(load_sample("pizzeria"))
    assert forgotten(printed(poster_pdf(plan)))
