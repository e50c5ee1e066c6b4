"""Filing scans of signed pages: by a button, or by dropping files."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from planner.errors import PlanError
from planner.language import phrase, say
from planner.signoff.scans import SCAN_ENDINGS, file_scan, read_scan
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.editors.base import sentence_of
from ui.kit.files import ask_for_scan
from ui.kit.text import plain_label
from ui.tasks import Ticket
from ui.theme import set_look
from ui.theme.tokens import MEDIUM, SMALL

_WORDS = phrase("Signed in ink? Drop a scan of the page here (PDF, PNG or JPEG).")


class ScanDrop(QFrame):
    """A field that takes scans for one revision.

    Signals:
        filed: a scan was filed.
    """

    filed = Signal()

    def __init__(self, document: PlanDocument) -> None:
        """Make the field.

        Args:
            document: the plan.
        """
        super().__init__()
        self._document = document
        self._fingerprint = ""
        self.setProperty("role", "note")
        self.setAcceptDrops(True)
        self._words = plain_label(say(_WORDS), wraps=True)
        self._browse = WordButton(say("File a scan…"), "upload")
        self._browse.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        row.addWidget(self._words, 1)
        row.addWidget(self._browse)

    @property
    def words(self) -> str:
        """What the field says: what to do, or why nothing was filed."""
        return self._words.text()

    @property
    def browse_button(self) -> QWidget:
        """Asks for a scan."""
        return self._browse

    def show_revision(self, fingerprint: str) -> None:
        """Take scans for a revision from now on.

        Args:
            fingerprint: of the revision.
        """
        self._fingerprint = fingerprint
        self._browse.setEnabled(not self._document.read_only)
        self._tell("")

    def take(self, path: str) -> None:
        """Read a file and keep it with the revision.

        Args:
            path: the file.
        """
        task = self._document.in_worker(partial(_read, Path(path), self._fingerprint))
        task.done.connect(self._file)
        task.failed.connect(self._fail)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept what may be a scan."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """File what was dropped."""
        event.acceptProposedAction()
        for path in _dropped(event):
            self.take(path)

    def _ask(self) -> None:
        dialog = ask_for_scan(self, str(self._document.path.parent) if self._document.path else "")
        dialog.filesSelected.connect(self._take_all)
        dialog.open()

    def _take_all(self, paths: list[str]) -> None:
        for path in paths:
            self.take(path)

    def _file(self, scan: tuple[str, str, bytes]) -> None:
        fingerprint, name, content = scan
        try:
            self._document.do(file_scan(self._document.plan, fingerprint, name, content))
        except PlanError as error:
            self._tell(sentence_of(error))
        else:
            self._tell("")
            self.filed.emit()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, PlanError):
            raise error
        self._tell(sentence_of(error))

    def _tell(self, problem: str) -> None:
        set_look(self._words, "role", "error" if problem else "muted")
        self._words.setText(problem or say(_WORDS))


def _read(path: Path, fingerprint: str, _ticket: Ticket) -> tuple[str, str, bytes]:
    return fingerprint, path.name, read_scan(path)


def _dropped(event: QDropEvent) -> list[str]:
    paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.lower().endswith(SCAN_ENDINGS)]
