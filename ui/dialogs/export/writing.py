"""The writing of what is ordered of a plan: the very functions that the command line calls."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from planner.errors import PlanError
from planner.exchange.plan_json import read_json, write_json
from planner.files.atomic import write_atomically
from planner.language import say
from planner.model.fingerprint import fingerprint
from planner.model.format import plural
from planner.model.kinds import Step
from planner.model.plan import Plan
from planner.store.revisions import Revision, signed_before
from planner.truths.engine import check_plan
from ui.dialogs.export.products import Product
from ui.dialogs.export.workshop_papers import RoomContents, write_agenda, write_calendar, write_minutes

if TYPE_CHECKING:
    from planner.store.contents import SignedContent
    from planner.store.plan_file import PlanFile

Made = TypeVar("Made")


USUAL_POSTER_PAPER, USUAL_SHEET_PAPER = "A3", "A4"


@dataclass(frozen=True, slots=True)
class SheetChoices:
    """What worksheets and posters are like, beyond the plan's own layout.

    Attributes:
        poster_paper: name of the poster's paper.
        sheet_paper: name of the worksheets' paper.
        steps: the steps that get worksheets; all where it is empty.
        rows: blank entries of each kind; None for as many as usually come up.
        prefilled: worksheets hold the plan's own entries too.
    """

    poster_paper: str = USUAL_POSTER_PAPER
    sheet_paper: str = USUAL_SHEET_PAPER
    steps: tuple[Step, ...] = ()
    rows: int | None = None
    prefilled: bool = False


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made; of the plan as it was when it was asked for.

    Attributes:
        product: what.
        plan: of which plan; its layout says how its document looks.
        today: the day as of which it speaks.
        sheets: what posters and worksheets are like.
        revisions: the revisions that the plan's file keeps, still to be read.
        room: what that file keeps of the workshop, still to be read.
    """

    product: Product
    plan: Plan
    today: date
    sheets: SheetChoices = SheetChoices()
    revisions: "Future[tuple[SignedContent, ...]] | None" = None
    room: "Future[RoomContents] | None" = None

    @property
    def signed(self) -> Plan | None:
        """The plan as it was signed before; waits for the file, so ask for it in a worker only."""
        if self.revisions is None:
            return None
        kept = [Revision(read_json(c.canonical_json), c.fingerprint, c.at) for c in self.revisions.result()]
        return signed_before([*kept, Revision(self.plan, fingerprint(self.plan))])


@dataclass(frozen=True, slots=True)
class Written:
    """What an export has written.

    Attributes:
        path: the file, or the folder of several.
        words: how much it is, such as "31 pages".
    """

    path: Path
    words: str = ""


@dataclass(frozen=True, slots=True)
class Watcher:
    """Whom long work tells how far it is, from 0 to 1, and asks whether to stop."""

    progress: Callable[[float], None]
    cancelled: Callable[[], bool]


def signed_contents(file: "PlanFile") -> "tuple[SignedContent, ...]":
    """Return the revisions that a plan's file keeps."""
    return file.revisions()


def write(order: Order, out: Path, watcher: Watcher) -> Written:
    """Write what is ordered.

    Args:
        order: what is to be made.
        out: the file, or for charts the folder.
        watcher: told how far it is, and asked whether to stop.

    Raises:
        ExportCancelledError: it was stopped; nothing was written.
        PlanError: it can't be made or written.
    """
    return _WRITERS[order.product](order, out, watcher)


def _document(order: Order, out: Path, watcher: Watcher) -> Written:
    from planner.document.pdf import export_pdf  # noqa: PLC0415 - ReportLab is slow to import

    return Written(out, plural(_laid_out(export_pdf, order, out, watcher).pages, "page"))


def _word(order: Order, out: Path, watcher: Watcher) -> Written:
    from planner.document.word.export import export_docx  # noqa: PLC0415 - heavy; only where needed

    _laid_out(export_docx, order, out, watcher)
    return Written(out)


