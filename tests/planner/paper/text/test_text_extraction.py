import unicodedata

import pytest

from planner.paper.text.fonts import missing_characters
from tests.text_samples import LEFT_TO_RIGHT, RIGHT_TO_LEFT


def normal(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


@pytest.mark.parametrize("text", LEFT_TO_RIGHT.values(), ids=LEFT_TO_RIGHT)
def test_text_comes_back_as_typed(text, build, pdfium_text, pypdf_text):
    data = build(text)
    assert normal(pdfium_text(data)) == normal(text)
    assert normal(pypdf_text(data)) == normal(text)


@pytest.mark.parametrize("text", RIGHT_TO_LEFT)
def test_text_that_runs_to_the_left_comes_back_in_reading_order(text, build, pdfium_text):
    assert normal(pdfium_text(build(text))) == normal(text)


def test_words_of_both_directions_in_one_line_come_back(build, pdfium_text, pypdf_text):
    text = "Answer in مرحبا and שלום then 中文 and हिन्दी within 24 hours (no exceptions)."
    data = build(text)
    assert normal(pdfium_text(data)) == text
    assert normal(pypdf_text(data)) == text


def test_of_a_bracketed_phrase_within_the_other_direction_every_character_comes_back(build, pdfium_text):
    # PDFium turns the brackets of such a phrase round by its own rules; no character may be lost.
    text = "שלום עם English text (in brackets) בסוף."
    assert sorted(normal(pdfium_text(build(text)))) == sorted(text)


def test_lines_broken_at_a_blank_keep_it(build, pypdf_text):
    text = "we are keeping the service desk open until nine"
    data = build(text, width=60.0)
    assert pypdf_text(data).count("\n") >= 4
    assert pypdf_text(data).replace("\n", "") == text


def test_lines_broken_without_a_blank_get_none(build, pypdf_text):
    text = "我们的计划在社交媒体上更好地回答客户的问题"
    assert pypdf_text(build(text, width=60.0)).replace("\n", "") == text


def test_markup_is_printed_as_typed(build, pdfium_text):
    text = """<b>bold</b> &amp; <a href="file:///x">y</a> <img src="x"/> %s {x} \\n (paren) <unclosed"""
    assert normal(pdfium_text(build(text))) == text


def test_blanks_are_kept_as_typed(build, pypdf_text):
    assert "two  three   four" in pypdf_text(build("two  three   four"))


def test_a_character_that_no_font_has_is_reported_and_still_comes_back(build, pdfium_text):
    assert missing_characters("ok \ue123 and ok") == ("\ue123",)
    assert normal(pdfium_text(build("ok \ue123 and ok"))) == "ok \ue123 and ok"


def test_a_sign_that_a_font_can_not_put_together_is_drawn_in_parts_and_still_comes_back(build, pdfium_text):
    text = "𝒜̂ and 𝒜"
    data = build(text)
    assert normal(pdfium_text(data)) == text


def test_no_sample_lacks_a_glyph():
    assert missing_characters("".join(LEFT_TO_RIGHT.values())) == ()


def test_a_day_written_from_the_right_comes_back_whole_from_words_that_run_to_the_right(build, pdfium_text):
    read = normal(pdfium_text(build("Reviews answered · \u206831\u200f/10\u200f/2026\u2069 · done")))
    seen = "".join(char for char in read if unicodedata.category(char) != "Cf")
    assert seen in {f"Reviews answered · {day} · done" for day in ("31/10/2026", "2026/10/31")}
