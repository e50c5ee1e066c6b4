"""Pages of a PDF drawn on a printer, strip by strip, so that a large page takes little memory."""

import itertools
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintDevice, QPainter
from PySide6.QtPrintSupport import QPrinter

from planner.document.watch import ExportCancelledError
from planner.errors import PlanError
from planner.pdf_pages import POINTS_PER_INCH, Strip
from ui.kit.preview.pages import PdfPages, page_image

MOST_DPI = 300
_STRIP_PIXELS = 2_000_000
"""About 8 MB of colours at a time."""


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What is printed.

    Attributes:
        pages: the exported document.
        first: the first page, from 0.
        last: the last page, from 0.
        grey: without colours.
    """

    pages: PdfPages
    first: int
    last: int
    grey: bool = False


def order_for(pages: PdfPages, printer: QPrinter) -> PrintOrder:
    """Return what the user has asked of a printer: a range of pages, and colours or none."""
    last = len(pages.sizes) - 1
    chosen = printer.fromPage() > 0
    return PrintOrder(
        pages,
        min(printer.fromPage() - 1, last) if chosen else 0,
        min(max(printer.toPage() - 1, printer.fromPage() - 1), last) if chosen else last,
        printer.colorMode() is QPrinter.ColorMode.GrayScale,
    )


def print_pages(
    order: PrintOrder, printer: QPrinter, progress: Callable[[float], None], cancelled: Callable[[], bool]
) -> int:
    """Print pages; each is fitted to the paper. May be called in a worker.

    Args:
        order: what is printed.
        printer: where; nobody else uses it meanwhile.
        progress: told from 0 to 1 how far it is.
        cancelled: asked before each strip whether to stop.

    Returns:
        How many pages.

    Raises:
        ExportCancelledError: it was stopped; the printer was told so.
        PlanError: the printer takes nothing.
    """
    painter = QPainter()
    if not painter.begin(printer):
        msg = "The printer takes nothing at the moment."
        raise PlanError(msg, hint="See whether it is switched on, or print to a file.")
    numbers = range(order.first, order.last + 1)
    try:
        for done, number in enumerate(numbers):
            if done:
                printer.newPage()
            for place, strip in _strips(order, number, _sheet(printer)):
                if cancelled():
                    printer.abort()
                    raise ExportCancelledError
                _draw(painter, order, number, place, strip)
            progress((done + 1) / len(numbers))
    finally:
        painter.end()
    return len(numbers)


def _sheet(printer: QPaintDevice) -> QRectF:
    return QRectF(0, 0, printer.width(), printer.height())


def _strips(order: PrintOrder, number: int, sheet: QRectF) -> Iterator[tuple[QRectF, Strip]]:
    """Yield the strips of a page and where each is drawn on the sheet; their edges are whole dots."""
    size = order.pages.sizes[number]
    scale = min(sheet.width() / size.width, sheet.height() / size.height)
    width, height = round(size.width * scale), round(size.height * scale)
    left, top = round((sheet.width() - width) / 2), round((sheet.height() - height) / 2)
    count = max(1, math.ceil(width * height / _STRIP_PIXELS))
    edges = [round(height * at / count) for at in range(count + 1)]
    for upper, lower in itertools.pairwise(edges):
        yield QRectF(left, top + upper, width, lower - upper), Strip(upper / height, lower / height)


def _draw(painter: QPainter, order: PrintOrder, number: int, place: QRectF, strip: Strip) -> None:
    finest = MOST_DPI / POINTS_PER_INCH
    scale = min(place.width() / order.pages.sizes[number].width, finest)
    image = page_image(order.pages.data, number, scale, strip=strip, grey=order.grey)
    painter.drawImage(place, image)
