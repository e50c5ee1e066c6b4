import tracemalloc

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QProgressBar, QPushButton

from planner.document.watch import ExportCancelledError
from planner.samples import load_sample
from planner.store.plan_file import PlanFile
from ui.dialogs.export.products import Product
from ui.dialogs.printing import PrintDialog
from ui.dialogs.printing.job import PrintOrder, order_for, print_pages
from ui.dialogs.printing.printers import (
    PrinterChoice,
    printer_like,
    read_choice,
    set_paper,
    written_choice,
)

A4 = (595, 842)


@pytest.fixture
def dialog(desk, qtbot, tmp_path):
    path = tmp_path / "pizzeria.tcplan"
    PlanFile.create(path, load_sample("pizzeria")).close()
    window = desk.window_with(path)
    window.resize(1200, 900)
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(PrintDialog)
    view = dialog.preview.view
    qtbot.waitUntil(lambda: not dialog.preview.is_waiting and view.image is not None)
    return dialog


@pytest.fixture
def to_file(qapp, tmp_path):
    """Return a printer that prints to a PDF file."""
    printer = printer_like(PrinterChoice(), PageOf(*A4), two_sided=False)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    set_paper(printer, PageOf(*A4))
    return printer


class PageOf:
    """A page of a size in points."""

    def __init__(self, width, height):
        self.width, self.height = width, height


def printed(tmp_path):
    return pypdfium2.PdfDocument((tmp_path / "printed.pdf").read_bytes())


def small(page):
    """Return a page as few grey pixels: two prints of one page look alike."""
    return page.render(scale=1, grayscale=True).to_pil().resize((60, 85)).tobytes()


def difference(one, other):
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


def test_what_is_printed_looks_as_what_is_exported(dialog, qtbot, to_file, tmp_path):
    exported = pypdfium2.PdfDocument(dialog._pages.data)
    to_file.setFromTo(1, 3)
    dialog.print_on(to_file)
    assert dialog.findChild(QProgressBar).isVisible()
    qtbot.waitUntil(lambda: "Sent to the printer: 3 pages" in dialog.said)
    pages = printed(tmp_path)
    assert len(pages) == 3
    assert [round(side) for side in pages[0].get_size()] == [595, 842]
    looks = [small(exported[number]) for number in range(3)]
    assert all(difference(small(pages[number]), looks[number]) < 2 for number in range(3))
    assert difference(small(pages[0]), looks[1]) > 5


def test_without_a_printer_it_says_so_and_offers_the_viewer(dialog):
    assert "No printer is set up" in dialog.said
    assert not dialog.findChild(QPushButton, "print").isEnabled()
    assert dialog.findChild(QPushButton, "view").isEnabled()


def test_the_poster_is_printed_lying(dialog, qtbot, tmp_path):
    combo = dialog.findChild(QComboBox, "print.what")
    combo.setCurrentIndex(combo.findData(Product.POSTER))
    qtbot.waitUntil(lambda: not dialog.preview.is_waiting and dialog.preview.view.count == 1)
    printer = printer_like(PrinterChoice(), dialog._pages.sizes[0], two_sided=False)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    assert print_pages(order_for(dialog._pages, printer), printer, lambda _: None, lambda: False) == 1
    assert [round(side) for side in printed(tmp_path)[0].get_size()] == [1191, 842]


def test_grey_pages_have_no_colour(dialog, to_file, tmp_path):
    order = PrintOrder(dialog._pages, 0, 0, grey=True)
    print_pages(order, to_file, lambda _: None, lambda: False)
    red, green, blue = printed(tmp_path)[0].render(scale=0.5).to_pil().convert("RGB").split()
    assert red.tobytes() == green.tobytes() == blue.tobytes()
    colours = pypdfium2.PdfDocument(dialog._pages.data)[0].render(scale=0.5).to_pil().convert("RGB").split()
    assert colours[0].tobytes() != colours[2].tobytes()


def test_printing_is_stopped_between_strips(dialog, to_file):
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > 2

    with pytest.raises(ExportCancelledError):
        print_pages(order_for(dialog._pages, to_file), to_file, lambda _: None, cancelled)
    assert len(asked) == 3


def test_a_large_page_takes_little_memory(dialog, to_file):
    tracemalloc.start()
    print_pages(PrintOrder(dialog._pages, 0, 0), to_file, lambda _: None, lambda: False)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 20_000_000


def test_how_a_printer_was_set_is_remembered(to_file):
    to_file.setColorMode(QPrinter.ColorMode.GrayScale)
    choice = read_choice(written_choice(to_file))
    assert choice.grey
    again = printer_like(choice, PageOf(*A4), two_sided=True)
    assert again.colorMode() is QPrinter.ColorMode.GrayScale
    assert read_choice("no json") == PrinterChoice()
