"""What can be done with the records of a table: one method each, each one step to undo."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from planner.editing import verbs
from planner.editing.verbs import Edit
from planner.errors import PlanError
from planner.language import say, worded, worded_small
from planner.model.kinds import kind_of
from planner.model.plan import display_name
from planner.model.schema import FieldSpec
from planner.parsing import Reading
from ui.document import PlanDocument
from ui.kit.clipboard_rows import Pasted, read_rows, rows_as_text, rows_of_text
from ui.kit.editors.base import sentence_of
from ui.kit.edits import add_all, move_together, new_record
from ui.kit.region import current_locale
from ui.kit.table_setup import Fresh

_MOST_PROBLEMS = 6


class RecordCommands(QObject):
    """Edits the records of one kind as a user asks for it.

    Signals:
        told: a sentence for the user: why something was not done, or what of it was not.
        added: the ids of records that are new in the plan.
    """

    told = Signal(str)
    added = Signal(object)

    def __init__(
        self,
        document: PlanDocument,
        kind_key: str,
        specs: Sequence[FieldSpec],
        fresh: Fresh,
        parent: QObject | None = None,
    ) -> None:
        """Make the commands of a kind.

        Args:
            document: the document.
            kind_key: the kind.
            specs: the fields that are copied and pasted.
            fresh: tells with which values a new record begins.
            parent: owns the commands.
        """
        super().__init__(parent)
        self._document = document
        self._kind = kind_of(kind_key)
        self._specs = tuple(specs)
        self._fresh = fresh

    @property
    def word(self) -> str:
        """The kind in a sentence."""
        return self._kind.word

    def add(self, name: str = "", after: str | None = None) -> str | None:
        """Add a record, at the end or after another one.

        Returns:
            Its id, or None where the plan refused it.
        """
        record = new_record(self._kind, name, **self._fresh())
        ids = list(self._document.plan.records(self._kind))
        at = ids.index(after) + 1 if after in ids else None
        done = self._try(lambda: verbs.add(self._document.plan, record, at=at))
        if done:
            self.added.emit([record.id])
        return str(record.id) if done else None

    def remove(self, record_ids: Sequence[str]) -> None:
        """Remove records without asking."""
        if record_ids:
            self._try(lambda: verbs.remove(self._document.plan, record_ids))

    def duplicate(self, record_ids: Sequence[str]) -> None:
        """Add a copy of each record right after it."""
        before = set(self._document.plan.records(self._kind))

        def copies() -> Edit:
            plan, label = self._document.plan, ""
            for record_id in record_ids:
                edit = verbs.duplicate(plan, record_id)
                plan, label = edit.plan, edit.label
            kinds = worded_small(self._kind.all)
            many = worded("Duplicate {count} {kinds}", count=len(record_ids), kinds=kinds)
            return Edit(plan, label if len(record_ids) == 1 else many)

        if record_ids and self._try(copies):
            self.added.emit([key for key in self._document.plan.records(self._kind) if key not in before])

    def move(self, record_ids: Sequence[str], places: int) -> None:
        """Move records up (negative) or down by some places."""
        ids = list(self._document.plan.records(self._kind))
        rows = sorted(ids.index(record_id) for record_id in record_ids)
        if not rows:
            return
        to = rows[0] + places if places < 0 else rows[-1] + places + 1
        if 0 <= to <= len(ids):
            self._try(lambda: move_together(self._document.plan, [ids[row] for row in rows], to))

    def copy(self, record_ids: Sequence[str]) -> None:
        """Put records on the clipboard as rows for a spreadsheet."""
        records = self._document.plan.records(self._kind)
        text = rows_as_text(
            self._document.plan, self._specs, [records[record_id] for record_id in record_ids]
        )
        QGuiApplication.clipboard().setText(text)

    def paste(self) -> None:
        """Add a record for each row on the clipboard."""
        self.paste_text(QGuiApplication.clipboard().text())

    def paste_text(self, text: str) -> None:
        """Add a record for each line of cells, in one step; tell which cells could not be read."""
        rows = rows_of_text(text)
        if not rows:
            self.told.emit(say("There are no rows on the clipboard."))
            return
        reading = Reading(self._document.plan, self._document.today(), current_locale())
        pasted = read_rows(self._kind.key, self._specs, rows, reading)
        count = len(pasted.records)
        one, many = self._kind.word, self._kind.words.lower()
        label = (
            say("Paste 1 {kind}", kind=one)
            if count == 1
            else say("Paste {count} {kinds}", count=count, kinds=many)
        )
        if self._try(lambda: add_all(self._document.plan, pasted.records, label)):
            self.added.emit([record.id for record in pasted.records])
            self._tell_unread(pasted)

    def name_for(self, record_ids: Sequence[str]) -> str:
        """Return what records are called in a question, such as 'person “Ana”' or '3 tactics'."""
        if len(record_ids) == 1:
            name = display_name(self._document.plan.find(record_ids[0]))
            return say("{kind} “{name}”", kind=self._kind.word, name=name)
        return say("{count} {kinds}", count=len(record_ids), kinds=self._kind.words.lower())

    def _tell_unread(self, pasted: Pasted) -> None:
        told = list(_shortened(pasted.left_out))
        if pasted.problems:
            told.append(say("Some cells could not be read and were left empty:"))
            told += _shortened(pasted.problems)
        if told:
            self.told.emit("\n".join(told))

    def _try(self, make: Callable[[], Edit]) -> bool:
        try:
            self._document.do(make())
        except PlanError as error:
            self.told.emit(sentence_of(error))
            return False
        return True


def _shortened(sentences: Sequence[str]) -> list[str]:
    """Return the first sentences, and how many more there are."""
    rest = len(sentences) - _MOST_PROBLEMS
    more = [say("… and {count} more.", count=rest)] if rest > 0 else []
    return [*sentences[:_MOST_PROBLEMS], *more]
