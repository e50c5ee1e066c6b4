"""The revisions of a plan as a list: the plan as it is now, and what was signed, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QTreeWidgetItem

from planner.editing.revision import is_signed
from planner.language import phrase, say
from planner.model.fingerprint import fingerprint, short_fingerprint
from planner.model.plan import Plan
from planner.parsing import show_moment
from planner.signoff.route import RouteState, state_of, state_of_signed
from ui.kit.region import current_locale
from ui.kit.row_list import RowList
from ui.theme import icon

ROUTE_ICONS = {
    RouteState.DRAFT: ("pencil", "note"),
    RouteState.IN_REVIEW: ("circle-dot", "warn"),
    RouteState.SIGNED: ("circle-check", "ok"),
    RouteState.SUPERSEDED: ("history", "muted"),
}
_COLUMNS = (phrase("Revision"), phrase("State"), phrase("Signed"), phrase("Fingerprint"))
_FINGERPRINT = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Line:
    """One revision.

    Attributes:
        record: id of the signed revision; empty for a plan that is not signed as it is now.
        number: of the revision.
        fingerprint: in full.
        state: where it is on its way.
        at: when it was signed, by the clock of the computer that was used.
        current: it is the plan as it is now.
    """

    record: str
    number: int
    fingerprint: str
    state: RouteState
    at: datetime | None
    current: bool

    @property
    def title(self) -> str:
        """What it is called."""
        return (
            say("Revision {number}, as it is now", number=str(self.number))
            if self.current
            else say("Revision {number}", number=str(self.number))
        )


def lines_of(plan: Plan) -> tuple[Line, ...]:
    """Return a plan's revisions, newest first."""
    return tuple(_lines(plan, fingerprint(plan)))


def _lines(plan: Plan, digest: str) -> Iterator[Line]:
    if not is_signed(plan):
        yield Line("", plan.revision, digest, state_of(plan), None, current=True)
    for signed in sorted(plan.signed_revisions.values(), key=lambda one: one.number, reverse=True):
        state = state_of_signed(plan, signed)
        current = signed.fingerprint == digest
        yield Line(signed.id, signed.number, signed.fingerprint, state, signed.at, current)


class RevisionList(RowList):
    """The list itself.

    Signals:
        chosen: the `Line` that is now the current one.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(say("Revisions"), [say(column) for column in _COLUMNS])
        self._lines: tuple[Line, ...] = ()
        self.currentItemChanged.connect(self._tell)

    @property
    def current(self) -> Line | None:
        """The line that is chosen."""
        at = self.currentIndex().row()
        return self._lines[at] if 0 <= at < len(self._lines) else None

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show a plan's revisions; the chosen one stays chosen, and is told anew.

        Args:
            lines: the revisions, newest first.
        """
        before = self.current.fingerprint if self.current else ""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._lines = lines
        self.show_rows([_item(line) for line in lines])
        self.blockSignals(False)  # noqa: FBT003 - Qt's own
        if not self.choose(before):
            self._choose_row(0)
        self._tell()

    def choose(self, wanted: str) -> bool:
        """Choose a revision.

        Args:
            wanted: its fingerprint, or the id of its record.

        Returns:
            Whether it is in the list.
        """
        for at, line in enumerate(self._lines):
            if wanted and wanted in {line.record, line.fingerprint}:
                self._choose_row(at)
                return True
        return False

    def _choose_row(self, at: int) -> None:
        self.setCurrentIndex(self.model().index(at, 0))

    def _tell(self) -> None:
        if self.current is not None:
            self.chosen.emit(self.current)


def _item(line: Line) -> QTreeWidgetItem:
    signed = show_moment(line.at, current_locale()) if line.at else say("Not signed")
    item = QTreeWidgetItem([line.title, line.state.label, signed, short_fingerprint(line.fingerprint)])
    item.setIcon(1, _icon_of(line.state))
    item.setData(0, _FINGERPRINT, line.fingerprint)
    return item


@cache
def _icon_of(state: RouteState) -> QIcon:
    """Return one icon for all rows: each made anew would stay for good."""
    return icon(*ROUTE_ICONS[state])
