"""The form of one record: its main fields at once, the rest folded."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language import say
from planner.model.format import plural
from planner.model.kinds import kind_of
from planner.model.schema import fields
from ui.document import PlanDocument
from ui.kit.buttons import WordButton
from ui.kit.field_grid import FieldGrid
from ui.kit.field_row import FieldRow
from ui.kit.finding_note import NoteColumn
from ui.kit.record_binding import RecordBinding
from ui.kit.scrolling import ScrollPage
from ui.kit.text import plain_label
from ui.theme import icon
from ui.theme.tokens import LARGE, MEDIUM, SMALL

_HEIGHT_OF_NOTHING = 120


class RecordForm(QWidget):
    """Shows one record's fields and commits each as the user edits it.

    Signals:
        height_changed: it needs another height: other fields are shown, or another record.
    """

    height_changed = Signal()

    def __init__(
        self,
        document: PlanDocument,
        kind_key: str,
        *,
        leave_out: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Make the form of a kind, with no record in it yet.

        Args:
            document: the document.
            kind_key: the kind.
            leave_out: names of fields that are not shown.
            parent: owns the form.
        """
        super().__init__(parent)
        self._kind = kind_of(kind_key)
        rows = [FieldRow(spec, document) for spec in fields(kind_key) if spec.name not in leave_out]
        self._main = FieldGrid(row for row in rows if row.spec.main)
        self._rest = FieldGrid(row for row in rows if not row.spec.main)
        self._rows = {row.spec.name: row for row in rows}
        self._notes = NoteColumn(SMALL)
        self._more = WordButton(role="quiet")
        self._nothing = plain_label(
            say("Select a {kind} to see it.", kind=self._kind.word), role="muted", wraps=True
        )
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._body = QWidget()
        self._scroll = ScrollPage(self._body)
        self._build()
        self._binding = RecordBinding(document, kind_key, rows, self)
        self._binding.lost.connect(self._show_nothing)
        self._binding.findings_changed.connect(self._notes.show_findings)
        self._binding.findings_changed.connect(self._write_more)
        self._show_nothing()

    @property
    def record_id(self) -> str | None:
        """Which record is shown."""
        return self._binding.record_id

    @property
    def first_field(self) -> str:
        """The name of the field at the top."""
        return self._main.rows[0].spec.name if self._main.rows else next(iter(self._rows))

    def content_height(self) -> int:
        """Return the height at which nothing would have to be scrolled."""
        if self._binding.record_id is None:
            return _HEIGHT_OF_NOTHING
        self._inner.activate()
        return self._inner.totalHeightForWidth(max(self.width(), self._body.minimumSizeHint().width()))

    def row(self, name: str) -> FieldRow:
        """Return the row of a field."""
        return self._rows[name]

    def set_record(self, record_id: str | None) -> None:
        """Show a record, or none."""
        self._binding.bind(record_id)
        shown = self._binding.record_id is not None
        self._scroll.setVisible(shown)
        self._nothing.setVisible(not shown)
        self._write_more()
        self.height_changed.emit()

    def flush(self) -> None:
        """Take what is typed and not told yet."""
        self._binding.flush()

    def focus_field(self, name: str) -> None:
        """Lead the keyboard to a field; unfolds it where it is folded."""
        row = self._rows.get(name)
        if row is None:
            return
        if not row.spec.main:
            self._more.setChecked(True)
        row.editor.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        # The row has its place only after the layout's next turn.
        self._inner.activate()
        self._scroll.reveal(row)

    def _build(self) -> None:
        self._more.setCheckable(True)
        if not self._rest.rows:
            self._more.hide()
        self._more.toggled.connect(self._unfold)
        self._rest.hide()
        self._inner = inner = QVBoxLayout(self._body)
        inner.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        inner.setSpacing(MEDIUM)
        inner.addLayout(self._notes)
        inner.addWidget(self._main)
        inner.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addWidget(self._rest)
        inner.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        outer.addWidget(self._nothing, 1)

    def _unfold(self) -> None:
        self._rest.setVisible(self._more.isChecked())
        self._write_more()
        self.height_changed.emit()

    def _write_more(self) -> None:
        found = sum(len(row.notes) for row in self._rest.rows)
        facts = [say("More fields ({count})", count=len(self._rest.rows))]
        if found:
            facts.append(plural(found, "finding"))
        self._more.setText(say("Fewer fields") if self._more.isChecked() else " · ".join(facts))
        self._more.setIcon(icon("chevron-up" if self._more.isChecked() else "chevron-down"))

    def _show_nothing(self) -> None:
        self._scroll.hide()
        self._nothing.show()
