"""What was captured last, the newest first, each with what the check found about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language import say, say_count
from planner.model.kinds import kind_of
from planner.model.plan import display_name
from planner.model.vocabulary import Weight
from planner.truths.findings import Finding
from ui.document import PlanDocument
from ui.kit.finding_note import LEVEL_LOOKS
from ui.kit.line import Line
from ui.kit.line_list import LineList
from ui.kit.text import plain_label

_MOST = 12
_WEIGHTS = list(Weight)


class LastCaptured(QWidget):
    """Lists the entries.

    Signals:
        picked: id of an entry that the user wants to see.
    """

    picked = Signal(str)

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        self._document = document
        self._ids: list[str] = []
        self._list = LineList(say("Captured last"))
        self._list.picked.connect(self._pick)
        self._heading = plain_label(say("Captured last"), role="caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._heading)
        column.addWidget(self._list, 1)
        document.changed.connect(self._show)
        document.report_changed.connect(self._show)
        self._show()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The entries as they are shown, the newest first."""
        return self._list.lines

    def add(self, record_id: str) -> None:
        """Put an entry first."""
        self._ids = [record_id, *(known for known in self._ids if known != record_id)][:_MOST]
        self._show()

    def _show(self) -> None:
        found = self._findings()
        lines = [
            self._line(record_id, found.get(record_id, [])) for record_id in self._ids if self._has(record_id)
        ]
        self._heading.setVisible(bool(lines))
        if tuple(lines) != self._list.lines:
            had_focus, current = self._list.hasFocus(), self._list.current
            self._list.show_lines(lines, current.key if had_focus and current is not None else None)

    def _has(self, record_id: str) -> bool:
        return self._document.plan.find(record_id) is not None

    def _findings(self) -> dict[str, list[Finding]]:
        found: dict[str, list[Finding]] = {}
        for finding in self._document.report.standing:
            found.setdefault(finding.subject, []).append(finding)
        return found

    def _line(self, record_id: str, found: list[Finding]) -> Line:
        record = self._document.plan.find(record_id)
        worst = min((finding.level for finding in found), key=_WEIGHTS.index, default=None)
        count = say_count("{count} finding", "{count} findings", len(found)) if found else say("no findings")
        if self._document.is_checking:
            count = say("checking…")
        aside = say("{kind} · {findings}", kind=kind_of(record).word, findings=count)
        icon = LEVEL_LOOKS[worst].icon if worst else "circle-check"
        return Line(record_id, display_name(record), aside=aside, icon=icon)

    def _pick(self, record_id: object) -> None:
        self.picked.emit(str(record_id))
