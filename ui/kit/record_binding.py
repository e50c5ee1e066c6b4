"""Ties the fields of a form to one record of the document."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject, Signal

from planner.editing import verbs
from planner.editing.patch import Patch
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.model.kinds import kind_of
from planner.model.record import Record
from planner.model.values import Form
from planner.truths.findings import Finding, Report
from ui.document import PlanDocument
from ui.holding import HeldError
from ui.kit.editors.base import sentence_of
from ui.kit.edits import link_new, with_values
from ui.kit.field_row import FieldRow
from ui.kit.finding_index import FindingIndex


class RecordBinding(QObject):
    """Commits what the user does to fields, and shows what changes in the record or is found in it.

    Signals:
        lost: the record is no longer in the plan.
        findings_changed: the findings about the record as a whole.
    """

    lost = Signal()
    findings_changed = Signal(object)

    def __init__(
        self,
        document: PlanDocument,
        kind_key: str,
        rows: Iterable[FieldRow],
        parent: QObject | None = None,
    ) -> None:
        """Tie rows to a document; `bind` says which record they show.

        Args:
            document: the document.
            kind_key: the kind of the record.
            rows: one for each field that is shown.
            parent: owns the binding.
        """
        super().__init__(parent)
        self._document = document
        self._kind = kind_of(kind_key)
        self._rows = {row.spec.name: row for row in rows}
        self._record_id: str | None = None
        self._fresh: Record | None = None
        self._waiting: set[str] = set()
        self._currency = document.plan.the_brief.currency
        for row in self._rows.values():
            row.edited.connect(self._commit)
            row.created.connect(self._create)
        document.changed.connect(self._follow)
        document.report_changed.connect(self._mark)
        document.agreed.connect(self._do_waiting)

    @property
    def record_id(self) -> str | None:
        """Which record is shown."""
        return self._record_id

    def bind(self, record_id: str | None) -> None:
        """Show another record; what is typed for the one before is taken first, if it fits."""
        if record_id == self._record_id and self._fresh is None:
            return
        self.flush()
        self._fresh = None
        self._waiting.clear()
        self._record_id = record_id
        record = self._document.plan.records(self._kind).get(record_id or "")
        if record is None:
            self._record_id = None
            return
        for name, row in self._rows.items():
            row.editor.load(getattr(record, name))
            row.editor.set_read_only(self._document.read_only)
        self._mark(self._document.report)

    def bind_new(self, fresh: Record) -> None:
        """Show a record that is not in the plan yet; the first edit adds it.

        Args:
            fresh: the record, with an id that the plan does not know.
        """
        self.bind(None)
        self._fresh = fresh
        for name, row in self._rows.items():
            row.editor.load(getattr(fresh, name))
            row.editor.set_read_only(self._document.read_only)
            row.set_findings(())

    def flush(self) -> None:
        """Take what is typed and not told yet."""
        exists = self._record_id in self._document.plan.records(self._kind)
        if exists or self._fresh is not None:
            for row in self._rows.values():
                row.editor.flush()

    def _commit(self, name: str, value: object) -> None:
        record_id = self._record_id
        if self._fresh is not None:
            self._add_fresh(name, value)
        if record_id is not None:
            self._try(name, lambda: verbs.change(self._document.plan, record_id, name, value))

    def _add_fresh(self, name: str, value: object) -> None:
        fresh = self._fresh
        if fresh is not None and self._try(
            name, lambda: verbs.add(self._document.plan, with_values(fresh, {name: value}))
        ):
            self._fresh = None
            self._record_id = fresh.id
            self._mark(self._document.report)

    def _create(self, name: str, kind_key: str, called: str) -> None:
        record_id = self._record_id
        if record_id is not None:
            self._try(name, lambda: link_new(self._document.plan, record_id, name, kind_key, called))
            self._rows[name].editor.show_again()

    def _try(self, name: str, make: Callable[[], Edit]) -> bool:
        self._waiting.discard(name)
        try:
            self._document.do(make())
        except PlanError as error:
            self._rows[name].editor.set_problem(sentence_of(error))
            if isinstance(error, HeldError):
                self._waiting.add(name)
            return False
        return True

    def _do_waiting(self) -> None:
        """Do what was typed before the user agreed to what it withdraws."""
        for name in sorted(self._waiting):
            editor = self._rows[name].editor
            if editor.problem:
                self._commit(name, editor.value())

    def _follow(self, patch: Patch) -> None:
        other_currency = self._currency_differs()
        if self._record_id is None:
            return
        record = self._document.plan.records(self._kind).get(self._record_id)
        if record is None:
            self._record_id = None
            self.lost.emit()
            return
        touched = patch.touched
        for name, row in self._rows.items():
            if self._record_id in touched.get(self._kind.key, ()):
                row.editor.set_value(getattr(record, name))
            if any(key in touched for key in row.spec.to) and not row.editor.problem:
                row.editor.show_again()
            if other_currency and row.spec.form is Form.MONEY and not row.editor.problem:
                row.editor.show_again()

    def _currency_differs(self) -> bool:
        """Tell whether the plan's currency is another than at the last change."""
        before, self._currency = self._currency, self._document.plan.the_brief.currency
        return before != self._currency

    def _mark(self, report: Report) -> None:
        if self._record_id is None:
            return
        index = FindingIndex(report)
        for name, row in self._rows.items():
            row.set_findings(index.of_field(self._kind.key, self._record_id, name))
        self.findings_changed.emit(self._of_the_whole(index))

    def _of_the_whole(self, index: FindingIndex) -> Sequence[Finding]:
        found = index.of_record(self._kind.key, self._record_id or "")
        shown = {note.finding.key for row in self._rows.values() for note in row.notes}
        return [finding for finding in found if finding.key not in shown]
