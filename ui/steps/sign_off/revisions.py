"""The revisions that were signed, and every decision that was recorded."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from planner.model.plan import Plan
from planner.signoff.fingerprint import short_fingerprint
from ui.document import PlanDocument
from ui.kit.record_table import RecordTable
from ui.kit.table_setup import TableSetup
from ui.kit.text import plain_label
from ui.theme.tokens import MEDIUM, SMALL


def approver_name(plan: Plan, approval: Any) -> str:  # noqa: ANN401 - an approval
    """Return the role and the person whose decision it is."""
    approver = plan.approvers.get(approval.approver or "")
    return "" if approver is None else f"{approver.role.label}: {plan.name_of(approver.person)}"


def _short(_plan: Plan, record: Any) -> str:  # noqa: ANN401 - a signed revision
    return short_fingerprint(record.fingerprint)


class RevisionsTab(QWidget):
    """Two lists that are only read."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        signed = TableSetup(words={"fingerprint": _short}, can_add=False, fixed=True)
        self._revisions = RecordTable(document, "signed_revisions", signed)
        decisions = TableSetup(words={"approver": approver_name}, can_add=False, fixed=True)
        self._decisions = RecordTable(document, "approvals", decisions)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(MEDIUM)
        for title, table in (("Signed revisions", self._revisions), ("All decisions", self._decisions)):
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(plain_label(title, role="h3"))
            column.addWidget(table, 1)
            split.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.addWidget(split)

    def show_revision(self, record_id: str, _field_name: str) -> None:
        """Show a signed revision."""
        self._revisions.select(record_id)
        self._revisions.focus_rows()
