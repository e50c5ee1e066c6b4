"""The system's printers, and how the one used last was set."""

import json
from dataclasses import asdict, dataclass

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from planner.pdf_pages import PageSize

_DPI = 300
"""Dots an inch: type and lines are sharp, and a page is drawn in a moment."""


@dataclass(frozen=True, slots=True)
class PrinterChoice:
    """What is remembered of a printer.

    Attributes:
        name: the system's name of it; empty for the system's usual one.
        duplex: number of Qt's mode of printing on both sides.
        grey: whether it prints without colours.
    """

    name: str = ""
    duplex: int = QPrinter.DuplexMode.DuplexNone.value
    grey: bool = False


def read_choice(stored: str) -> PrinterChoice:
    """Return what was remembered; the usual where that can't be read."""
    try:
        return PrinterChoice(**json.loads(stored))
    except (ValueError, TypeError):
        return PrinterChoice()


def written_choice(printer: QPrinter) -> str:
    """Return what is to be remembered of a printer."""
    grey = printer.colorMode() is QPrinter.ColorMode.GrayScale
    return json.dumps(asdict(PrinterChoice(printer.printerName(), printer.duplex().value, grey)))


def has_printers() -> bool:
    """Return whether the system knows any printer."""
    return bool(QPrinterInfo.availablePrinterNames())


def printer_like(choice: PrinterChoice, page: PageSize, *, two_sided: bool) -> QPrinter:
    """Return a printer that is set as it was last.

    Args:
        choice: what is remembered; a printer that is gone is replaced by the system's usual one.
        page: the first page, whose paper is suggested.
        two_sided: whether the document is laid out for both sides.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if choice.name in QPrinterInfo.availablePrinterNames():
        printer.setPrinterName(choice.name)
    printer.setResolution(_DPI)
    set_paper(printer, page)
    duplex = QPrinter.DuplexMode(choice.duplex)
    if two_sided and duplex is QPrinter.DuplexMode.DuplexNone:
        duplex = QPrinter.DuplexMode.DuplexLongSide
    printer.setDuplex(duplex)
    mode = QPrinter.ColorMode.GrayScale if choice.grey else QPrinter.ColorMode.Color
    printer.setColorMode(mode)
    return printer


def set_paper(printer: QPrinter, page: PageSize) -> None:
    """Suggest a page's own paper, upright or lying."""
    is_lying = page.width > page.height
    sides = (page.height, page.width) if is_lying else (page.width, page.height)
    paper = QPageSize(
        QPageSize.id(QSizeF(*sides), QPageSize.Unit.Point, QPageSize.SizeMatchPolicy.FuzzyMatch)
    )
    turned = QPageLayout.Orientation.Landscape if is_lying else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(paper, turned, QMarginsF()))
    printer.setFullPage(True)
