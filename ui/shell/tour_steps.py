"""What the tour points at, in order; about a quarter of a minute each."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QMainWindow, QWidget

from planner.language import phrase
from planner.model.kinds import Step
from ui.kit.bound_card import BoundCard
from ui.kit.record_table import RecordTable
from ui.shell.board_button import BoardButton
from ui.shell.stepper import Stepper
from ui.shell.workbench import Workbench

Find = Callable[[Workbench], QWidget | None]


def _nothing(_bench: Workbench) -> None:
    return None


@dataclass(frozen=True, slots=True)
class TourStop:
    """One thing that is pointed at.

    Attributes:
        title: what it is, as a message.
        words: what it is for, as a message.
        find: makes it visible and returns it.
        keep: returns the part of it that the words speak of, once it is visible.
    """

    title: str
    words: str
    find: Find
    keep: Find = _nothing


def _page(step: Step) -> Find:
    def find(bench: Workbench) -> QWidget | None:
        bench.show_step(step)
        bench.show_tab(0)
        return bench.page

    return find


def _quick_line(bench: Workbench) -> QWidget | None:
    tables = bench.page.findChildren(RecordTable) if bench.page is not None else []
    return next((table.quick_line for table in tables if table.quick_line.isVisible()), None)


def _question(bench: Workbench) -> QWidget | None:
    bench.show_record("brief", "brief", "answer")
    cards = bench.page.findChildren(BoundCard) if bench.page is not None else []
    return next((card for card in cards if card.row("answer") is not None), None)


def _findings(bench: Workbench) -> QWidget | None:
    if not bench.panel_is_open:
        bench.toggle_panel()
    bench.panel.show_any()
    return bench.panel


def _steps(bench: Workbench) -> QWidget | None:
    bench.show_step(Step.PURPOSE)
    return bench.findChild(Stepper)


def _menus(bench: Workbench) -> QWidget | None:
    bench.show_step(Step.PURPOSE)  # where one begins when the tour is over
    window = bench.window()
    return window.menuBar() if isinstance(window, QMainWindow) else None


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
        _question,
    ),
    TourStop(
        phrase("Objectives before channels"),
        phrase(
            "Type a name and press Enter for each entry, or paste rows from a spreadsheet. "
            "The table and the form beside it edit the same entry."
        ),
        _page(Step.OBJECTIVES),
        _quick_line,
    ),
    TourStop(
        phrase("Tactics serve objectives"),
        phrase(
            "Each tactic has a channel, one accountable person, its days, hours and cost. "
            "Names lead to other entries, and new names can be added on the spot."
        ),
        _page(Step.TACTICS),
        _quick_line,
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
        _menus,
    ),
)
