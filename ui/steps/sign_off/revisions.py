"""The revisions of the plan, what is known of each, and every decision and request that was recorded."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.errors import PlanError
from planner.language import phrase, say
from planner.model.fingerprint import short_fingerprint
from planner.model.plan import Plan
from planner.store.revisions import NOW, Revision, as_copy, revisions_of
from ui.dialogs.compare import CompareDialog
from ui.document import PlanDocument
from ui.kit.card import Card, card_page
from ui.kit.file_reading import read_file
from ui.kit.find_revision import FindRevisionLine
from ui.kit.record_table import RecordTable
from ui.kit.scrolling import ScrollPage
from ui.kit.table_setup import TableSetup
from ui.kit.text import plain_label
from ui.messages import tell_error
from ui.steps.sign_off.revision_card import RevisionCard
from ui.steps.sign_off.revision_list import Line, RevisionList, lines_of

if TYPE_CHECKING:
    from planner.store.plan_file import PlanFile

_ABOUT = phrase("What was signed stays in this file exactly as it was signed, whatever becomes of the plan.")
_NONE_SIGNED = phrase(
    "No revision is signed yet. When the last approver accepts, what they signed is kept here."
)
_SENT = phrase("When the plan was sent round, as which revision, and by whom.")


def approver_name(plan: Plan, approval: Any) -> str:  # noqa: ANN401 - an approval
    """Return the role and the person whose decision it is."""
    approver = plan.approvers.get(approval.approver or "")
    return "" if approver is None else f"{approver.role.label}: {plan.name_of(approver.person)}"


def _short(_plan: Plan, record: Any) -> str:  # noqa: ANN401 - a record with a fingerprint
    return short_fingerprint(record.fingerprint) if record.fingerprint else ""


class RevisionsTab(QWidget):
    """Revisions, the chosen one, all decisions, and all requests for approval.

    Signals:
        plan_wanted: a `Plan` is to be kept in a new file and opened, and what that file may be called.
        record_wanted: id of an entry that is to be shown.
    """

    plan_wanted = Signal(object, str)
    record_wanted = Signal(str)

    def __init__(self, document: PlanDocument) -> None:
        """Make the tab.

        Args:
            document: the plan.
        """
        super().__init__()
        self._document = document
        self.finder = FindRevisionLine(document)
        self.list = RevisionList()
        self.card = RevisionCard(document)
        self._none = plain_label(say(_NONE_SIGNED), role="muted", wraps=True)
        decisions = TableSetup(words={"approver": approver_name}, can_add=False, fixed=True)
        self._decisions = RecordTable(document, "approvals", decisions)
        requests = TableSetup(words={"fingerprint": _short}, can_add=False, fixed=True)
        self._requests = RecordTable(document, "approval_requests", requests)
        self._build()
        self.finder.found.connect(self.list.choose)
        self.list.chosen.connect(self.card.show_line)
        self.card.compare_wanted.connect(self._compare)
        self.card.copy_wanted.connect(self._copy)
        document.changed.connect(self._show_if_seen)
        self._show()

    def show_revision(self, record_id: str, _field_name: str) -> None:
        """Show a signed revision."""
        self.list.choose(record_id)
        self.list.setFocus()
        self._scroll.reveal(self.list)

    def show_request(self, record_id: str, field_name: str) -> None:
        """Show when the plan was sent round."""
        self._requests.select(record_id, field_name)
        self._requests.focus_rows()
        self._scroll.reveal(self._requests)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is so now."""
        super().showEvent(event)
        self._show()

    def _build(self) -> None:
        self.list.setMinimumHeight(150)
        self._decisions.setMinimumHeight(220)
        self._requests.setMinimumHeight(180)
        revisions = Card(say("Revisions"), say(_ABOUT))
        for widget in (self.finder, self.list, self._none):
            revisions.body.addWidget(widget)
        all_decisions, sent = Card(say("All decisions")), Card(say("Sent round for approval"), say(_SENT))
        all_decisions.body.addWidget(self._decisions)
        sent.body.addWidget(self._requests)
        self._scroll = ScrollPage(card_page(revisions, self.card, all_decisions, sent))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def _show_if_seen(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        self.list.show_lines(lines_of(self._document.plan))
        self._none.setVisible(not self._document.plan.signed_revisions)

    def _compare(self) -> None:
        line = self.list.current
        if line is None:
            return
        dialog = CompareDialog(self._document, self, line.fingerprint if line.record else NOW)
        dialog.record_wanted.connect(self.record_wanted)
        dialog.show()

    def _copy(self) -> None:
        line = self.list.current
        if line is None:
            return
        if not line.record:
            self._offer_copy(_copied(line, Revision(self._document.plan, line.fingerprint)))
            return
        task = read_file(self._document, partial(_copy_of, line))
        if task is not None:
            task.done.connect(self._offer_copy)
            task.failed.connect(self._tell)

    def _offer_copy(self, copy: tuple[Plan, str]) -> None:
        self.plan_wanted.emit(*copy)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, PlanError):
            raise error
        tell_error(self.window(), error)


def _copy_of(line: Line, file: "PlanFile") -> tuple[Plan, str]:
    found = next((one for one in revisions_of(file) if one.fingerprint == line.fingerprint), None)
    if found is None:
        msg = say("The plan's file no longer holds what revision {number} said.", number=str(line.number))
        raise PlanError(msg)
    return _copied(line, found)


def _copied(line: Line, revision: Revision) -> tuple[Plan, str]:
    return as_copy(revision), say(
        "{title}, copy of revision {number}", title=revision.plan.the_brief.title, number=str(line.number)
    )
