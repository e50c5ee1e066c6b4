"""Where an export goes: a file, or a folder for several."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.errors import PlanError
from planner.language import phrase, say
from ui.dialogs.export.products import ENDINGS, Product
from ui.kit.buttons import WordButton
from ui.kit.files import ask_for_folder, ask_for_new, file_name
from ui.kit.text import plain_label
from ui.theme.tokens import SMALL, TIGHT

_NAMES = {
    Product.POSTER: phrase("{plan} on a page"),
    Product.WORKSHEETS: phrase("{plan} worksheets"),
    Product.AGENDA: phrase("{plan} agenda"),
    Product.FACILITATOR: phrase("{plan} agenda with notes"),
    Product.AGENDA_CALENDAR: phrase("{plan} agenda"),
    Product.MINUTES: phrase("{plan} minutes"),
    Product.SVG: phrase("{plan} charts"),
    Product.PNG: phrase("{plan} charts"),
}
"""What files are called where the plan's own name does not do."""


class Target(QWidget):
    """A path that one types or browses for; it follows what is made until one does.

    Signals:
        changed: the path is another one.
    """

    changed = Signal()

    def __init__(self, folder: Path, title: str) -> None:
        """Suggest a path.

        Args:
            folder: where exports go.
            title: of the plan, which gives the file its name.
        """
        super().__init__()
        self._folder, self._name = folder, file_name(title)
        self._product = Product.DOCUMENT
        self._line = QLineEdit()
        self._line.setObjectName("export.file")
        self._browse = WordButton(say("Browse…"))
        self._browse.setAccessibleName(say("Browse for the file"))
        self._label = plain_label(say("File"))
        self._label.setBuddy(self._line)
        self._note = plain_label(role="caption", wraps=True)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self._label)
        row.addWidget(self._line, 1)
        row.addWidget(self._browse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(row)
        column.addWidget(self._note)
        self._line.textChanged.connect(self._typed)
        self._browse.clicked.connect(self._ask)
        self.suggest(self._product)

    def suggest(self, product: Product) -> None:
        """Suggest the path for something else that is made, in the folder that is named now."""
        typed = Path(self._line.text().strip())
        folder = typed.parent if typed.name and typed.is_absolute() else self._folder
        self._product = product
        ending = f".{ENDINGS[product]}" if product in ENDINGS else ""
        self._label.setText(say("File") if ending else say("Folder"))
        self._line.setAccessibleName(self._label.text())
        name = say(_NAMES[product], plan=self._name) if product in _NAMES else self._name
        self._line.setText(str(folder / f"{name}{ending}"))

    def path(self) -> Path:
        """Return the path, with its ending.

        Raises:
            PlanError: no file is named.
        """
        typed = self._line.text().strip()
        ending = ENDINGS.get(self._product)
        if not Path(typed).name:
            msg = say("Name the file to write.") if ending else say("Name the folder to write to.")
            raise PlanError(msg)
        path = Path(typed).expanduser()
        if ending is None or path.suffix.lower() == f".{ending}":
            return path
        return path.with_name(f"{path.name}.{ending}")

    @property
    def note(self) -> str:
        """What is said about the path."""
        return self._note.text()

    def clear_note(self) -> None:
        """Say nothing of the file that was just written, until another one is named."""
        self._note.clear()
        self._note.hide()

    def _tell(self) -> None:
        try:
            path = self.path()
            there = path.is_file() and self._product in ENDINGS
        except (PlanError, OSError, ValueError):
            there = False
        self._note.setText(say("This file is there already; it will be replaced.") if there else "")
        self._note.setVisible(there)

    def _typed(self) -> None:
        self._tell()
        self.changed.emit()

    def _ask(self) -> None:
        now = Path(self._line.text().strip())
        ending = ENDINGS.get(self._product)
        if ending is None:
            dialog = ask_for_folder(self, say("Export charts"), str(now.parent))
        else:
            dialog = ask_for_new(self, say("Export"), str(now.parent), now.stem, ending)
        dialog.fileSelected.connect(self._line.setText)
        dialog.open()
