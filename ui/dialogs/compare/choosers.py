"""The two states that are compared: signed revisions, the plan as it is now, or another plan file."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from planner.language import phrase, say
from planner.model.fingerprint import short_fingerprint
from planner.model.plan import Plan
from planner.model.records_signoff import SignedRevision
from planner.parsing import show_moment
from planner.store.revisions import NOW
from ui.dialogs.compare.work import Choice
from ui.kit.files import ask_for_plan
from ui.kit.region import current_locale

_ANOTHER = phrase("Another plan file…")


def choices_of(plan: Plan) -> list[Choice]:
    """Return the states of a plan, newest first."""
    signed = sorted(plan.signed_revisions.values(), key=lambda one: one.number, reverse=True)
    now = Choice(say("Revision {number}, as it is now", number=str(plan.revision)), NOW)
    return [now, *(Choice(_told(one), one.fingerprint) for one in signed)]


def _told(signed: SignedRevision) -> str:
    number, short = str(signed.number), short_fingerprint(signed.fingerprint)
    if not signed.at:
        return say("Revision {number} ({fingerprint})", number=number, fingerprint=short)
    return say(
        "Revision {number}, signed {when} ({fingerprint})",
        number=number,
        when=show_moment(signed.at, current_locale()),
        fingerprint=short,
    )


class Choosers(QWidget):
    """Two lists, one below the other.

    Signals:
        changed: another pair was chosen.
    """

    changed = Signal()

    def __init__(self, plan: Plan, older: str, folder: str) -> None:
        """Make the lists.

        Args:
            plan: whose states they offer.
            older: name of the state to begin with; the last signed one where it is the plan as it is.
            folder: where other plan files may lie.
        """
        super().__init__()
        self._choices = choices_of(plan)
        self._folder = folder
        self._asking: QComboBox | None = None
        self._before, self._after = QComboBox(), QComboBox()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for title, box in ((say("Was"), self._before), (say("Becomes"), self._after)):
            box.setAccessibleName(title)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(24)
            form.addRow(title, box)
        self._chosen = {self._before: self._start(older), self._after: 0}
        self._fill()
        self._before.activated.connect(self._before_picked)
        self._after.activated.connect(self._after_picked)

    @property
    def older(self) -> Choice:
        """The state that is compared with."""
        return self._choices[self._chosen[self._before]]

    @property
    def newer(self) -> Choice:
        """The state that is compared."""
        return self._choices[self._chosen[self._after]]

    @property
    def boxes(self) -> tuple[QComboBox, QComboBox]:
        """The two lists."""
        return self._before, self._after

    def take_file(self, path: str) -> None:
        """Offer another plan file, and choose it in the list in which it was asked for.

        Args:
            path: the file.
        """
        self._choices.append(Choice(say("{name}, as it is now", name=Path(path).name), NOW, Path(path)))
        if self._asking is not None:
            self._chosen[self._asking] = len(self._choices) - 1
        self._fill()
        self.changed.emit()

    def _start(self, older: str) -> int:
        named = [at for at, choice in enumerate(self._choices) if choice.name == older]
        return (named[0] if named else 0) or min(1, len(self._choices) - 1)

    def _fill(self) -> None:
        for box in self.boxes:
            box.clear()
            box.addItems([*(choice.title for choice in self._choices), say(_ANOTHER)])
            box.setCurrentIndex(self._chosen[box])

    def _before_picked(self, at: int) -> None:
        self._pick(self._before, at)

    def _after_picked(self, at: int) -> None:
        self._pick(self._after, at)

    def _pick(self, box: QComboBox, at: int) -> None:
        if at < len(self._choices):
            self._chosen[box] = at
            self.changed.emit()
            return
        box.setCurrentIndex(self._chosen[box])
        self._asking = box
        dialog = ask_for_plan(self, self._folder)
        dialog.fileSelected.connect(self.take_file)
        dialog.open()
