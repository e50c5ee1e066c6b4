"""Which finding stands before the room now: one after another, until the plan can be signed."""

from PySide6.QtCore import QObject, Signal

from planner.truths.findings import Finding, Report
from planner.workshop.breaks import open_findings
from ui.document import PlanDocument

Key = tuple[str, str, str]


class BreaksGame(QObject):
    """Holds the place in the row of open stops and warnings; mended and waived ones leave it.

    Signals:
        changed: another finding stands before the room, or how many are left.
        won: the plan has just turned signable.
    """

    changed = Signal()
    won = Signal()

    def __init__(self, document: PlanDocument) -> None:
        super().__init__(document)
        self._document = document
        self._row: list[Finding] = []
        self._at = 0
        self._skipped: list[Key] = []
        self._most = 0
        self._take(document.report)
        document.report_changed.connect(self._take)

    @property
    def row(self) -> tuple[Finding, ...]:
        """What is left, in the order in which it comes up."""
        return tuple(self._row)

    @property
    def current(self) -> Finding | None:
        """The finding that stands before the room; None where none is left."""
        return self._row[self._at] if self._row else None

    @property
    def left(self) -> int:
        """How many are left until the plan can be signed."""
        return len(self._row)

    @property
    def done(self) -> int:
        """How many were mended or waived since this began."""
        return self._most - len(self._row)

    @property
    def most(self) -> int:
        """How many there were at most."""
        return self._most

    @property
    def is_signable(self) -> bool:
        """Whether the plan can be signed as it was checked last."""
        return self._document.report.can_sign and not self._is_unknown

    def skip(self) -> None:
        """Leave the current one for later."""
        if self.current is not None:
            key = self.current.key
            self._skipped = [known for known in self._skipped if known != key] + [key]
            self._at = (self._at + 1) % len(self._row)
            self.changed.emit()

    def back(self) -> None:
        """Go to the one before."""
        if self._row:
            self._at = (self._at - 1) % len(self._row)
            self.changed.emit()

    def show_finding(self, key: Key) -> None:
        """Put one before the room."""
        self._at = next((at for at, finding in enumerate(self._row) if finding.key == key), self._at)
        self.changed.emit()

    @property
    def _is_unknown(self) -> bool:
        """Whether the plan was not checked yet."""
        return not self._document.report.findings and self._document.is_checking

    def _take(self, report: Report) -> None:
        had, before = self.current, len(self._row)
        self._row = list(open_findings(report))
        keys = [finding.key for finding in self._row]
        self._skipped = [key for key in self._skipped if key in keys]
        if had is not None and had.key in keys:
            self._at = keys.index(had.key)
        else:
            self._at = self._next_at(keys)
        self._most = max(self._most, len(self._row))
        self.changed.emit()
        if before and not self._row and report.can_sign:
            self.won.emit()

    def _next_at(self, keys: list[Key]) -> int:
        """Return where to go on once the current one is mended: at its place, with none that was skipped."""
        places = [*range(min(self._at, len(keys)), len(keys)), *range(min(self._at, len(keys)))]
        return next((at for at in places if keys[at] not in self._skipped), 0)
