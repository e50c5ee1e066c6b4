"""What of the plan the board shows: whose, on which channel, of which step, and whether only gaps."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from planner.analysis.board import BoardFilter
from planner.language import say
from planner.model.kinds import Step
from planner.model.plan import Plan, display_name
from ui.kit.buttons import WordButton
from ui.kit.editors.choices import CalmCombo
from ui.kit.flow import FlowLayout
from ui.theme.tokens import SMALL

_STEPS = {step.value: step for step in (Step.OBJECTIVES, Step.TACTICS, Step.METRICS)}
_LETTERS = 11


class BoardFilters(QWidget):
    """The fields above the board.

    Signals:
        changed: the user wants to see something else; see `wanted`.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._people = _combo(say("Person"))
        self._channels = _combo(say("Channel"))
        self._steps = _combo(say("Step"))
        self._steps.addItem(say("All steps"), None)
        for key, step in _STEPS.items():
            self._steps.addItem(step.heading, key)
        self._gaps = WordButton(say("Only gaps"), role="segment")
        self._gaps.setCheckable(True)
        self._row = FlowLayout(self, across=SMALL, down=SMALL)
        for combo in (self._people, self._channels, self._steps):
            self._row.addWidget(combo)
            combo.currentIndexChanged.connect(self.changed)
        self._row.addWidget(self._gaps)
        self._gaps.toggled.connect(self.changed)

    @property
    def wanted(self) -> BoardFilter:
        """What is to be shown."""
        return BoardFilter(
            person=self._people.currentData() or "",
            channel=self._channels.currentData() or "",
            step=_STEPS.get(self._steps.currentData()),
            only_gaps=self._gaps.isChecked(),
        )

    @property
    def people(self) -> CalmCombo:
        """Chooses a person."""
        return self._people

    @property
    def channels(self) -> CalmCombo:
        """Chooses a channel."""
        return self._channels

    @property
    def steps(self) -> CalmCombo:
        """Chooses a step."""
        return self._steps

    @property
    def gaps(self) -> WordButton:
        """Shows only what lacks something."""
        return self._gaps

    def offer(self, plan: Plan) -> None:
        """Offer a plan's people and channels; what is chosen stays chosen where it is still there."""
        people = {person.id: display_name(person) for person in plan.people.values()}
        channels = {channel.id: display_name(channel) for channel in plan.channels.values()}
        _refill(self._people, say("Everybody"), people)
        _refill(self._channels, say("All channels"), channels)


def _combo(name: str) -> CalmCombo:
    combo = CalmCombo()
    combo.setAccessibleName(name)
    combo.setMinimumContentsLength(_LETTERS)
    return combo


def _refill(combo: CalmCombo, everything: str, names: dict[str, str]) -> None:
    chosen = combo.currentData()
    with QSignalBlocker(combo):
        combo.clear()
        combo.addItem(everything, None)
        for key, name in names.items():
            combo.addItem(name, key)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
