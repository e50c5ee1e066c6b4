"""Pages of a PDF file as pixels: for previews and for printing.

PDFium must never be in two threads at once; whoever uses it in this process holds `PDFIUM` meanwhile.
"""

from dataclasses import dataclass
from threading import Lock

POINTS_PER_INCH = 72.0
PDFIUM = Lock()
"""Held while PDFium works."""


@dataclass(frozen=True, slots=True)
class PageSize:
    """How large a page is, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture: rows from the top, each `stride` bytes long.

    Attributes:
        width: in pixels.
        height: in pixels.
        stride: bytes of a row.
        data: a byte a pixel where it is grey, else blue, green, red and one that says nothing.
        grey: whether it has no colours.
    """

    width: int
    height: int
    stride: int
    data: bytes
    grey: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """A part of a page's height: from `top` to `bottom`, 0 at the upper edge and 1 at the lower one."""

    top: float = 0.0
    bottom: float = 1.0


WHOLE = Strip()


def page_sizes(pdf: bytes) -> tuple[PageSize, ...]:
    """Return the size of each page.

    Args:
        pdf: the file's bytes; one that this program made.
    """
    import pypdfium2  # noqa: PLC0415 - heavy; only where needed

    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return tuple(PageSize(*document.get_page_size(number)) for number in range(len(document)))
        finally:
            document.close()


def page_pixels(pdf: bytes, number: int, scale: float, *, strip: Strip = WHOLE, grey: bool = False) -> Pixels:
    """Return a page, or a strip across it, as it looks on white paper.

    The file is opened for each call: that takes a millisecond, and nothing of it has to be closed later.

    Args:
        pdf: the file's bytes; one that this program made.
        number: of the page, from 0.
        scale: pixels a point.
        strip: which part of the page.
        grey: without colours.
    """
    import pypdfium2  # noqa: PLC0415 - heavy; only where needed

    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            page = document[number]
            height = page.get_height()
            cut = (0.0, height * (1 - strip.bottom), 0.0, height * strip.top)
            bitmap = page.render(scale=scale, crop=cut, grayscale=grey, prefer_bgrx=True)
            return Pixels(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer), grey)
        finally:
            document.close()
