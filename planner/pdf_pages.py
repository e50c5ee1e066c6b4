"""Pages of a PDF file as pixels: for previews and for printing.

PDFium must never be in two threads at once; whoever uses it in this process holds `PDFIUM` meanwhile.
"""

import math
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
    """Some rows of a page's pixels: from `top` (the uppermost is 0) to before `bottom`."""

    top: int
    bottom: int


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


def rows_of(size: PageSize, scale: float) -> int:
    """Return how many rows of pixels a page has at a scale of pixels a point."""
    return math.ceil(size.height * scale)


def page_pixels(
    pdf: bytes, number: int, scale: float, *, strip: Strip | None = None, grey: bool = False
) -> Pixels:
    """Return a page, or a strip across it, as it looks on white paper.

    The file is opened for each call: that takes a millisecond, and nothing of it has to be closed later.

    Args:
        pdf: the file's bytes; one that this program made.
        number: of the page, from 0.
        scale: pixels a point.
        strip: some rows of the page only; all of it where None.
        grey: without colours.
    """
    import pypdfium2  # noqa: PLC0415 - heavy; only where needed

    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            page = document[number]
            rows = rows_of(PageSize(*page.get_size()), scale)
            kept = strip or Strip(0, rows)
            cut = (0.0, _points(rows - kept.bottom, scale), 0.0, _points(kept.top, scale))
            bitmap = page.render(scale=scale, crop=cut, grayscale=grey, prefer_bgrx=True)
            return Pixels(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer), grey)
        finally:
            document.close()


def _points(rows: int, scale: float) -> float:
    """Return the points that PDFium's wrapper, which rounds up, takes for exactly so many rows."""
    return max(0.0, (rows - 0.5) / scale)
