"""Choosing a sample plan while another plan is open."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from planner.language import say
from ui.kit.choice_list import ChoiceList
from ui.kit.dialog import Dialog
from ui.kit.samples import sample_choices


class SampleDialog(Dialog):
    """Lists the samples.

    Signals:
        sample_wanted: the name of the sample chosen.
    """

    sample_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(say("Start from a sample"), parent)
        self._list = ChoiceList(say("Sample plans"))
        self._list.show_choices(sample_choices())
        self._list.picked.connect(self._picked)
        self._list.setMinimumSize(440, 320)
        self.body.addWidget(self._list)
        self.add_button(say("Cancel"), QDialogButtonBox.ButtonRole.RejectRole, "cancel")

    def _picked(self, name: str) -> None:
        self.accept()
        self.sample_wanted.emit(name)
