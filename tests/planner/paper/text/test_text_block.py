import io
import time
from collections import Counter

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.platypus import Flowable, PageBreak, Table, TableStyle

from planner.paper.text.block import TextBlock, baseline, draw_line, draw_lines, lines_for, text_width
from planner.paper.text.canvas import TextCanvas
from planner.paper.text.links import safe_link
from planner.paper.text.style import Span, TextStyle, rgb

LOOK = TextStyle(10, 14)


def words_of(text: str) -> list[str]:
    return text.split()


def places(data: bytes, page: int = 0) -> dict[str, tuple[float, float]]:
    """Return left and right of each character that stands once on a page."""
    document = pypdfium2.PdfDocument(data)
    text = document[page].get_textpage()
    found = {text.get_text_range(i, 1): text.get_charbox(i, loose=True) for i in range(text.count_chars())}
    result = {char: (box[0], box[2]) for char, box in found.items()}
    document.close()
    return result


def test_a_long_text_runs_over_pages_and_no_word_is_lost(build, pdfium_text):
    words = [f"w{i}" for i in range(6_000)]
    data = build(TextBlock(" ".join(words), LOOK))
    assert len(PdfReader(io.BytesIO(data)).pages) > 3
    assert words_of(pdfium_text(data)) == words


def test_a_note_of_3_000_lines_becomes_a_document_in_two_seconds(build, pdfium_text):
    lines = [f"line {i}" for i in range(3_000)]
    start = time.process_time()
    data = build(TextBlock("\n".join(lines), LOOK))
    assert time.process_time() - start < 2
    assert words_of(pdfium_text(data))[-2:] == ["line", "2999"]


def test_a_page_does_not_begin_with_the_last_line_alone():
    block = TextBlock("\n".join("abcdefghij"), LOOK)
    first, rest = block.split(100, 9 * 14)
    assert (len(first.lines), len(rest.lines)) == (8, 2)


def test_what_is_split_keeps_its_words_at_another_width():
    block = TextBlock("one two three four five six seven eight nine ten\nsame\nsame\n\nend", LOOK)
    _, rest = block.split(60, 2 * 14)
    assert rest.lines[0].text == "five six"
    rest.wrap(200, 1_000)
    assert [line.text for line in rest.lines] == ["five six seven eight nine ten", "same", "same", "", "end"]


def test_no_line_fits_a_room_that_is_too_low():
    assert TextBlock("a b", LOOK).split(100, 13) == []


def test_a_cell_taller_than_a_page_is_split(build, pdfium_text):
    words = [f"w{i}" for i in range(3_000)]
    table = Table(
        [[TextBlock("key", LOOK), TextBlock(" ".join(words), LOOK)]],
        colWidths=(60, 300),
        splitInRow=1,
        style=TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP")]),
    )
    assert [w for w in words_of(pdfium_text(build(table))) if w != "key"] == words


@pytest.mark.parametrize(
    ("alignment", "text", "side"),
    [
        ("start", "ab", "left"),
        ("end", "ab", "right"),
        ("start", "אב", "right"),
        ("end", "אב", "left"),
    ],
)
def test_lines_stand_at_the_side_where_their_text_begins(alignment, text, side, build):
    found = places(build(TextBlock(text, TextStyle(10, alignment=alignment))))
    left = min(box[0] for char, box in found.items() if char in text)
    right = max(box[1] for char, box in found.items() if char in text)
    assert (left < 70) == (side == "left")
    assert (right > 530) == (side == "right")


def test_lines_that_run_to_the_left_all_end_at_the_right_edge(build):
    words = [letter + "ב" * 12 for letter in "אגדהוזחטיכלמנסעפצקרש"]
    lines = lines_for(" ".join(words), LOOK, 500)
    assert len(lines) > 2
    found = places(build(TextBlock(" ".join(words), LOOK)))
    firsts = [line.text[0] for line in lines]
    assert [found[char][1] for char in firsts] == pytest.approx([found[firsts[0]][1]] * len(lines), abs=0.5)


