"""What readers hear of a document, and which language it says that it is in."""

import io
import zipfile
from datetime import UTC, datetime
from itertools import pairwise

import pikepdf
import pytest
from foreign import foreign
from plan_makers import DAY
from pseudo_language import ACCENTED, MIRRORED, forgotten
from read_back import poster_pdf, strays, texts_at, whole_text, worksheets_pdf
from tag_reader import structure

from planner.document.options import PdfOptions
from planner.document.pages.paper import A4
from planner.document.pdf import pdf_bytes
from planner.document.word.export import docx_bytes
from planner.document.wording import moment, short_day, span
from planner.language.calendar_words import day_in_year, short_month, short_weekday
from planner.language.speaking import ENGLISH, speak
from planner.samples import load_sample
from planner.truths.engine import check_plan


@pytest.fixture
def plan():
    return foreign(load_sample("cable"))


def document(plan):
    return pdf_bytes(plan, check_plan(plan, DAY), PdfOptions(), today=DAY)


def every(plan):
    report = check_plan(plan, DAY)
    yield document(plan)
    yield poster_pdf(plan, report=report)
    yield worksheets_pdf(plan)


def spoken_parts(data):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for node in structure(pdf, data).walk():
            yield from (str(node.entries[key]) for key in ("/Alt", "/ActualText") if key in node.entries)


def test_what_is_read_aloud_is_translated(speaking, plan):
    speaking(ACCENTED)
    parts = list(spoken_parts(document(plan)))
    assert len(parts) > 20
    assert forgotten(" ".join(parts)) == []


def test_english_is_seen_in_what_is_read_aloud(plan):
    assert forgotten(" ".join(spoken_parts(document(plan))))


def test_bookmarks_are_translated(speaking, plan):
    speaking(ACCENTED)
    with pikepdf.open(io.BytesIO(document(plan))) as pdf, pdf.open_outline() as outline:
        titles = [item.title for top in outline.root for item in (top, *top.children)]
    assert len(titles) > 20
    assert forgotten(" ".join(titles)) == []


@pytest.mark.parametrize("tag", [ENGLISH, ACCENTED, MIRRORED])
def test_each_pdf_says_which_language_it_is_in(speaking, plan, tag):
    speaking(tag)
    for data in every(plan):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert str(pdf.Root.Lang) == tag


@pytest.mark.parametrize(("tag", "proofing"), [(ENGLISH, "en-GB"), (ACCENTED, ACCENTED)])
def test_word_checks_the_spelling_of_the_language_in_use(speaking, plan, tag, proofing):
    speaking(tag)
    data = docx_bytes(plan, check_plan(plan, DAY), PdfOptions(), today=DAY)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert f'<w:lang w:val="{proofing}"/>'.encode() in archive.read("word/styles.xml")
        assert f"<dc:language>{tag}</dc:language>".encode() in archive.read("docProps/core.xml")


def test_a_document_is_made_in_a_language_that_runs_to_the_left(speaking, plan):
    speaking(MIRRORED)
    assert all(whole_text(data) for data in every(plan))


def test_words_half_as_long_again_stay_within_the_margins(speaking, plan):
    speaking(ACCENTED)
    assert strays(document(plan), A4) == []


def test_titles_of_the_poster_s_panels_stand_apart(speaking, plan):
    speaking(ACCENTED)
    data = poster_pdf(plan)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        titles = [node.all_text().strip() for node in structure(pdf, data).find("H2")]
    assert len(titles) == 5
    boxes = sorted((box[0], box[2]) for box, text in texts_at(data) if text.strip() in titles[1:])
    assert len(boxes) == 4
    assert all(end < start for (_, end), (start, _) in pairwise(boxes))


def test_names_of_rows_are_not_squeezed_by_long_heads(speaking, plan):
    speaking(ACCENTED)
    data = document(plan)
    texts = [text.strip() for _, text in texts_at(data)]
    name = next(channel.name for channel in plan.channels.values() if channel.promise_hours)
    assert any(name.startswith(text) and len(text.split()) > 2 for text in texts if text)


def test_two_exports_in_a_language_are_equal(speaking, plan):
    speaking(ACCENTED)
    assert document(plan) == document(plan)


def test_a_language_leaves_nothing_behind_in_the_next_document(speaking, plan):
    before = document(plan)
    speaking(ACCENTED)
    document(plan)
    speaking(ENGLISH)
    assert document(plan) == before


@pytest.fixture
def american():
    yield speak(ENGLISH, "US")
    speak(ENGLISH)


@pytest.mark.usefixtures("american")
def test_days_are_written_as_in_the_region():
    assert short_day(DAY.replace(month=9, day=3)) == "Sep 3, 2027"
    assert span(DAY.replace(month=9, day=3), None) == "from Sep 3, 2027"
    assert moment(datetime(2027, 9, 3, 14, 5, tzinfo=UTC)) == "Sep 3, 2027, 2:05\u202fPM UTC"
    assert day_in_year(DAY.replace(month=9, day=3)) == "Sep 3"
    assert (short_month(9), short_weekday(0)) == ("Sep", "Mon")
