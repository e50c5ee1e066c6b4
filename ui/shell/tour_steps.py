"""What the tour points at, in order; about a quarter of a minute each."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from planner.language import phrase
from planner.model.kinds import Step
from ui.findings.panel import FindingsPanel
from ui.shell.board_button import BoardButton
from ui.shell.stepper import Stepper
from ui.shell.workbench import Workbench


@dataclass(frozen=True, slots=True)
class TourStop:
    """One thing that is pointed at.

    Attributes:
        title: what it is, as a message.
        words: what it is for, as a message.
        find: makes it visible and returns it.
    """

    title: str
    words: str
    find: Callable[[Workbench], QWidget | None]


def _page(step: Step) -> Callable[[Workbench], QWidget | None]:
    def find(bench: Workbench) -> QWidget | None:
        bench.show_step(step)
        return bench.page

    return find


def _findings(bench: Workbench) -> QWidget | None:
    if not bench.panel_is_open:
        bench.toggle_panel()
    return bench.findChild(FindingsPanel)


def _steps(bench: Workbench) -> QWidget | None:
    bench.show_step(Step.PURPOSE)
    return bench.findChild(Stepper)


TOUR: tuple[TourStop, ...] = (
    TourStop(
        phrase("Nine steps, in any order"),
        phrase(
            "A plan is walked from its purpose to its sign-off. Each step says in words how it stands. "
            "Ctrl+1 to Ctrl+9 lead to them, Ctrl+Enter to the next."
        ),
        _steps,
    ),
    TourStop(
        phrase("Begin with the question"),
        phrase(
            "How will these activities improve the business? Everything else has to lead to this answer. "
            "What you type is saved as you go; Ctrl+Z takes it back, also tomorrow."
        ),
        _page(Step.PURPOSE),
    ),
    TourStop(
        phrase("Objectives before channels"),
        phrase(
            "Type a name and press Enter for each entry, or paste rows from a spreadsheet. "
            "The table and the form beside it edit the same entry."
        ),
        _page(Step.OBJECTIVES),
    ),
    TourStop(
        phrase("Tactics serve objectives"),
        phrase(
            "Each tactic has a channel, one accountable person, its days, hours and cost. "
            "Names lead to other entries, and new names can be added on the spot."
        ),
        _page(Step.TACTICS),
    ),
    TourStop(
        phrase("Truths watch the plan"),
        phrase(
            "Findings say what does not hold yet, and why. Enter leads to the very field, F8 to the next "
            "one. A stop has to be mended; a warning can be accepted with a reason."
        ),
        _findings,
    ),
    TourStop(
        phrase("The whole plan at once"),
        phrase(
            "The board shows what leads to what, and where something is missing. Ctrl+B opens it "
            "from anywhere."
        ),
        lambda bench: bench.findChild(BoardButton),
    ),
    TourStop(
        phrase("Sign it off"),
        phrase(
            "Once nothing stops the plan, the approvers accept it here: by name, by drawing, with a digital "
            "key or on paper. The document is made under File > Export."
        ),
        _page(Step.SIGN_OFF),
    ),
    TourStop(
        phrase("Find your way"),
        phrase(
            "Ctrl+K finds every action, step and entry. F1 shows all keys. "
            "The tour stands under Help whenever you want it again."
        ),
        _steps,
    ),
)
