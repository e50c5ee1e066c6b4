"""Print: what to print, its pages, and the way to the printer; or to a PDF viewer beside it."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QProgressBar, QWidget

from planner.errors import PlanError
from planner.files.atomic import write_atomically
from planner.language import phrase, say, say_count
from ui.dialogs.export.products import PAPER_PRODUCTS, Product
from ui.dialogs.export.run import open_path
from ui.dialogs.export.showing import PreviewMaker, percents
from ui.dialogs.export.workshop_papers import room_contents
from ui.dialogs.export.writing import (
    USUAL_POSTER_PAPER,
    USUAL_SHEET_PAPER,
    Order,
    SheetChoices,
    signed_contents,
)
from ui.dialogs.printing.job import PrintOrder, order_for, print_pages
from ui.dialogs.printing.printers import has_printers, printer_like, read_choice, written_choice
from ui.document import PlanDocument
from ui.kit.dialog import Dialog
from ui.kit.editors.base import sentence_of
from ui.kit.editors.choices import CalmCombo
from ui.kit.files import file_name
from ui.kit.preview.pages import PdfPages
from ui.kit.preview.pane import PreviewPane
from ui.kit.text import plain_label
from ui.settings import Settings
from ui.tasks import Task, Tasks, Ticket
from ui.theme import current_tokens
from ui.theme.tokens import SMALL

_SIZE = QSize(860, 900)
_AROUND = QSize(24, 56)
_NO_PRINTER = phrase(
    "No printer is set up on this computer. Open the document in a PDF viewer, or export it and print it "
    "on another one."
)
_HINT = phrase("For booklets and several pages on a sheet, open it in a PDF viewer and print from there.")


class PrintDialog(Dialog):
    """Shows the exported document itself and prints it."""

    def __init__(self, document: PlanDocument, settings: Settings, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(say("Print"), parent)
        self._document = document
        self._settings = settings
        self._tasks = tasks
        self._task: Task | None = None
        self._pages: PdfPages | None = None
        self._printer: QPrinter | None = None
        self._folder: TemporaryDirectory[str] | None = None
        self._what = CalmCombo()
        self._what.setObjectName("print.what")
        self._what.setAccessibleName(say("What to print"))
        for product, title in PAPER_PRODUCTS.items():
            self._what.addItem(say(title), product)
        self._preview = PreviewPane(tasks)
        self._progress = QProgressBar()
        self._progress.setRange(0, 100)
        self._progress.setAccessibleName(say("Progress"))
        self._progress.setTextVisible(False)
        self._progress.hide()
        self._said = plain_label(say(_HINT if has_printers() else _NO_PRINTER), role="muted", wraps=True)
        self._maker = PreviewMaker(tasks, self._order, self)
        self._build()
        self._connect()
        room = parent.window().size() - _AROUND
        self.resize((_SIZE * current_tokens().scale).boundedTo(room).expandedTo(self.minimumSizeHint()))
        self._maker.renew(at_once=True)

    @property
    def preview(self) -> PreviewPane:
        """The preview."""
        return self._preview

    @property
    def said(self) -> str:
        """What is said below the preview."""
        return self._said.text()

    def _build(self) -> None:
        label = plain_label(say("What to print"))
        label.setBuddy(self._what)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(label)
        row.addWidget(self._what, 1)
        self.body.addLayout(row)
        self.body.addWidget(self._preview, 1)
        self.body.addWidget(self._progress)
        self.body.addWidget(self._said)
        role = QDialogButtonBox.ButtonRole
        self._view = self.add_button(say("Open in PDF viewer"), role.ActionRole, "view")
        self._cancel = self.add_button(say("Close"), role.RejectRole, "cancel")
        self._print = self.add_button(say("Print…"), role.AcceptRole, "print")
        self._allow()

    def _connect(self) -> None:
        self._what.currentIndexChanged.connect(self._renew)
        self._maker.began.connect(self._preview.show_waiting)
        self._maker.progressed.connect(self._preview.show_progress)
        self._maker.made.connect(self._show_pages)
        self._maker.failed.connect(self._show_no_pages)
        self._view.clicked.connect(self._open_in_viewer)
        self.buttons.accepted.connect(self._ask_printer)

    def reject(self) -> None:
        """Stop the printing where it runs, else close."""
        if self._task is not None:
            self._task.cancel()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Close, and break off the preview."""
        self._maker.stop()
        super().done(result)

    def print_on(self, printer: QPrinter) -> None:
        """Print on a printer as it is set, in a worker, and remember how it is set."""
        if self._pages is None:
            return
        self._settings.printer = written_choice(printer)
        self._printer = printer
        self._task = self._tasks.start(partial(_printed, order_for(self._pages, printer), printer))
        self._task.progressed.connect(self._progress.setValue)
        self._task.done.connect(self._finish)
        self._task.failed.connect(self._fail)
        self._cancel.setText(say("Cancel"))
        self._progress.setValue(0)
        self._progress.show()
        self._allow()

    def _order(self) -> Order:
        revisions = self._document.in_file(signed_contents)
        sheets = SheetChoices(
            self._settings.poster_paper or USUAL_POSTER_PAPER,
            self._settings.sheet_paper or USUAL_SHEET_PAPER,
        )
        product = Product(self._what.currentData())
        room = self._document.in_file(room_contents)
        return Order(product, self._document.plan, self._document.today(), sheets, revisions, room)

    def _renew(self) -> None:
        self._pages = None
        self._allow()
        self._maker.renew()

    def _show_pages(self, pages: PdfPages) -> None:
        self._pages = pages
        self._preview.show_pages(pages)
        self._allow()

    def _show_no_pages(self, error: PlanError) -> None:
        self._preview.show_words(error.message, error.hint)

    def _allow(self) -> None:
        is_free = self._task is None
        self._what.setEnabled(is_free)
        self._view.setEnabled(self._pages is not None)
        self._print.setEnabled(self._pages is not None and is_free and has_printers())

    def _ask_printer(self) -> None:
        if self._pages is None:
            return
        two_sided = self._document.plan.the_layout.two_sided
        choice = read_choice(self._settings.printer)
        printer = printer_like(choice, self._pages.sizes[0], two_sided=two_sided)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, len(self._pages.sizes))
        # Not opened but run: on Windows Qt shows the system's own dialog in no other way.
        if dialog.exec():
            self.print_on(printer)
        dialog.deleteLater()

    def _finish(self, count: int) -> None:
        self._settle(
            say_count("Sent to the printer: {count} page.", "Sent to the printer: {count} pages.", count)
        )

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, PlanError):
            raise error
        self._settle(sentence_of(error))

    def _settle(self, words: str) -> None:
        self._task = None
        self._printer = None
        self._progress.hide()
        self._cancel.setText(say("Close"))
        self._said.setText(words)
        self._allow()

    def _open_in_viewer(self) -> None:
        """Write the document into a folder of its own, which stays as long as this dialog, and open it."""
        if self._pages is None:
            return
        self._folder = self._folder or TemporaryDirectory(prefix="truecourse-", ignore_cleanup_errors=True)
        path = Path(self._folder.name) / f"{file_name(self._document.plan.the_brief.title)}.pdf"
        try:
            write_atomically(path, self._pages.data)
        except PlanError as error:
            self._said.setText(sentence_of(error))
        else:
            open_path(path)


def _printed(order: PrintOrder, printer: QPrinter, ticket: Ticket) -> int:
    return print_pages(order, printer, percents(ticket.report), ticket.is_cancelled)
