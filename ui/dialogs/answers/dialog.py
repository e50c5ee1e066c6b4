"""Answers from filled-in worksheets: typed or pasted at the left, told at the right, one step to undo."""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planner.editing.patch import Patch
from planner.errors import PlanError
from planner.language import phrase, say, say_count
from planner.model.plan import Plan
from ui.dialogs.answers.editor import LinesEdit
from ui.dialogs.answers.meaning import Meaning, Told, Typist, completion, told_line, told_meanings
from ui.document import PlanDocument
from ui.kit.dialog import Dialog
from ui.kit.editors.base import sentence_of
from ui.kit.region import current_locale
from ui.kit.text import plain_label
from ui.tasks import Task, Tasks, Ticket
from ui.theme import current_tokens, icon
from ui.theme.tokens import LARGE, TIGHT

_SIZE = QSize(960, 620)
_AROUND = QSize(24, 56)
_TOLD_AFTER_MS = 120
_WORDS = phrase(
    "One answer a line: the number from the worksheet, a colon, the answer. A line without a number goes on "
    "with the answer above."
)
_EXAMPLE = phrase("4.1b: Instagram\n4.3b: Anna\nQ3.1: Nobody has asked yet")


class AnswersDialog(Dialog):
    """Takes typed answers into the plan; the plan is as it was until that is asked for."""

    def __init__(self, document: PlanDocument, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(say("Type in worksheet answers"), parent)
        self._document = document
        self._tasks = tasks
        self._task: Task | None = None
        self._told: Told | None = None
        self._edit = LinesEdit()
        self._edit.setAccessibleName(say("Answers"))
        self._edit.setPlaceholderText(say(_EXAMPLE))
        self._line = plain_label(role="caption", wraps=True)
        self._list = self._make_list()
        self._replace = QCheckBox(say("Replace what stands in a field already"))
        self._count = plain_label(role="strong", wraps=True)
        self._problem = plain_label(role="error", wraps=True)
        self._problem.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tell)
        self._build()
        self._connect()
        room = parent.window().size() - _AROUND
        self.resize((_SIZE * current_tokens().scale).boundedTo(room).expandedTo(self.minimumSizeHint()))
        self._edit.setFocus()
        self._show_line()
        self._renew()

    def _make_list(self) -> QListWidget:
        meanings = QListWidget()
        meanings.setObjectName("answers.meanings")
        meanings.setAccessibleName(say("What the lines mean"))
        meanings.setWordWrap(True)
        meanings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        meanings.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        meanings.setAlternatingRowColors(True)
        return meanings

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(LARGE)
        row.addLayout(_titled(say("&Answers"), self._edit), 1)
        row.addLayout(_titled(say("What they &mean"), self._list), 1)
        self.body.addWidget(plain_label(say(_WORDS), role="muted", wraps=True))
        self.body.addLayout(row, 1)
        for widget in (self._line, self._replace, self._count, self._problem):
            self.body.addWidget(widget)
        self._line.setMinimumHeight(2 * self._line.fontMetrics().lineSpacing())
        self.add_button(say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole, "cancel")
        self._take = self.add_button(say("Type in"), QDialogButtonBox.ButtonRole.AcceptRole, "take")

    def _connect(self) -> None:
        self._edit.textChanged.connect(self._renew)
        self._edit.cursorPositionChanged.connect(self._show_line)
        self._edit.completion_wanted.connect(self._complete)
        self._replace.toggled.connect(self._renew)
        self._list.itemActivated.connect(self._go)
        self._list.itemClicked.connect(self._go)
        self._document.changed.connect(self._plan_changed)
        self.buttons.accepted.connect(self._apply)

    def _typist(self) -> Typist:
        return Typist(self._document.today(), current_locale(), self._replace.isChecked())

    def _plan_changed(self, _patch: Patch) -> None:
        self._renew()

    def _renew(self) -> None:
        """Tell anew what the lines mean, once the typing rests."""
        self._told = None
        self._take.setEnabled(False)
        self._timer.start(_TOLD_AFTER_MS)

    def _tell(self) -> None:
        text = self._edit.toPlainText()
        work = partial(_told, self._document.plan, text, self._typist())
        self._task = self._tasks.start(work)
        self._task.done.connect(self._show)
        self._task.failed.connect(self._fail)

    def _show(self, told: Told) -> None:
        if told.plan is not self._document.plan or told.text != self._edit.toPlainText():
            return
        self._told = told
        self._list.clear()
        for meaning in told.meanings:
            self._list.addItem(_item(meaning))
        self._edit.underline(meaning.line for meaning in told.meanings if not meaning.fits)
        taken, wrong = told.applied.taken, len(told.applied.problems)
        self._count.setText(_counted(taken, wrong))
        self._take.setText(_asking(taken))
        # All or none: once some rows were made, the letters of those still to come would mean others.
        self._take.setEnabled(taken > 0 and not wrong)

    def _fail(self, error: Exception) -> None:
        raise error

    def _show_line(self) -> None:
        words = told_line(self._edit.line, self._document.plan)
        self._line.setText(words or say("Ctrl+Space completes an answer to a name or a choice."))

    def _complete(self) -> None:
        self._edit.replace_line(completion(self._edit.line, self._document.plan))

    def _go(self, item: QListWidgetItem) -> None:
        self._edit.go_to(item.data(Qt.ItemDataRole.UserRole))

    def _apply(self) -> None:
        if self._told is None:
            return
        try:
            self._document.do(self._told.applied.edit)
        except PlanError as error:
            self._problem.setText(sentence_of(error))
            self._problem.show()
        else:
            self.accept()


def _told(plan: Plan, text: str, typist: Typist, _ticket: Ticket) -> Told:
    return told_meanings(plan, text, typist)


def _counted(taken: int, wrong: int) -> str:
    if not taken and not wrong:
        return say("Nothing typed yet.")
    fits = say_count("{count} answer fits.", "{count} answers fit.", taken)
    if not wrong:
        return f"{fits} {say('They become one step to undo.')}"
    others = say_count(
        "{count} line does not: mend or remove what is marked.",
        "{count} lines do not: mend or remove what is marked.",
        wrong,
    )
    return f"{fits} {others}"


def _asking(taken: int) -> str:
    if not taken:
        return say("Type in")
    return say_count("Type in {count} answer", "Type in {count} answers", taken)


def _item(meaning: Meaning) -> QListWidgetItem:
    look = ("check", "ok") if meaning.fits else ("triangle-alert", "bad")
    item = QListWidgetItem(icon(*look), f"{meaning.line}  {meaning.words}")
    item.setData(Qt.ItemDataRole.UserRole, meaning.line)
    spoken = phrase("Line {line}: {words}") if meaning.fits else phrase("Line {line}: does not fit: {words}")
    item.setData(Qt.ItemDataRole.AccessibleTextRole, say(spoken, line=meaning.line, words=meaning.words))
    return item


def _titled(words: str, widget: QWidget) -> QVBoxLayout:
    label = plain_label(words, role="label")
    label.setBuddy(widget)
    column = QVBoxLayout()
    column.setSpacing(TIGHT)
    column.addWidget(label)
    column.addWidget(widget, 1)
    return column