def _laid_out(write: "Callable[..., Made]", order: Order, out: Path, watcher: Watcher) -> Made:
    """Write the whole plan in its own look."""
    from planner.document.options import options_of  # noqa: PLC0415 - heavy; only where needed

    return write(
        order.plan,
        check_plan(order.plan, order.today),
        out,
        options_of(order.plan),
        today=order.today,
        signed=order.signed,
        progress=watcher.progress,
        cancelled=watcher.cancelled,
    )


def _poster(order: Order, out: Path, watcher: Watcher) -> Written:
    from planner.document.options import options_of  # noqa: PLC0415 - heavy; only where needed
    from planner.document.poster.export import PosterOptions, export_poster  # noqa: PLC0415 - as above
    from planner.document.poster.paper import sheet_named  # noqa: PLC0415 - as above

    looks = options_of(order.plan)
    paper = sheet_named(order.sheets.poster_paper).name
    export_poster(
        order.plan,
        check_plan(order.plan, order.today),
        out,
        PosterOptions(paper=paper, grey=looks.grey, accent=looks.accent, logo=looks.logo),
        today=order.today,
        progress=watcher.progress,
        cancelled=watcher.cancelled,
    )
    return Written(out, plural(1, "page"))


def _worksheets(order: Order, out: Path, watcher: Watcher) -> Written:
    from planner.document.pages.paper import paper_named  # noqa: PLC0415 - heavy; only where needed
    from planner.document.worksheets.export import (  # noqa: PLC0415 - ReportLab is slow to import
        WorksheetOptions,
        export_worksheets,
    )

    wanted = order.sheets
    result = export_worksheets(
        order.plan,
        out,
        WorksheetOptions(
            paper=paper_named(wanted.sheet_paper).name,
            steps=wanted.steps,
            rows=wanted.rows,
            prefilled=wanted.prefilled,
        ),
        today=order.today,
        progress=watcher.progress,
        cancelled=watcher.cancelled,
    )
    return Written(out, plural(result.pages, "page"))


def _agenda(order: Order, out: Path, watcher: Watcher) -> Written:
    notes = order.product is Product.FACILITATOR
    words = write_agenda(
        order.plan,
        order.today,
        out,
        notes=notes,
        progress=watcher.progress,
        cancelled=watcher.cancelled,
    )
    return Written(out, words)


def _agenda_calendar(order: Order, out: Path, _watcher: Watcher) -> Written:
    write_calendar(order.plan, order.today, out)
    return Written(out)


def _minutes(order: Order, out: Path, watcher: Watcher) -> Written:
    words = write_minutes(
        order.plan,
        order.today,
        out,
        room=order.room,
        progress=watcher.progress,
        cancelled=watcher.cancelled,
    )
    return Written(out, words)


def _svg(order: Order, out: Path, _watcher: Watcher) -> Written:
    from planner.charts.export import export_charts  # noqa: PLC0415 - heavy; only where needed

    return _charts_in(out, export_charts(order.plan, out, "svg", today=order.today))


def _png(order: Order, out: Path, _watcher: Watcher) -> Written:
    from planner.charts.export import export_charts  # noqa: PLC0415 - heavy; only where needed

    return _charts_in(out, export_charts(order.plan, out, "png", today=order.today))


def _charts_in(folder: Path, files: tuple[Path, ...]) -> Written:
    if not files:
        msg = say("The plan has nothing yet that a chart could show.")
        raise PlanError(msg, hint=say("Plan a tactic with its days first."))
    return Written(folder, plural(len(files), "chart"))


def _json(order: Order, out: Path, _watcher: Watcher) -> Written:
    write_atomically(out, write_json(order.plan))
    return Written(out)


_WRITERS = {
    Product.DOCUMENT: _document,
    Product.WORD: _word,
    Product.POSTER: _poster,
    Product.WORKSHEETS: _worksheets,
    Product.AGENDA: _agenda,
    Product.FACILITATOR: _agenda,
    Product.AGENDA_CALENDAR: _agenda_calendar,
    Product.MINUTES: _minutes,
    Product.SVG: _svg,
    Product.PNG: _png,
    Product.JSON: _json,
}
