"""The QR code on a page: small, sharp, and read by a reader that is not ours."""

from io import BytesIO

import pypdfium2
import pytest
import zxingcpp

from planner.document.pages.qr import MODULE, QUIET, code_size, draw_code
from planner.paper.text.canvas import TextCanvas, prepare_reportlab
from planner.signoff.printed import code_text

TEXT = code_text("ab" * 16, 12, "0123456789abcdef" * 4)


def drawn(text, dots_an_inch):
    prepare_reportlab()
    buffer = BytesIO()
    side = code_size(text) + 2 * QUIET * MODULE
    canvas = TextCanvas(buffer, pagesize=(side, side), tagged=False)
    draw_code(canvas, text, QUIET * MODULE, QUIET * MODULE)
    canvas.showPage()
    canvas.save()
    page = pypdfium2.PdfDocument(BytesIO(buffer.getvalue()))[0]
    return page.render(scale=dots_an_inch / 72).to_pil().convert("L")


@pytest.mark.parametrize("dots_an_inch", [150, 300, 600])
def test_a_reader_reads_the_code_from_print_and_screen(dots_an_inch):
    assert [found.text for found in zxingcpp.read_barcodes(drawn(TEXT, dots_an_inch))] == [TEXT]


def test_the_squares_are_large_enough_for_a_telephone_and_the_code_fits_a_footer():
    assert MODULE / 72 * 25.4 >= 0.35
    assert code_size(TEXT) <= 40


def test_a_code_with_a_spot_is_still_read():
    picture = drawn(TEXT, 300)
    picture.paste(255, (80, 80, 95, 95))
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [TEXT]


def test_the_same_code_says_the_longest_revision():
    text = code_text("ab" * 16, 999_999_999, "f" * 64)
    assert [found.text for found in zxingcpp.read_barcodes(drawn(text, 300))] == [text]
