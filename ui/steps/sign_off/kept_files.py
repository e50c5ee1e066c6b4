"""The files that are kept with a revision: the copy that keys signed, and scans of pages signed in ink."""

import tempfile
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.editing.filing import Purpose
from planner.errors import PlanError
from planner.files.atomic import write_atomically
from planner.language import phrase, say
from planner.language.figures import figure
from planner.parsing import show_moment
from planner.signoff.scans import ending_of
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.file_reading import read_file
from ui.kit.files import ask_for_new
from ui.kit.icon_label import IconLabel
from ui.kit.region import current_locale
from ui.kit.text import plain_label
from ui.messages import tell_error
from ui.theme.tokens import SMALL

if TYPE_CHECKING:
    from planner.store.filed import Filed
    from planner.store.plan_file import PlanFile

_PURPOSES = {
    Purpose.SIGNED_COPY: ("signature", phrase("Signed copy")),
    Purpose.SCAN: ("file-text", phrase("Scan")),
}
_NONE = phrase("No file is kept with this revision.")
_KILO = 1024


class KeptFile(QWidget):
    """One kept file with what can be done with it.

    Attributes:
        filed: what is known of it.
    """

    def __init__(self, document: PlanDocument, filed: "Filed") -> None:
        """Make the row of a file.

        Args:
            document: the plan that keeps it.
            filed: what is known of it.
        """
        super().__init__()
        self._document = document
        self.filed = filed
        self._wanted: Path | None = None
        symbol, word = _PURPOSES[filed.purpose]
        mark = IconLabel(16)
        mark.show_icon(symbol, "note")
        when = show_moment(filed.at, current_locale())
        words = say(
            "{sort}: {file} ({size}, {moment})",
            sort=say(word),
            file=filed.name,
            size=_size(filed.size),
            moment=when,
        )
        self._words = plain_label(words, wraps=True)
        save, show = WordButton(say("Save a copy…")), WordButton(say("Open"))
        save.setAccessibleName(say("Save a copy of {name}", name=filed.name))
        show.setAccessibleName(say("Open {name}", name=filed.name))
        save.clicked.connect(self._ask_where)
        show.clicked.connect(self._read_to_open)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(mark)
        row.addWidget(self._words, 1)
        row.addWidget(save)
        row.addWidget(show)

    @property
    def words(self) -> str:
        """What is said of the file."""
        return self._words.text()

    def write_to(self, path: str) -> None:
        """Write a copy of the file.

        Args:
            path: where it goes, in place of what is there.
        """
        self._wanted = Path(path)
        self._read()

    def _ask_where(self) -> None:
        path = self._document.path
        name = Path(self.filed.name)
        folder = str(path.parent) if path else ""
        dialog = ask_for_new(
            self, say("Save a copy"), folder, name.stem, name.suffix.lstrip(".").lower() or "pdf"
        )
        dialog.fileSelected.connect(self.write_to)
        dialog.open()

    def _read_to_open(self) -> None:
        self._wanted = None
        self._read()

    def _read(self) -> None:
        task = read_file(self._document, partial(_content, self.filed.number))
        if task is not None:
            task.done.connect(self._take)
            task.failed.connect(self._fail)

    def _take(self, content: bytes) -> None:
        try:
            if self._wanted is None:
                _open(self.filed.name, content)
            else:
                write_atomically(self._wanted, content)
        except PlanError as error:
            tell_error(self.window(), error)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, PlanError):
            raise error
        tell_error(self.window(), error)


class KeptFiles(QWidget):
    """All files that are kept with one revision."""

    def __init__(self, document: PlanDocument) -> None:
        """Make an empty list.

        Args:
            document: the plan.
        """
        super().__init__()
        self._document = document
        self._of = ""
        self._none = plain_label(say(_NONE), role="muted", wraps=True)
        self._rows: list[KeptFile] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SMALL)
        self._column.addWidget(self._none)

    @property
    def rows(self) -> tuple[KeptFile, ...]:
        """The files, as they were filed."""
        return tuple(self._rows)

    def show_files_of(self, fingerprint: str) -> None:
        """Show what is kept with a revision, once it is read.

        Args:
            fingerprint: of the revision.
        """
        if fingerprint != self._of:
            self._of = fingerprint
            self._fill(())
        task = read_file(self._document, _filed)
        if task is not None:
            task.done.connect(self._fill)

    def _fill(self, filed: "tuple[Filed, ...]") -> None:
        wanted = [one for one in filed if one.fingerprint == self._of]
        if wanted == [row.filed for row in self._rows]:
            return
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [KeptFile(self._document, one) for one in wanted]
        for row in self._rows:
            self._column.addWidget(row)
        self._none.setVisible(not self._rows)


def _filed(file: "PlanFile") -> "tuple[Filed, ...]":
    return file.filed()


def _content(number: int, file: "PlanFile") -> bytes:
    return file.content_of(number)


def _open(name: str, content: bytes) -> None:
    """Let the system show a kept file: as what its content is, not as what its name says."""
    ending = ending_of(content)
    if not ending:
        msg = say("“{name}” is neither a PDF nor a picture, so it is not opened from here.", name=name)
        raise PlanError(msg, hint=say("Save a copy of it where you can look at it with care."))
    folder = Path(tempfile.mkdtemp(prefix="truecourse-"))
    path = folder / f"kept{ending}"
    write_atomically(path, content)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _size(size: int) -> str:
    if size < _KILO * _KILO:
        return say("{size} KB", size=max(1, round(size / _KILO)))
    return say("{size} MB", size=figure(Decimal(f"{size / _KILO / _KILO:.1f}"), places=1))
