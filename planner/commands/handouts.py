"""Writing what hangs on a wall or lies on a table: the poster and the worksheets."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from planner.commands.output import tell, terminal_progress, wrote_pages
from planner.document.options import options_of
from planner.document.pages.paper import paper_named
from planner.document.poster.export import PosterOptions, export_poster
from planner.document.poster.paper import sheet_named
from planner.document.worksheets.export import WorksheetOptions, export_worksheets
from planner.errors import PlanError
from planner.language import say
from planner.model.kinds import Step
from planner.model.plan import Plan
from planner.truths.engine import check_plan


@dataclass(frozen=True, slots=True)
class SheetOrder:
    """What worksheets are asked for on the command line.

    Attributes:
        steps: names of the steps, or their numbers; all where there are none.
        rows: blank entries of each kind; None for as many as usually come up.
        prefilled: the plan's own entries stand there too.
    """

    steps: tuple[str, ...] = ()
    rows: int | None = None
    prefilled: bool = False


def poster(plan: Plan, out: Path, today: date, paper: str) -> None:
    """Write the plan on a page, in the colours of the plan's document.

    Args:
        plan: the plan.
        out: the new file.
        today: the day as of which it speaks.
        paper: "A3", "A4", "Tabloid" or "Letter"; A3 where it is empty.
    """
    looks = options_of(plan)
    name = sheet_named(paper or "A3").name
    options = PosterOptions(paper=name, grey=looks.grey, accent=looks.accent, logo=looks.logo)
    export_poster(plan, check_plan(plan, today), out, options, today=today, progress=terminal_progress())
    tell(wrote_pages(out, 1))


def worksheets(plan: Plan, out: Path, today: date, paper: str, order: SheetOrder) -> None:
    """Write worksheets for a workshop on the plan.

    Args:
        plan: the plan.
        out: the new file.
        today: the day that the file says it was made on.
        paper: "A4" or "Letter"; A4 where it is empty.
        order: which steps and rows.
    """
    options = WorksheetOptions(
        paper=paper_named(paper or "A4").name,
        steps=tuple(map(_step, order.steps)),
        rows=order.rows,
        prefilled=order.prefilled,
    )
    result = export_worksheets(plan, out, options, today=today, progress=terminal_progress())
    tell(wrote_pages(out, result.pages))


def _step(word: str) -> Step:
    for number, step in enumerate(Step, start=1):
        if word in {step.value, str(number)}:
            return step
    msg = say("There is no step “{step}”.", step=word)
    raise PlanError(msg, hint=say("The steps are: {steps}.", steps=", ".join(Step)))
