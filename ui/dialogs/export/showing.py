"""What an export will look like: made in a worker, by the very writing of it, and thrown away again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from planner.errors import PlanError
from planner.pdf_pages import POINTS_PER_INCH, PageSize
from ui.dialogs.export.products import Product
from ui.dialogs.export.writing import Order, Watcher, write
from ui.kit.preview.pages import Pages, PdfPages, PicturePages, pdf_pages
from ui.tasks import Task, Tasks, Ticket

_MADE_AFTER_MS = 250
_SHOWN_AS = {
    Product.WORD: Product.DOCUMENT,
    Product.SVG: Product.PNG,
    Product.AGENDA_CALENDAR: Product.AGENDA,
}
"""What can't be shown itself is shown by what has the same contents."""
_CHART_DPI = 150


@dataclass(frozen=True, slots=True)
class Shown:
    """What a worker has made for a preview.

    Attributes:
        order: for which order.
        pages: what to show; None where it was broken off, or cannot be made.
        problem: why it cannot be made.
    """

    order: Order
    pages: Pages | None
    problem: PlanError | None = None


class PreviewMaker(QObject):
    """Makes the preview of what was ordered last; what was ordered before is broken off.

    Signals:
        began: other pages are being made.
        progressed: how many percent of them are made.
        made: the `Pages`.
        failed: the `PlanError` that says why there are none.
    """

    began = Signal()
    progressed = Signal(int)
    made = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, order: Callable[[], Order], parent: QObject | None = None) -> None:
        """Make nothing yet.

        Args:
            tasks: workers.
            order: tells what is to be made now.
            parent: owns it.
        """
        super().__init__(parent)
        self._tasks = tasks
        self._order = order
        self._wanted: Order | None = None
        self._task: Task | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._start)

    def renew(self, *, at_once: bool = False) -> None:
        """Make the preview anew, once the choices have come to rest."""
        self.stop()
        self.began.emit()
        self._timer.start(0 if at_once else _MADE_AFTER_MS)

    def stop(self) -> None:
        """Break off what is being made."""
        self._timer.stop()
        self._wanted = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _start(self) -> None:
        self._wanted = self._order()
        self._task = self._tasks.start(partial(show, self._wanted))
        self._task.progressed.connect(self._progress)
        self._task.done.connect(self._take)
        self._task.failed.connect(self._fail)

    def _progress(self, told: tuple[Order, int]) -> None:
        order, percent = told
        if order is self._wanted:
            self.progressed.emit(percent)

    def _take(self, shown: Shown) -> None:
        if shown.order is not self._wanted:
            return
        self._task = None
        if shown.pages is not None:
            self.made.emit(shown.pages)
        elif shown.problem is not None:
            self.failed.emit(shown.problem)

    def _fail(self, error: Exception) -> None:
        raise error


def show(order: Order, ticket: Ticket) -> Shown:
    """Make what is ordered in a folder that goes again, and return its pages; for a worker."""
    told = percents(lambda percent: ticket.report((order, percent)))
    made = replace(order, product=_SHOWN_AS.get(order.product, order.product))
    try:
        with TemporaryDirectory(prefix="truecourse-", ignore_cleanup_errors=True) as folder:
            return Shown(order, _pages(made, Path(folder), Watcher(told, ticket.is_cancelled)))
    except PlanError as error:
        return Shown(order, None, None if ticket.is_cancelled() else error)


def percents(tell: Callable[[int], object]) -> Callable[[float], None]:
    """Return what takes progress from 0 to 1 and tells each whole percent once."""
    told = -1

    def take(part: float) -> None:
        nonlocal told
        if round(part * 100) > told:
            told = round(part * 100)
            tell(told)

    return take


def _pages(order: Order, folder: Path, watcher: Watcher) -> Pages:
    if order.product is Product.PNG:
        write(order, folder, watcher)
        return _pictures(sorted(folder.iterdir()))
    return _pdf(order, folder / "preview.pdf", watcher)


def _pdf(order: Order, path: Path, watcher: Watcher) -> PdfPages:
    write(order, path, watcher)
    return pdf_pages(path.read_bytes())


def _pictures(files: list[Path]) -> PicturePages:
    pictures = tuple(QImage.fromData(file.read_bytes()) for file in files)
    points = POINTS_PER_INCH / _CHART_DPI
    sizes = (PageSize(image.width() * points, image.height() * points) for image in pictures)
    return PicturePages(pictures, tuple(sizes))
