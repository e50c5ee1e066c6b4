"""One entry that differs, field by field; or one finding that came or went."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from planner.language import phrase, say
from planner.model.kinds import kind_of
from planner.signoff.compare import EntryChange, FieldChange, Sort
from planner.truths.findings import Finding
from ui.dialogs.compare.rows import SORT_LOOKS, Row
from ui.kit.text import plain_label
from ui.theme.tokens import MEDIUM, TIGHT

_MOVED = phrase("It stands in another place among its kind; nothing else of it differs.")
_NOT_FILLED = phrase("nothing")


class DifferenceDetail(QScrollArea):
    """What is to be known about the chosen row."""

    def __init__(self) -> None:
        super().__init__()
        page = QWidget()
        page.setObjectName("page")
        self._texts = QVBoxLayout()
        self._texts.setSpacing(TIGHT)
        self._labels: list[QLabel] = []
        outer = QVBoxLayout(page)
        outer.setContentsMargins(MEDIUM, 0, MEDIUM, 0)
        outer.addLayout(self._texts)
        outer.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(say("What differs"))
        self.setWidget(page)

    @property
    def words(self) -> str:
        """What is said."""
        return "\n".join(label.text() for label in self._labels)

    def show_row(self, row: Row | None) -> None:
        """Show a row; None shows nothing."""
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._labels = [plain_label(text, role=role, wraps=True) for role, text in _lines(row)]
        for label in self._labels:
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._texts.addWidget(label)
        self.verticalScrollBar().setValue(0)


def _lines(row: Row | None) -> Iterator[tuple[str, str]]:
    """Yield the look and the words of each line."""
    if row is not None and row.entry is not None:
        yield from _entry_lines(row.entry)
    elif row is not None and row.finding is not None:
        yield from _finding_lines(row.finding)


def _entry_lines(entry: EntryChange) -> Iterator[tuple[str, str]]:
    kind = kind_of(entry.kind)
    yield "h3", entry.name
    yield "muted", f"{SORT_LOOKS[entry.sort].word} · {kind.word}"
    if entry.sort is Sort.MOVED:
        yield "", say(_MOVED)
    for change in entry.fields:
        yield "strong", change.title
        yield from _field_lines(entry.sort, change)


def _field_lines(sort: Sort, change: FieldChange) -> Iterator[tuple[str, str]]:
    if sort is Sort.CHANGED:
        yield "", say("Was: {value}", value=change.before or say(_NOT_FILLED))
        yield "", say("Becomes: {value}", value=change.after or say(_NOT_FILLED))
    else:
        yield "", change.before or change.after


def _finding_lines(finding: Finding) -> Iterator[tuple[str, str]]:
    yield "h3", finding.subject_name
    yield "muted", f"{finding.level.label} · {finding.rule}"
    yield "", finding.message
