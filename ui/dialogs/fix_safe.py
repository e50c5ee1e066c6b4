"""All safe fixes at once: what each would change, which of them are wanted, one step that can be undone."""

from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialogButtonBox, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from planner.errors import PlanError
from planner.language import phrase, say, say_count
from planner.model.format import quoted
from planner.model.plan import Plan
from planner.truths.fixes import FindingKey, MendedPlan, SafeMend, mend_all_safe
from ui.document import PlanDocument
from ui.findings.mending import changes_of
from ui.findings.safe_fixes import Mended
from ui.kit.dialog import Dialog
from ui.kit.editors.base import sentence_of
from ui.kit.text import plain_label
from ui.tasks import Task, Ticket

_SIZE = QSize(640, 460)
_NOTHING = phrase(
    "No finding can be fixed safely by machine: each fix would bring a new stop or warning, or needs "
    "somebody's decision."
)
_WORDS = phrase(
    "They take no judgement, and nothing that somebody wrote is lost. Untick what is to stay as it is."
)


class FixSafeDialog(Dialog):
    """Lists the safe fixes, worked out in a worker, and applies the ticked ones."""

    def __init__(self, document: PlanDocument, known: Mended | None, parent: QWidget) -> None:
        """Show the fixes.

        Args:
            document: the plan.
            known: what all safe fixes make of it, where that was worked out already.
            parent: the window that it lies over.
        """
        super().__init__(say("Fix all safe"), parent)
        self._document = document
        self._task: Task | None = None
        self._mended: Mended | None = None
        self._items: list[QTreeWidgetItem] = []
        self._words = plain_label(say("Looking for what can be fixed…"), wraps=True)
        across = self._words.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        self._words.setAlignment(across | Qt.AlignmentFlag.AlignTop)
        self._tree = self._make_tree()
        self._count = plain_label(role="caption", wraps=True)
        self._problem = plain_label(role="error", wraps=True)
        self._problem.hide()
        for widget in (self._words, self._tree, self._count, self._problem):
            self.body.addWidget(widget)
        self._leave = self.add_button(say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole, "cancel")
        self._fix = self.add_button(say("Fix the ticked ones"), QDialogButtonBox.ButtonRole.AcceptRole, "fix")
        self._fix.setEnabled(False)
        self.buttons.accepted.connect(self._apply)
        self.resize(_SIZE)
        if known is None:
            self._look()
        else:
            self._show(known)

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("fixes")
        tree.setAccessibleName(say("Safe fixes"))
        tree.setHeaderHidden(True)
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        tree.itemChanged.connect(self._count_ticked)
        tree.hide()
        return tree

    def _look(self) -> None:
        plan = self._document.plan
        self._task = self._document.in_worker(partial(_found, plan, self._document.today()))
        self._task.done.connect(self._show)
        self._task.failed.connect(self._fail)

    def _show(self, mended: Mended) -> None:
        self._mended = mended
        plan, result = mended
        self._words.setText(say(_WORDS if result.mends else _NOTHING))
        self._tree.blockSignals(True)  # noqa: FBT003 - Qt's own
        for mend in result.mends:
            self._items.append(_item(plan, mend))
        self._tree.addTopLevelItems(self._items)
        self._tree.blockSignals(False)  # noqa: FBT003 - Qt's own
        self._tree.expandAll()
        self._tree.setVisible(bool(result.mends))
        if self._items:
            self._tree.setCurrentItem(self._items[0])
            self._tree.setFocus()
        self._count_ticked()
        if not self._items:
            self._fix.hide()
            self._leave.setText(say("Close"))
            self.resize(self.width(), self.sizeHint().height())

    def _fail(self, error: Exception) -> None:
        raise error

    def _count_ticked(self) -> None:
        ticked = sum(map(_is_ticked, self._items))
        self._fix.setEnabled(ticked > 0)
        of = say_count(
            "{ticked} of {count} fix ticked; they become one step to undo.",
            "{ticked} of {count} fixes ticked; they become one step to undo.",
            len(self._items),
            ticked=ticked,
        )
        self._count.setText(of if self._items else "")

    def _apply(self) -> None:
        document = self._document
        mends = self._mended[1].mends if self._mended is not None else ()
        pairs = zip(self._items, mends, strict=True)
        skip = {mend.finding.key for item, mend in pairs if not _is_ticked(item)}
        try:
            document.do(self._wanted(document.plan, document.today(), skip).edit)
        except PlanError as error:
            self._problem.setText(sentence_of(error))
            self._problem.show()
        else:
            self.accept()

    def _wanted(self, plan: Plan, today: date, skip: set[FindingKey]) -> MendedPlan:
        """Return what is wanted; worked out anew where something was unticked or the plan has moved on."""
        if self._mended is not None and self._mended[0] is plan and not skip:
            return self._mended[1]
        return mend_all_safe(plan, today, skip)


def _found(plan: Plan, today: date, _ticket: Ticket) -> Mended:
    return plan, mend_all_safe(plan, today)


def _is_ticked(item: QTreeWidgetItem) -> bool:
    return item.checkState(0) is Qt.CheckState.Checked


def _item(plan: Plan, mend: SafeMend) -> QTreeWidgetItem:
    item = QTreeWidgetItem([f"{mend.fix.label}: {quoted(mend.finding.subject_name)}"])
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(0, Qt.CheckState.Checked)
    for line in (mend.finding.message, *changes_of(plan, mend.steps)):
        child = QTreeWidgetItem([line])
        child.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        item.addChild(child)
    return item
