"""One page at a time, drawn in a worker at the very size that is shown."""

from collections import OrderedDict
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from planner.language import say
from planner.model.values import Choice
from planner.pdf_pages import POINTS_PER_INCH, PageSize
from ui.kit.preview.pages import Pages
from ui.tasks import Task, Tasks, Ticket
from ui.theme import colour

_AIR = 12
"""Pixels around the page."""
_KEPT = 8
"""Pages that are kept drawn."""
_DRAW_AFTER_MS = 30
_WHEEL_STEP = 120
_MOST_ACROSS = 6000
"""Pixels; more is no use on any screen."""


class Zoom(Choice):
    """How large a page is shown."""

    PAGE = "page", "Whole page"
    WIDTH = "width", "Page width"
    FULL = "100", "100 %"
    DOUBLE = "200", "200 %"


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A page that a worker has drawn: of which pages, which one, how wide."""

    pages: Pages
    number: int
    width: int
    image: QImage


class _Sheet(QWidget):
    """Paints a page, or white paper until it is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._paper = QSize()

    def show_image(self, image: QImage | None, paper: QSize) -> None:
        """Show a picture of a page, scaled where it was drawn for another size."""
        self._image, self._paper = image, paper
        self.setMinimumSize(paper.width() + 2 * _AIR, paper.height() + 2 * _AIR)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet of paper in the middle."""
        if self._paper.isEmpty():
            return
        place = QRectF(QPointF(), self._paper)
        place.moveCenter(QRectF(self.rect()).center())
        place.moveTopLeft(QPointF(place.topLeft().toPoint()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(place.adjusted(-1, -1, 1, 1), colour("field"))
        painter.fillRect(place, Qt.GlobalColor.white)
        if self._image is not None:
            painter.drawImage(place, self._image)


class PageView(QScrollArea):
    """Shows one of some pages.

    Signals:
        turned: the number of the page that is shown now, from 0.
    """

    turned = Signal(int)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._pages: Pages | None = None
        self._number = 0
        self._zoom = Zoom.PAGE
        self._drawn: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._drawing: tuple[Pages, int, int] | None = None
        self._task: Task | None = None
        self._sheet = _Sheet()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._draw)
        self.setWidget(self._sheet)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Preview"))
        self.setMinimumSize(160, 160)

    @property
    def number(self) -> int:
        """The page that is shown, from 0."""
        return self._number

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages.sizes) if self._pages else 0

    @property
    def image(self) -> QImage | None:
        """The page as it is drawn at its size; None while that is still to come."""
        return self._drawn.get((self._number, self._across())) if self.count else None

    def show_pages(self, pages: Pages) -> None:
        """Show other pages, at the same number as far as there is one."""
        self._pages = pages
        self._drawn.clear()
        self.turn_to(self._number)

    def turn_to(self, number: int) -> None:
        """Show a page, from 0; the nearest where there is none of that number."""
        self._number = max(0, min(number, self.count - 1))
        self.verticalScrollBar().setValue(0)
        self._show()
        self.setAccessibleDescription(
            say("Page {number} of {count}", number=self._number + 1, count=self.count)
        )
        self.turned.emit(self._number)

    def show_at(self, zoom: Zoom) -> None:
        """Show pages at another size."""
        self._zoom = zoom
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the room."""
        super().resizeEvent(event)
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was asked for while nobody looked."""
        super().showEvent(event)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages."""
        goes = {
            Qt.Key.Key_PageDown: self._number + 1,
            Qt.Key.Key_PageUp: self._number - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.count - 1,
        }
        if Qt.Key(event.key()) in goes:
            self.turn_to(goes[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn pages where the whole page can be seen."""
        if self.verticalScrollBar().maximum() == 0 and abs(event.angleDelta().y()) >= _WHEEL_STEP:
            self.turn_to(self._number + (1 if event.angleDelta().y() < 0 else -1))
            event.accept()
        else:
            super().wheelEvent(event)

    def _across(self) -> int:
        """Return how many pixels of the screen the page is wide."""
        return min(round(self._paper().width() * self.devicePixelRatioF()), _MOST_ACROSS)

    def _paper(self) -> QSize:
        """Return how large the page is shown, in the window's own units."""
        size = self._pages.sizes[self._number] if self._pages else PageSize(1, 1)
        room = self.maximumViewportSize()
        across, down = max(1, room.width() - 2 * _AIR), max(1, room.height() - 2 * _AIR)
        scale = {
            Zoom.PAGE: min(across / size.width, down / size.height),
            Zoom.WIDTH: max(1, across - self.verticalScrollBar().sizeHint().width()) / size.width,
            Zoom.FULL: self.logicalDpiX() / POINTS_PER_INCH,
            Zoom.DOUBLE: 2 * self.logicalDpiX() / POINTS_PER_INCH,
        }[self._zoom]
        return QSize(max(1, round(size.width * scale)), max(1, round(size.height * scale)))

    def _show(self) -> None:
        """Show what is drawn of the page already, and let the rest be drawn soon."""
        if not self.count:
            self._sheet.show_image(None, QSize())
            return
        exact = self.image
        near = next((image for (number, _), image in self._drawn.items() if number == self._number), None)
        self._sheet.show_image(exact or near, self._paper())
        self._timer.start(_DRAW_AFTER_MS)

    def _draw(self) -> None:
        """Let a worker draw the page that is shown, then those beside it."""
        if self._pages is None or self._drawing is not None or not self.isVisible():
            return
        width = self._across()
        for number in (self._number, self._number + 1, self._number - 1):
            if 0 <= number < self.count and (number, width) not in self._drawn:
                self._drawing = (self._pages, number, width)
                self._task = self._tasks.start(partial(_drawn, *self._drawing))
                self._task.done.connect(self._take)
                self._task.failed.connect(self._fail)
                return

    def _take(self, drawn: _Drawn) -> None:
        self._drawing = None
        if drawn.pages is self._pages:
            self._drawn[drawn.number, drawn.width] = drawn.image
            while len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
            if drawn.number == self._number:
                self._sheet.show_image(drawn.image, self._paper())
        self._timer.start(0)

    def _fail(self, error: Exception) -> None:
        self._drawing = None
        raise error


def _drawn(pages: Pages, number: int, width: int, _ticket: Ticket) -> _Drawn:
    return _Drawn(pages, number, width, pages.image(number, width))
