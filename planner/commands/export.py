"""Writing a plan in another form: `export`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Literal

from planner.commands.look_order import LookOrder
from planner.commands.output import WROTE, Exit, note, tell, terminal_progress, wrote_pages
from planner.errors import PlanError
from planner.exchange.plan_json import write_json
from planner.files.atomic import write_atomically
from planner.language import say, say_count
from planner.model.plan import Plan
from planner.store.revisions import revisions_in, signed_before
from planner.truths.engine import check_plan

_TOLD = 10
"""Fields that are told one by one where something can't be printed; the rest is counted."""


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is asked for on the command line.

    Attributes:
        out: the new file, or the folder for charts.
        today: the day as of which the truths are checked.
        form: a key of `FORMS`; the ending of `out` where it is empty.
        paper: name of the paper; the form's usual one where it is empty.
        sections: keys of the chapters; all where there are none.
        dpi: pixels an inch of pictures.
        steps: names of the steps that get worksheets; all where there are none.
        rows: blank entries of each kind on worksheets; None for as many as usually come up.
        prefilled: worksheets hold the plan's own entries too.
        kind: key of the kind whose entries go into comma-separated text.
        look: what flags say about the document's look.
        signed: the plan as it was signed before.
    """

    out: Path
    today: date
    form: str = ""
    paper: str = ""
    sections: tuple[str, ...] = ()
    dpi: int = 150
    steps: tuple[str, ...] = ()
    rows: int | None = None
    prefilled: bool = False
    kind: str = "tactics"
    look: LookOrder = field(default_factory=LookOrder)
    signed: Plan | None = None


def export(path: Path, order: ExportOrder) -> Exit:
    """Write the plan in the form that is asked for, or that the ending of `out` names.

    Raises:
        PlanError: the plan can't be read, or the form can't be written.
    """
    known = revisions_in(path)
    plan, order = known[-1].plan, replace(order, signed=signed_before(known))
    ending = order.out.suffix
    write = FORMS.get(order.form or ending.lower().removeprefix("."))
    if write is None or (not order.form and write is _charts):
        msg = say("A plan can't be exported to “{name}”.", name=ending or order.out.name)
        raise PlanError(
            msg,
            hint=say(
                "A file ends in .pdf, .docx, .xlsx, .csv, .ics or .json; charts take a folder and --as svg."
            ),
        )
    write(plan, order)
    return Exit.OK


def _json(plan: Plan, order: ExportOrder) -> None:
    _write(order, write_json(plan))


def _pdf(plan: Plan, order: ExportOrder) -> None:
    from planner.commands.look import printed_as  # noqa: PLC0415 - heavy; only where needed
    from planner.document.pdf import export_pdf  # noqa: PLC0415 - heavy; only where needed
    from planner.document.preflight import look_problems  # noqa: PLC0415 - heavy; only where needed

    _tell_unprintable(plan)
    options = printed_as(plan, order.look, order.paper, order.sections)
    for problem in look_problems(options):
        note(problem.message)
    result = export_pdf(
        plan,
        check_plan(plan, order.today),
        order.out,
        options,
        today=order.today,
        signed=order.signed,
        progress=terminal_progress(),
    )
    tell(wrote_pages(order.out, result.pages))


def _docx(plan: Plan, order: ExportOrder) -> None:
    from planner.commands.look import printed_as  # noqa: PLC0415 - heavy; only where needed
    from planner.document.word.export import export_docx  # noqa: PLC0415 - heavy; only where needed

    export_docx(
        plan,
        check_plan(plan, order.today),
        order.out,
        printed_as(plan, order.look, order.paper, order.sections),
        today=order.today,
        signed=order.signed,
        progress=terminal_progress(),
    )
    tell(say(WROTE, path=str(order.out)))


def _xlsx(plan: Plan, order: ExportOrder) -> None:
    from planner.exchange.spreadsheet_out import workbook  # noqa: PLC0415 - only where needed

    _write(order, workbook(plan, order.today))


def _csv(plan: Plan, order: ExportOrder) -> None:
    from planner.exchange.spreadsheet_out import comma_separated  # noqa: PLC0415 - only where needed

    _write(order, comma_separated(plan, order.kind))


def _ics(plan: Plan, order: ExportOrder) -> None:
    from planner.exchange.calendar_out import calendar  # noqa: PLC0415 - only where needed

    _write(order, calendar(plan, order.today))


def _write(order: ExportOrder, content: bytes) -> None:
    write_atomically(order.out, content)
    tell(say(WROTE, path=str(order.out)))


def _charts(plan: Plan, order: ExportOrder) -> None:
    from planner.charts.export import export_charts  # noqa: PLC0415 - heavy; only where needed

    form: Literal["svg", "png"] = "png" if order.form == "png" else "svg"
    for path in export_charts(plan, order.out, form, today=order.today, dpi=order.dpi):
        tell(say(WROTE, path=str(path)))


def _poster(plan: Plan, order: ExportOrder) -> None:
    from planner.commands.handouts import poster  # noqa: PLC0415 - heavy; only where needed

    _tell_unprintable(plan)
    poster(plan, order.out, order.today, order.paper)


def _worksheets(plan: Plan, order: ExportOrder) -> None:
    from planner.commands.handouts import SheetOrder, worksheets  # noqa: PLC0415 - heavy; only where needed

    wanted = SheetOrder(order.steps, order.rows, order.prefilled)
    worksheets(plan, order.out, order.today, order.paper, wanted)


def _tell_unprintable(plan: Plan) -> None:
    """Tell what the document can't show as typed; its number stands there instead."""
    from planner.signoff.printable import print_problems  # noqa: PLC0415 - heavy; only where needed

    problems = print_problems(plan)
    for problem in problems[:_TOLD]:
        note(problem.message)
    if len(problems) > _TOLD:
        left = len(problems) - _TOLD
        note(say_count("So it is with {count} more field.", "So it is with {count} more fields.", left))


FORMS: Mapping[str, Callable[[Plan, ExportOrder], None]] = {
    "pdf": _pdf,
    "docx": _docx,
    "xlsx": _xlsx,
    "csv": _csv,
    "ics": _ics,
    "json": _json,
    "svg": _charts,
    "png": _charts,
    "poster": _poster,
    "worksheets": _worksheets,
}
"""What writes each form: a file, or with charts one file each in a folder."""
