"""In a language that is written from the right, pages are set the other way round."""

import io

import docx
import pikepdf
import pypdfium2 as pdfium
import pytest
from docx.oxml.ns import qn
from plan_makers import DAY
from pseudo_language import ACCENTED, MIRRORED

from planner.document.options import PdfOptions
from planner.document.pages.paper import A4, paper_for
from planner.document.pdf import pdf_bytes
from planner.document.poster.export import PosterOptions, export_poster
from planner.document.word.export import docx_bytes
from planner.document.worksheets.export import WorksheetOptions, export_worksheets
from planner.editing.verbs import change
from planner.model.kinds import Step
from planner.model.vocabulary import SigningWay
from planner.samples import load_sample
from planner.truths.engine import check_plan
from planner.truths.example_plan import example_plan


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


TITLE = "Full tables on quiet evenings"


def middle(data, words, page):
    """Return where the middle of words stands that are on a page once, as a part of its width."""
    ((_, left, right),) = [box for box in boxes(data, words) if box[0] == page]
    return (left + right) / 2 / pdfium.PdfDocument(data)[page].get_width()


def dark(data, page, part):
    """Return how much of a part of a page is black; the part by its edges, as parts of width and height."""
    image = pdfium.PdfDocument(data)[page].render(scale=2).to_pil().convert("L")
    left, top, right, bottom = (
        round(edge * length) for edge, length in zip(part, (*image.size, *image.size), strict=True)
    )
    shades = image.crop((left, top, right, bottom)).histogram()
    return sum(shades[:90]) / sum(shades)


LOW_LEFT, LOW_RIGHT = (0.04, 0.92, 0.2, 0.98), (0.8, 0.92, 0.96, 0.98)


def test_header_footer_and_code_change_sides(plan, speaking):
    speaking(ACCENTED)
    data = documents(plan, pdf_bytes)
    assert middle(data, TITLE, 3) < 0.4
    assert dark(data, 3, LOW_RIGHT) > 2 * dark(data, 3, LOW_LEFT)
    speaking(MIRRORED)
    data = documents(plan, pdf_bytes)
    assert middle(data, TITLE, 3) > 0.6
    assert dark(data, 3, LOW_LEFT) > 2 * dark(data, 3, LOW_RIGHT)


def test_the_holes_of_a_binder_are_where_a_book_is_bound(speaking):
    from_left = paper_for("A4", two_sided=True)
    assert from_left.side(1).left > from_left.side(1).right
    speaking(MIRRORED)
    from_right = paper_for("A4", two_sided=True)
    assert (from_right.left, from_right.right) == (from_left.right, from_left.left)
    assert from_right.side(2).left == from_left.side(1).left
    assert paper_for("A4", large_print=True).left < paper_for("A4", large_print=True).right


def test_the_panels_and_figures_of_a_poster_run_as_the_language_does(plan, speaking, tmp_path):
    def places(tag):
        speaking(tag)
        export_poster(plan, check_plan(plan, DAY), tmp_path / f"{tag}.pdf", PosterOptions(), today=DAY)
        data = (tmp_path / f"{tag}.pdf").read_bytes()
        return [middle(data, words, 0) for words in (TITLE, "Guests who are", "Fill the tables", "31,680")]

    title, why, what, figure = places(ACCENTED)
    assert title < figure
    assert why < what < 0.5
    title, why, what, figure = places(MIRRORED)
    assert figure < title
    assert 0.5 < what < why


def test_the_fields_of_a_worksheet_run_as_the_language_does(plan, speaking, tmp_path):
    def places(tag):
        speaking(tag)
        options = WorksheetOptions(steps=(Step.EXPERIENCE,), prefilled=True, large_print=False)
        export_worksheets(plan, tmp_path / f"{tag}.pdf", options, today=DAY)
        data = (tmp_path / f"{tag}.pdf").read_bytes()
        page = boxes(data, "2.2a")[0][0]
        return [middle(data, words, page) for words in (TITLE, "2.1a", "2.2a")]

    title, first, second = places(ACCENTED)
    assert title < 0.5
    assert first < second
    title, first, second = places(MIRRORED)
    assert title > 0.5
    assert second < first


def test_a_place_to_sign_is_on_the_other_side_of_the_words(speaking):
    def field(tag):
        speaking(tag)
        signing = change(example_plan(), "sign-sponsor", "way", SigningWay.DIGITAL).plan
        data = pdf_bytes(signing, check_plan(signing, DAY), PdfOptions(), today=DAY)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            box = pdf.Root.AcroForm.Fields[0].Rect
            return float(box[0]), float(box[2])

    left, right = field(ACCENTED)
    assert left > A4.width / 2 - 40
    assert right > A4.width * 0.8
    left, right = field(MIRRORED)
    assert right < A4.width / 2 + 40
    assert left < A4.width * 0.2
