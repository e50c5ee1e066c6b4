"""The organisation's logo: chosen by its file or dropped, shown, and told what is wrong with it."""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planner.editing.verbs import change
from planner.errors import PlanError
from planner.language import say
from planner.model.schema import field
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.editors.base import sentence_of
from ui.kit.files import ask_for_logo
from ui.kit.text import plain_label, set_tip
from ui.tasks import Task, Tasks, Ticket
from ui.theme import colour, current_tokens, ui_font
from ui.theme.tokens import CAPTION, SMALL, TIGHT

_HEIGHT, _AIR = 64, 8


@dataclass(frozen=True, slots=True)
class _Looked:
    """A logo that a worker has read: as the plan keeps it, as it is shown, or what is wrong with it."""

    kept: str
    image: QImage
    problem: str = ""


class _Picture(QWidget):
    """Shows the logo on white, as on paper; takes a file that is dropped on it."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("Picture of the logo"))

    def show_image(self, image: QImage) -> None:
        """Show a picture; a null one where there is no logo."""
        self._image = image
        self.setAccessibleDescription(say("No logo") if image.isNull() else say("The logo as it is printed"))
        self.update()

    @property
    def image(self) -> QImage:
        """The picture that is shown."""
        return self._image

    def sizeHint(self) -> QSize:
        """Return room for a logo."""
        return QSize(160, current_tokens().px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the logo, or the words that ask for one."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(colour("field"))
        painter.setBrush(colour("surface") if self._image.isNull() else Qt.GlobalColor.white)
        painter.drawRect(box)
        if self._image.isNull():
            painter.setFont(ui_font(CAPTION))
            painter.setPen(colour("muted"))
            flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(box.adjusted(_AIR, 0, -_AIR, 0), flags, say("Drop a PNG or SVG file here"))
            return
        room = box.adjusted(_AIR, _AIR, -_AIR, -_AIR)
        size = self._image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        painter.drawImage(place, self._image)


class LogoField(QWidget):
    """Chooses the plan's logo."""

    def __init__(self, document: PlanDocument, tasks: Tasks) -> None:
        super().__init__()
        spec = field("layout", "logo")
        self._document = document
        self._tasks = tasks
        self._task: Task | None = None
        self._shown: str | None = None
        self._picture = _Picture()
        self._choose = WordButton(say("Choose file…"), "folder-open")
        self._remove = WordButton(say("Remove"), role="quiet")
        self._choose.setObjectName("export.logo")
        self._choose.setAccessibleName(say("Logo: choose file"))
        self._remove.setAccessibleName(say("Remove the logo"))
        set_tip(self._choose, spec.hint)
        self._problem = plain_label(role="error", wraps=True)
        self._problem.hide()
        self._choose.clicked.connect(self._ask)
        self._remove.clicked.connect(self._clear)
        self._lay_out(spec.title)
        self.setAcceptDrops(not document.read_only)
        self._choose.setEnabled(not document.read_only)
        self.redraw()

    def _lay_out(self, title: str) -> None:
        label = plain_label(title, role="label")
        label.setBuddy(self._choose)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self._choose)
        row.addWidget(self._remove)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        for widget in (label, self._picture):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self._problem)

    @property
    def image(self) -> QImage:
        """The logo that is shown; null where there is none."""
        return self._picture.image

    @property
    def problem(self) -> str:
        """What is wrong with the file that was chosen last."""
        return self._problem.text()

    def redraw(self) -> None:
        """Show the logo that the plan has now."""
        kept = self._document.plan.the_layout.logo
        if kept == self._shown:
            return
        self._shown = kept
        self._remove.setVisible(bool(kept))
        self._remove.setEnabled(not self._document.read_only)
        self._picture.show_image(QImage())
        if kept:
            self._look(partial(_look_at_kept, kept), self._show)

    def take_focus(self) -> None:
        """Give the keyboard to the button that chooses a file."""
        self._choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, path: str) -> None:
        """Read a file, and keep it in the plan where it can be printed."""
        self._tell("")
        self._look(partial(_look_at_file, Path(path)), self._keep)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept one file."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file."""
        event.acceptProposedAction()
        self.take(_dropped(event))

    def _ask(self) -> None:
        dialog = ask_for_logo(self, "")
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def _clear(self) -> None:
        self._tell("")
        self._put("")
        self.take_focus()

    def _look(self, work: Callable[[Ticket], _Looked], then: Callable[[_Looked], None]) -> None:
        self._task = self._tasks.start(work)
        self._task.done.connect(then)
        self._task.failed.connect(self._fail)

    def _show(self, looked: _Looked) -> None:
        if looked.kept == self._shown:
            self._picture.show_image(looked.image)
            self._tell(looked.problem)

    def _keep(self, looked: _Looked) -> None:
        if looked.problem:
            self._tell(looked.problem)
        else:
            self._put(looked.kept)

    def _put(self, kept: str) -> None:
        try:
            self._document.do(change(self._document.plan, "layout", "logo", kept))
        except PlanError as error:
            self._tell(sentence_of(error))

    def _tell(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _fail(self, error: Exception) -> None:
        raise error


def _dropped(event: QDropEvent) -> str:
    """Return the path of the one file that is dragged; empty where it is something else."""
    urls = event.mimeData().urls()
    return urls[0].toLocalFile() if len(urls) == 1 else ""


def _look_at_file(path: Path, _ticket: Ticket) -> _Looked:
    from planner.document.logo.picture import MOST_BYTES  # noqa: PLC0415 - heavy; only where needed

    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        return _Looked(
            "",
            QImage(),
            say("“{name}” can't be read ({reason}).", name=path.name, reason=error.strerror or str(error)),
        )
    return _looked_at(data)


def _look_at_kept(kept: str, _ticket: Ticket) -> _Looked:
    return _looked_at(base64.b64decode(kept))


def _looked_at(data: bytes) -> _Looked:
    from planner.document.logo.picture import read_logo  # noqa: PLC0415 - heavy; only where needed

    kept = base64.b64encode(data).decode()
    try:
        logo = read_logo(data)
    except PlanError as error:
        return _Looked(kept, QImage(), sentence_of(error))
    buffer = BytesIO()
    logo.image.save(buffer, "PNG")
    return _Looked(kept, QImage.fromData(buffer.getvalue()))
