"""The questions that no program can answer, and the team's answers."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from planner.editing.patch import Patch
from planner.language import say
from planner.model.plan import new_id
from planner.model.records_signoff import Answer
from planner.model.schema import field
from planner.truths.findings import Report
from planner.truths.questions import Question, answer_to, questions_of
from planner.truths.sources import citation_titles
from ui.document import PlanDocument
from ui.kit.adaptive_split import AdaptiveSplit
from ui.kit.buttons import icon_size
from ui.kit.field_grid import FieldGrid
from ui.kit.field_row import FieldRow
from ui.kit.finding_index import FindingIndex
from ui.kit.record_binding import RecordBinding
from ui.kit.scrolling import ScrollPage
from ui.kit.text import plain_label, plain_tooltip
from ui.theme import icon
from ui.theme.tokens import LARGE, MEDIUM, SMALL

_BESIDE_FROM, _FORM_PART = 820, 0.54
_FIELDS = ("reply", "evidence", "by", "on")
_PADDING = 2 * SMALL
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class QuestionModel(QAbstractListModel):
    """The questions in the order in which they are asked, with how far their answers are."""

    def __init__(self, document: PlanDocument, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._questions = questions_of(document.plan)
        document.changed.connect(self._follow)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of questions."""
        return 0 if parent.isValid() else len(self._questions)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions, those of the house included."""
        return self._questions

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's variant
        """Return a question's words, mark or state."""
        question = self._questions[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{question.text}\n{_state_of(answer_to(self._document.plan, question.id))}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(question.text)
        if role == Qt.ItemDataRole.DecorationRole:
            return icon(*_mark_of(answer_to(self._document.plan, question.id)))
        return None

    def _follow(self, patch: Patch) -> None:
        asked = questions_of(self._document.plan)
        if asked != self._questions:
            self.beginResetModel()
            self._questions = asked
            self.endResetModel()
        elif "answers" in patch.touched:
            self.dataChanged.emit(self.index(0), self.index(len(asked) - 1))


def _is_complete(answer: Answer) -> bool:
    return bool(answer.reply and answer.evidence.strip() and answer.by and answer.on)


def _state_of(answer: Answer | None) -> str:
    if answer is None or answer.reply is None:
        return say("Not answered yet")
    label = answer.reply.label
    return label if _is_complete(answer) else say("{reply} · not complete", reply=label)


def _mark_of(answer: Answer | None) -> tuple[str, str]:
    """Return the icon of an answer's state and the token of its colour."""
    if answer is None or answer.reply is None:
        return "circle", "muted"
    return ("circle-check", "ok") if _is_complete(answer) else ("circle-dot", "warn")


class _Sentences(QStyledItemDelegate):
    """Measures sentences at the width that they have: Qt forgets the padding of the style sheet."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of all lines."""
        option.rect.setWidth(option.rect.width() - _PADDING)
        return super().sizeHint(option, index)


class AnswerForm(QFrame):
    """One question with the fields of its answer; the first edit makes the answer."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._document = document
        self._question = questions_of(document.plan)[0]
        self._text = plain_label(role="h3", wraps=True)
        self._source = plain_label(role="caption", wraps=True)
        self._rows = {name: FieldRow(field("answers", name), document) for name in _FIELDS}
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(MEDIUM)
        column.addWidget(self._text)
        column.addWidget(self._source)
        column.addWidget(FieldGrid(self._rows.values()))
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        self._scroll = ScrollPage(page)
        outer.addWidget(self._scroll)
        self._binding = RecordBinding(document, "answers", self._rows.values(), self)
        self._binding.lost.connect(self._bind)
        document.changed.connect(self._follow)
        document.report_changed.connect(self._mark)
        self.show_question(self._question)

    @property
    def question_id(self) -> str:
        """Id of the question that is shown."""
        return self._question.id

    def row(self, name: str) -> FieldRow:
        """Return the row of a field."""
        return self._rows[name]

    def show_question(self, question: Question) -> None:
        """Show a question with its answer, or with empty fields for one."""
        self._question = question
        self._text.setText(question.text)
        told = (question.why, *citation_titles(question.citation))
        self._source.setText("; ".join(filter(None, told)))
        self._bind()

    def focus_field(self, name: str) -> None:
        """Lead the keyboard to a field of the answer."""
        row = self._rows.get(name) or self._rows["reply"]
        row.editor.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.reveal(row)

    def _bind(self) -> None:
        answer = answer_to(self._document.plan, self._question.id)
        if answer is not None:
            self._binding.bind(answer.id)
        else:
            today = self._document.today()
            self._binding.bind_new(Answer(id=new_id("answers"), question=self._question.id, on=today))
            self._mark(self._document.report)

    def _follow(self, patch: Patch) -> None:
        """Take up an answer that came from elsewhere, such as from redo."""
        if "answers" in patch.touched and self._binding.record_id is None:
            answer = answer_to(self._document.plan, self._question.id)
            if answer is not None:
                self._binding.bind(answer.id)

    def _mark(self, report: Report) -> None:
        """Show what is found about the question at its answer's fields."""
        index = FindingIndex(report)
        for name, row in self._rows.items():
            found = [*index.of_field("answers", self._question.id, name)]
            if name == "reply":
                found += index.of_field("answers", self._question.id, "")
            row.set_findings(found)


class QuestionsTab(QWidget):
    """The list of questions, and the answer to the chosen one."""

    def __init__(self, document: PlanDocument) -> None:
        super().__init__()
        self._document = document
        self._list = QListView()
        self._questions = QuestionModel(document, self)
        self._list.setModel(self._questions)
        self._list.setProperty("role", "roomy")
        self._list.setWordWrap(True)
        self._list.setItemDelegate(_Sentences(self._list))
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setIconSize(icon_size())
        self._list.setAccessibleName(say("Questions"))
        part = QWidget()
        inner = QVBoxLayout(part)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(SMALL)
        inner.addWidget(self._list, 1)
        self._form = AnswerForm(document)
        self._split = AdaptiveSplit(part, self._form, beside_from=_BESIDE_FROM, detail_part=_FORM_PART)
        self._split.turned.connect(self._follow_turn)
        self._split.item_wanted.connect(self._go)
        inner.addWidget(self._split.open_button, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.addWidget(self._split)
        self._list.selectionModel().currentChanged.connect(self._show)
        self._questions.modelReset.connect(self._show_again)
        self._list.setCurrentIndex(self._list.model().index(0, 0))

    @property
    def form(self) -> AnswerForm:
        """The answer's form."""
        return self._form

    @property
    def listing(self) -> QListView:
        """The list of questions."""
        return self._list

    def show_answer(self, key: str, name: str) -> None:
        """Show a question.

        Args:
            key: id of an answer, or of a question that has none.
            name: field of the answer.
        """
        answer = self._document.plan.answers.get(key)
        question_id = answer.question if answer else key
        self._choose(question_id)
        self._split.show_detail()
        self._form.focus_field(name)

    def _follow_turn(self) -> None:
        if self._split.shows_detail:
            self._form.focus_field("")
        else:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, places: int) -> None:
        self._list.setCurrentIndex(self._questions.index(self._list.currentIndex().row() + places, 0))

    def _choose(self, question_id: str) -> None:
        for row, question in enumerate(self._questions.questions):
            if question.id == question_id:
                self._list.setCurrentIndex(self._questions.index(row, 0))

    def _show_again(self) -> None:
        """Keep the chosen question where questions of the house came, went or changed their words."""
        chosen = self._form.question_id
        self._list.setCurrentIndex(self._questions.index(0, 0))
        self._choose(chosen)

    def _show(self, index: QModelIndex) -> None:
        if index.isValid():
            self._form.show_question(self._questions.questions[index.row()])
            self._split.show_place(index.row() + 1, self._questions.rowCount())