def test_letters_that_move_together_are_drawn_where_they_were_measured(build):
    text = "AVAVAVAVAVAV q\u0303Z"
    assert text_width(text, LOOK) < sum(text_width(char, LOOK) for char in text.replace("\u0303", "")) - 2
    assert places(build(TextBlock(text, LOOK)))["Z"][1] == pytest.approx(56 + text_width(text, LOOK), abs=0.5)


def test_centred_text_stands_in_the_middle(build):
    found = places(build(TextBlock("ab", TextStyle(10, alignment="centre"))))
    assert (found["a"][0] + found["b"][1]) / 2 == pytest.approx(306, abs=1)


@pytest.mark.parametrize(("alignment", "left"), [("start", 300.0), ("centre", 290.0), ("end", 280.0)])
def test_a_single_line_is_drawn_at_its_place(alignment, left):
    style = TextStyle(10, alignment=alignment)
    out = io.BytesIO()
    canvas = TextCanvas(out, pagesize=(600, 200))
    width = draw_line(canvas, 300, 100, "Abcd", style)
    canvas.save()
    assert width == pytest.approx(text_width("Abcd", style))
    wanted = 300 - (300 - left) / 20 * width
    assert places(out.getvalue())["A"][0] == pytest.approx(wanted, abs=0.1)


def test_a_single_line_has_blanks_for_line_ends():
    out = io.BytesIO()
    canvas = TextCanvas(out)
    draw_line(canvas, 10, 100, [Span("a\n"), Span("b")], LOOK)
    canvas.save()
    assert PdfReader(io.BytesIO(out.getvalue())).pages[0].extract_text() == "a b"


def test_lines_are_drawn_from_the_top_down():
    out = io.BytesIO()
    canvas = TextCanvas(out, pagesize=(600, 200))
    lower = draw_lines(canvas, lines_for("one\ntwo", LOOK, 100), 20, 150, 100, LOOK)
    canvas.save()
    assert lower == 150 - 2 * 14
    assert 8 < baseline(LOOK) < 12


def test_the_link_of_a_text_leads_there(build):
    data = build(TextBlock("see there", LOOK, link="https://example.org/a?b=c"))
    (annotation,) = PdfReader(io.BytesIO(data)).pages[0]["/Annots"]
    assert annotation.get_object()["/A"]["/URI"] == "https://example.org/a?b=c"


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "\\\\host\\share",
        "http://a b",
        "HTTP://[::1",
        "x",
        "",
        "data:,x",
    ],
)
def test_an_unsafe_address_becomes_no_link(address, build):
    assert safe_link(address) == ""
    assert "/Annots" not in PdfReader(io.BytesIO(build(TextBlock("text", LOOK, link=address)))).pages[0]


class _Entry(Flowable):
    """An entry of the outline that leads to a bookmark."""

    def draw(self):
        self.canv.addOutlineEntry("Second", "here", 0)


def test_a_bookmark_is_a_place_in_the_document(build):
    data = build(TextBlock("first", LOOK), _Entry(), PageBreak(), TextBlock("second", LOOK, bookmark="here"))
    reader = PdfReader(io.BytesIO(data))
    assert reader.get_destination_page_number(reader.outline[0]) == 1


def test_a_colour_is_given_as_numbers_or_as_digits():
    assert rgb("#FF0033") == pytest.approx((1, 0, 0.2))
    assert TextStyle(10, colour=(0, 1, 0)).fill == (0, 1, 0)
    with pytest.raises(ValueError, match="colour"):
        rgb("red")


@given(st.lists(st.text(max_size=120), min_size=1, max_size=4))
@settings(max_examples=60)
def test_any_text_becomes_a_document_that_opens(build, texts):
    data = build(*[TextBlock(text, LOOK) for text in texts])
    document = pypdfium2.PdfDocument(data)
    assert len(document) >= 1
    document.close()


ALPHABET = st.characters(min_codepoint=0x21, max_codepoint=0x2AF, exclude_categories=["Cc", "Cf", "Zs", "Cn"])


@given(st.lists(st.text(ALPHABET, min_size=1, max_size=20), min_size=1, max_size=12))
@settings(max_examples=60)
def test_any_words_of_the_latin_alphabet_come_back(build, pypdf_text, words):
    text = pypdf_text(build(TextBlock(" ".join(words), LOOK)))
    assert Counter("".join(text.split())) == Counter("".join(" ".join(words).split()))
