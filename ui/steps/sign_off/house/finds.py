"""What a house truth finds in the open plan, entry by entry, while one writes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from planner.language import say, say_count
from planner.truths.findings import Finding, Report
from planner.truths.house.ids import PREFIX
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.flow import FlowLayout
from ui.kit.text import plain_label
from ui.theme.tokens import SMALL

_MOST = 24
_LONGEST = 60
_FAILED = "conditions"


class FindsPanel(QWidget):
    """Says how many entries a house truth finds, and leads to each.

    It reads the plan's own check, which runs in a worker after every edit: what is shown here is what the
    findings panel shows.

    Signals:
        wanted: the `Finding` whose entry is to be shown.
    """

    wanted = Signal(object)

    def __init__(self, document: PlanDocument) -> None:
        """Make a panel about no truth yet.

        Args:
            document: the document.
        """
        super().__init__()
        self._document = document
        self._rule = ""
        self._shown: list[Finding] | None = None
        self._buttons: list[QPushButton] = []
        self._words = plain_label(role="strong", wraps=True)
        self._message = plain_label(role="muted", wraps=True)
        self._names = FlowLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._words)
        column.addWidget(self._message)
        column.addLayout(self._names)
        document.report_changed.connect(self._show)

    @property
    def words(self) -> str:
        """How many entries it finds, in words."""
        return self._words.text()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """One for each entry named."""
        return tuple(self._buttons)

    def show_truth(self, truth_id: str) -> None:
        """Show what a house truth finds."""
        self._rule = f"{PREFIX}{truth_id}"
        self._shown = None
        self._show(self._document.report)

    def _show(self, report: Report) -> None:
        found = [finding for finding in report.findings if finding.rule == self._rule]
        if found == self._shown:
            return
        self._shown = found
        failed = next((finding for finding in found if finding.field == _FAILED), None)
        entries = [finding for finding in found if finding is not failed]
        self._words.setText(failed.message if failed is not None else _counted(len(entries)))
        self._message.setText(say("It says: {sentence}", sentence=entries[0].message) if entries else "")
        self._message.setVisible(bool(entries))
        self._name(entries)

    def _name(self, entries: list[Finding]) -> None:
        for button in self._buttons:
            self._names.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(at, finding) for at, finding in enumerate(entries[:_MOST])]
        for button in self._buttons:
            self._names.addWidget(button)

    def _button(self, at: int, finding: Finding) -> QPushButton:
        name = " ".join(finding.subject_name.split())
        button = WordButton(
            name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…", "arrow-right", role="quiet"
        )
        button.setAccessibleName(say("Go to {name}", name=name))
        button.setProperty("at", at)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self._go)
        return button

    def _go(self) -> None:
        if self._shown is not None:
            entries = [finding for finding in self._shown if finding.field != _FAILED]
            self.wanted.emit(entries[self.sender().property("at")])


def _counted(count: int) -> str:
    if not count:
        return say("Finds nothing in this plan.")
    found = say_count("Finds {count} entry in this plan.", "Finds {count} entries in this plan.", count)
    return f"{found} {say('The first {count}:', count=_MOST)}" if count > _MOST else found
