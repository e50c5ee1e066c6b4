"""Pages of a PDF drawn on a printer, strip by strip, so that a large page takes little memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPaintDevice, QPainter
from PySide6.QtPrintSupport import QPrinter

from planner.document.watch import ExportCancelledError
from planner.errors import PlanError
from planner.language import say
from planner.pdf_pages import POINTS_PER_INCH, Strip, rows_of
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
        msg = say("The printer takes nothing at the moment.")
        raise PlanError(msg, hint=say("See whether it is switched on, or print to a file."))
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    numbers = range(order.first, order.last + 1)
    try:
        for done, number in enumerate(numbers):
            if done:
                printer.newPage()
            for place, image in _strips(order, number, printer):
                if cancelled():
                    printer.abort()
                    raise ExportCancelledError
                painter.drawImage(place, image)
            progress((done + 1) / len(numbers))
    finally:
        painter.end()
    return len(numbers)


def _strips(order: PrintOrder, number: int, printer: QPaintDevice) -> Iterator[tuple[QRectF, QImage]]:
    """Yield a page strip by strip, and where each is drawn: as large as fits, in the middle."""
    size = order.pages.sizes[number]
    fitting = min(printer.width() / size.width, printer.height() / size.height)
    scale = min(fitting, MOST_DPI / POINTS_PER_INCH)
    dots, rows = fitting / scale, rows_of(size, scale)
    left = round((printer.width() - size.width * fitting) / 2)
    top = round((printer.height() - size.height * fitting) / 2)
    each = max(1, round(_STRIP_PIXELS / (size.width * scale)))
    for upper in range(0, rows, each):
        strip = Strip(upper, min(upper + each, rows))
        image = page_image(order.pages.data, number, scale, strip=strip, grey=order.grey)
        yield QRectF(left, top + upper * dots, image.width() * dots, image.height() * dots), image
