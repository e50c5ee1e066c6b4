"""Capturing: the line, what it will make in plain words, and what was captured last."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.errors import PlanError
from planner.language import say
from planner.model.kinds import kind_of
from planner.model.records_work import Idea
from planner.workshop.capture import Captured, Setting, capture, completions
from planner.workshop.capture_words import SAID_BY
from ui.document import PlanDocument
from ui.kit.draft import Draft, take_up
from ui.kit.editors.base import sentence_of
from ui.kit.region import current_locale
from ui.kit.roomy_rows import take_names
from ui.kit.text import plain_label
from ui.theme import set_look
from ui.theme.tokens import SMALL, TIGHT
from ui.workshop.block_at_hand import WhichBlock, no_block
from ui.workshop.capture.last import LastCaptured
from ui.workshop.capture.line import CaptureLine
from ui.workshop.capture.suggestions import Suggestion


@dataclass(frozen=True, slots=True)
class HalfSaid:
    """What stands in the line and was not entered yet.

    Attributes:
        typed: the line.
        who: name of who says it; empty for the room.
    """

    typed: Draft
    who: str


_LETTERS_OF_NAME = 10


class CapturePanel(QWidget):
    """Takes what is said, one line after another; each is in the plan at once.

    Signals:
        opened: id of an entry that the user wants to see.
    """

    opened = Signal(str)

    def __init__(self, document: PlanDocument, block: WhichBlock = no_block) -> None:
        """Make the panel.

        Args:
            document: the document.
            block: tells which block of the agenda runs, as what is captured came up in it.
        """
        super().__init__()
        self._document = document
        self._block = block
        self._line = CaptureLine(self._suggest)
        self._line.setReadOnly(document.read_only)
        self._who = QComboBox()
        take_names(self._who)
        self._who.setAccessibleName(say("Said or written by"))
        # As wide as a usual name: the line is for what is said, however long the longest name is.
        self._who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._who.setMinimumContentsLength(_LETTERS_OF_NAME)
        self._preview = plain_label(wraps=True)
        self._last = LastCaptured(document)
        self._build()
        self._line.entered.connect(self._take)
        self._line.undo_wanted.connect(self._undo)
        self._line.typed.connect(self._foresee)
        self._last.picked.connect(self.opened)
        document.changed.connect(self._list_people)
        self._list_people()
        self._foresee()

    @property
    def line(self) -> CaptureLine:
        """Takes what is said."""
        return self._line

    @property
    def who(self) -> QComboBox:
        """Who is speaking or writing."""
        return self._who

    @property
    def last(self) -> LastCaptured:
        """What was captured last."""
        return self._last

    @property
    def preview(self) -> QLabel:
        """What the line will make, in plain words."""
        return self._preview

    @property
    def half_said(self) -> HalfSaid:
        """What was not entered yet; `go_on` goes on with it."""
        typed = Draft(self._line.text(), self._line.cursorPosition())
        return HalfSaid(typed, str(self._who.currentData() or ""))

    def go_on(self, half: HalfSaid) -> None:
        """Go on where another one of these was left."""
        self._who.setCurrentIndex(max(0, self._who.findData(half.who)))
        take_up(half.typed, self._line)

    def take_focus(self) -> None:
        """Lead the keyboard to the line."""
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        label = plain_label(say("By"), role="muted")
        label.setBuddy(self._who)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self._line, 1)
        row.addWidget(label)
        row.addWidget(self._who)
        self._preview.setMinimumHeight(2 * self._preview.fontMetrics().lineSpacing())
        sideways = self._preview.alignment() & ~Qt.AlignmentFlag.AlignVertical_Mask
        self._preview.setAlignment(sideways | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(row)
        column.addWidget(self._preview)
        column.addWidget(self._last, 1)

    def _setting(self) -> Setting:
        return Setting(self._block(), self._document.today(), current_locale())

    def _captured(self, text: str) -> Captured:
        """Return what a line means; who is writing is added to the line, which may say it itself.

        Raises:
            PlanError: it can't be kept so.
        """
        who = str(self._who.currentData() or "")
        captured = capture(self._document.plan, text, self._setting())
        if who and isinstance(captured.record, Idea) and not captured.record.said_by:
            return capture(self._document.plan, f"{text} {SAID_BY}{who}", self._setting())
        return captured

    def _suggest(self, text: str, cursor: int) -> Sequence[Suggestion]:
        return [
            Suggestion(
                say("{title} · {detail}", title=one.title, detail=one.beside) if one.beside else one.title,
                one.start,
                one.end,
                one.insert,
            )
            for one in completions(self._document.plan, text, cursor, self._setting())
        ]

    def _foresee(self) -> None:
        """Say what the line would make."""
        text = self._line.text().strip()
        if not text:
            self._say(_hint(), "muted")
            return
        try:
            captured = self._captured(text)
        except PlanError as error:
            self._say(sentence_of(error), "error")
            return
        self._say("\n".join(_foreseen(captured)), "")

    def _take(self, text: str) -> None:
        try:
            captured = self._captured(text)
            self._document.do(captured.edit(self._document.plan))
        except PlanError as error:
            self._say(sentence_of(error), "error")
            return
        self._line.clear()
        if captured.problems:
            # Enter is pressed before it is read: it stands there until the next line is begun.
            self._say("\n".join(_foreseen(captured)), "")
        self._last.add(captured.record.id)
        said = say("{kind} “{name}” is in the plan.", kind=_kind_word(captured), name=captured.record.name)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._line, said))

    def _undo(self) -> None:
        try:
            self._document.undo()
        except PlanError as error:
            self._say(sentence_of(error), "error")

    def _say(self, words: str, role: str) -> None:
        self._preview.setText(words)
        set_look(self._preview, "role", role)

    def _list_people(self) -> None:
        names = [one.name for one in self._document.plan.participants.values() if one.name]
        known = [self._who.itemData(at) for at in range(1, self._who.count())]
        if names == known and self._who.count():
            return
        chosen = self._who.currentData()
        self._who.clear()
        self._who.addItem(say("The room"), "")
        for name in names:
            self._who.addItem(name, name)
        self._who.setCurrentIndex(max(0, self._who.findData(chosen)))


def _hint() -> str:
    return say(
        "Begin with tactic:, issue:, objective: or park:, or just write what was said; "
        "^customer tells where an idea came from."
    )


def _foreseen(captured: Captured) -> tuple[str, ...]:
    """Return what a line makes in plain words, then what was not understood."""
    made = say("“{name}” → {summary}", name=captured.record.name, summary=captured.summary)
    return (made, *captured.problems)


def _kind_word(captured: Captured) -> str:
    word = kind_of(captured.record).word
    return word[:1].upper() + word[1:]
