"""Whatever a user can type comes out as typed, and nothing can break the export."""

import re

import pytest
from hypothesis import given, settings
from plan_makers import DAY, full_plan, plan_of_empty_records, plan_with_text
from read_back import export, outline, page_texts, plain, reader, strays, texts_at, whole_text
from strategies import plans

from planner.document.pages.paper import A4, LETTER
from planner.document.pdf import PdfOptions, pdf_bytes
from planner.document.report import CHAPTERS
from planner.editing.verbs import change
from planner.truths.engine import check_plan
from planner.truths.findings import Report

MARKUP = '<b>unclosed & R&D <img src="/etc/passwd"/> <para> </font> {name} %s %(x)s $1 \\n &amp; &#65; ]]>'
LONG_WORD = "W" * 1_500
LONG_TEXT = "The quick brown fox jumps over the lazy dog. " * 30


def hostile(text):
    """Return the document of a plan whose every text is this one; the truths are left out."""
    return pdf_bytes(plan_with_text(text), Report(), PdfOptions(), today=DAY)


def test_markup_comes_out_as_typed_wherever_it_was_typed():
    data = hostile(MARKUP)
    assert whole_text(data).count(plain(MARKUP)) > 60
    assert reader(data).metadata.title == MARKUP
    assert MARKUP in {title for _, title, _ in outline(data)}


def test_markup_makes_no_picture_and_no_link_to_the_outside():
    source = reader(hostile(MARKUP + " https://example.org/x javascript:alert(1) file:///etc/passwd"))
    for page in source.pages:
        assert not list(page.images)
        for link in page.get("/Annots", ()):
            assert "/A" not in link.get_object()


@pytest.mark.parametrize(
    "text", [MARKUP, LONG_WORD, LONG_TEXT, "a\nb\n\nc\n" * 12, "\u00a0", "🚀 漢字 עברית ไทย"]
)
def test_whatever_is_typed_nothing_leaves_the_margins(text):
    assert not strays(hostile(text), A4)


def test_every_page_of_a_hostile_plan_says_which_it_is():
    texts = page_texts(hostile(LONG_TEXT))
    for number, text in enumerate(texts, start=1):
        assert f"Page {number} of {len(texts)}" in text


def test_an_answer_of_100_000_characters_is_printed_in_full_and_in_order():
    answer = " ".join(f"word{number}" for number in range(11_000))[:100_000]
    text = whole_text(
        export(change(full_plan(), "answer-1", "evidence", answer).plan, sections=("questions",))
    )
    found = [word for word in text.split() if word.startswith("word")]
    assert found == answer.split()


def test_a_note_of_3_000_lines_in_a_cell_runs_over_pages_with_the_head_repeated():
    note = "\n".join(f"line{number}" for number in range(3_000))
    data = export(change(full_plan(), "boxes", "note", note).plan, sections=("budget",))
    found = re.findall(r"line\d+", whole_text(data))
    assert found == note.split("\n")
    pages = [text for text in page_texts(data) if "line1500" in text or "line2500" in text]
    assert all("What for Category Bought on Amount" in text for text in pages)


def test_a_word_without_end_is_broken_over_lines_and_none_of_it_is_lost():
    data = export(change(full_plan(), "tactic-3", "stop", "x" * 20_000).plan, sections=("tactics",))
    assert sum(text.count("x") for text in page_texts(data)) >= 20_000


def test_characters_that_no_page_can_show_are_left_out_and_do_not_stop_the_export():
    data = hostile("bell\x07, nothing\x00, \u202eturned round, \ufffe")
    assert "bell, nothing, turned round," in whole_text(data)
    assert reader(data).metadata.title == "bell, nothing, turned round, "


def test_a_title_without_end_stays_on_the_first_page():
    title = " ".join(["Endless"] * 37)
    data = export(change(full_plan(), "brief", "title", title).plan)
    assert title in page_texts(data)[0]
    assert outline(data)[1][1:] == ("Contents", 2)


def test_text_that_runs_to_the_left_stands_at_the_right_of_its_cell():
    plan = change(full_plan(), "tactic-0", "stop", "עוצרים באביב").plan
    data = export(plan, sections=("tactics",))
    rights = [box[2] for box, text in texts_at(data) if any("א" <= char <= "ת" for char in text)]
    assert max(rights) == pytest.approx(A4.right_edge, abs=1)


@given(plans())
@settings(max_examples=15)
def test_any_plan_becomes_a_document_whose_pages_are_numbered_and_stay_in_their_margins(plan):
    data = export(plan)
    texts = page_texts(data)
    assert all(f"Page {number} of {len(texts)}" in text for number, text in enumerate(texts, start=1))
    assert not strays(data, A4)


@pytest.mark.parametrize("look", [PdfOptions(), PdfOptions("Letter", large_print=True)])
def test_a_plan_with_every_field_empty_is_a_whole_document(look):
    plan = plan_of_empty_records()
    data = pdf_bytes(plan, check_plan(plan, DAY), look, today=DAY)
    marks = [title for depth, title, _ in outline(data) if depth == 0]
    assert len(marks) == len(CHAPTERS) + 3
    assert "Unnamed tactic" in whole_text(data)
    assert not strays(data, LETTER if look.paper == "Letter" else A4)


@pytest.mark.parametrize("large", [False, True])
def test_words_and_texts_without_end_keep_the_margins_in_large_print_too(large):
    data = pdf_bytes(plan_with_text(LONG_WORD), Report(), PdfOptions(large_print=large), today=DAY)
    assert not strays(data, A4)
