"""Where one is in an open plan: the step, the tab, the entry, and what stands beside the page."""

from dataclasses import dataclass

from planner.model.kinds import Step, kind_of
from planner.model.plan import Plan
from ui.shell.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a plan.

    Attributes:
        step: the step that is shown, or to which the board leads back.
        tab: number of the page's tab; 0 where it has none.
        record: id of the chosen entry; empty where none is.
        board: the board is shown in place of the step.
        panel: the findings are shown.
    """

    step: Step = Step.PURPOSE
    tab: int = 0
    record: str = ""
    board: bool = False
    panel: bool = True


def place_of(bench: Workbench) -> Place:
    """Return where a plan's parts are."""
    return Place(bench.step, bench.tab, bench.chosen_record, bench.board_is_open, bench.panel_is_open)


def go_to(place: Place, bench: Workbench, plan: Plan) -> None:
    """Show a place, as far as the plan still has it."""
    bench.show_step(place.step)
    bench.show_tab(place.tab)
    record = plan.find(place.record)
    if record is not None and kind_of(record).step is place.step:
        bench.show_record(kind_of(record).key, place.record)
    if place.board:
        bench.toggle_board()
    if place.panel != bench.panel_is_open:
        bench.toggle_panel()
