"""The steps that led to the plan and those undone, as a list to walk in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from planner.editing.history import History
from planner.editing.patch import Patch
from planner.language import phrase, say
from ui.document import PlanDocument
from ui.kit.dialog import Dialog
from ui.kit.line import Line
from ui.kit.line_list import LineList
from ui.kit.text import plain_label

_BEGIN = phrase("Before the first step")


class HistoryDialog(Dialog):
    """Lists the steps, the newest at the bottom; Enter or a click makes the plan as it was after one.

    Signals:
        walk_wanted: by how many steps, back where below 0.
    """

    walk_wanted = Signal(int)

    def __init__(self, document: PlanDocument, parent: QWidget) -> None:
        """Make the list.

        Args:
            document: the plan.
            parent: the window.
        """
        super().__init__(say("History"), parent)
        self._document = document
        self._told = plain_label(role="muted", wraps=True)
        self._list = LineList(say("Steps"))
        self._list.setMinimumSize(480, 360)
        self._list.picked.connect(self._go)
        self.body.addWidget(self._told)
        self.body.addWidget(self._list, 1)
        close = self.add_button(say("Close"), QDialogButtonBox.ButtonRole.RejectRole, "close")
        close.setAutoDefault(False)
        document.changed.connect(self._changed)
        self._show()
        self._list.setFocus()

    def _go(self, place: int) -> None:
        by = place - len(self._document.history.done)
        if by:
            self.walk_wanted.emit(by)

    def _changed(self, _patch: Patch) -> None:
        self._show()

    def _show(self) -> None:
        document = self._document
        self._told.setText(
            document.read_only_reason
            or document.hold
            or say(
                "Choose a step to make the plan as it was right after it. "
                "What is undone stays until you edit."
            )
        )
        self._list.setDisabled(document.read_only)
        self._list.show_lines(history_lines(document.history), len(document.history.done))


def history_lines(history: History) -> list[Line]:
    """Return the plan's beginning and each step, done or undone, keyed by how many steps are then done."""
    labels = [say(_BEGIN), *(change.words for change in history.done)]
    now = len(history.done)
    undone = [change.words for change in reversed(history.undone)]
    done_lines = [
        Line(
            place,
            label,
            aside=say("Now") if place == now else "",
            icon="circle-dot" if place == now else "check",
        )
        for place, label in enumerate(labels)
    ]
    undone_lines = [
        Line(now + 1 + place, label, aside=say("Undone"), icon="circle", is_faded=True)
        for place, label in enumerate(undone)
    ]
    return done_lines + undone_lines
